"""The transcript beside a recording: with times, only where it may be read, without words where none are kept."""

from datetime import date

import pytest

from reattune.model import Role
from reattune.practice import consent
from reattune.practice.heard import bringing, speakers
from reattune.practice.recorded.shown.lines import lines

DAY = date(2026, 6, 23)
VTT = b"""WEBVTT

00:00:05.000 --> 00:00:09.000
Anna: Come in.

00:01:02.500 --> 00:01:10.000
Kestrel: It is only the coat.
"""


@pytest.fixture
def beside(here):
    def made(*, wordless=False):
        consent.write(here.client, consent.Purpose.TRANSCRIPTS, given=True, by="client", day=DAY)
        row = bringing.bring(here.client, "talk.vtt", VTT, day=DAY, wordless=wordless).heard
        labels = row.words["labels"]
        speakers.confirm(row, dict(zip(labels, (Role.THERAPIST, Role.CLIENT), strict=True)))
        here.heard = row
        here.save()
        return here

    return made


def test_each_line_says_who_and_when(beside):
    found = lines(beside())
    assert [(one.who, one.at, one.words) for one in found] == [
        ("You", "0:05", "Come in."),
        ("heron", "1:02", "It is only the coat."),
    ]
    assert found[1].start == 62.5


def test_without_words_only_their_number_is_said(beside):
    found = lines(beside(wordless=True))
    assert [one.words for one in found] == ["2 words", "5 words"]
    assert not any(one.is_text for one in found)


def test_none_where_it_may_not_be_read(beside, here):
    row = beside()
    consent.write(row.client, consent.Purpose.TRANSCRIPTS, given=False, by="client", day=DAY)
    assert lines(row) == ()


def test_none_where_there_is_none(here):
    assert lines(here) == ()
