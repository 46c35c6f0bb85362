"""A mark as a link: named, escaped, and in the way of the tab key only where it stands nowhere else."""

import xml.etree.ElementTree as ET

from reattune.charts import draw
from reattune.charts.links import linked, nowhere
from reattune.model import Relationship

XML = '<svg xmlns="http://www.w3.org/2000/svg">{}</svg>'


def anchor(*words, **more):
    return ET.fromstring(XML.format(linked("<g/>", *words, **more)))[0]


def test_a_mark_without_an_address_stays_a_mark():
    assert linked("<g/>", "", "words") == "<g/>"
    assert nowhere(None) == ""


def test_an_address_and_words_are_escaped():
    found = anchor("/r/?a=1&b=<2>", 'a "word"')
    assert found.get("href") == "/r/?a=1&b=<2>"
    assert found.get("aria-label") == 'a "word"'


def test_the_tab_key_stops_only_where_asked():
    assert anchor("/r/").get("tabindex") == "-1"
    assert anchor("/r/", reached=True).get("tabindex") is None


def test_a_drawing_with_links_is_no_image_and_one_without_is(made):
    chart = made.chart_of(Relationship("heron", sessions=(made.session(0),), ratings=(made.rating(0, 30),)))
    root = ET.fromstring(draw(chart, "a", link=lambda _mark: "/x/"))
    assert root.get("role") == "group"
    links = [one for one in root.iter() if one.tag.endswith("}a")]
    assert len(links) == 2, "the session and its answer"
    assert all(any(part.tag.endswith("}title") for part in one.iter()) for one in links), "each says what it is"
    assert ET.fromstring(draw(chart, "a")).get("role") == "img"
