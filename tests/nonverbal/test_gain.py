import numpy as np
import pytest

from reattune.nonverbal.gain import BLOCK, ENOUGH, MOST, Gain


def louder(*pieces):
    gain = Gain()
    found = [block for piece in pieces for block in gain.hear(piece)]
    return np.concatenate((*found, gain.done()))


def tone(loudest, samples=2 * BLOCK + 777):
    return (np.sin(np.arange(samples) * 0.1) * loudest).astype(np.float32)


def test_what_is_loud_enough_is_left_exactly_as_it_is():
    assert np.array_equal(louder(tone(0.06)), tone(0.06))


@pytest.mark.parametrize(("loudest", "then"), [(0.01, ENOUGH), (0.0001, 0.0001 * MOST), (0.0, 0.0)])
def test_what_is_soft_is_made_louder_within_bounds(loudest, then):
    assert np.abs(louder(tone(loudest))).max() == pytest.approx(then, rel=1e-3)


def test_after_something_loud_nothing_is_made_louder():
    sound = tone(0.001)
    sound[BLOCK + 5] = 0.5
    assert np.array_equal(louder(sound)[BLOCK:], sound[BLOCK:])
    assert np.abs(louder(sound)).max() == 0.5


def test_pieces_of_any_length_give_the_very_same():
    sound = tone(0.003)
    assert np.array_equal(louder(*np.split(sound, [1, 2, 900, BLOCK, BLOCK + 1, 100_000])), louder(sound))
    assert len(louder(np.zeros(0, np.float32))) == 0
