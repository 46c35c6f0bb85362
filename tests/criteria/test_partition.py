"""The same breaks by independent hands."""

import sys

import numpy as np
import pytest
from tests.criteria.series_made import NA, WIDE, noise
from tests.criteria.test_breaks import FLOW, NILE

from reattune.criteria.breaks import mean_breaks, partitions
from reattune.criteria.partition import library_breaks, library_partitions
from reattune.errors import ReattuneError


def test_without_the_library_it_says_how_to_get_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "ruptures", None)
    with pytest.raises(ReattuneError, match=r'pip install "reattune\[research\]"'):
        library_partitions(NILE)
    with pytest.raises(ReattuneError):
        library_breaks(NILE, FLOW)


def test_the_nile():
    pytest.importorskip("ruptures")
    for one, other in zip(partitions(NILE), library_partitions(NILE), strict=True):
        assert one.breaks == other.breaks
        assert one.rss == pytest.approx(other.rss)
        assert one.bic == pytest.approx(other.bic)


def test_the_same_marks():
    pytest.importorskip("ruptures")
    scores = noise(12, 30)
    scores[::2, 15:] -= 3.0
    scores[1, 20:] = NA
    scores[2, 10:] = NA
    one, other = mean_breaks(scores, WIDE), library_breaks(scores, WIDE)
    assert one.marked.any()
    np.testing.assert_array_equal(one.marked, other.marked)
    np.testing.assert_allclose(one.statistic, other.statistic, atol=1e-6)
    assert library_partitions(np.full(20, 3.0)) == ()
