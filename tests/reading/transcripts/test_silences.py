"""Silences of a session."""

from dataclasses import replace
from datetime import date

from reattune.model import Between, Pause, Role, Source, Times, Transcript, Turn
from reattune.reading.transcripts.silences import Silence, silences

T, P, THIRD = Role.THERAPIST, Role.CLIENT, Role.OTHER


def turn(role, start=None, end=None, pauses=()):
    return Turn(role, role.value, "some words", "1", start, end, pauses=pauses)


def session(*turns, times=Times.BOTH):
    return Transcript(date(2026, 3, 10), Source("a.vtt", ""), turns, times)


def test_gaps_between_turns_by_who_speaks_before_and_after():
    found = silences(session(turn(T, 0, 1), turn(P, 5, 6), turn(T, 8.5, 9), turn(THIRD, 12, 13), turn(P, 13.5, 14)))
    assert found == (
        Silence(0, 10, Between.TP, "", 4, 1),
        Silence(1, 10, Between.PT, "", 2.5, 6),
        Silence(2, 10, Between.OTHER, "", 3, 9),
    )


def test_pauses_within_a_turn_are_one_persons_and_marked_ones_stay_without_a_length():
    made = session(turn(T, 0, 9, (Pause(4, "", 3.5), Pause(6, "", 1.0))), turn(P, 9, 20, (Pause(3, "(...)"),)))
    assert [(each.between, each.after, each.mark, each.seconds) for each in silences(made)] == [
        (Between.TT, 4, "", 3.5),
        (Between.PP, 3, "(...)", None),
    ]
    assert len(silences(made, shortest=1.0)) == 3


def test_without_real_ends_only_what_is_marked():
    made = session(turn(T, 0, 1, (Pause(1, "(3.0)", 3.0),)), turn(P, 9, 10))
    assert len(silences(made)) == 2
    assert [each.between for each in silences(replace(made, times=Times.STARTS))] == [Between.TT]


def test_a_long_turn_that_still_goes_on_leaves_no_silence():
    assert silences(session(turn(T, 0, 20), turn(P, 3, 4), turn(T, 10, 11), turn(P, 21, 22))) == ()
