"""Neighbouring entries put together."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from reattune.model import Pause, Role, Turn
from reattune.reading.transcripts.turns import merged


def turn(role, text, start=None, end=None, pauses=()):
    return Turn(role, role.value, text, "1", start, end, pauses=pauses)


def test_times_run_from_the_first_beginning_to_the_last_end():
    one, two = turn(Role.CLIENT, "a", 1, 5), turn(Role.CLIENT, "b", 2, 4)
    (whole,) = merged([one, two])
    assert (whole.text, whole.start, whole.end, whole.messages) == ("a b", 1, 5, 2)
    (open_ended,) = merged([one, turn(Role.CLIENT, "b", 6)])
    assert open_ended.end is None


def test_pauses_keep_their_place_and_short_gaps_are_none():
    turns = [
        turn(Role.CLIENT, "ab", 0, 1, (Pause(1, "(.)"),)),
        turn(Role.CLIENT, "cd", 1.5, 2),
        turn(Role.CLIENT, "ef", 5, 6, (Pause(0, "(..)"),)),
    ]
    assert merged(turns)[0].pauses == (Pause(1, "(.)"), Pause(6, "(..)"))
    assert merged(turns, measured=True)[0].pauses == (Pause(1, "(.)"), Pause(6, "", 3), Pause(6, "(..)"))


@given(st.lists(st.tuples(st.sampled_from(Role), st.text(min_size=1, max_size=5)), max_size=20))
def test_no_word_is_lost_and_no_neighbours_are_alike(parts):
    whole = merged([turn(role, text) for role, text in parts])
    assert " ".join(each.text for each in whole) == " ".join(text for _role, text in parts)
    assert sum(each.messages for each in whole) == len(parts)
    assert all(one.role is not two.role for one, two in itertools.pairwise(whole))
