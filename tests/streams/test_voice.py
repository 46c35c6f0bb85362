"""The client's voice in recordings: changed, and no more."""

import pytest
from tests.streams.recorded_made import sound
from tests.streams.streams_made import heron, only, seen, values

from reattune.model import Direction, Way
from reattune.noticing.looseness import share_used
from reattune.streams.voice import LITTLE, SPAN, TOGETHER


def test_span_and_moving_together_are_two_sided_and_count_little():
    one = heron(listened=(sound(0, client_span=8.04, pitch_together=-0.25),))
    assert values(one, "voice span") == ["8.0_by_channels"]
    assert values(one, "voice together") == ["-0.20_by_channels"]
    for pattern in (SPAN, TOGETHER):
        assert (pattern.falls, pattern.rises) == (Direction.CHANGED, Direction.CHANGED)
    for name in ("voice span", "voice together"):
        assert only(one, name).weight == LITTLE


@pytest.mark.parametrize("more", [{"client_span": None, "pitch_together": None}, {"way": Way.NONE}])
def test_without_a_figure_nothing_is_seen(more):
    assert [each.name for each in seen(heron(listened=(sound(0, **more),))).series if "voice" in each.name] == []


@pytest.mark.parametrize("span", [0.0, 0.5, 7.0, 400.0])
@pytest.mark.parametrize("together", [-9.0, 0.0, 9.0])
def test_any_figure_has_a_place(span, together):
    one = heron(listened=(sound(0, client_span=span, pitch_together=together),))
    assert 0 <= only(one, "voice span").code < SPAN.size
    assert 0 <= only(one, "voice together").code < TOGETHER.size


def test_no_more_comes_up_than_is_spent_under_the_model():
    assert share_used([SPAN, TOGETHER], 0.02, people=40, ticks=30).share < 1


def test_moving_together_is_told_as_for_forty_turns():
    long, short = (
        heron(listened=(sound(0, pitch_together=z, client_turns=turns),)) for z, turns in ((1.0, 160), (0.5, 40))
    )
    assert values(long, "voice together") == values(short, "voice together") == ["0.50_by_channels"]
    few = heron(listened=(sound(0, client_turns=19),))
    assert [each.name for each in seen(few).series if each.name == "voice together"] == []
