from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.signal import lfilter

from reattune.nonverbal import praat
from reattune.nonverbal.pitch import Pitches, best_way, pitch
from reattune.synthetic import sounding

RATE = 16_000
VOWELS = ((730, 1090, 2440), (270, 2290, 3010), (300, 870, 2240), (530, 1840, 2480))


def cents(found, true):
    return 1200 * np.abs(np.log2(found / true))


def harmonics(hertz, count):
    """A sound with so many harmonics, at the frequency of each sample."""
    phase = 2 * np.pi * np.cumsum(hertz) / RATE
    return sum(np.sin(k * phase) / k for k in range(1, count + 1)).astype(np.float32) * np.float32(0.2)


def test_a_glide_is_followed():
    hertz = np.linspace(100, 300, 10 * RATE)
    found = pitch(harmonics(hertz, 10))
    wrong = cents(found.hertz, np.interp(found.times, np.arange(len(hertz)) / RATE, hertz))
    assert np.isfinite(found.hertz).mean() > 0.99
    assert np.nanmedian(wrong) <= 1
    assert np.nanpercentile(wrong, 95) <= 3


def vowel(hertz, formants, draw):
    """Pulses of a glottis through three resonances, with a little noise: its first harmonic may be weak."""
    phase = np.cumsum(hertz) / RATE
    pulses = np.diff(np.floor(phase), prepend=0.0)
    sound = lfilter([1], [1, -0.95], pulses) + draw.standard_normal(len(pulses)) * 0.01
    for middle in formants:
        radius = np.exp(-np.pi * 90 / RATE)
        sound = lfilter([1], [1, -2 * radius * np.cos(2 * np.pi * middle / RATE), radius**2], sound)
    return sound / np.abs(sound).max() * np.hanning(len(sound)) ** 0.3


@pytest.mark.parametrize("middle", [95, 130, 190, 240, 330])
def test_no_octave_is_missed_in_a_voice_that_is_known(middle):
    draw = np.random.default_rng(middle)
    sounds, truth = [], []
    for number in range(24):
        samples = RATE // 2
        hertz = middle * 2 ** (0.25 * np.sin(np.linspace(0, 3, samples) + draw.uniform(0, 6)))
        sounds += [vowel(hertz, VOWELS[number % 4], draw) * 0.3, draw.standard_normal(RATE // 8) * 1e-3]
        truth += [hertz, np.full(RATE // 8, np.nan)]
    found = pitch(np.concatenate(sounds).astype(np.float32))
    true = np.concatenate(truth)[np.minimum((found.times * RATE).astype(int), sum(map(len, truth)) - 1)]
    both = np.isfinite(found.hertz) & np.isfinite(true)
    assert both.sum() > 0.9 * np.isfinite(true).sum()
    assert (cents(found.hertz[both], true[both]) > 600).mean() < 0.01
    assert np.median(cents(found.hertz[both], true[both])) < 15
    inside = np.isnan(true) & np.roll(np.isnan(true), 4) & np.roll(np.isnan(true), -4)
    assert np.isfinite(found.hertz[inside]).mean() < 0.05


@pytest.mark.system("espeak-ng")
@pytest.mark.parametrize("voices", [sounding.MALE, sounding.FEMALE])
def test_praat_hears_the_same_in_speech(voices):
    sound = sounding.in_a_room(sounding.conversation(60, 5, voices, overlap=0), 40, 1)
    ours, theirs = pitch(sound), praat.pitch(sound)
    both = np.isfinite(ours.hertz) & np.isfinite(theirs.hertz)
    assert both.sum() > 2000
    assert (np.isfinite(ours.hertz) == np.isfinite(theirs.hertz)).mean() > 0.95
    assert (cents(ours.hertz[both], theirs.hertz[both]) > 600).mean() < 0.01
    assert np.median(cents(ours.hertz[both], theirs.hertz[both])) < 10


@cache
def short():
    draw = np.random.default_rng(2)
    voice = harmonics(180 + 30 * np.sin(np.arange(5 * RATE) / RATE), 8)
    sound = (voice * (np.arange(5 * RATE) % RATE < 0.7 * RATE) + draw.standard_normal(5 * RATE) * 0.002).astype(
        np.float32
    )
    return sound, pitch(sound)


@settings(max_examples=15)
@given(st.lists(st.integers(0, 5 * RATE), max_size=8))
def test_pieces_of_any_length_give_the_very_same(cuts):
    sound, whole = short()
    one = Pitches()
    for piece in np.split(sound, sorted(cuts)):
        one.hear(piece)
    pieces = one.done()
    assert np.isfinite(whole.hertz).mean() > 0.5
    for name in ("times", "hertz", "strength"):
        assert np.array_equal(getattr(pieces, name), getattr(whole, name), equal_nan=True), name


def test_silence_noise_and_nothing_have_no_pitch():
    assert np.isnan(pitch(np.zeros(RATE, np.float32)).hertz).all()
    noise = np.random.default_rng(1).standard_normal(5 * RATE).astype(np.float32) * np.float32(0.1)
    assert np.isfinite(pitch(noise).hertz).mean() < 0.05
    assert len(pitch(np.zeros(0, np.float32)).times) == 0
    assert len(pitch(np.zeros(639, np.float32)).times) == 0


def test_a_door_that_falls_shut_silences_no_voice():
    sound, whole = short()
    changed = sound * np.float32(0.02)
    changed[: RATE // 100] = 1.0
    later = slice(100, None)
    assert np.isfinite(pitch(changed).hertz[later]).sum() > 0.9 * np.isfinite(whole.hertz[later]).sum()


def test_the_way_does_not_jump_an_octave_for_little():
    octaves = np.tile(np.log2(np.array([100, 200, 300, 310, 320, 330], np.float32)), (5, 1))
    worth = np.full((5, 7), -9, np.float32)
    worth[:, 0], worth[2, 0], worth[2, 1] = 0.9, 0.8, 0.9
    assert best_way(octaves, worth).tolist() == [0, 0, 0, 0, 0]
    worth[2, 0] = -9
    assert best_way(octaves, worth).tolist() == [0, 0, 1, 0, 0]
