"""What is drawn of a scale, and what is said beside it."""

from dataclasses import replace

import pytest

from reattune.charts.scores import (
    count_words,
    draw_panel,
    height_of,
    heights,
    panel_words,
    timing_words,
    view,
    voice_words,
)
from reattune.model import Relationship, Timing, Voice


@pytest.fixture
def panel(made):
    who = Relationship(
        "heron",
        sessions=tuple(made.session(n) for n in range(5)),
        ratings=(made.rating(0, 38), made.rating(1, 40), made.rating(1, 35, Voice.THERAPIST)),
    )
    (one,) = made.chart_of(who).panels
    return one


def test_counts_and_what_is_missing_are_said(panel):
    assert count_words(panel) == "client n = 2; you n = 1; no answer recorded for 3 of 5 agreed sessions"


def test_the_whole_range_is_named_and_a_learned_one_is_said_to_be_so(panel):
    assert panel_words(panel) == "X & Y · after the session · 0 to 40 possible"
    assert panel_words(replace(panel, range_learned=True)).endswith("answers 0 to 40")


def test_all_answers_and_lines_are_inside_what_is_drawn(panel):
    low, high = view(panel)
    assert (low, high) == (26, 40)
    assert view(replace(panel, cutoffs=())) == (26, 40)


def test_answers_that_never_change_still_have_a_scale(panel):
    same = replace(
        panel,
        minimum=7,
        maximum=7,
        cutoffs=(),
        lines=(replace(panel.lines[0], runs=((replace(panel.lines[0].runs[0][0], score=7.0),),)),),
    )
    low, high = view(same)
    assert low < high


def test_each_timing_and_each_person_has_words_of_their_own():
    assert len({timing_words(one) for one in Timing}) == len(Timing)
    assert voice_words(Voice.CLIENT) != voice_words(Voice.THERAPIST)


def test_lines_are_named_below_the_answers_where_they_cover_none(panel):
    drawn = draw_panel(replace(panel, cutoffs=((30, "one"), (30, "two"), (28, "three"))), 0, 88, 800, lambda _day: 100)
    assert all(f"{words} (" in drawn for words in ("one", "two", "three"))
    assert drawn.count(">30<") == 1, "one line, however many have named it"
    named = draw_panel(replace(panel, cutoffs=((30, "talk about it below 30"),)), 0, 88, 800, lambda _day: 100)
    assert ">talk about it below 30<" in named, "a number its name says is not said twice"
    bare = height_of(replace(panel, cutoffs=()))
    assert height_of(replace(panel, cutoffs=((30, "one"), (28, "three")))) > bare


def test_whose_it_is_is_said_to_whoever_reads_it(panel):
    drawn = draw_panel(panel, 0, 88, 800, lambda _day: 100, whose=lambda by: f"of {by.value}")
    assert "of client n =" in drawn
    assert "you n =" not in drawn
    assert count_words(panel, lambda by: f"of {by.value}").startswith("of client n =")


def test_a_panel_can_stand_without_its_head(panel):
    bare = draw_panel(panel, 0, 88, 800, lambda _day: 100, headed=False)
    assert panel.name not in bare
    assert "n =" not in bare


def test_a_score_stands_where_the_panel_draws_it(panel):
    low, high = view(panel)
    height = heights(panel, 10)
    assert height(low) > height((low + high) / 2) > height(high)
    assert height(high + 100) == height(high)
