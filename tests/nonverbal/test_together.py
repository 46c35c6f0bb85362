"""Windows of togetherness, their null and their band."""

import numpy as np
import pytest

from reattune.nonverbal.together import together, windows
from reattune.synthetic.filming import speeds


def test_the_planted_lag_is_found_in_seconds():
    for lag in (0.8, -0.4):
        found = windows(speeds(300, 1, coupling=0.9, lag=lag), 25.0)
        assert np.nanmedian(found.best) == pytest.approx(lag, abs=0.04)


def test_coupled_movement_lies_above_chance_and_other_movement_does_not():
    coupled = speeds(600, 3, coupling=0.5)
    found = together(coupled, windows(coupled, 25.0))
    assert found.differs
    assert found.z > 3
    assert found.statistic == "max Z, 60/10 s, lag 5 s"
    assert found.low < found.chance < found.high < found.usual
    assert found.lead == pytest.approx(0.8, abs=0.08)
    alone = speeds(600, 4)
    assert abs(together(alone, windows(alone, 25.0)).z) < 2.5


def test_a_window_that_misses_more_than_a_tenth_is_missing():
    series = speeds(300, 1, coupling=0.5)
    series[3000:3200, 1] = np.nan
    found = windows(series, 25.0)
    missing = np.isnan(found.max_z)
    inside = (found.starts + 60 > 120) & (found.starts < 128)
    assert missing[inside].any()
    assert not missing[~inside].any()
    assert found.by_second(300.0)[5] is None
    told = [one for one, at in zip(found.by_second(300.0), range(300), strict=True) if 40 < at < 80]
    assert None not in told
    # A few missing values do not cost a minute.
    few = speeds(300, 1, coupling=0.5)
    few[3000:3020] = np.nan
    assert not np.isnan(windows(few, 25.0).max_z).any()


def test_what_is_too_short_or_all_missing_is_not_told():
    assert windows(speeds(50, 1), 25.0) is None
    assert windows(np.full((5000, 2), np.nan), 25.0) is None
    short = speeds(100, 1)
    assert together(short, windows(short, 25.0)) is None
    # One value a second, and not enough of them for a hundred different shifts.
    slow = speeds(150, 1, per_second=1.0)
    assert together(slow, windows(slow, 1.0)) is None


def test_ribbons_do_not_drift_where_a_step_is_not_whole_seconds():
    series = np.random.default_rng(0).random((round(3000 * 29.97), 2))
    found = windows(series, 29.97)
    last = len(found.starts) - 1
    assert found.starts[1] != 10.0
    told = found.by_second(3000.0)
    assert told[int(found.middles[last] + 1)] == found.max_z[last]
    assert told[int(found.middles[last // 2])] == found.max_z[last // 2]


def test_where_values_are_further_apart_than_a_second_nothing_is_told():
    assert windows(np.random.default_rng(0).random((5000, 2)), 0.5) is None
