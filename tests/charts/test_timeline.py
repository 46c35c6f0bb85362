"""A timeline keeps apart what must not be joined, and draws the same bytes twice."""

import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reattune.charts import PAPER, Shape, draw, legend, shape_of, spoken_shape, strip, timeline, windows
from reattune.charts.marks import SYMBOLS
from reattune.charts.timeline import WEEKS_IN_A_WINDOW
from reattune.model import (
    Break,
    BreakBy,
    Cutoff,
    Direction,
    Initiator,
    Instrument,
    Noticing,
    Observation,
    OwnAct,
    Part,
    Purpose,
    Rating,
    Relationship,
    Seen,
    Session,
    SessionKind,
    Source,
    Timing,
    Voice,
)

ZONE = ZoneInfo("Europe/London")
FIRST = datetime(2025, 1, 7, 17, 0, tzinfo=ZONE)
SRC = Source("heron/a.csv", "2")
SVG = "{http://www.w3.org/2000/svg}"
FORM = Instrument(
    "x",
    "1",
    "X & Y",
    Purpose.ALLIANCE,
    0,
    40,
    1,
    True,
    cutoffs=(Cutoff(30, "known", "s", "verified"), Cutoff(20, "remembered", "s", "from memory")),
)


def session(week, kind=SessionKind.ATTENDED, by=Initiator.UNKNOWN, moved_days=0):
    slot = FIRST + timedelta(weeks=week)
    start = slot + timedelta(days=moved_days)
    return Session(slot, start, None, kind, "a <word>", SRC, initiated_by=by)


def rating(week, score, by=Voice.CLIENT, timing=Timing.POST):
    return Rating((FIRST + timedelta(weeks=week)).date(), "x", by, timing, SRC, score=score)


def chart_of(relationship, *, noticings=(), own=(), weeks=20):
    window = FIRST.date(), (FIRST + timedelta(weeks=weeks)).date()
    return timeline(
        relationship, window, noticings=noticings, own=own, instruments={"x": FORM}, score=lambda one: one.score
    )


def test_a_line_is_not_joined_over_a_session_without_an_answer():
    who = Relationship(
        "heron", sessions=tuple(session(n) for n in range(6)), ratings=tuple(rating(n, 30 + n) for n in (0, 1, 4, 5))
    )
    (panel,) = chart_of(who).panels
    assert [len(run) for run in panel.lines[0].runs] == [2, 2]
    assert len(panel.gaps) == 2


def test_a_line_is_joined_over_a_planned_break_in_which_no_session_was_agreed():
    who = Relationship(
        "heron", sessions=tuple(session(n) for n in (0, 1, 5)), ratings=tuple(rating(n, 30) for n in (0, 1, 5))
    )
    (panel,) = chart_of(who).panels
    assert [len(run) for run in panel.lines[0].runs] == [3]


def test_a_rating_at_a_moved_session_leaves_no_gap():
    moved = session(1, moved_days=2)
    answered = replace(rating(1, 31), session_date=moved.slot.date())
    who = Relationship(
        "heron", sessions=(session(0), moved, session(2)), ratings=(rating(0, 30), answered, rating(2, 32))
    )
    (panel,) = chart_of(who).panels
    assert panel.gaps == ()
    assert len(panel.lines[0].runs) == 1


def test_raters_and_timings_are_never_merged():
    ratings = (rating(0, 30), rating(0, 28, Voice.THERAPIST), rating(0, 20, timing=Timing.PRE))
    panels = chart_of(Relationship("heron", sessions=(session(0),), ratings=ratings)).panels
    assert [(one.timing, [line.by for line in one.lines]) for one in panels] == [
        (Timing.PRE, [Voice.CLIENT]),
        (Timing.POST, [Voice.CLIENT, Voice.THERAPIST]),
    ]


def test_only_verified_lines_are_drawn():
    drawn = draw(chart_of(Relationship("heron", sessions=(session(0),), ratings=(rating(0, 30),))), "a")
    assert "known (30)" in drawn
    assert "remembered" not in drawn


def test_a_drawing_is_named_described_and_well_formed():
    seen = Seen(Observation(date(2025, 2, 4), date(2025, 2, 4), 1, "late", SRC), 0.1)
    noticing = Noticing(date(2025, 2, 11), Direction.AWAY, 50, (Part("attendance", "dates", 1.0, (seen,)),))
    who = Relationship(
        "he<ron",
        sessions=(session(0), session(1, SessionKind.UNMAPPED), session(2, moved_days=3)),
        ratings=(rating(0, 30),),
    )
    chart = chart_of(who, noticings=(noticing,), own=(OwnAct(date(2025, 3, 4), date(2025, 3, 4), "moved", SRC),))
    root = ET.fromstring(draw(chart, "a", PAPER))
    assert root.get("role") == "img"
    assert root.find(f"{SVG}title").text.startswith("he<ron: sessions from 7 Jan 2025")
    assert "3 agreed sessions" in root.find(f"{SVG}desc").text
    assert root.get("aria-labelledby").split() == [
        root.find(f"{SVG}title").get("id"),
        root.find(f"{SVG}desc").get("id"),
    ]
    assert any(element.text == "1 · 11 Feb" for element in root.iter(f"{SVG}text"))


def test_a_break_not_yet_agreed_is_not_drawn():
    known = Break(date(2025, 2, 1), date(2025, 2, 8), BreakBy.CLIENT, SRC, agreed=date(2025, 1, 20))
    later = Break(date(2025, 3, 1), date(2025, 3, 8), BreakBy.CLIENT, SRC, agreed=date(2026, 1, 20))
    who = Relationship("heron", sessions=(session(0),))
    who = replace(who, frame=replace(who.frame, breaks=(later, known)))
    assert [one.start for one in chart_of(who).bands] == [date(2025, 2, 1)]


@pytest.mark.parametrize("kind", list(SessionKind))
@pytest.mark.parametrize("by", list(Initiator))
def test_every_kind_has_a_shape_and_words_of_its_own(kind, by):
    one = session(0, kind, by)
    assert legend(shape_of(one))
    assert spoken_shape(one)


def test_no_two_shapes_share_a_sign_or_words():
    assert len(set(SYMBOLS.values())) == len(Shape)
    assert len({legend(one) for one in Shape}) == len(Shape)


def test_what_the_therapist_did_is_never_drawn_as_the_client_s():
    assert shape_of(session(0, SessionKind.CANCELLED, Initiator.THERAPIST)) is Shape.YOURS
    assert shape_of(session(0, SessionKind.DID_NOT_ATTEND)) is Shape.ABSENT
    assert shape_of(session(0, SessionKind.CANCELLED)) is not shape_of(session(0, SessionKind.DID_NOT_ATTEND))


def test_a_strip_holds_the_last_twelve_up_to_the_day():
    many = [session(n) for n in range(20)]
    many[10] = session(10, SessionKind.DID_NOT_ATTEND)
    assert strip(many, many[10].slot.date()) == "·" * 10 + "×"
    assert strip(many, many[19].slot.date()) == "··×·········"


@given(st.integers(0, 4000), st.dates(date(2000, 1, 1), date(2040, 1, 1)))
def test_windows_cover_every_day_once(days, start):
    end = start + timedelta(days=days)
    found = windows(start, end)
    covered = [first + timedelta(days=n) for first, last in reversed(found) for n in range((last - first).days + 1)]
    assert covered == [start + timedelta(days=n) for n in range(days + 1)]
    assert all((last - first).days < 7 * WEEKS_IN_A_WINDOW for first, last in found)


@given(
    st.lists(st.tuples(st.integers(0, 19), st.sampled_from(list(SessionKind)), st.integers(-3, 6)), max_size=12),
    st.lists(st.tuples(st.integers(0, 19), st.integers(-5, 50), st.sampled_from(list(Voice))), max_size=12),
)
def test_any_relationship_is_drawn_the_same_twice(slots, scores):
    def build(order):
        return Relationship(
            "heron",
            sessions=tuple(order(session(week, kind, moved_days=days) for week, kind, days in slots)),
            ratings=tuple(rating(week, score, by) for week, score, by in scores),
        )

    drawn = draw(chart_of(build(list)), "a")
    assert drawn == draw(chart_of(build(list)), "a")
    ET.fromstring(drawn)
    assert "nan" not in drawn.lower()
