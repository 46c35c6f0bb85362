"""Answers to moments of a recording: one stands at a time, none is lost, each is in the audit."""

import pytest

from reattune.practice import models
from reattune.practice.recorded.shown import answering
from reattune.practice.recorded.shown.answering import Said


def test_one_answer_stands_and_none_is_lost(here):
    first = answering.say(here, "m1", Said.WORTH)
    assert answering.say(here, "m1", Said.WORTH).pk == first.pk
    answering.say(here, "m1", Said.ORDINARY)
    answering.say(here, "m2", Said.LEFT)
    assert {name: row.answer for name, row in answering.standing(here).items()} == {"m1": "ordinary", "m2": "left"}
    assert models.Picked.objects.count() == 3
    assert models.AuditEvent.objects.filter(action="wrote", what=answering.WHAT).count() == 3


def test_it_is_taken_back_once(here):
    answering.say(here, "m1", Said.WORTH)
    assert answering.take_back(here, "m1")
    assert not answering.take_back(here, "m1")
    assert answering.standing(here) == {}
    assert models.Picked.objects.get().undone is not None
    assert models.AuditEvent.objects.filter(action="undid", what=answering.WHAT).count() == 1


@pytest.mark.parametrize("said", Said)
def test_each_is_called_something_else(said):
    assert answering.words(said)
    assert len({answering.words(one) for one in Said}) == len(Said)
