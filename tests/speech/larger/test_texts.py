"""What is read of a session and of a turn is their own words, in their places."""

import math
from dataclasses import replace

import numpy as np
import pytest

from reattune.model import Role
from reattune.speech.larger.texts import PARTS, session, turns
from reattune.speech.markers.definitions import candidates


@pytest.fixture
def one(made):
    return made.session(np.random.default_rng(5), 0.5, turns=8)


def test_a_session_is_read_whole_and_in_quarters_that_make_up_the_whole(one):
    piece = session(one)
    assert piece.said["client"] == tuple(turn.text for turn in one.turns if turn.role is Role.CLIENT)
    assert sum((piece.said[f"client {part + 1}"] for part in range(PARTS)), ()) == piece.said["client"]
    assert sum((piece.said[f"therapist {part + 1}"] for part in range(PARTS)), ()) == piece.said["therapist"]
    assert len(piece.figures["figures"]) == 14
    assert len(piece.figures["markers"]) == len(candidates())
    assert all(map(math.isfinite, piece.figures["markers"]))


def test_a_session_in_which_nobody_speaks_is_read_all_the_same(one):
    piece = session(replace(one, turns=()))
    assert piece.said["client"] == ()
    assert all(map(math.isfinite, piece.figures["markers"]))


def test_a_turn_is_read_with_what_stands_around_it(one):
    first, later = turns(one, [1, 9])
    assert later.said["turn"] == (one.turns[9].text,)
    assert later.said["before"] == (one.turns[8].text,)
    assert later.said["after"] == (one.turns[10].text,)
    assert later.said["around before"] == tuple(turn.text for turn in one.turns[5:9])
    assert later.said["own before"] == tuple(one.turns[at].text for at in (1, 3, 5, 7))
    assert first.said["own before"] == ()


def test_the_first_and_the_last_turn_have_nothing_beyond_them(one):
    first, last = turns(one, [0, len(one.turns) - 1])
    assert first.said["before"] == first.said["around before"] == ()
    assert last.said["after"] == last.said["around after"] == ()
    assert (first.figures["figures"][3], last.figures["figures"][3]) == (0.0, 1.0)
