"""What both said."""

import pytest

from reattune.criteria.direct import Cell, direct_report
from reattune.errors import ReattuneError


def test_four_cells_and_what_is_not_known():
    found = direct_report([1, 1, 0, 0, None, 1], [1, 0, 1, 0, 1, None])
    assert found.cell.tolist() == [
        Cell.BOTH,
        Cell.CLIENT_ONLY,
        Cell.THERAPIST_ONLY,
        Cell.NEITHER,
        Cell.NOT_KNOWN,
        Cell.NOT_KNOWN,
    ]
    assert {cell: int(count) for cell, count in found.counts.items()} == dict(zip(Cell, (2, 1, 1, 1, 1), strict=True))
    assert found.said.tolist() == [True, True, True, False, False, False]


def test_many_and_none():
    found = direct_report([[1, 1], [0, 0]], [[1, 1], [0, 1]])
    assert found.counts[Cell.BOTH].tolist() == [2, 0]
    assert direct_report([], []).counts[Cell.NEITHER] == 0


@pytest.mark.parametrize(("client", "therapist"), [([2], [1]), ([1], [0.5]), ([1, 0], [1]), ([float("inf")], [1])])
def test_what_is_no_answer(client, therapist):
    with pytest.raises(ReattuneError):
        direct_report(client, therapist)
