"""A timeline keeps apart what must not be joined."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from reattune.charts import windows
from reattune.charts.timeline import WEEKS_IN_A_WINDOW
from reattune.model import Break, BreakBy, Relationship, Timing, Voice


def test_a_line_is_not_joined_over_a_session_without_an_answer(made):
    who = Relationship(
        "heron",
        sessions=tuple(made.session(n) for n in range(6)),
        ratings=tuple(made.rating(n, 30 + n) for n in (0, 1, 4, 5)),
    )
    (panel,) = made.chart_of(who).panels
    assert [len(run) for run in panel.lines[0].runs] == [2, 2]
    assert len(panel.gaps) == 2


def test_a_line_is_joined_over_a_planned_break_in_which_no_session_was_agreed(made):
    who = Relationship(
        "heron",
        sessions=tuple(made.session(n) for n in (0, 1, 5)),
        ratings=tuple(made.rating(n, 30) for n in (0, 1, 5)),
    )
    (panel,) = made.chart_of(who).panels
    assert [len(run) for run in panel.lines[0].runs] == [3]


def test_a_rating_at_a_moved_session_leaves_no_gap(made):
    moved = made.session(1, moved_days=2)
    answered = replace(made.rating(1, 31), session_date=moved.slot.date())
    who = Relationship(
        "heron",
        sessions=(made.session(0), moved, made.session(2)),
        ratings=(made.rating(0, 30), answered, made.rating(2, 32)),
    )
    (panel,) = made.chart_of(who).panels
    assert panel.gaps == ()
    assert len(panel.lines[0].runs) == 1


def test_raters_and_timings_are_never_merged(made):
    ratings = (made.rating(0, 30), made.rating(0, 28, Voice.THERAPIST), made.rating(0, 20, timing=Timing.PRE))
    panels = made.chart_of(Relationship("heron", sessions=(made.session(0),), ratings=ratings)).panels
    assert [(one.timing, [line.by for line in one.lines]) for one in panels] == [
        (Timing.PRE, [Voice.CLIENT]),
        (Timing.POST, [Voice.CLIENT, Voice.THERAPIST]),
    ]


def test_a_break_not_yet_agreed_is_not_drawn(made):
    known = Break(date(2025, 2, 1), date(2025, 2, 8), BreakBy.CLIENT, made.SRC, agreed=date(2025, 1, 20))
    later = Break(date(2025, 3, 1), date(2025, 3, 8), BreakBy.CLIENT, made.SRC, agreed=date(2026, 1, 20))
    who = Relationship("heron", sessions=(made.session(0),))
    who = replace(who, frame=replace(who.frame, breaks=(later, known)))
    assert [one.start for one in made.chart_of(who).bands] == [date(2025, 2, 1)]


@given(st.integers(0, 4000), st.dates(date(2000, 1, 1), date(2040, 1, 1)))
def test_windows_cover_every_day_once(days, start):
    end = start + timedelta(days=days)
    found = windows(start, end)
    covered = [first + timedelta(days=n) for first, last in reversed(found) for n in range((last - first).days + 1)]
    assert covered == [start + timedelta(days=n) for n in range(days + 1)]
    assert all((last - first).days < 7 * WEEKS_IN_A_WINDOW for first, last in found)
