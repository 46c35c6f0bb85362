"""Windowed cross-correlation as wcc numbers it, against its output."""

from pathlib import Path

import numpy as np
import pytest

from reattune.errors import ReattuneError
from reattune.nonverbal import wcc as module
from reattune.nonverbal.wcc import wcc

FILES = Path(__file__).parent / "synchrony"


def read(name):
    return np.genfromtxt(FILES / f"{name}.csv", delimiter=",", skip_header=1)


def plain():
    return read("edge_in_identical")[:, 0], read("edge_in_constant")[:, 1]


def test_every_cell_is_that_of_wcc():
    found = wcc(*plain(), 250, 50, 125)
    assert np.abs(found.cells - read("wcc_syn_plain_w250_t50_winc125_tinc1")).max() <= 1e-12
    assert found.ends[:2].tolist() == [300, 425]


def test_left_of_the_centre_the_first_leads():
    found = wcc(*plain(), 250, 50, 125)
    assert found.lags[found.cells.mean(axis=0).argmax()] == -10


def test_identical_series_are_one_at_the_centre():
    one = plain()[0]
    assert wcc(one, one, 250, 50, 125).cells[:, 50] == pytest.approx(1, abs=1e-12)


def test_lags_go_in_steps_and_parts_change_nothing(monkeypatch):
    whole = wcc(*plain(), 250, 50, 125)
    monkeypatch.setattr(module, "AT_ONCE", 1000)
    stepped = wcc(*plain(), 250, 50, 125, 4)
    assert stepped.lags.tolist() == list(range(-48, 49, 4))
    assert np.abs(stepped.cells - whole.cells[:, 2::4][:, :25]).max() < 1e-12


def test_what_is_missing_is_dropped_in_pairs_and_stillness_gives_nothing():
    one, two = plain()
    one[700:720] = np.nan
    two[1500:2200] = 0.0
    found = wcc(one, two, 250, 50, 125).cells
    end = 300 + 4 * 125
    x, y = one[end - 250 : end], two[end - 255 : end - 5]
    assert found[4, 55] == pytest.approx(np.corrcoef(x[~np.isnan(x)], y[~np.isnan(x)])[0, 1], abs=1e-12)
    assert np.isnan(found).any()


def test_too_little_is_said():
    with pytest.raises(ReattuneError, match="longer series"):
        wcc(np.ones(100), np.ones(100), 90, 20)
