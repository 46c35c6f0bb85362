import sys

import numpy as np
import pytest

from reattune.errors import ReattuneError
from reattune.nonverbal import pitch, praat

RATE = 16_000


def glide():
    at = np.arange(4 * RATE) / RATE
    phase = 2 * np.pi * (120 * at + 15 * at**2)
    return sum(np.sin(k * phase) / k for k in range(1, 9)).astype(np.float32) * np.float32(0.2)


def test_praat_hears_the_pitch_that_is_there():
    found = praat.pitch(glide())
    true = 120 + 30 * found.times
    assert np.isfinite(found.hertz).mean() > 0.98
    assert np.nanmedian(1200 * np.abs(np.log2(found.hertz / true))) < 10
    assert np.nanmin(found.strength) > 0.9


def test_its_times_are_ours():
    assert np.array_equal(praat.pitch(glide()).times, pitch.pitch(glide()).times)


def test_silence_and_too_short_a_sound_have_no_pitch():
    assert np.isnan(praat.pitch(np.zeros(RATE, np.float32)).hertz).all()
    assert len(praat.pitch(np.zeros(100, np.float32)).hertz) == 0


def test_without_the_extra_it_is_said_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "parselmouth", None)
    with pytest.raises(ReattuneError, match=r'pip install "reattune\[praat\]"'):
        praat.pitch(glide())
