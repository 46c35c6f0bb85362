"""The same data as a table."""

from dataclasses import replace
from datetime import date

from reattune.account.figures import figure_of, figures
from reattune.account.scored import scorer
from reattune.account.told import accounts
from reattune.charts import Flag, Sign, SignKind, timeline


def heron_figures(caseload):
    (account,) = (one for one in accounts(caseload) if one.codename == "heron")
    return figures(account, "r1", caseload)


def test_the_table_holds_every_session_break_and_noticing(whole):
    (figure,) = heron_figures(whole)
    said = [row[1] for row in figure.rows]
    assert sum("noticing" in one for one in said) == 2
    assert [one for one in said if "until" in one] == ["your break until 24 Aug 2025", "break until 4 Jan 2026"]
    assert len(figure.rows) == 42 + 2 + 2
    assert {len(row) for row in figure.rows} == {len(figure.columns)}


def test_every_rating_that_is_drawn_stands_in_the_table(whole):
    (figure,) = heron_figures(whole)
    answers = [cell for row in figure.rows for cell in row[2:-1] if cell not in {"–", ""}]
    heron = next(one for one in whole.practice.relationships if one.codename == "heron")
    assert len(answers) == len(heron.ratings)


def test_two_answers_of_one_day_stand_side_by_side(whole):
    heron = next(one for one in whole.practice.relationships if one.codename == "heron")
    first = heron.ratings[0]
    people = (replace(heron, ratings=(first, replace(first, score=12.0))),)
    (figure,) = heron_figures(replace(whole, practice=replace(whole.practice, relationships=people)))
    assert any("34, 12" in row or "12, 34" in row for row in figure.rows)


def test_counts_keep_apart_what_must_not_be_pooled(whole):
    (figure,) = heron_figures(whole)
    assert figure.count == (
        "42 agreed sessions, 34 attended, 1 attended late, 1 left early, 1 cancelled, "
        "1 cancelled at short notice, 2 did not attend, 1 changed by you, 1 outcome not recorded"
    )


def test_where_there_is_nothing_there_is_no_figure(whole):
    heron = next(one for one in whole.practice.relationships if one.codename == "heron")
    people = (replace(heron, sessions=(), ratings=()),)
    assert heron_figures(replace(whole, practice=replace(whole.practice, relationships=people))) == ()


def test_one_timeline_is_a_figure_of_its_own(whole):
    (account,) = (one for one in accounts(whole) if one.codename == "heron")
    chart = timeline(
        account.relationship,
        (date(2026, 1, 21), whole.as_of),
        noticings=(),
        own=(),
        instruments=whole.practice.instruments,
        score=scorer(whole.practice),
    )
    figure = figure_of(chart, "alone")
    assert 'id="alone' in figure.svg
    assert figure.count == "8 agreed sessions, 5 attended, 1 cancelled at short notice, 2 did not attend"
    assert len(figure.rows) == 8


def test_what_was_kept_by_hand_stands_in_the_drawing_the_table_and_the_legend(whole):
    chart = replace(bare(whole), signs=(Sign(date(2025, 7, 1), SignKind.MET, "we laughed", "m1"),))
    figure = figure_of(chart, "own")
    assert ("1 Jul 2025", "we laughed") in [row[:2] for row in figure.rows]
    assert "a moment: something met" in [words for _icon, words in figure.legend]


def test_every_row_has_its_day_and_marks_lead_where_they_are_told_to(whole):
    figure = figure_of(bare(whole), "own", lambda mark: "" if isinstance(mark, Flag) else "/rows/")
    assert len(figure.days) == len(figure.rows)
    assert list(figure.days) == sorted(figure.days)
    assert figure.svg.count('href="/rows/"') > len(bare(whole).slots)


def bare(whole):
    heron = next(one for one in whole.practice.relationships if one.codename == "heron")
    window = date(2025, 6, 1), date(2025, 12, 31)
    return timeline(
        heron, window, noticings=(), own=(), instruments=whole.practice.instruments, score=scorer(whole.practice)
    )
