"""What is said of the criteria, once for the terminal and the page."""

from dataclasses import replace
from datetime import date

import pytest
from tests.cli.criteria_made import CRITERIA

from reattune.charts.raster import Sign
from reattune.cli.criteria_words import (
    counts,
    mark_words,
    not_run,
    notes,
    noticed_words,
    raster_of,
    sessions,
    status_words,
    unknown_words,
    why_silent,
)
from reattune.cli.side_by_side import compare
from reattune.criteria import UNKNOWN, Status


@pytest.fixture
def found(whole):
    return compare(whole, CRITERIA)


def test_every_status_has_words_of_its_own():
    assert len({status_words(one) for one in Status}) == len(Status)


def test_what_is_known_by_name_only_is_named():
    assert all(one.name in unknown_words() for one in UNKNOWN)


def test_counts_are_those_of_the_marks(found):
    srs = found[1].series[1]
    marks = {said.criterion.name: len(said.marks) for said in srs.said}
    assert counts(srs) == (
        f"Marked, of {srs.answers} answers: low-2001 {marks['low-2001']}, first-2003 1. Nothing marked by never-2002."
    )
    assert sum(len(one.said) for one in sessions(srs)) == sum(marks.values())


def test_a_reason_that_holds_for_all_names_nobody(found):
    srs = found[1].series[1]
    why = "There is one reason."
    assert not_run(replace(srs, said=tuple(replace(said, why=why) for said in srs.said))) == ((why, ""),)
    assert all(names for _why, names in not_run(srs))
    assert raster_of(replace(srs, said=tuple(replace(said, why=why) for said in srs.said)), found[1]) is None


def test_what_must_be_known_of_a_form_is_said(found):
    phq, srs, _yours = found[1].series
    assert len(notes(phq)) == 2
    assert notes(srs) == ()
    assert "that of 6 people in this practice, our own choice" in notes(replace(srs, sd_between=2.5, people=6))[0]


def test_what_reattune_noticed_is_told_with_its_days(found):
    said = noticed_words(found[1])
    assert "16 Dec 2025, away (attendance)" in said
    assert "10 Mar 2026, away (attendance and sessions moved)" in said
    assert "noticed nothing" in noticed_words(found[3])


def test_a_noticing_stands_at_the_last_session_not_after_it(found):
    series = found[1].series[1]
    chart = raster_of(series, found[1])
    assert chart.rows[0].name == "Reattune"
    at = {chart.days[place] for place, sign in enumerate(chart.rows[0].signs) if sign is Sign.CAME_UP}
    expected = {max(one for one in chart.days if one <= told.at) for told in found[1].account.told}
    assert at == expected
    assert all(len(row.signs) == len(chart.days) for row in chart.rows)


def test_who_has_no_series_has_a_reason(found):
    assert [bool(why_silent(one)) for one in found] == [True, False, True, True]
    assert "frame.toml" in why_silent(replace(found[1], left_out=True, series=()))


def test_a_mark_that_came_back_says_when():
    assert mark_words(Sign.BACK, date(2026, 3, 3)) == "marked, came back 3 Mar 2026 (repaired)"
    assert mark_words(Sign.OPEN, None) == "marked, may yet come back (pending)"
