"""The instruction: every marker of both people, none of repair, and a shape that is the same as the list."""

from reattune.model import Role
from reattune.speech.rule import AGAINST, AWAY, REPAIR, Family
from reattune.speech.second.instruction import FIELDS, MARKERS, SHAPE, SYSTEM, speaker


def test_every_marker_with_a_direction_is_in_it_and_no_way_of_repair():
    assert set(MARKERS) == AWAY | AGAINST | {Family.MET}
    assert not set(MARKERS) & REPAIR
    assert all(f"- {family.value}: " in SYSTEM for family in MARKERS)


def test_the_shape_asks_for_the_same_fields_and_names():
    mark = SHAPE["properties"]["marks"]["items"]
    assert tuple(mark["properties"]) == FIELDS
    assert mark["properties"]["marker"]["enum"] == [family.value for family in MARKERS]


def test_a_marker_is_about_whoever_it_says():
    assert {speaker(family) for family in MARKERS if MARKERS[family].startswith("the client")} == {Role.CLIENT}
    assert {speaker(family) for family in MARKERS if MARKERS[family].startswith("the therapist")} == {Role.THERAPIST}
