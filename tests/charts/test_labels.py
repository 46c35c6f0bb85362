"""Labels never cover one another and never leave the drawing."""

from hypothesis import given
from hypothesis import strategies as st

from reattune.charts.labels import staggered


def test_two_that_are_far_apart_share_a_level():
    levels, placed = staggered([(0.0, "abc"), (100.0, "abc")], 400.0, 6.0)
    assert (levels, [level for _x, level, _words in placed]) == (1, [0, 0])


def test_two_that_are_close_take_two_levels():
    levels, placed = staggered([(0.0, "abc"), (5.0, "abc")], 400.0, 6.0)
    assert (levels, [level for _x, level, _words in placed]) == (2, [0, 1])


@given(st.lists(st.tuples(st.floats(0, 300), st.text(min_size=1, max_size=9)), max_size=12))
def test_none_covers_another(wanted):
    _levels, placed = staggered(sorted(wanted, key=lambda one: one[0]), 400.0, 6.0)
    spans = [(level, x, x + 6 * len(words) + 6) for x, level, words in placed]
    for index, (level, start, end) in enumerate(spans):
        assert end <= 400.0 + 1e-9
        assert all(other != level or start >= till or end <= begin for other, begin, till in spans[:index])
