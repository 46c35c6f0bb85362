"""What a page shows of a second reader: off, not agreed to, ready, and single moments only where they say something."""

from datetime import date

import pytest
from tests.practice.heard.scripted import MODEL, told

from reattune.practice import consent, models
from reattune.practice.heard import second, second_setting
from reattune.practice.heard.opened import open_up
from reattune.practice.heard.second_shown import shown
from reattune.speech.moments import moments
from reattune.speech.second.agreeing import LOSES
from reattune.speech.second.answering import Dropped

CLEAR, LIKE_CHANCE, FEW = [6, 6, 0, 6], [6, 6, 5, 6], [3, 3, 0, 3]


@pytest.fixture
def heard(agreed):
    second_setting.keep(second_setting.read("127.0.0.1:9", MODEL), "")
    consent.write(agreed, consent.Purpose.SECOND_READER, given=True, by="client", day=date(2026, 6, 2))
    return told(agreed)


def keep(heard, rates, dropped=None):
    """Keep a reading in which nothing marked the first moment."""
    first = next(one for one in moments(open_up(heard).reading) if one.direction is not None)
    row = models.SecondReading(client_id=heard.client_id, heard=heard)
    opinion = {"moment": first.id, "agreed": 0, "of": 3, "mark": None}
    row.words = {
        "where": "127.0.0.1:9",
        "model": MODEL,
        "reported": [MODEL, "fp"],
        "method": "abc",
        "rates": rates,
        "opinions": [opinion, {**opinion, "moment": "gone"}],
        "dropped": dropped or {},
        "done": True,
    }
    row.save(force_insert=True)
    return first


def test_off_there_is_nothing_but_the_reason(agreed):
    row = told(agreed)
    found = shown(row)
    assert (found.endpoint, found.result) == (None, None)
    assert found.why == "No second reader is set up."


def test_ready_there_is_a_button_and_no_result(heard):
    found = shown(heard)
    assert (found.why, found.job, found.stopped, found.result) == ("", None, "", None)


def test_a_moment_nobody_marked_is_weaker_where_that_says_something(heard):
    first = keep(heard, CLEAR)
    found = shown(heard).result
    assert [one.moment for one in found.about] == [first.id]
    assert "may have been nothing" in found.about[0].said
    before = moments(open_up(heard).reading)
    after = found.weigh(before)
    changed = [(one, two) for one, two in zip(before, after, strict=True) if one != two]
    assert [one.id for one, _two in changed] == [first.id]
    assert changed[0][1].strength == pytest.approx(first.strength * (1 - LOSES))


@pytest.mark.parametrize(("rates", "words"), [(LIKE_CHANCE, "not clearly more"), (FEW, "too few to compare")])
def test_where_it_says_nothing_that_is_said(heard, rates, words):
    keep(heard, rates)
    found = shown(heard).result
    assert found.about == found.opinions == ()
    assert any(words in one for one in found.said)
    assert found.weigh(moments(open_up(heard).reading)) == moments(open_up(heard).reading)


def test_every_reason_is_told_with_its_number(heard):
    keep(heard, CLEAR, {why.value: number for number, why in enumerate(Dropped, 1)})
    found = shown(heard).result.dropped
    assert [int(one.split()[0]) for one in found] == list(range(1, len(Dropped) + 1))
    assert len(set(found)) == len(found)


def test_withdrawn_nothing_of_it_is_shown(heard):
    keep(heard, CLEAR)
    consent.write(heard.client, consent.Purpose.SECOND_READER, given=False, by="client", day=date(2026, 6, 3))
    assert shown(heard).result is None


def test_under_way_it_says_so(heard):
    job = second.begin(heard)
    assert shown(heard).job == job


def test_read_more_than_once_that_is_said(heard):
    keep(heard, CLEAR)
    assert not any("times" in words for words in shown(heard).result.said)
    keep(heard, CLEAR)
    assert any("was read 2 times" in words for words in shown(heard).result.said)
