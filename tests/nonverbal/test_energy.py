"""Motion energy against the known speed of an invented film."""

import numpy as np
import pytest
from scipy.stats import spearmanr

from reattune.errors import ReattuneError
from reattune.nonverbal.energy import Energy
from reattune.nonverbal.regions import Part, Regions, Side, halves
from reattune.synthetic.filming import Pictures, film

HALVES = halves(Side.LEFT)


def seen(made, parts=HALVES, threshold=12):
    energy = Energy(parts, threshold)
    for block in made:
        energy.see(block)
    return energy.done()


@pytest.fixture(scope="module")
def plain():
    made = film(40, 1, coupling=0.6)
    return made, seen(made.blocks())


def test_it_orders_movement_as_the_true_speed_does(plain):
    made, found = plain
    for who in range(2):
        assert spearmanr(found.energy[:, who], made.speed[1:, who])[0] >= 0.95


def test_how_pictures_come_in_blocks_changes_nothing(plain):
    made, found = plain
    blocks = list(made.blocks())
    times, grey = (np.concatenate([getattr(one, name) for one in blocks[:2]]) for name in ("times", "grey"))
    again = seen(Pictures(times[a:b], grey[a:b]) for a, b in ((0, 1), (1, 4), (4, 4), (4, 90), (90, len(times))))
    assert np.array_equal(again.energy, found.energy[: len(times) - 1], equal_nan=True)
    assert np.array_equal(again.touched, found.touched[: len(times) - 1])


def test_differences_do_not_run_over():
    grey = np.zeros((3, 40, 40), np.uint8)
    grey[0], grey[1], grey[2] = 0, 12, 255
    grey[2, :, :30] = 12
    energy = seen([Pictures(np.arange(3.0), grey)]).energy
    # 12 is not above 12; then half of the right side changes.
    assert energy[:, :2].tolist() == [[0.0, 0.0], [0.0, 50.0]]
    assert seen([Pictures(np.arange(2.0), grey[::-1][:2])]).energy[0, :2].tolist() == [0.0, 50.0]


def test_tall_pictures_are_counted_in_full():
    grey = np.zeros((2, 700, 20), np.uint8)
    grey[1] = 200
    assert seen([Pictures(np.arange(2.0), grey)]).energy[0, :2].tolist() == [100.0, 100.0]


def test_parts_drawn_by_hand_count_their_own_pixels():
    parts = Regions(Part(0, 0, 0.25, 0.5), Part(0.5, 0.5, 0.5, 0.5), Part(0.5, 0, 0.5, 0.4))
    grey = np.zeros((2, 100, 200), np.uint8)
    grey[1, :25, :50] = 99
    grey[1, :, 190:] = 99
    assert seen([Pictures(np.arange(2.0), grey)], parts).energy[0].tolist() == [50.0, 10.0, 10.0]


def test_the_threshold_can_be_taken_from_noise():
    draw = np.random.default_rng(0)
    grey = np.clip(120 + 12 * draw.standard_normal((20, 90, 160)), 0, 255).astype(np.uint8)
    parts = Regions(Part(0, 0.5, 0.5, 0.5), Part(0.5, 0.5, 0.5, 0.5), Part(0, 0, 1, 0.4))
    block = Pictures(np.arange(20) / 25, grey)
    assert seen([block], parts).energy[:, 0].mean() > 40
    assert seen([block], parts, None).energy[:, 0].mean() < 1.5
    with pytest.raises(ReattuneError, match="draw the background"):
        Energy(HALVES, None)


def test_nothing_seen_is_nothing():
    assert seen([]).energy.shape == (0, 3)
    one = seen([Pictures(np.zeros(1), np.zeros((1, 20, 20), np.uint8))])
    assert len(one.times) == 1
    assert one.energy.shape == (0, 3)
