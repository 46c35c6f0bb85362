"""Spans: cut, joined, measured."""

from hypothesis import given
from hypothesis import strategies as st

from reattune.model import Span
from reattune.nonverbal.spans import both, clock, either, seconds

some = st.lists(st.tuples(st.integers(0, 50), st.integers(1, 9))).map(
    lambda pairs: either(Span(start, start + length) for start, length in pairs)
)


@given(some, some)
def test_both_and_either_share_out_all_there_is(one, two):
    assert seconds(both(one, two)) + seconds(either((*one, *two))) == seconds(one) + seconds(two)
    assert both(one, two) == both(two, one)


def test_times_are_read_as_on_a_clock():
    assert [clock(at) for at in (-1, 0, 65.9, 3727)] == ["0:00", "0:00", "1:05", "1:02:07"]
