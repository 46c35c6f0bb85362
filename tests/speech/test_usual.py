from dataclasses import replace

import pytest

from reattune.speech.dynamics import Dynamics
from reattune.speech.usual import LEAST_EARLIER, against_usual

USUAL = Dynamics(60, 30, 30, 600, 600, 18.0, 15.0, 3, 1, 30, 30, 12, 0.0, 0.0, 1.0, 1.0, 4.0)


def session(**changed):
    return replace(USUAL, **changed)


EARLIER = [session(client_length=length) for length in (16.0, 18.0, 20.0, 18.0)]


def test_shorter_than_ever_before_is_said_with_the_figures_and_a_benign_reading():
    (found,) = against_usual(session(client_length=6.0), EARLIER)
    assert found.figure == "client_length"
    assert found.says == (
        "The client’s turns were shorter, in words: 6 here, 18 as a rule (16 to 20 in 4 sessions before)."
    )
    assert found.benign
    assert (found.lowest, found.highest, found.sessions) == (16.0, 20.0, 4)


def test_longer_is_said_too():
    (found,) = against_usual(session(client_length=40.0), EARLIER)
    assert "longer" in found.says


@pytest.mark.parametrize("length", [16.0, 17.0, 20.0])
def test_what_was_there_before_is_not_said(length):
    assert against_usual(session(client_length=length), EARLIER) == ()


def test_what_hardly_differs_is_not_said():
    assert against_usual(session(client_length=19.0), [session(client_length=18.0)] * 4) == ()


def test_too_few_earlier_sessions_say_nothing():
    assert against_usual(session(client_length=1.0), EARLIER[: LEAST_EARLIER - 1]) == ()


def test_typed_is_never_held_against_spoken():
    assert against_usual(session(client_length=1.0, typed=True), EARLIER) == ()


def test_a_session_of_few_turns_says_nothing():
    assert against_usual(session(client_turns=4, client_length=1.0), EARLIER) == ()


def test_a_latency_that_is_not_known_is_left_out():
    earlier = [session(client_latency=None)] * 4
    assert against_usual(session(client_latency=30.0), earlier) == ()
    (found,) = against_usual(session(client_latency=30.0), [session(client_latency=1.5)] * 4)
    assert found.figure == "client_latency"


def test_every_figure_has_words_for_both_ways():
    low = session(client_length=1.0, client_words=60, minimal=0, longest_run=0, client_latency=0.1, late_third=-20.0)
    high = session(
        client_length=90.0, client_words=6000, minimal=29, longest_run=12, client_latency=60.0, late_third=40.0
    )
    earlier = [session(longest_run=4, minimal=6)] * 3
    for now in (low, high):
        found = against_usual(now, earlier)
        assert [one.figure for one in found] == [
            "client_length",
            "client_share",
            "minimal_share",
            "longest_run",
            "client_latency",
            "late_third",
        ]
        assert all(one.says and one.benign for one in found)
