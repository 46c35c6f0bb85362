"""Alignment: a transcript's own recording is known from two minutes on, a strange one is not taken for it."""

import numpy as np
import pytest

from reattune.model import Span
from reattune.nonverbal.alignment import align, filled, near, struck


def talk(seed, seconds, loose=0.0):
    """Return turns by chance, and the speech that would be heard: with pauses in it, and short gaps joined."""
    draw, at, turns, heard = np.random.default_rng(seed), 1.5, [], []
    while (end := at + draw.lognormal(1.5, 0.8)) < seconds:
        turns.append(Span(max(0, at + draw.normal(0, loose)), end + draw.uniform(0.01, 0.02 + loose)))
        cut = draw.uniform(at, end)
        heard += [Span(at, cut), Span(cut + 0.3, end)] if cut + 0.3 < end else [Span(at, end)]
        at = end + draw.uniform(0.3, 4)
    return turns, heard


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("shift", [0.0, 37.4])
@pytest.mark.parametrize("ends", [True, False])
def test_two_minutes_belong_to_their_own_recording(seed, shift, ends):
    turns, heard = talk(seed, 120, loose=0.1)
    found = align(
        [Span(one.start, one.end) for one in turns], [Span(a.start + shift, a.end + shift) for a in heard], ends
    )
    assert found.belongs
    assert found.offset == pytest.approx(shift, abs=0.5)


@pytest.mark.parametrize("seconds", [120, 600])
def test_strange_transcripts_are_hardly_ever_taken_for_its_own(seconds):
    taken = [align(talk(seed, seconds)[0], talk(seed + 500, seconds)[1]).belongs for seed in range(20)]
    assert sum(map(bool, taken)) <= 2
    assert None not in taken


def test_whole_seconds_are_near_enough():
    turns, heard = talk(3, 600)
    whole = [Span(float(int(one.start)), float(int(one.end) + 1)) for one in turns]
    assert align(whole, heard).offset == 0
    assert align(whole, heard).belongs


def test_of_a_few_turns_nothing_is_said():
    turns, heard = talk(1, 120)
    assert align(turns[:5], heard).belongs is None
    assert align(turns[:5], heard).offset == 0


def test_turns_of_one_length_at_one_distance_fit_no_better_than_chance():
    turns = [Span(at, at + 2.0) for at in range(2, 100, 4)]
    assert align(turns, talk(2, 120)[1]).belongs is False


def test_edges_and_stretches_are_drawn_where_they_are():
    drawn = near([1.0], 45)
    assert drawn[20] == drawn.max() == 1
    assert drawn[9] == pytest.approx(10 / 21)
    assert near([0.0], 30)[0] == 1
    assert struck(np.array([0.1, 0.1, -1.0, 9.0]), 20).tolist() == [0, 0, 2, *[0] * 17]
    assert filled([0.1], [0.2], 6).tolist() == [0, 0, 1, 1, 0, 0]
