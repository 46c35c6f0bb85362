"""Quiet: how often it lies between two turns of the therapist, and how much of a session it is."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.streams.recorded_made import sound
from tests.streams.streams_made import day, heron, only, seen, series, values

import reattune as ra
from reattune.model import Direction, Way
from reattune.noticing.looseness import share_used
from reattune.noticing.telling import said
from reattune.reading.kept_recordings import write_heard
from reattune.streams.silence import BETWEEN, HALF, SHARE, STREAM, between_therapist


def test_quiet_between_two_turns_of_the_therapist_is_counted_and_how_much_was_quiet():
    one = heron(listened=(sound(0, between=7),))
    assert values(one, "silence between") == ["7_in_50_by_channels"]
    assert values(one, "silence share") == ["5.0_by_channels"]
    found = series(one, "silence between")
    assert (found.basis, found.pattern.falls, found.pattern.rises) == ("recordings", None, Direction.AWAY)
    assert (SHARE.falls, SHARE.rises) == (Direction.CHANGED, Direction.CHANGED)


def test_only_quiet_with_the_therapist_on_both_sides_counts():
    one = sound(0, between=3)
    assert between_therapist(one) == 3
    assert between_therapist(replace(one, pauses=one.pauses[1:])) == 0
    assert values(heron(listened=(replace(one, pauses=()),)), "silence between") == ["0_in_50_by_channels"]


def test_the_same_rate_in_a_longer_recording_is_the_same_level_and_counts_more():
    short = only(heron(listened=(sound(0, between=4, seconds=1200.0),)), "silence between")
    long = only(heron(listened=(sound(0, between=8, seconds=2400.0),)), "silence between")
    assert abs(short.code - long.code) <= 1
    assert (short.weight, long.weight, long.foreseen) == (0.5, 1.0, True)
    assert only(heron(listened=(sound(0),)), "silence share").weight == HALF


@pytest.mark.parametrize(
    ("way", "names", "words"),
    [
        (Way.CLUSTERED, [], "the speakers were only guessed"),
        (Way.NONE, ["silence share"], "only the quiet of the whole room"),
        (Way.SEEDED, ["silence between", "silence share"], ""),
        (Way.TRANSCRIPT, ["silence between", "silence share"], ""),
    ],
)
def test_how_it_is_known_who_spoke_says_what_may_be_looked_at(way, names, words):
    found = seen(heron(listened=(sound(0, way=way),)))
    assert [one.name for one in found.series if one.name.startswith("silence")] == names
    assert words in " ".join(found.remarks)
    assert bool(found.remarks) is bool(words)


def test_a_short_recording_gives_nothing_and_that_is_said():
    found = seen(heron(listened=(sound(0, seconds=599.0, silent=30.0),)))
    assert found.series == ()
    assert found.remarks == ("1 recording is shorter than 10 minutes; too little to look at here.",)


def test_switched_off():
    one = heron(listened=(sound(0),), off=frozenset({"Silence"}))
    assert [each.name for each in seen(one).series if each.name.startswith("silence")] == []
    one = replace(one, off=frozenset({"silence share"}))
    assert (values(one, "silence share"), values(one, "silence between")) == ([], ["5_in_50_by_channels"])


@given(st.integers(0, 400), st.integers(0, 400), st.floats(600.0, 20_000.0))
def test_more_quiet_is_never_less_on_the_table(few, more, seconds):
    low, high = sorted([few, more])
    codes = [
        only(heron(listened=(sound(0, between=one, seconds=seconds),)), "silence between").code for one in (low, high)
    ]
    assert 0 <= codes[0] <= codes[1] < BETWEEN.size


@given(st.floats(0.0, 1.0))
def test_any_share_has_a_place(share):
    one = heron(listened=(sound(0, silent=3000.0 * share),))
    assert 0 <= only(one, "silence share").code < SHARE.size


def test_no_more_comes_up_than_is_spent_under_the_model():
    assert share_used([BETWEEN, SHARE], 0.02, people=40, ticks=30).share < 1


def test_a_later_day_keeps_what_was_told():
    one = heron(listened=(sound(0, known=day(2)), sound(1)))
    assert values(one, "silence between", day(1)) == ["5_in_50_by_channels"]
    assert len(values(one, "silence between", day(2))) == 2
    assert STREAM.family == "silence"


def folder(place, between_of):
    """A folder with invented figures beside recordings that are not there any more."""
    sessions = place / "heron" / "sessions"
    sessions.mkdir(parents=True)
    for week in range(30):
        name = f"{day(week)}.wav"
        (sessions / name).write_bytes(b"RIFF")
        figures = sound(week, between=between_of(week))
        write_heard(sessions / f"{name}.heard.json", sessions / name, figures, {})
        (sessions / name).unlink()
    return place


def test_a_folder_of_recordings_in_which_quiet_after_the_therapist_rises(tmp_path):
    practice = ra.read_folder(folder(tmp_path, lambda week: 3 + week % 3 if week < 20 else 25 + week % 4))
    caseload = ra.notice(practice, day(31))
    one = caseload.noticed["heron"].noticings[0]
    assert one.direction is Direction.AWAY
    assert one.at >= day(20)
    assert "three seconds or more of quiet lay between two of your turns" in said(one)
    assert ra.notice(practice, one.at).noticed["heron"].noticings == (one,)


def test_a_folder_in_which_nothing_changes_is_quiet(tmp_path):
    practice = ra.read_folder(folder(tmp_path, lambda week: 3 + week % 3))
    assert ra.notice(practice, day(31)).noticed["heron"].noticings == ()
