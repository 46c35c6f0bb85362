"""Rows of signs under a series: aligned with it, told by shape, and the same as text."""

import xml.etree.ElementTree as ET
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reattune.charts import PAPER
from reattune.charts.raster import (
    SYMBOLS,
    Raster,
    Row,
    Sign,
    description,
    draw_raster,
    lines,
    sign_icon,
    sign_words,
    title,
    used,
)
from reattune.charts.timeline import Dot, Line, Panel
from reattune.model import Source, Timing, Voice

SVG = "{http://www.w3.org/2000/svg}"
FIRST = date(2026, 1, 6)


def raster(scores, rows):
    days = tuple(FIRST + timedelta(weeks=n) for n in range(len(scores)))
    runs, run = [], []
    for at, score in zip(days, scores, strict=True):
        if score is None:
            runs, run = [*runs, tuple(run)], []
        else:
            run.append(Dot(at, score, Source("heron/ratings.csv", "2")))
    runs.append(tuple(run))
    gaps = tuple(at for at, score in zip(days, scores, strict=True) if score is None)
    line = Line(Voice.CLIENT, tuple(one for one in runs if one))
    panel = Panel("x", "X & Y", Timing.POST, 0, 10, False, True, (), (line,), gaps, len(days))
    return Raster("he<ron", panel, days, tuple(scores), tuple(rows))


@pytest.fixture
def chart():
    signs = (None, Sign.UNMARKED, None, Sign.BACK, Sign.NOT_BACK, Sign.OPEN)
    return raster(
        (5, 6, None, 2, 3, 4),
        (Row("Reattune", (None, None, Sign.CAME_UP, None, None, None)), Row("one-2001", signs)),
    )


def test_the_signs_stand_under_their_sessions(chart):
    assert lines(chart, 60) == [
        "session   1",
        "answer    ▇█ ▁▃▅",
        "Reattune    │",
        "one-2001   · ●○◐",
    ]


def test_a_drawing_is_named_described_and_well_formed(chart):
    root = ET.fromstring(draw_raster(chart, "a", PAPER))
    assert root.get("role") == "img"
    assert (
        root.find(f"{SVG}title").text
        == title(chart)
        == ("he<ron: X & Y, client, after the session, and which sessions are marked")
    )
    assert root.find(f"{SVG}desc").text == description(chart)
    assert "5 answers in 6 sessions, and 2 rows of signs" in description(chart)
    assert len(root.findall(f"{SVG}polyline")) == 2


def test_a_mark_stands_at_the_same_place_as_its_answer(chart):
    root = ET.fromstring(draw_raster(chart, "a"))
    tips = {one.text: one for one in root.iter(f"{SVG}title")}
    (marked,) = (tip for tip in tips if tip.startswith("one-2001, 27 Jan 2026"))
    parents = {child: parent for parent in root.iter() for child in parent}
    sign = parents[tips[marked]].find(f"{SVG}circle")
    answer = parents[tips["27 Jan 2026: 2"]]
    assert sign.get("cx") == answer.get("cx")


def test_no_two_signs_look_alike_or_are_told_alike():
    assert len(set(SYMBOLS.values())) == len(Sign) == len({sign_words(one) for one in Sign})
    assert len({sign_icon(one) for one in Sign}) == len(Sign)


def test_only_signs_in_use_are_named(chart):
    assert used([chart]) == (Sign.UNMARKED, Sign.OPEN, Sign.BACK, Sign.NOT_BACK, Sign.CAME_UP)
    assert used([]) == ()


@given(
    st.lists(st.one_of(st.none(), st.integers(0, 10)), min_size=1, max_size=140).filter(
        lambda scores: any(one is not None for one in scores)
    ),
    st.integers(20, 200),
)
def test_any_series_can_be_drawn_and_fits_its_width(scores, width):
    signs = tuple(None if one is None else Sign.UNMARKED for one in scores)
    chart = raster(scores, (Row("one", signs),))
    ET.fromstring(draw_raster(chart, "a"))
    assert draw_raster(chart, "a") == draw_raster(chart, "a")
    text = lines(chart, width)
    assert max(map(len, text)) <= width
    assert sum(one.count("·") for one in text) == sum(one is not None for one in scores)


def test_a_long_series_is_cut_into_blocks_that_name_their_first_session():
    chart = raster([5] * 25, (Row("one", (Sign.UNMARKED,) * 25),))
    text = lines(chart, 21)
    assert [one for one in text if one.startswith("session")] == [
        "session  1        10",
        "session  13     20",
        "session  25",
    ]
