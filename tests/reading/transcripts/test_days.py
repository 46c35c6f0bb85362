"""The day with which a name begins."""

from datetime import date

import pytest

from reattune.reading.transcripts.days import day_of


@pytest.mark.parametrize("name", ["2026-03-10.vtt", "2026-03-10 second.docx", "2026-03-10.wav.heard.json"])
def test_the_day_is_the_beginning_of_the_name(name):
    assert day_of(name) == date(2026, 3, 10)


@pytest.mark.parametrize("name", ["x 2026-03-10.vtt", "2026-03-101.vtt", "2026-13-40.vtt", ""])
def test_other_names_have_no_day(name):
    assert day_of(name) is None
