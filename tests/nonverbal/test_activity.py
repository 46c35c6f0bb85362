from functools import cache
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reattune.model import Span
from reattune.nonverbal.activity import Ear, joined, listen, spoken
from reattune.synthetic import sounding

VOICES = {"m+f": (sounding.MALE[0], sounding.FEMALE[0]), "m+m": sounding.MALE, "f+f": sounding.FEMALE}
SECONDS = 240
spoken_aloud = pytest.mark.system("espeak-ng")


@cache
def conversation(voices):
    return sounding.conversation(SECONDS, seed=3, voices=VOICES[voices], long_silence=0.2)


def quiet(speech, shortest):
    return [Span(a.end, b.start) for a, b in pairwise(speech) if b.start - a.end >= shortest]


def match(truth, found):
    """Pairs of a true silence and the one found that shares most of it; None where there is none."""
    shared = [(one, [each for each in found if common(one, each) > one.seconds / 2]) for one in truth]
    return [(one, there[0] if there else None) for one, there in shared]


def common(one, other):
    return min(one.end, other.end) - max(one.start, other.start)


def measured(voices, decibels):
    """Recall and precision of silences of three seconds, and the errors in ms of where they begin and end."""
    said = conversation(voices)
    heard = listen([sounding.in_a_room(said, decibels, 1)])
    truth, found = said.silences(3.0), quiet(heard.speech, 3.0)
    # A silence of 3.02 s that is found as one of 2.98 s is found.
    pairs = match(truth, quiet(heard.speech, 2.8))
    true = [one for one in found if any(common(one, each) > one.seconds / 2 for each in said.silences(2.8))]
    begins = [1000 * abs(there.start - one.start) for one, there in pairs if there]
    ends = [1000 * abs(there.end - one.end) for one, there in pairs if there]
    return sum(there is not None for _, there in pairs) / len(truth), len(true) / len(found), begins, ends


@spoken_aloud
@pytest.mark.parametrize("voices", VOICES)
def test_silences_are_found_with_a_little_noise(voices):
    recall, precision, begins, ends = measured(voices, 20)
    assert (recall, precision) == (1, 1)
    assert len(begins) >= 8
    assert np.median(begins) <= 70
    assert np.percentile(begins, 95) <= 120
    assert np.percentile(ends, 95) <= 100


@spoken_aloud
@pytest.mark.parametrize("voices", VOICES)
def test_silences_are_found_with_much_noise(voices):
    recall, _, begins, _ = measured(voices, 10)
    assert recall == 1
    assert np.percentile(begins, 95) <= 170


def with_sounds(voices, kind):
    """A conversation with something in each long silence, and its long silences."""
    said, put = conversation(voices), []
    draw = np.random.default_rng(1)
    for one in said.silences(3.0):
        middle = (one.start + one.end) / 2
        if kind == "breath":
            put += [(one.start + 0.6, sounding.breath(0.7, 1)), (one.end - 1.3, sounding.breath(0.7, 2))]
        elif kind == "clicks":
            put += [(one.start + 0.5 + k * 0.4, draw.standard_normal(160).astype(np.float32)) for k in range(5)]
        else:
            put += [(middle - 0.8 + k * 0.4, sounding.sob()) for k in range(4)]
    loud = {"breath": -18, "clicks": -10, "sobs": -10}[kind]
    return sounding.in_a_room(sounding.with_sounds(said, put, loud), 30, 1), said.silences(3.0)


@spoken_aloud
@pytest.mark.parametrize("kind", ["breath", "clicks"])
@pytest.mark.parametrize("voices", VOICES)
def test_breath_and_clicks_hide_no_silence(voices, kind):
    sound, truth = with_sounds(voices, kind)
    heard = listen([sound])
    whole = [
        there
        for one, there in match(truth, quiet(heard.speech, 2.8))
        if there and common(one, there) > one.seconds - 0.3
    ]
    assert len(whole) >= 0.95 * len(truth)
    if kind == "breath":
        breaths = [sum(one.start < each.start < each.end < one.end for each in heard.sounds) for one in truth]
        assert breaths == [2] * len(truth)


@spoken_aloud
def test_sobs_may_split_a_silence_but_leave_most_of_it():
    sound, truth = with_sounds("m+f", "sobs")
    speech = listen([sound]).speech
    left = [1 - sum(max(0.0, common(one, each)) for each in speech) / one.seconds for one in truth]
    assert min(left) > 0.5


@spoken_aloud
def test_speech_over_a_telephone_is_heard():
    said = conversation("m+f")
    narrow = sounding.in_a_room(said, 30, 1)[: 120 * 16_000 : 2]
    at = np.arange(2 * len(narrow)) / 2
    upsampled = np.interp(at, np.arange(len(narrow)), narrow).astype(np.float32)
    truth = [one for one in said.silences(3.0) if one.end < 118]
    assert all(there for _, there in match(truth, quiet(listen([upsampled]).speech, 2.8)))


@cache
def short():
    """Twelve and a half seconds, and what is heard in them at once."""
    sound = sounding.in_a_room(conversation("m+f"), 30, 1)[:200_000]
    return sound, listen([sound])


@spoken_aloud
@settings(max_examples=6)
@given(st.lists(st.integers(0, 200_000), max_size=8))
def test_pieces_of_any_length_give_the_very_same(cuts):
    sound, whole = short()
    ear = Ear()
    for piece in np.split(sound, sorted(cuts)):
        ear.hear(piece)
    pieces = ear.done()
    assert whole.speech
    assert pieces.speech == whole.speech
    assert pieces.sounds == whole.sounds
    assert pieces.seconds == whole.seconds == 12.5
    assert np.array_equal(pieces.level, whole.level)


def test_total_silence_and_no_sound_at_all_are_no_trouble():
    heard = listen([np.zeros(16_000 * 20, np.float32)])
    assert (heard.speech, heard.sounds, heard.seconds) == ((), (), 20)
    assert heard.remarks == ("The recording is silent throughout: was the microphone on?",)
    empty = listen([])
    assert (empty.speech, empty.sounds, empty.seconds, len(empty.level), empty.remarks) == ((), (), 0, 0, ())


def test_speech_begins_at_one_probability_and_ends_below_another():
    likely = np.array([0.1] * 10 + [0.5] + [0.36] * 20 + [0.34] * 30 + [0.49] * 10 + [0.9] * 3 + [0.0] * 20, np.float32)
    # The second is 3 frames, 96 ms, less the 80 ms by which ends come late.
    assert spoken(likely, 94 * 0.032) == (Span(10 * 0.032, 31 * 0.032 - 0.08),)


def test_speech_that_the_recording_cuts_off_ends_where_it_ends():
    assert spoken(np.full(40, 0.9, np.float32), 1.27) == (Span(0.0, 1.27),)


def test_only_short_gaps_are_joined():
    assert joined([Span(0, 1), Span(1.24, 2), Span(2.25, 3)], 0.25) == [Span(0, 2), Span(2.25, 3)]
