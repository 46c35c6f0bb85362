"""What was kept by hand has a shape and words of its own, and a lane only where there is any."""

import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date

from reattune.charts import Sign, SignKind, draw
from reattune.charts.signs import draw_sign, sign_icon, sign_title, sign_words
from reattune.model import Relationship

XML = '<svg xmlns="http://www.w3.org/2000/svg">{}</svg>'


def test_every_kind_has_its_own_shape_and_words():
    assert len({draw_sign(one, 0, 0) for one in SignKind}) == len(SignKind)
    assert len({sign_words(one) for one in SignKind}) == len(SignKind)
    for one in SignKind:
        ET.fromstring(XML.format(draw_sign(one, 9.5, 3, "a <word>")))
        ET.fromstring(sign_icon(one))


def test_nothing_is_gold():
    assert not any("gold" in draw_sign(one, 0, 0) for one in SignKind)


def test_a_sign_says_what_was_said_or_what_it_is():
    day = date(2026, 3, 3)
    assert sign_title(Sign(day, SignKind.MET, "we laughed", "m1")) == "3 Mar 2026: we laughed"
    assert sign_title(Sign(day, SignKind.OFF, "", "m2")) == "3 Mar 2026: a moment: something off"


def test_there_is_a_lane_only_where_something_was_kept(made):
    chart = made.chart_of(Relationship("heron", sessions=(made.session(0),)))
    kept = replace(chart, signs=(Sign(made.FIRST.date(), SignKind.EPISODE, "the bill", "e1"),))
    assert "your notes" not in draw(chart, "a")
    drawn = draw(kept, "a")
    assert "your notes" in drawn
    assert "the bill" in drawn
    assert "1 note of your own" in drawn
