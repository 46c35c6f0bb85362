"""Everybody's chance is their own."""

import pytest

from reattune.errors import ReattuneError
from reattune.synthetic.chance import Part, stream


def first(seed, codename, part):
    return stream(seed, codename, part).random(4).tolist()


def test_the_same_is_the_same():
    assert first(3, "egret", Part.COMING) == first(3, "egret", Part.COMING)


def test_seed_person_and_part_each_make_another():
    made = [
        first(*one)
        for one in (
            (3, "egret", Part.COMING),
            (4, "egret", Part.COMING),
            (3, "rook", Part.COMING),
            (3, "egret", Part.PAYING),
        )
    ]
    assert len({tuple(one) for one in made}) == 4


def test_parts_keep_their_numbers():
    assert [part.value for part in Part] == list(range(9))
    assert first(7, "egret", Part.PLAN)[0] == pytest.approx(0.2017, abs=1e-4)


def test_a_negative_seed_is_refused():
    with pytest.raises(ReattuneError, match="The seed is -1"):
        stream(-1, "egret", Part.PLAN)
