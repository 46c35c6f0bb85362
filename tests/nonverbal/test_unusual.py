import numpy as np

from reattune.nonverbal.unusual import cluster, lower, run


def test_events_close_together_are_a_cluster_that_chance_seldom_makes():
    first, last, chance = cluster([100, 900, 910, 930, 2500], 3000, 60, 3)
    assert (first, last) == (1, 3)
    assert chance < 0.05


def test_spread_events_are_no_cluster():
    assert cluster([100, 900, 1700], 3000, 60, 2) is None
    assert cluster([1, 2, 3], 50, 60, 2) is None
    assert cluster([], 3000, 60, 2) is None


def test_by_chance_a_cluster_is_about_as_rare_as_it_says():
    draw = np.random.default_rng(3)
    drawn = [cluster(np.sort(draw.uniform(0, 3000, 10)), 3000, 240, 3) for _ in range(200)]
    chances = [one[2] if one else 1.0 for one in drawn]
    assert np.mean(np.array(chances) <= 0.05) <= 0.09


def test_the_longest_run_is_found_and_weighed_against_shuffles():
    assert run([False, True, True, True, True, True, *[False] * 40], 4)[:2] == (1, 5)
    assert run([False, True, True, True, True, True, *[False] * 40], 4)[2] < 0.01
    assert run([True] * 10, 4)[2] == 1.0
    assert run([True, False] * 9, 4) is None
    assert run([], 1) is None


def test_low_values_are_seldom_as_low_by_chance():
    assert lower([1, 2, 3], range(10, 40)) < 0.01
    assert lower(range(10, 40), [1, 2, 3]) > 0.9
