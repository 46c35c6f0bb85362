"""What a stated reason leaves of the evidence."""

import pytest

from reattune.streams.reasons import REASONS, leaves


@pytest.mark.parametrize(
    ("stated", "left"),
    [
        ("bereavement", 0),
        ("Funeral of an aunt", 0),
        ("in HOSPITAL", 0),
        ("birth of a daughter", 0),
        ("long-term illness", 0),
        ("illness", 0.5),
        ("I was sick", 0.5),
        ("30", 0.5),
        ("Feeling better", 0.5),
        ("pat-lt", 0.5),
        ("work", 0.5),
        ("travel for work; my father died", 0),
        ("birthday party", 1),
        ("still thinking", 1),
        ("illustrator's evening", 1),
        ("pat-ucp", 1),
        ("room 30", 1),
        ("", 1),
    ],
)
def test_leaves(stated, left):
    assert leaves(stated) == left


def test_every_reason_lowers_and_says_where_it_comes_from():
    assert all(0 <= reason.leaves < 1 and reason.source for reason in REASONS)
