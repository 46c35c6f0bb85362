"""What was read is held as long as it holds, and no longer."""

from datetime import date
from uuid import uuid4

import pytest

from reattune.errors import ReattuneError
from reattune.model import Relationship, Streams
from reattune.practice.memory import Memory, memory

DAY = date(2026, 6, 30)


def held():
    one, key = Memory(), uuid4()
    one.hold(("a",), DAY)
    one.relationships[key] = Relationship("heron")
    one.streams[key] = Streams("heron", (), ())
    return one, key


def test_another_day_forgets_what_was_observed_and_not_what_was_read():
    one, key = held()
    one.hold(("a",), date(2026, 7, 1))
    assert key in one.relationships
    assert not one.streams


def test_other_settings_forget_all():
    one, _key = held()
    one.hold(("b",), DAY)
    assert not one.relationships
    assert not one.streams


def test_the_same_again_forgets_nothing():
    one, key = held()
    one.hold(("a",), DAY)
    assert key in one.streams


def test_one_is_forgotten_alone_and_those_who_are_gone():
    one, key = held()
    other = uuid4()
    one.relationships[other] = Relationship("wren")
    one.keep_only({other})
    assert set(one.relationships) == {other}
    assert not one.streams
    one.forget(other)
    one.forget(key)
    assert not one.relationships


def test_locked_there_is_none(home):
    with pytest.raises(ReattuneError, match="locked"):
        memory()
