"""The page of a recording: no script, nothing from anywhere, everything of the file escaped, ribbons to scale."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from tests.cli import recorded_made as made

from reattune.cli.recorded_page import heard_page, seen_page

VOID = {"meta", "link", "br", "img"}
QUIET = 'class="rb rb-quiet"'


class Tags(HTMLParser):
    def __init__(self, page):
        super().__init__()
        self.open, self.seen, self.ids = [], [], []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.seen.append((tag, dict(attrs)))
        self.ids += [value for name, value in attrs if name == "id"]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.seen.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


PAGES = {
    "heard": heard_page(made.HEARD, "0.1.0"),
    "room": heard_page(made.ROOM, "0.1.0"),
    "seen": seen_page(made.SEEN, "0.1.0"),
    "series": seen_page(made.SERIES, "0.1.0"),
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_whole_and_asks_for_nothing(name):
    tags = Tags(PAGES[name])
    assert tags.open == []
    assert len(tags.ids) == len(set(tags.ids))
    names = {tag for tag, _attrs in tags.seen}
    assert not names & {"script", "link", "img", "iframe", "object", "form", "input"}
    for _tag, attrs in tags.seen:
        assert not any(one.startswith("on") for one in attrs)
        assert attrs.get("href", "#").startswith("#")
        assert "src" not in attrs
    assert "@import" not in PAGES[name]
    assert "url(" not in PAGES[name]
    assert "default-src 'none'" in PAGES[name]


@pytest.mark.parametrize("name", PAGES)
def test_whoever_hears_the_page_is_told_every_ribbon(name):
    tags = Tags(PAGES[name])
    drawn = [attrs for tag, attrs in tags.seen if tag == "svg"]
    assert drawn
    for one in drawn:
        assert one["role"] == "img"
        assert set(one["aria-labelledby"].split()) <= set(tags.ids)


def test_the_name_of_a_file_is_words_and_nothing_else():
    found = replace(made.HEARD, recording=replace(made.RECORDING, name=made.EVIL), notes=(made.EVIL,))
    page = heard_page(found, "<b>")
    assert "<img" not in page
    assert "&lt;img src=x onerror=" in page
    assert "&lt;b&gt;" in page


def test_silences_are_drawn_to_scale():
    page = PAGES["heard"]
    quiet = page[page.index(QUIET) : page.index("</svg>", page.index(QUIET))]
    drawn = re.findall(r'class="(rb-\w+)" x="([\d.]+)" y="[\d.]+" width="([\d.]+)"', quiet)
    assert [kind for kind, _x, _width in drawn] == ["rb-strong", "rb-strong", "rb-part", "rb-strong"]
    for (_kind, x, width), one in zip(drawn, made.SILENCES, strict=True):
        assert float(x) == pytest.approx(1000 * one.start / 60, abs=0.1)
        assert float(width) == pytest.approx(1000 * one.seconds / 60, abs=0.1)


def test_figures_silences_and_remarks_stand_on_the_page():
    page = PAGES["heard"]
    for words in ("How it was said", "7.2 s between two of your turns", "What could not be said", "No pictures."):
        assert words in page
    assert "The longest silences" not in PAGES["seen"]
    assert "No moment is listed" in PAGES["room"]
    assert "No movement data" in PAGES["seen"]


def test_the_same_gives_the_same_bytes_and_no_day_of_making():
    assert heard_page(made.HEARD, "0.1.0") == PAGES["heard"]
    assert seen_page(made.SEEN, "0.1.0") == PAGES["seen"]


def test_the_last_mark_of_time_stays_on_the_page():
    assert re.search(r'class="last" style="left:100\.0%">1:00<', PAGES["heard"])
