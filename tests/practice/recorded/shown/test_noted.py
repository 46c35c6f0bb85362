"""Moments as they are shown: heard and seen in one order of time, ordinary readings there, answers beside."""

import pytest

from reattune.errors import ReattuneError
from reattune.practice.recorded.shown import answering
from reattune.practice.recorded.shown.noted import note, notes
from reattune.practice.recorded.shown.opened import open_up


def test_heard_and_seen_stand_in_order_of_time(played):
    found = notes(open_up(played), {})
    assert [(one.number, one.id, one.at, one.played_from) for one in found] == [
        (1, "aaaa1111", "0:03", 0),
        (2, "cccc3333", "0:40", 30),
        (3, "bbbb2222", "1:05", 55),
    ]
    assert all(one.sentence and one.ordinary and one.way for one in found)
    assert found[2].part
    assert "1:05 to 1:19" in found[2].rests
    assert found[2].way.startswith("Known from: one microphone")


def test_an_answer_stands_beside_and_the_ordinary_steps_back(played):
    answering.say(played, "aaaa1111", answering.Said.ORDINARY)
    answering.say(played, "bbbb2222", answering.Said.WORTH)
    found = {one.id: one for one in notes(open_up(played), {})}
    assert found["aaaa1111"].is_ordinary
    assert found["aaaa1111"].said == "Ordinary"
    assert not found["bbbb2222"].is_ordinary
    assert found["cccc3333"].said == ""


def test_a_moment_that_is_gone_is_said(played, here):
    assert note(open_up(played), "cccc3333").start == 40
    with pytest.raises(ReattuneError, match="not there any more"):
        note(open_up(played), "gone")


def test_without_anything_found_there_are_none(here):
    assert notes(open_up(here), {}) == ()
