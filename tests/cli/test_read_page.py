"""The page: everything escaped, nothing asked from anywhere, silences to scale, marks around the exact words."""

import re
from datetime import date
from html.parser import HTMLParser

import pytest

from reattune.cli.read_page import read_page
from reattune.cli.session import look
from reattune.model import Cue, Role, Script, Times
from reattune.reading.transcripts.speakers import Said, Speakers


def session(tmp_path, *said, wordless=False):
    cues, at = [], 0.0
    for number, (label, text, silence) in enumerate(said, 1):
        at += silence
        cues.append(Cue(label, text, str(number), at, at + 2.0))
        at += 2.0
    script = Script("a.vtt", "WebVTT", "0" * 64, tuple(cues), Times.BOTH)
    speakers = Speakers((Said({"Ann": Role.THERAPIST, "K<i>m": Role.CLIENT}, file="a.vtt"),))
    return look(script, speakers, tmp_path / "a.vtt", date(2026, 3, 10), 12, True, wordless, lambda _said: None)


SAID = (
    ("Ann", "What is it like for you, when you think of her?", 0.0),
    ("K<i>m", "Fine. <img src=x onerror=alert(1)> & nothing.", 10.0),
    ("Ann", "</mark></style><script>alert(1)</script>", 130.0),
    ("K<i>m", "You never listen to me. It doesn't help.", 1.0),
)


@pytest.fixture
def page(tmp_path):
    return read_page(session(tmp_path, *SAID), "0.1.0")


VOID = {"meta", "link", "br", "img"}


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.open, self.seen, self.ids, self.links = [], [], [], []

    def handle_starttag(self, tag, attrs):
        self.seen.append((tag, dict(attrs)))
        self.ids += [value for name, value in attrs if name == "id"]
        self.links += [value for name, value in attrs if name in {"href", "src"}]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def test_it_is_well_formed_and_every_link_leads_into_the_page(page):
    tags = Tags()
    tags.feed(page)
    assert tags.open == []
    assert len(tags.ids) == len(set(tags.ids))
    assert all(link[0] == "#" and link[1:] in tags.ids for link in tags.links)
    assert not {tag for tag, _attrs in tags.seen} & {"script", "img", "i", "link", "iframe"}
    assert not [attrs for _tag, attrs in tags.seen if any(name.startswith("on") for name in attrs)]


def test_what_was_said_stands_there_as_text(page):
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "K&lt;i&gt;m" in page
    assert "default-src 'none'" in page


def test_silences_are_drawn_to_scale_and_very_long_ones_cut(page):
    assert re.findall(r'class="gap" style="height:([\d.]+)rem"><span>(\d+) seconds', page) == [
        ("4.0", "10"),
        ("24", "130"),
    ]


def test_marks_stand_around_exact_words(tmp_path, page):
    found = session(tmp_path, *SAID)
    quotes = {found.reading.quote(hit) for moment in found.listed.moments for hit in moment.hits}
    marked = re.findall(r'<mark data-moment="[0-9a-f]{16}">(.*?)</mark>', page)
    assert marked
    whole = " ".join(quotes)
    assert all(words.replace("&#39;", "'").replace("&amp;", "&") in whole for words in marked if "&lt;" not in words)


def test_without_words_only_lengths_are_drawn(tmp_path):
    page = read_page(session(tmp_path, *SAID, wordless=True), "0.1.0")
    assert "listen" not in page
    assert "8 words" in page
    assert 'class="length"' in page
