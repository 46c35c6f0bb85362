"""Streams come in by one door."""

import pytest
from tests.streams.streams_made import day, heron, row, seen

import reattune.streams as streams_room
from reattune.errors import ReattuneError
from reattune.model import Observation, Outcomes, Series, SessionKind, Source
from reattune.streams import BUILT_IN
from reattune.streams.registry import Found, Stream, is_on, register

PATTERN = Outcomes(("no", "yes"), ((0.5, 0.5),), 2.0, ())


def watching(_view):
    seen_on = [Observation(day(week), day(week), 0, "no", Source("x", str(week))) for week in (3, 1)]
    return Found((Series("weather", PATTERN, tuple(seen_on)), Series("empty", PATTERN, ())), ("looked out",))


WEATHER = Stream("weather", watching)


def test_a_plugin_is_kept_to_the_same_law(monkeypatch):
    monkeypatch.setattr(streams_room, "offered", lambda: (WEATHER,))
    found = seen(heron(row(0, SessionKind.ATTENDED)), day(2))
    assert [one.name for one in found.series] == ["attendance", "rescheduling", "weather"]
    assert [one.at for one in found.series[-1].observations] == [day(1)]
    assert found.remarks == ("looked out",)
    assert seen(heron(off=frozenset({"weather"}))).series == ()


@pytest.mark.parametrize("bad", ["a word", Stream("", watching), Stream("attendance", watching)])
def test_what_is_no_stream_is_turned_away(bad):
    with pytest.raises(ReattuneError):
        register([*BUILT_IN, bad])


def test_names_switch_streams_off_in_either_number():
    payment = next(one for one in BUILT_IN if one.family == "payment")
    assert is_on(payment, (), ())
    assert not is_on(payment, ("payments",), ())
    assert not is_on(payment, ("Payment",), ())


def test_silence():
    one = heron(
        row(0, SessionKind.THERAPIST_UNAVAILABLE), row(1, SessionKind.ATTENDED), suppress=True, suppress_why="asked"
    )
    found = seen(one)
    assert (found.silent, found.series, found.own, found.ticks) == ("asked", (), (), (day(1),))
    assert seen(heron(suppress=True)).silent
