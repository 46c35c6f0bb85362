"""The client's turns in recordings."""

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.streams.recorded_made import sound
from tests.streams.streams_made import heron, only, seen, series, values

from reattune.model import Direction, Way
from reattune.noticing.looseness import share_used
from reattune.streams.turns import LENGTH_COUNTS, MINIMAL, REPLY, SHORT_COUNTS


def test_very_short_turns_are_counted_and_the_middle_length_is_taken():
    one = heron(listened=(sound(0, minimal=15, reply=4.26),))
    assert values(one, "turns minimal") == ["15_of_60_by_channels"]
    assert values(one, "turns reply") == ["4.3_by_channels"]
    assert (series(one, "turns minimal").pattern.falls, MINIMAL.rises) == (None, Direction.AWAY)
    assert (REPLY.falls, REPLY.rises) == (Direction.AWAY, None)


def test_what_hangs_together_counts_less():
    one = heron(listened=(sound(0),))
    assert only(one, "turns reply").weight == LENGTH_COUNTS
    assert only(one, "turns minimal").weight == SHORT_COUNTS


@pytest.mark.parametrize(
    "more",
    [
        {"client_turns": 19, "minimal": 3},
        {"client_turns": None, "minimal": None, "reply": None},
        {"way": Way.NONE},
        {"way": Way.CLUSTERED},
        {"seconds": 500.0},
    ],
)
def test_too_few_turns_or_nobody_knows_whose_gives_nothing(more):
    assert [each.name for each in seen(heron(listened=(sound(0, **more),))).series if "turns" in each.name] == []


@given(st.integers(20, 500), st.data())
def test_more_short_turns_are_never_less_on_the_table(turns, data):
    few = data.draw(st.integers(0, turns))
    more = data.draw(st.integers(few, turns))
    codes = [
        only(heron(listened=(sound(0, client_turns=turns, minimal=one),)), "turns minimal").code for one in (few, more)
    ]
    assert 0 <= codes[0] <= codes[1] < MINIMAL.size


def test_half_as_long_is_the_same_step_for_everybody():
    codes = [only(heron(listened=(sound(0, reply=one),)), "turns reply").code for one in (16.0, 8.0, 4.0, 2.0)]
    steps = [early - late for early, late in itertools.pairwise(codes)]
    assert all(abs(step - math.log(2) / REPLY.step) <= 1 for step in steps)
    assert only(heron(listened=(sound(0, reply=0.0),)), "turns reply").code == 0


def test_no_more_comes_up_than_is_spent_under_the_model():
    assert share_used([MINIMAL, REPLY], 0.02, people=40, ticks=30).share < 1
