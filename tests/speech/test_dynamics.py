from datetime import date

import pytest

from reattune.errors import ReattuneError
from reattune.model import Role, Source, Times, Transcript, Turn
from reattune.speech.dynamics import FEATURES, dynamics, features, from_row, row

CLIENT, THERAPIST, OTHER = Role.CLIENT, Role.THERAPIST, Role.OTHER


def talk(*said, times=Times.BOTH, written=False):
    turns = tuple(
        Turn(role, role.value, text, str(at), start, end, messages)
        for at, (role, text, start, end, messages) in enumerate(said)
    )
    return Transcript(date(2026, 1, 1), Source("a.vtt", ""), turns, times, "en", written)


SAID = (
    (THERAPIST, "How was the week?", 0.0, 2.0, 1),
    (CLIENT, "Fine.", 5.0, 6.0, 1),
    (THERAPIST, "Tell me more", 6.0, 8.0, 2),
    (CLIENT, "I went to my sister and we ate", 7.0, 12.0, 3),
    (THERAPIST, "And then?", 13.0, 14.0, 1),
    (CLIENT, "Not much", 20.0, 21.0, 1),
    (THERAPIST, "I see.", 21.5, 22.0, 1),
    (CLIENT, "No", 22.0, 23.0, 1),
)


def test_lengths_and_latencies_are_counted():
    one = dynamics(talk(*SAID))
    assert (one.turns, one.client_turns, one.therapist_turns) == (8, 4, 4)
    assert (one.client_words, one.therapist_words) == (1 + 8 + 2 + 1, 4 + 3 + 2 + 2)
    assert (one.client_length, one.therapist_length) == (1.5, 2.5)
    assert (one.minimal, one.longest_run, one.asking) == (3, 2, 2)
    assert (one.client_messages, one.therapist_messages) == (6, 5)
    assert one.client_latency == 1.5  # 3, 0 where they overlap, 6 and 0
    assert one.longest_latency == 6.0
    assert one.therapist_latency == 0.5
    assert one.late_quarter == 1 - 3
    assert one.late_third == 1 - 11 / 3


@pytest.mark.parametrize("times", [Times.STARTS, Times.NONE])
def test_no_latency_without_real_ends(times):
    one = dynamics(talk(*SAID, times=times))
    assert one.client_latency is one.therapist_latency is one.longest_latency is None


def test_features_are_those_of_the_reference_in_order():
    found = dict(zip(FEATURES, features(dynamics(talk(*SAID, written=True))), strict=True))
    assert len(FEATURES) == 14
    assert found["turns"] == 8
    assert found["client_words"] == pytest.approx(2.5649, abs=1e-4)
    assert found["client_share"] == 12 / 23
    assert found["minimal_share"] == 0.75
    assert found["client_latency"] == pytest.approx(0.9163, abs=1e-4)
    assert found["client_messages"] == 1.5
    assert found["late_length"] == -2
    assert found["asking_share"] == 0.5


def test_spoken_latencies_are_no_features_because_typing_time_is_another_thing():
    found = dict(zip(FEATURES, features(dynamics(talk(*SAID))), strict=True))
    assert found["client_latency"] is found["therapist_latency"] is found["longest_latency"] is None
    assert found["client_length"] == 1.5


def test_kept_without_words_and_taken_up_again():
    one = dynamics(talk(*SAID))
    kept = row(one)
    assert from_row(kept) == one
    assert not any(isinstance(value, str) for value in kept.values())


def test_a_figure_that_is_missing_is_named():
    kept = row(dynamics(talk(*SAID)))
    kept["turns"] = "eight"
    with pytest.raises(ReattuneError, match="turns"):
        from_row(kept)


@pytest.mark.parametrize("said", [(), SAID[:1], SAID[1:2], ((OTHER, "Hello both", 0.0, 1.0, 1),)])
def test_little_or_nothing_said(said):
    one = dynamics(talk(*said))
    assert one.turns == len(said)
    assert 0 <= one.client_share <= 1
    assert len(features(one)) == 14
