"""Each family points one way, or is an attempt at repair."""

from reattune.model import Direction
from reattune.speech.rule import AGAINST, AWAY, REPAIR, Family, direction


def test_every_family_has_one_place() -> None:
    assert AWAY | AGAINST | REPAIR | {Family.MET} == set(Family)
    assert len(AWAY) + len(AGAINST) + len(REPAIR) + 1 == len(Family)


def test_directions() -> None:
    assert direction(Family.DENIAL) is Direction.AWAY
    assert direction(Family.PROGRESS) is Direction.AGAINST
    assert direction(Family.MET) is Direction.ATTUNED
    assert direction(Family.OWNS_PART) is None
