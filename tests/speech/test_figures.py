from dataclasses import replace
from datetime import date

import pytest

from reattune.model import Role, Source, Times, Transcript, Turn
from reattune.speech.figures import figures
from reattune.speech.place import prepare
from reattune.speech.reading import Reading
from reattune.speech.rule import Family, Hit

TURNS = (
    Turn(Role.THERAPIST, "t", "how was the week?", "1", 0.0, 2.0),
    Turn(Role.CLIENT, "c", "not good", "2", 3.0, 4.0),
    Turn(Role.THERAPIST, "t", "what happened?", "3", 5.0, 6.0),
    Turn(Role.CLIENT, "c", "I had to work all the time", "4", 11.0, 14.0),
    Turn(Role.OTHER, "o", "she did", "5", 14.0, 15.0),
    Turn(Role.CLIENT, "c", "yes", "6", 25.0, 26.0),
    Turn(Role.THERAPIST, "t", "all the time?", "7", 26.0, 28.0),
    Turn(Role.CLIENT, "c", "all the time, really", "8", 27.0, 30.0),
)
TRANSCRIPT = Transcript(date(2025, 3, 4), Source("s.vtt", ""), TURNS, Times.BOTH)


def hit(turn: int, family: Family, strength: float) -> Hit:
    return Hit(family.value, family, turn, 0, 2, strength, "seen")


def reading(*hits: Hit, transcript: Transcript = TRANSCRIPT) -> Reading:
    return Reading(prepare(transcript), hits)


def test_turns_words_and_shortest_replies_are_counted():
    found = figures(reading())
    assert (found.client_turns, found.client_words, found.therapist_words) == (4, 14, 9)
    assert (found.minimal, found.away, found.against, found.attuned) == (2, 0, 0, 0)
    assert found.day == found.known_at == date(2025, 3, 4)


def test_a_turn_counts_once_for_a_direction_and_only_with_a_clear_mark():
    found = figures(
        reading(
            hit(1, Family.DENIAL, 0.6),
            hit(1, Family.MINIMAL, 0.6),
            hit(3, Family.MINIMAL, 0.3),
            hit(3, Family.REJECTS, 0.6),
            hit(7, Family.MET, 0.5),
            hit(2, Family.THERAPIST_AWAY, 0.9),
            hit(2, Family.INVITES, 0.9),
        )
    )
    assert (found.away, found.against, found.attuned) == (1, 1, 1)


def test_trust_and_other_hits_are_taken_where_given():
    read = reading(hit(1, Family.DENIAL, 0.6))
    assert figures(read, trust={"denial": 0.5}).away == 0
    assert figures(read, ()).away == 0


def test_the_silence_before_the_client_is_measured_only_where_both_ends_are_real():
    assert figures(reading()).latency == pytest.approx(1.0)  # 1, 5 and an overlap
    starts = replace(TRANSCRIPT, times=Times.STARTS)
    assert figures(reading(transcript=starts)).latency is None
    assert figures(reading(transcript=replace(TRANSCRIPT, written=True))).latency is None
    assert figures(reading(transcript=replace(TRANSCRIPT, turns=()))).latency is None


def test_where_words_were_not_read_nothing_is_counted_as_none():
    found = figures(reading(hit(1, Family.DENIAL, 0.6)), why="The words are in another language.")
    assert (found.away, found.against, found.attuned) == (None, None, None)
    assert found.why == "The words are in another language."
    assert found.client_words == 14


def test_the_day_it_came_in_is_kept():
    later = replace(TRANSCRIPT, known_at=date(2025, 4, 1))
    assert figures(reading(transcript=later)).known_at == date(2025, 4, 1)
