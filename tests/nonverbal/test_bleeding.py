"""One movement in both parts of the picture."""

import numpy as np

from reattune.nonverbal.bleeding import bleeds, without
from reattune.nonverbal.together import windows
from reattune.nonverbal.watched import Kind
from reattune.synthetic.filming import speeds


def test_one_movement_twice_is_a_fault_with_its_stretch():
    series = speeds(600, 1, coupling=0.3)
    noise = 0.02 * np.random.default_rng(0).standard_normal(5000)
    series[5000:10_000, 1] = series[5000:10_000, 0] + noise
    found = bleeds(windows(series, 25.0))
    assert [one.kind for one in found] == [Kind.BLEED]
    assert abs(found[0].start - 200) <= 10
    assert abs(found[0].end - 400) <= 10
    kept = without(series, 25.0, found)
    assert np.isnan(kept[5250:9750]).all()
    assert bleeds(windows(kept, 25.0)) == ()


def test_two_people_who_move_together_do_not_bleed():
    assert bleeds(windows(speeds(600, 2, coupling=0.8, lag=0.2), 25.0)) == ()


def test_the_very_same_values_in_both_bleed_too():
    series = speeds(300, 3)
    series[:, 1] = series[:, 0]
    assert [(one.kind, one.start) for one in bleeds(windows(series, 25.0))] == [(Kind.BLEED, 0.0)]
