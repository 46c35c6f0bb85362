"""What is read does not depend on a corpus; an encoder only adds."""

import numpy as np
import pytest

from reattune.speech.larger import recipes
from reattune.speech.larger.texts import session, turns


@pytest.mark.parametrize("make", [recipes.session, recipes.turn])
def test_an_encoder_only_adds(make):
    without, with_one = make(encoder=False), make(encoder=True)
    assert with_one[: len(without)] == without
    assert {part.kind for part in with_one[len(without) :]} == {"vectors"}
    assert len({part.name for part in with_one}) == len(with_one)


def test_every_stretch_that_is_read_is_there(made):
    one = made.session(np.random.default_rng(0), 0.5)
    for parts, piece in (
        (recipes.session(encoder=True), session(one)),
        (recipes.turn(encoder=True), turns(one, [3])[0]),
    ):
        assert all(part.of in piece.said for part in parts if part.kind != "numbers")
