import pytest

from reattune.model import Between, Role, Spoke
from reattune.nonverbal.minutes import interruptions, latency, middle, windows
from reattune.nonverbal.pauses import silences
from reattune.nonverbal.turns import exchanges, turns
from reattune.nonverbal.voices import Voiced

T, P = Role.THERAPIST, Role.CLIENT
SPOKE = (
    Spoke(0, 10, T),
    Spoke(11, 14, P),
    Spoke(13.5, 30, T),
    Spoke(34, 40, T),
    Spoke(100, 100.5, P),
    Spoke(101, 130, T),
    Spoke(129, 150, P),
)
QUIET = silences(SPOKE, 150)


def found(**more):
    return windows(180.0, SPOKE, turns(SPOKE), QUIET, width=90.0, **more)


def test_a_window_holds_what_begins_in_it():
    one, two = found()
    assert (one.start, one.end, two.end) == (0, 90, 180)
    assert one.silent == pytest.approx(4 + 60)
    assert {each.between: each.of_three for each in one.pauses}[Between.TT] == 1
    assert one.client_share == pytest.approx(3 / (3 + 10 + 16.5 + 6))
    assert (one.reply, one.minimal, one.latency, one.overlap) == (3, 0, 1, 0.5)
    assert (one.interrupted_by_therapist, one.interrupted_by_client) == (1, 0)
    assert (two.reply, two.minimal, two.interrupted_by_client) == (10.75, 0.5, 1)


def test_overlap_is_not_told_where_channels_bleed():
    assert found(bleeds=True)[0].overlap is None
    assert found(bleeds=True)[0].interrupted_by_client is None
    assert found(bleeds=True)[0].reply == 3


def test_of_the_whole_room_only_silence_is_told():
    one = found(told=False)[0]
    assert one.silent == pytest.approx(64)
    assert (one.pauses, one.client_share, one.overlap) == ((), None, None)


def test_a_rate_is_the_median_over_the_clients_turns():
    voices = [
        Voiced(P, 11, 14, None, None, None, 4.0),
        Voiced(P, 20, 21, None, None, None, None),
        Voiced(T, 0, 10, None, None, None, 9.0),
    ]
    assert found(voices=voices)[0].client_rate == 4.0


def test_what_is_left_joins_the_last_window_or_makes_one():
    assert [one.end for one in windows(400.0, (), (), (), told=False)] == [180, 400]
    assert [one.end for one in windows(460.0, (), (), (), told=False)] == [180, 360, 460]
    assert windows(0.0, (), (), ()) == ()
    assert windows(20.0, (), (), ())[0].client_share is None


def test_of_nothing_there_is_no_median_and_no_latency():
    assert middle([]) is None
    assert latency(()) is None
    assert interruptions(exchanges(turns(SPOKE)), T) == 1
