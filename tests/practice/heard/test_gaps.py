"""Silences as they are drawn: to one scale, cut where very long, said where their length is not known."""

from datetime import date

import pytest

from reattune.model import Pause, Role, Source, Times, Transcript, Turn
from reattune.practice.heard.gaps import PER_SECOND, clock, gaps, said


def transcript(*turns, written=False):
    return Transcript(date(2026, 6, 2), Source("a", "1"), turns, Times.BOTH, written=written)


def turn(role, start, end, **more):
    return Turn(role, role.value, "one two three", "1", start, end, **more)


def test_to_scale_and_cut_where_very_long():
    found = gaps(
        transcript(turn(Role.THERAPIST, 0, 5), turn(Role.CLIENT, 17, 20), turn(Role.THERAPIST, 200, 210)),
    )
    assert (found[0].after.words, found[0].after.width, found[0].after.cut) == ("silence, 12 seconds", 48, False)
    assert (found[1].after.width, found[1].after.cut) == (60 * PER_SECOND, True)
    assert found[1].after.words == "silence, 3.0 minutes"
    assert found[2].after is None


def test_within_a_turn_and_without_a_length():
    pauses = (Pause(3, "(..)", None), Pause(7, "", 4.0))
    found = gaps(transcript(turn(Role.CLIENT, 0, 20, pauses=pauses)))
    assert [at for at, _gap in found[0].inside] == [3, 7]
    assert found[0].inside[0][1].width == 0
    assert "(..)" in found[0].inside[0][1].words
    assert found[0].inside[1][1].width == 4 * PER_SECOND


def test_typing_time_is_no_silence():
    assert gaps(transcript(turn(Role.THERAPIST, 0, 5), turn(Role.CLIENT, 60, 61), written=True)) == {}


@pytest.mark.parametrize(("seconds", "shown"), [(None, ""), (0, "0:00"), (75.9, "1:15"), (3661, "1:01:01")])
def test_the_clock(seconds, shown):
    assert clock(seconds) == shown


def test_a_second_is_said_as_one():
    assert said(1.2) == "silence, 1 second"
