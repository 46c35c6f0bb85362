"""Peaks on the way out from lag 0, against wcc's output."""

from pathlib import Path

import numpy as np
import pytest

from reattune.errors import ReattuneError
from reattune.nonverbal.peaks import finer, loess, peaks

FILES = Path(__file__).parent / "synchrony"


def read(name):
    return np.genfromtxt(FILES / f"{name}.csv", delimiter=",", skip_header=1)


def test_peaks_are_those_of_wcc():
    found = peaks(read("wcc_syn_plain_w250_t50_winc125_tinc1"), 25, 0.25)
    expected = read("wccpeaks_syn_plain_Lsize25_span.25")
    assert np.array_equal(found.index, expected[:, 0])
    assert np.abs(found.value - expected[:, 1]).max() <= 1e-12


def test_a_row_with_a_missing_cell_and_a_peak_at_the_boundary_give_none():
    cells = np.tile(np.linspace(0, 1, 101), (2, 1))
    cells[0, 3] = np.nan
    assert np.isnan(peaks(cells).index).all()


def test_smoothing_leaves_a_parabola_as_it_is():
    x = np.arange(41.0)
    curve = 3 - x + x * x / 7
    assert np.abs(loess(41, 0.25) @ curve - curve).max() < 1e-9


def test_the_spline_goes_through_its_values_and_knows_cubics():
    x = np.arange(12.0)
    rows = np.stack([x**3 - x, np.sin(x)])
    found = finer(rows)
    assert np.abs(found[:, ::2] - rows).max() == 0
    between = np.arange(23) / 2
    assert np.abs(found[0] - (between**3 - between)).max() < 1e-10


def test_too_few_lags_are_said():
    with pytest.raises(ReattuneError, match="odd number of lags"):
        peaks(np.zeros((1, 9)))
