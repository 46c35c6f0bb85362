"""A recording from left to right: lanes and lines say in words what they show, and marks of time are round."""

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reattune.charts.ribbon import PLACES, Curve, Kind, Lane, Stretch, clock, draw_curve, draw_lane, ticks

SVG = "{http://www.w3.org/2000/svg}"


def lane(*stretches, kind=Kind.CLIENT):
    return Lane("the client", kind, stretches)


def test_a_stretch_lies_where_it_was_and_says_what_it_is():
    root = ET.fromstring(draw_lane(lane(Stretch(30, 60, "<speech> & more")), 120, "a"))
    rect = root.find(f"{SVG}rect")
    assert (float(rect.get("x")), float(rect.get("width"))) == (250, 250)
    assert rect.find(f"{SVG}title").text == "<speech> & more"
    assert root.find(f"{SVG}title").text == "the client"
    assert root.find(f"{SVG}desc").text == "1 stretch, 0:30 altogether"
    assert root.get("aria-labelledby") == "a-title a-desc"


def test_a_short_stretch_can_still_be_seen():
    rect = ET.fromstring(draw_lane(lane(Stretch(30, 30.1, "x")), 10_800, "a")).find(f"{SVG}rect")
    assert float(rect.get("width")) >= 1


def test_every_kind_has_a_place_of_its_own():
    assert set(PLACES) == set(Kind)
    assert len(set(PLACES.values())) == len(Kind)


def test_a_line_is_broken_where_nothing_is_known():
    svg = ET.fromstring(draw_curve(Curve("movement", Kind.CLIENT, (1.0, 2.0, None, 3.0, 4.0)), 5, "a"))
    assert len(svg.findall(f"{SVG}polyline")) == 2
    assert svg.find(f"{SVG}desc").text == "from 1.00 to 4.00"


def test_what_chance_gives_is_a_band_and_is_said():
    svg = ET.fromstring(draw_curve(Curve("together", Kind.TOGETHER, (0.1, 0.5), low=0.0, high=1.0), 2, "a"))
    band = svg.find(f"{SVG}rect")
    assert float(band.get("height")) == pytest.approx(22, abs=0.1)
    assert "chance gives mostly 0.00 to 1.00" in svg.find(f"{SVG}desc").text


@pytest.mark.parametrize("values", [(), (None, None)])
def test_no_data_is_said(values):
    assert "no data" in draw_curve(Curve("movement", Kind.CLIENT, values), 5, "a")


def test_a_long_recording_stays_small():
    assert len(draw_curve(Curve("movement", Kind.CLIENT, tuple(map(float, range(10_800)))), 10_800, "a")) < 30_000


@given(st.floats(0.5, 40_000))
def test_marks_of_time_are_few_and_in_order(seconds):
    found = ticks(seconds)
    assert 1 <= len(found) <= 10
    assert found[0].percent == 0
    assert all(one.percent <= 100 for one in found)
    assert sorted(found, key=lambda one: one.percent) == list(found)


def test_times_are_as_a_player_shows_them():
    assert (clock(7.9), clock(187), clock(3787)) == ("0:07", "3:07", "1:03:07")
