"""Labelled: a transcript laid over what was heard, put right where its clock was off, refused where it is another's."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from reattune.errors import ReattuneError
from reattune.model import Role, Source, Span, Spoke, Times, Transcript, Turn, Way
from reattune.nonverbal.labelled import by_transcript

C, T = Role.CLIENT, Role.THERAPIST


def talk(seed, count=80):
    """Return who spoke when, by chance, and the speech that would be heard."""
    draw, at, spoke = np.random.default_rng(seed), 2.0, []
    for number in range(count):
        end = at + draw.uniform(1, 9)
        spoke.append(Spoke(round(at, 2), round(end, 2), (C, T)[number % 2]))
        at = end + draw.uniform(0.3, 3)
    return tuple(spoke), tuple(Span(one.start, one.end) for one in spoke)


def transcript(spoke, shift=0.0, loose=0.0, times=Times.BOTH):
    turns = tuple(
        Turn(one.role, one.role.value, "So.", str(n), one.start + shift - loose, one.end + shift + loose)
        for n, one in enumerate(spoke)
    )
    if times is Times.STARTS:
        turns = tuple(replace(one, end=None) for one in turns)
    return Transcript(date(2026, 3, 2), Source("talk.vtt", "1"), turns, times)


def test_turns_are_taken_as_they_are():
    spoke, speech = talk(1)
    told = by_transcript(transcript(spoke), speech)
    assert told == replace(told, way=Way.TRANSCRIPT, spoke=spoke, bleeds=False, remarks=())


@pytest.mark.parametrize("loose", [0.1, -0.2])
def test_loose_ends_are_tightened_to_speech(loose):
    spoke, speech = talk(2)
    assert by_transcript(transcript(spoke, loose=loose), speech).spoke == pytest.approx(spoke)


@pytest.mark.parametrize(("shift", "says"), [(-37.4, "37.4 seconds earlier"), (81.0, "81.0 seconds later")])
def test_a_clock_that_is_off_is_put_right_and_said(shift, says, der):
    spoke, speech = talk(3)
    told = by_transcript(transcript(spoke, shift=shift), speech)
    assert says in told.remarks[0]
    assert der(spoke, told.spoke, collar=0.1) == 0


def test_beginnings_alone_are_enough(der):
    spoke, speech = talk(4)
    told = by_transcript(transcript(spoke, times=Times.STARTS), speech)
    assert der(spoke, told.spoke, collar=0.1) == 0
    told = by_transcript(transcript(spoke, shift=-20.0, times=Times.STARTS), speech)
    assert der(spoke, told.spoke, collar=0.1) == 0


@pytest.mark.parametrize("seed", range(8))
def test_another_sessions_transcript_is_refused(seed):
    with pytest.raises(ReattuneError, match="does not seem to be the transcript of this recording"):
        by_transcript(transcript(talk(seed + 50)[0]), talk(seed + 10)[1])


@pytest.mark.parametrize("seed", range(4))
def test_two_minutes_are_enough(seed, der):
    spoke, speech = talk(seed + 20, count=16)
    assert speech[-1].end < 150
    assert der(spoke, by_transcript(transcript(spoke, loose=0.1), speech).spoke, collar=0.1) == 0


def test_a_few_turns_are_taken_as_they_are_and_that_is_said():
    spoke, speech = talk(11, count=4)
    told = by_transcript(transcript(spoke), speech)
    assert told.spoke == spoke
    assert "so few turns" in told.remarks[0]
    with pytest.raises(ReattuneError, match="does not seem"):
        by_transcript(transcript(spoke, shift=90.0), speech)


def test_a_transcript_that_hardly_overlaps_is_refused():
    spoke, speech = talk(6)
    with pytest.raises(ReattuneError, match="does not seem"):
        by_transcript(transcript(spoke, shift=400.0), speech)


def test_without_times_it_cannot_be_used():
    spoke, speech = talk(7)
    with pytest.raises(ReattuneError, match="has no times"):
        by_transcript(transcript(spoke, times=Times.NONE), speech)
    with pytest.raises(ReattuneError, match="has no times"):
        by_transcript(replace(transcript(spoke), written=True), speech)


def test_speech_that_is_not_written_is_nobodys():
    spoke, speech = talk(8)
    told = by_transcript(transcript(spoke[:50]), speech)
    assert [one.role for one in told.spoke[50:]] == [None] * 30
    assert "not in the transcript" in told.remarks[0]


def test_one_speaker_and_somebody_else_are_said():
    spoke, speech = talk(9)
    alone = by_transcript(transcript(tuple(replace(one, role=C) for one in spoke)), speech)
    assert alone.remarks == ("The transcript has one speaker only.",)
    third = by_transcript(transcript((*spoke[:-1], replace(spoke[-1], role=Role.OTHER))), speech)
    assert "Somebody other" in third.remarks[0]


def test_two_at_once_stay_two_at_once():
    spoke, speech = talk(10)
    both = (*spoke[:10], Spoke(spoke[9].start + 0.2, spoke[9].end - 0.2, C), *spoke[10:])
    assert set(by_transcript(transcript(both), speech).spoke) == set(both)


def test_nothing_heard_is_said():
    told = by_transcript(transcript(talk(1)[0]), ())
    assert told.way is Way.NONE
    assert told.spoke == ()
    assert "No speech" in told.remarks[0]
