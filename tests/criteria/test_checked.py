"""A wrong score is said with its place."""

import numpy as np
import pytest
from tests.criteria.series_made import NA, SCALE

from reattune.criteria.checked import above_zero, check_scale, from_rows, higher_is_better, on_scale, series
from reattune.criteria.marked import Scale
from reattune.errors import ReattuneError


def test_scores_are_copied():
    given = np.array([1.0, 2.0])
    found = series(given)
    found[0] = 9.0
    assert given[0] == 1.0
    assert series([1, None, 3]).tolist()[::2] == [1.0, 3.0]
    assert series([]).shape == (0,)


@pytest.mark.parametrize(
    ("scores", "said"),
    [
        ([1.0, np.inf], "session 2 is infinite"),
        ([[1.0, 2.0], [3.0, -np.inf]], "series 2, session 2 is infinite"),
        (["a"], "not all numbers"),
        ([[1.0], [1.0, 2.0]], "differ in length"),
        (5.0, "one score for each session"),
    ],
)
def test_what_is_no_series(scores, said):
    with pytest.raises(ReattuneError, match=said):
        series(scores)


def test_beyond_the_scale():
    with pytest.raises(ReattuneError, match=r"session 3 is 40\.5, beyond the scale of 0 to 40"):
        on_scale([NA, 40.0, 40.5], SCALE)
    on_scale([0.0, 40.0, 40.0 + 1e-12], SCALE)


def test_lower_is_better():
    assert higher_is_better([1.0, 7.0], Scale(1.0, 7.0, higher_is_better=False)).tolist() == [7.0, 1.0]
    assert higher_is_better([1.0, 7.0], Scale(1.0, 7.0)).tolist() == [1.0, 7.0]


@pytest.mark.parametrize(
    "scale",
    [
        Scale(1.0, 1.0),
        Scale(0.0, np.inf),
        Scale(NA, 1.0),
        Scale(0.0, 1.0, sd_between=0.0),
        Scale(0.0, 1.0, sd_between=NA),
        Scale(0.0, 1.0, reliability=1.0),
        Scale(0.0, 1.0, reliability=-0.1),
    ],
)
def test_what_is_no_scale(scale):
    with pytest.raises(ReattuneError):
        check_scale(scale)


def test_above_zero():
    assert above_zero("k", 2.0) == 2.0
    for number in (0.0, -1.0, NA, np.inf):
        with pytest.raises(ReattuneError, match="k is"):
            above_zero("k", number)


def test_rows_become_a_series():
    found = from_rows([(1, "srs", 30.0), (2, "srs", None), (np.int64(4), "srs", 31)])
    np.testing.assert_array_equal(found, [30.0, NA, NA, 31.0])
    assert from_rows([]).shape == (0,)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([(1, "srs", 1.0), (3, "srs", 1.0), (2, "srs", 1.0)], "Row 3 is of session 2 but comes after session 3"),
        ([(1, "srs", 1.0), (1, "srs", 2.0)], "Row 2 is of session 1, as is the row before"),
        ([(1, "srs", 1.0), (2, "ors", 1.0)], "Row 2 is of ors, the rows before it of srs"),
        ([(0, "srs", 1.0)], "Row 1 is of session 0"),
        ([(20260101, "srs", 1.0)], "number the sessions"),
        ([(1.5, "srs", 1.0)], "number the sessions"),
        ([(True, "srs", 1.0)], "number the sessions"),
        ([(1, "srs", np.inf)], "score in row 1"),
        ([(1, "srs", "much")], "score in row 1"),
    ],
)
def test_rows_that_are_no_series(rows, said):
    with pytest.raises(ReattuneError, match=said):
        from_rows(rows)
