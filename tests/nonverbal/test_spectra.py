import numpy as np
import pytest

from reattune.nonverbal.spectra import Frames, likeness, window


def cut(pieces, **settings):
    one = Frames(**settings)
    return [block for piece in pieces for block in one.hear(piece)] + one.done()


def test_frames_overlap_and_what_fills_none_is_left_out():
    blocks = cut([np.arange(23, dtype=np.float32)], length=8, step=4, block=2)
    assert [block.shape for block in blocks] == [(2, 8), (2, 8)]
    assert np.concatenate(blocks)[:, 0].tolist() == [0, 4, 8, 12]


def test_blocks_are_the_same_whatever_the_pieces():
    sound = np.random.default_rng(1).standard_normal(1_000).astype(np.float32)
    whole = cut([sound], length=40, step=10, block=16)
    pieces = cut(np.split(sound, [1, 1, 30, 333, 900]), length=40, step=10, block=16)
    assert [len(one) for one in whole] == [len(one) for one in pieces]
    assert all(np.array_equal(one, other) for one, other in zip(whole, pieces, strict=True))


def test_a_wave_is_like_itself_one_period_later():
    wave = np.sin(2 * np.pi * np.arange(640) / 80).astype(np.float32)
    alike = likeness(wave[None], 121)[0]
    assert alike[0] == 1
    assert alike[80] == pytest.approx(1, abs=0.01)
    assert alike[40] == pytest.approx(-1, abs=0.01)


def test_silence_is_like_nothing():
    assert np.array_equal(likeness(np.zeros((2, 640), np.float32), 10), np.zeros((2, 10)))


def test_a_window_does_not_touch_zero():
    assert window(640).min() > 0
    assert window(641)[320] == 1
