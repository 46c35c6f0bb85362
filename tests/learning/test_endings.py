"""How work ended, and what remained open: blaming nobody, closing nothing."""

from datetime import date, timedelta

import pytest

from reattune.learning.endings import Ender, How, Kind, Open, kind_words, remained, words

ENDED = date(2026, 6, 2)
AFTER = ENDED + timedelta(days=1)


def opened(kind, day, title="it"):
    return Open(kind, day, title, "/there/")


def test_what_a_client_asked_for_comes_first_and_newest_first():
    early, late = opened(Kind.RECORD, date(2026, 1, 6)), opened(Kind.RECORD, date(2026, 5, 5))
    asked = opened(Kind.ASKED, date(2026, 2, 3))
    assert remained([early, asked, late], None) == ((Kind.ASKED, (asked,)), (Kind.RECORD, (late, early)))


def test_what_is_about_days_after_the_end_was_not_open_then():
    there, later = opened(Kind.TALK, ENDED), opened(Kind.TALK, AFTER)
    assert remained([there, later], ENDED) == ((Kind.TALK, (there,)),)


def test_how_it_ended_is_told_as_far_as_it_was_said():
    assert words(None, How.NOT_SAID, Ender.NOT_SAID, AFTER) == "The work goes on; no last day is set."
    assert words(ENDED, How.NOT_SAID, Ender.NOT_SAID, AFTER) == "The last day was 2026-06-02."
    said = words(ENDED, How.WITHOUT_LAST_SESSION, Ender.CLIENT, ENDED)
    assert said == "The last day is 2026-06-02: without a last session, the client decided."


@pytest.mark.parametrize("by", [one for one in Ender if one])
def test_everybody_who_can_end_it_has_words(by):
    assert ", " in words(ENDED, How.PLANNED, by, AFTER)


def test_every_kind_has_a_heading():
    assert len({kind_words(one) for one in Kind}) == len(Kind)
