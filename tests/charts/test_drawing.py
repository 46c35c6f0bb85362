"""A drawing is named, described, well formed, and the same twice."""

import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from reattune.charts import PAPER, draw
from reattune.model import (
    Break,
    BreakBy,
    Direction,
    Frame,
    Noticing,
    Observation,
    OwnAct,
    Part,
    Relationship,
    Seen,
    SessionKind,
    Source,
    Voice,
)

SVG = "{http://www.w3.org/2000/svg}"


def test_only_verified_lines_are_drawn(made):
    drawn = draw(made.chart_of(Relationship("heron", sessions=(made.session(0),), ratings=(made.rating(0, 30),))), "a")
    assert "known (30)" in drawn
    assert "remembered" not in drawn


def test_a_drawing_is_named_described_and_well_formed(made):
    seen = Seen(Observation(date(2025, 2, 4), date(2025, 2, 4), 1, "late", made.SRC), 0.1)
    noticing = Noticing(date(2025, 2, 11), Direction.AWAY, 50, (Part("attendance", "dates", 1.0, (seen,)),))
    who = Relationship(
        "he<ron",
        sessions=(made.session(0), made.session(1, SessionKind.UNMAPPED), made.session(2, moved_days=3)),
        ratings=(made.rating(0, 30),),
    )
    chart = made.chart_of(
        who, noticings=(noticing,), own=(OwnAct(date(2025, 3, 4), date(2025, 3, 4), "moved", made.SRC),)
    )
    root = ET.fromstring(draw(chart, "a", PAPER))
    assert root.get("role") == "img"
    assert root.find(f"{SVG}title").text.startswith("he<ron: sessions from 7 Jan 2025")
    assert "3 agreed sessions" in root.find(f"{SVG}desc").text
    assert root.get("aria-labelledby").split() == [
        root.find(f"{SVG}title").get("id"),
        root.find(f"{SVG}desc").get("id"),
    ]
    assert any(element.text == "1 · 11 Feb" for element in root.iter(f"{SVG}text"))


@given(
    st.lists(st.tuples(st.integers(0, 19), st.sampled_from(list(SessionKind)), st.integers(-3, 6)), max_size=12),
    st.lists(st.tuples(st.integers(0, 19), st.integers(-5, 50), st.sampled_from(list(Voice))), max_size=12),
)
def test_any_relationship_is_drawn_the_same_twice(made, slots, scores):
    def build(order):
        return Relationship(
            "heron",
            sessions=tuple(order(made.session(week, kind, moved_days=days) for week, kind, days in slots)),
            ratings=tuple(made.rating(week, score, by) for week, score, by in scores),
        )

    drawn = draw(made.chart_of(build(list)), "a")
    assert drawn == draw(made.chart_of(build(list)), "a")
    ET.fromstring(drawn)
    assert "nan" not in drawn.lower()


def test_a_break_in_two_files_is_named_once(made):
    one = Break(date(2025, 2, 1), date(2025, 2, 8), BreakBy.THERAPIST, made.SRC)
    twice = (one, replace(one, source=Source("heron/calendar.ics", "uid")))
    who = Relationship("heron", sessions=(made.session(0),), frame=Frame(breaks=twice))
    assert draw(made.chart_of(who), "a").count(">your break<") == 1
