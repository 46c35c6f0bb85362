"""What a client can say: each kind has a name of its own, and fits the column."""

from reattune.practice import models
from reattune.practice.voices.kinds import Kind, name_of


def test_every_kind_has_a_name_of_its_own():
    assert len({name_of(one) for one in Kind}) == len(Kind)
    assert all(name_of(one) for one in Kind)


def test_every_kind_fits_its_column():
    assert max(len(one.value) for one in Kind) <= models.Said._meta.get_field("kind").max_length
