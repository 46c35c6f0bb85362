"""Seeded: the marks decide whose voice is whose, and what cannot be told is said."""

from dataclasses import replace

import numpy as np
import pytest

from reattune.errors import ReattuneError
from reattune.model import Role, Span, Spoke, Way
from reattune.nonverbal.cepstra import cepstra
from reattune.nonverbal.seeded import by_seed
from reattune.synthetic.sounding import conversation, in_a_room

C, T = Role.CLIENT, Role.THERAPIST
spoken = pytest.mark.system("espeak-ng")


def test_the_score_agrees_with_examples_by_hand(der):
    truth = (Spoke(0, 10, C), Spoke(10, 20, T))
    assert der(truth, truth) == 0
    assert der(truth, (Spoke(0, 12, C), Spoke(12, 20, T)), collar=0) == pytest.approx(10)  # 2 of 20 s confused
    assert der(truth, (Spoke(0, 12, C), Spoke(10, 20, T)), collar=0) == pytest.approx(10)  # 2 s invented
    assert der(truth, (Spoke(0, 10, C), Spoke(15, 20, T)), collar=0) == pytest.approx(25)  # 5 s missed
    assert der(truth, (Spoke(0, 10.2, C), Spoke(10.2, 20, T))) == 0  # within the collar
    assert der(truth, (Spoke(0, 20, None),), collar=0) == pytest.approx(100)
    both = (Spoke(0, 10, C), Spoke(5, 10, T))
    assert der(both, (Spoke(0, 10, C),), collar=0, overlap=True) == pytest.approx(100 * 5 / 15)
    assert der(both, (Spoke(0, 10, C),), collar=0) == 0


@spoken
@pytest.mark.parametrize("pair", ["m+f", "m+m", "f+f"])
def test_twenty_seconds_each_are_enough(pair, room, pairs, der):
    one = room(pairs[pair])
    told = by_seed(one.cepstral, one.heard.speech, one.seeds)
    assert told.way is Way.SEEDED
    assert told.bleeds
    assert told.remarks == ()
    assert der(one.truth.spoke, told.spoke, after=one.after) <= 1.0


@spoken
def test_it_does_as_well_with_speech_that_was_heard(room, pairs, ear, der):
    one = room(pairs["m+m"])
    told = by_seed(one.cepstral, ear(one.sound).speech, one.seeds)
    assert der(one.truth.spoke, told.spoke, after=one.after) <= 1.0


@spoken
@pytest.mark.parametrize("pair", ["m+f", "m+m", "f+f"])
def test_exchanging_the_marks_exchanges_the_roles_and_nothing_else(pair, room, pairs):
    one = room(pairs[pair])
    told = by_seed(one.cepstral, one.heard.speech, one.seeds)
    swapped = by_seed(one.cepstral, one.heard.speech, {C: one.seeds[T], T: one.seeds[C]})
    other = {C: T, T: C}
    assert tuple(replace(spoke, role=other[spoke.role]) for spoke in swapped.spoke) == told.spoke
    assert swapped.remarks == told.remarks


@spoken
def test_one_voice_marked_twice_is_not_told_apart(room):
    one = room(("en+m3", "en+m3"))
    told = by_seed(one.cepstral, one.heard.speech, one.seeds)
    assert told.way is Way.NONE
    assert {spoke.role for spoke in told.spoke} == {None}
    assert "too alike" in told.remarks[0]


@spoken
def test_somebody_else_is_somebody_else(room, pairs, faultless, der):
    one = room(pairs["m+f"])
    third = conversation(60, 5, ("en-us+f2", "en-us+f2"))
    heard = faultless(third.spoke, in_a_room(third, 20))
    at = one.heard.seconds
    speech = (*one.heard.speech, *(Span(span.start + at, span.end + at) for span in heard.speech))
    told = by_seed(cepstra(np.concatenate((one.sound, in_a_room(third, 20)))), speech, one.seeds)
    assert "Somebody else may be speaking" in told.remarks[0]
    truth = (*one.truth.spoke, *(Spoke(x.start + at, x.end + at, Role.OTHER) for x in third.spoke))
    assert der(truth, told.spoke, after=one.after, roles=(C, T, Role.OTHER)) <= 5.0


@spoken
@pytest.mark.parametrize(
    ("seeds", "says"),
    [
        ({C: (Span(0, 30),)}, "each of the two people"),
        ({C: (Span(0, 30),), T: ()}, "each of the two people"),
        ({C: (Span(900, 930),), T: (Span(0, 30),)}, "lies outside"),
        ({C: (Span(-2, 30),), T: (Span(40, 60),)}, "lies outside"),
        ({C: (Span(30, 10),), T: (Span(40, 60),)}, "lies outside"),
        ({C: (Span(0, 30),), T: (Span(25, 60),)}, "overlap at 0:25"),
        ({C: (Span(0, 30),), T: (Span(40, 45),)}, "mark more"),
    ],
)
def test_marks_that_cannot_be_used_say_what_to_do(seeds, says, room, pairs):
    one = room(pairs["m+f"])
    with pytest.raises(ReattuneError, match=says):
        by_seed(one.cepstral, one.heard.speech, seeds)


@spoken
def test_marks_without_speech_name_whose(room, pairs):
    one = room(pairs["m+f"])
    speech = tuple(span for span in one.heard.speech if span.end < 40 or span.start > 80)
    with pytest.raises(ReattuneError, match="therapist's marks"):
        by_seed(one.cepstral, speech, {C: (Span(0, 39),), T: (Span(41, 79),)})
