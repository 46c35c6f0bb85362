"""Windowed lagged correlation against rMEA's output and against a slow way of our own."""

import tracemalloc
from pathlib import Path

import numpy as np
import pytest

from reattune.errors import ReattuneError
from reattune.nonverbal import lagged as module
from reattune.nonverbal.lagged import lagged

FILES = Path(__file__).parent / "synchrony"


def read(name):
    return np.genfromtxt(
        FILES / f"{name}.csv", delimiter=",", skip_header=1, missing_values="NA", filling_values=np.nan
    )


def slow(one, two, starts, width, lag):
    """Return Fisher's z in two passes of extended precision, by the written rules, cell by cell."""
    cells = np.full((len(starts), 2 * lag + 1), np.nan)
    for row, start in enumerate(starts):
        blocks = [np.isnan(series[start : start + width + lag]).sum() for series in (one, two)]
        for shift in range(-lag, lag + 1):
            x = one[start + max(-shift, 0) :][:width]
            y = two[start + max(shift, 0) :][:width]
            present = ~(np.isnan(x) | np.isnan(y))
            x, y = x[present].astype(np.longdouble), y[present].astype(np.longdouble)
            if max(blocks) > (width + lag) / 2 or (x != y).sum() < 2 or np.ptp(x) == 0 or np.ptp(y) == 0:
                continue
            for _again in range(2):
                x, y = x - x.mean(), y - y.mean()
            r = float(np.clip((x * y).sum() / np.sqrt((x * x).sum()) / np.sqrt((y * y).sum()), -1, 1))
            with np.errstate(divide="ignore"):
                cells[row, shift + lag] = np.clip(np.arctanh(r), -10, 10)
    return cells


def close(found, expected, most):
    assert np.array_equal(np.isnan(found), np.isnan(expected))
    assert np.nanmax(np.abs(found - expected)) <= most


def hard(samples, seed=0, ripple=True):
    """Return two series with long motionless stretches, ripples of 1e-9 on large offsets, and bursts."""
    drawn = np.random.default_rng(seed)
    pair = np.abs(drawn.normal(size=(2, samples)))
    for series in pair:
        for _ in range(max(2, samples // 800)):
            at, long = drawn.integers(samples), drawn.integers(40, 400)
            series[at : at + long] = drawn.choice([0.0, 0.1, 3.3])
        at = drawn.integers(samples, size=max(1, samples // 500))
        series[at] *= 1e4
        for offset in (1.0, 1e3, 1e6) if ripple else ():
            at = drawn.integers(samples - 200)
            series[at : at + 200] = offset + 1e-9 * drawn.normal(size=200)
    return pair


@pytest.mark.parametrize("case", ["partialNA", "constant", "identical", "doubled"])
def test_every_cell_is_that_of_rmea(case):
    found = lagged(*read(f"edge_in_{case}").T, 25, 2, 10, 5)
    assert found.cells.shape == (22, 101)
    close(found.cells, read(f"edge_ccf_{case}"), 1e-13)


@pytest.mark.parametrize(("case", "missing"), [("majorityNA", range(7, 15)), ("tailNA", range(7, 22))])
def test_a_window_more_than_half_missing_is_a_missing_row_and_stops_nothing(case, missing):
    cells = lagged(*read(f"edge_in_{case}").T, 25, 2, 10, 5).cells
    close(cells, read(f"edge_expected_{case}"), 1e-13)
    assert np.flatnonzero(np.isnan(cells).all(axis=1)).tolist() == list(missing)


def test_scaled_copies_are_exactly_ten_and_identical_ones_are_missing():
    doubled = lagged(*read("edge_in_doubled").T, 25, 2, 10, 5).cells
    assert (doubled[:, 50] == 10).all()
    assert np.isnan(lagged(*read("edge_in_identical").T, 25, 2, 10, 5).cells[:, 50]).all()


@pytest.mark.parametrize("seed", range(4))
def test_stillness_and_ripples_are_as_exact_as_two_passes(seed):
    one, two = hard(1500, seed)
    if seed % 2:
        one[np.random.default_rng(seed).random(1500) < 0.05] = np.nan
        two[700:790] = np.nan
    width, lag = 120, 20
    starts = range(0, 1500 - width - lag + 1, 35)
    close(lagged(one, two, 1, lag, width, 35).cells, slow(one, two, starts, width, lag), 1e-9)


def test_a_hundred_thousand_seconds_take_bounded_memory_and_lose_nothing():
    one, two = hard(2_500_000, 7)
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    found = lagged(one, two, 25, 5, 30, 60)
    peak = tracemalloc.get_traced_memory()[1] - before
    tracemalloc.stop()
    assert peak < 200e6
    rows = np.array([0, 3, 599, 600, len(found.cells) - 1])
    close(found.cells[rows], slow(one, two, (found.starts_s[rows] * 25).astype(int), 750, 125), 1e-9)


def test_rows_do_not_depend_on_what_else_is_worked_on(monkeypatch):
    one, two = hard(6000, 9, ripple=False)
    whole = lagged(one, two, 25, 2, 10, 5).cells
    monkeypatch.setattr(module, "AT_ONCE", 900)
    close(lagged(one, two, 25, 2, 10, 5).cells, whole, 1e-11)


def test_a_positive_lag_means_that_the_first_leads():
    drawn = np.random.default_rng(11)
    one = np.abs(drawn.normal(size=3000))
    found = lagged(one, np.roll(one, 20) + drawn.normal(size=3000) / 5, 25, 2, 10, 5)
    assert found.lags_s[found.cells[1:].mean(axis=0).argmax()] == pytest.approx(0.8)
    assert found.starts_s[1] == 5
    assert found.ends_s[1] == 15


def test_r_and_absolute_cells_are_the_same_cells():
    pair = read("edge_in_constant").T
    z = lagged(*pair, 25, 2, 10, 5).cells
    close(np.arctanh(lagged(*pair, 25, 2, 10, 5, z=False).cells), z, 1e-12)
    close(lagged(*pair, 25, 2, 10, 5, absolute=True).cells, np.abs(z), 0)


def test_without_lags_there_is_one_column():
    assert lagged(*read("edge_in_constant").T, 25, 0, 30, 30).cells.shape == (4, 1)


def test_what_cannot_be_done_is_said():
    with pytest.raises(ReattuneError, match="30 s of movement"):
        lagged(np.ones(750), np.ones(750), 25)
    with pytest.raises(ReattuneError, match="equally long"):
        lagged(np.ones(7), np.ones(8), 1, 0, 2, 1)
    with pytest.raises(ReattuneError, match="needs two values"):
        lagged(np.ones(7), np.ones(7), 1, 0, 1, 1)


def test_the_settings_stand_beside_a_figure():
    assert str(module.Settings(25)) == "60/10 s, lag 5 s"
