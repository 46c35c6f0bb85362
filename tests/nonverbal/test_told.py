"""Told: nothing is claimed that was not given."""

from reattune.model import Way
from reattune.nonverbal.told import Told


def test_what_was_not_said_is_not_there():
    told = Told(Way.NONE, ())
    assert not told.bleeds
    assert told.remarks == ()
