import pytest

from reattune.model import Role, Span
from reattune.nonverbal.listened import Moment, Taken


def test_a_turn_is_as_long_as_from_its_beginning_to_its_end():
    assert Taken(Role.CLIENT, 1.0, 3.5, ()).seconds == 2.5


def test_a_moment_gives_its_numbers_by_name():
    one = Moment("a", 1.0, 2.0, "rule", (Span(1, 2),), (("count", 3.0),))
    assert one.figure("count") == 3.0
    with pytest.raises(KeyError):
        one.figure("longest")
