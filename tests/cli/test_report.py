"""The report is one file, asks for nothing, and holds no word it must not hold."""

import re
import xml.etree.ElementTree as ET
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from reattune.cli.report import report

VOID = {"meta", "link", "br", "hr", "img", "input"}


class Page(HTMLParser):
    """Collects elements, and fails on any that is not closed in order."""

    def __init__(self):
        super().__init__()
        self.open, self.elements, self.words, self.skipping = [], [], [], 0

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "style" not in self.open:
            self.words.append(data)


@pytest.fixture
def html(whole):
    return report(whole, "0.1.0")


@pytest.fixture
def page(html):
    parser = Page()
    parser.feed(html)
    assert parser.open == []
    return parser


def test_two_runs_give_the_same_bytes(html, hands):
    assert html == report(hands.caseload(), "0.1.0")


def test_nothing_is_asked_from_anywhere(html, page):
    assert not [tag for tag, _ in page.elements if tag in {"script", "link", "img", "iframe", "object", "use"}]
    for _, attributes in page.elements:
        for name in ("src", "href", "action", "data", "xlink:href"):
            assert attributes.get(name, "#").startswith("#")
    assert "url(" not in html
    assert "@import" not in html
    assert set(re.findall(r"https?://[^\"' ]+", html)) <= {"http://www.w3.org/2000/svg"}


def test_it_has_a_language_a_skip_link_and_headings_in_order(page):
    assert next(attributes for tag, attributes in page.elements if tag == "html")["lang"] == "en"
    first_link = next(attributes for tag, attributes in page.elements if tag == "a")
    assert first_link == {"class": "skip", "href": "#caseload"}
    levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


def test_every_link_leads_somewhere_and_no_place_is_named_twice(page):
    ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    targets = {attributes["href"][1:] for _, attributes in page.elements if "href" in attributes}
    named = {word for _, attributes in page.elements for word in attributes.get("aria-labelledby", "").split()}
    assert targets | named <= set(ids)


def test_every_drawing_has_a_title_a_description_and_a_table(html):
    drawings = re.findall(r'<svg class="rt" .*?</svg>', html, re.DOTALL)
    assert len(drawings) == 3
    for drawing in drawings:
        root = ET.fromstring(drawing)
        assert [child.tag.split("}")[1] for child in root][:2] == ["title", "desc"]
        assert root.get("role") == "img"
    assert html.count('<details class="data">') == len(drawings)


def test_what_scrolls_can_be_reached_by_keyboard_and_has_a_name(page):
    regions = [attributes for _, attributes in page.elements if attributes.get("class") == "scroll"]
    assert regions
    assert all(one["tabindex"] == "0" and one["role"] == "region" and one["aria-label"] for one in regions)


def test_it_holds_no_word_it_must_never_hold(page, hands):
    assert hands.never_said(" ".join(page.words)) == set()


def test_what_a_client_kept_leaves_no_trace(html, whole, hands):
    assert hands.UNSHARED not in html
    assert "check_ins.csv:11" not in html
    heron = next(one for one in whole.practice.relationships if one.codename == "heron")
    kept = tuple(one for one in heron.check_ins if one.words != hands.UNSHARED)
    assert report(hands.with_check_ins(kept), "0.1.0") == html


def test_words_are_quoted_as_they_are_and_never_as_markup(html):
    assert "“I felt hurried, I &lt;think&gt;”" in html


def test_the_client_s_words_come_before_the_therapist_s(html):
    assert html.index("I felt hurried") < html.index("I was tired that day")


def test_the_silent_and_the_quiet_are_named_and_nothing_more(html):
    crane = html[html.index('id="r1"') : html.index('id="r2"')]
    assert "Prompts are off here" in crane
    assert "<svg" not in crane
    assert "That does not mean that all is well" in html


def test_one_relationship_alone_names_no_other(one_alone):
    html = report(one_alone, "0.1.0")
    assert "heron" in html
    assert "rook" not in html
    assert "wren/" not in html


def test_every_colour_pair_is_readable(hands):
    def luminance(colour):
        channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        linear = [value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    css = report(hands.caseload(), "0.1.0")
    for block in re.findall(r":root\{[^}]*--ink[^}]*\}", css):
        colours = dict(re.findall(r"--(\w+):(#[0-9a-f]{3,6})", block))
        full = {
            name: value if len(value) == 7 else "#" + "".join(2 * sign for sign in value[1:])
            for name, value in colours.items()
        }
        for front in ("ink", "soft", "accent"):
            for back in ("paper", "wash", "band"):
                light, dark = sorted((luminance(full[front]), luminance(full[back])), reverse=True)
                assert (light + 0.05) / (dark + 0.05) >= 4.5, (front, back)
