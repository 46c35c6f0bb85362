import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.signal import resample_poly

from reattune.reading.recordings.resampling import Resampling

NOISE = np.random.default_rng(7).normal(size=(9000, 2)).astype(np.float32)


def in_pieces(sound, given_rate, wanted, cuts):
    resampling = Resampling(given_rate, wanted)
    pieces = [resampling.hear(one) for one in np.split(sound, sorted(cuts))]
    return np.concatenate([*pieces, resampling.done()])


@pytest.mark.parametrize(
    ("given_rate", "wanted"), [(44_100, 16_000), (48_000, 16_000), (8_000, 16_000), (96_000, 16_000)]
)
@given(cuts=st.lists(st.integers(0, 9000), max_size=6))
def test_pieces_give_what_the_whole_gives(given_rate, wanted, cuts):
    whole = resample_poly(NOISE, wanted, given_rate, axis=0)
    pieces = in_pieces(NOISE, given_rate, wanted, cuts)
    assert pieces.dtype == np.float32
    assert pieces.shape == whole.shape
    assert np.abs(pieces - whole).max() < 1e-5


def test_the_same_rate_is_left_as_it_is():
    assert np.array_equal(in_pieces(NOISE, 16_000, 16_000, [10, 400]), NOISE)


def test_nothing_heard_gives_nothing():
    assert len(Resampling(44_100, 16_000).done()) == 0
