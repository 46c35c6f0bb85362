"""Cepstra: the same however sound is cut, and a pitch that is right."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reattune.nonverbal.cepstra import MIDDLE, Cepstra, cepstra

SOUND = np.random.default_rng(0).standard_normal(16_000 * 21).astype(np.float32) * np.float32(0.1)
WHOLE = cepstra(SOUND)


@given(st.lists(st.integers(1, 200_000), max_size=6))
@settings(max_examples=10)
def test_any_way_of_cutting_gives_the_same(cuts):
    one = Cepstra()
    for part in np.split(SOUND, np.minimum(np.cumsum([0, *cuts]), len(SOUND))):
        one.hear(part)
    found = one.done()
    for name in ("cepstrum", "pitch", "level"):
        np.testing.assert_array_equal(getattr(found, name), getattr(WHOLE, name))


def test_a_frame_each_ten_milliseconds():
    assert WHOLE.cepstrum.shape == (2098, 19)
    assert len(cepstra(SOUND[:399]).level) == 0
    assert len(cepstra(SOUND[:400]).level) == 1


@pytest.mark.parametrize("hertz", [70, 110, 200, 390])
def test_pitch_of_a_voice_like_sound(hertz):
    time = np.arange(16_000) / 16_000
    sound = sum(np.sin(2 * np.pi * hertz * k * time) / k for k in range(1, 8)).astype(np.float32) * np.float32(0.1)
    pitch = cepstra(sound).pitch[5:-5]
    np.testing.assert_allclose(np.exp(pitch), hertz, rtol=0.01)


def test_silence_and_noise_have_no_pitch():
    assert np.isnan(cepstra(np.zeros(16_000, np.float32)).pitch).all()
    assert np.isnan(WHOLE.pitch).mean() > 0.95


def test_describe_is_mean_spread_and_pitch():
    row = WHOLE.describe(np.array([2.0]), np.array([3.0]))[0]
    at = MIDDLE + np.arange(len(WHOLE.level)) / 100
    part = WHOLE.cepstrum[(at >= 2 - 1e-9) & (at < 3 - 1e-9)].astype(np.float64)
    np.testing.assert_allclose(row[:19], part.mean(axis=0), atol=1e-9)
    np.testing.assert_allclose(row[19:38], part.std(axis=0), atol=1e-9)
    assert np.isnan(cepstra(np.empty(0, np.float32)).describe(np.array([0.0]), np.array([1.0]))).all()


def test_louder_changes_the_level_and_nothing_else():
    louder = cepstra(SOUND * np.float32(2))
    np.testing.assert_allclose(louder.cepstrum, WHOLE.cepstrum, atol=1e-3)
    np.testing.assert_allclose(louder.level - WHOLE.level, 6.02, atol=0.01)
