"""What each kind of change does, session by session."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reattune.errors import ReattuneError
from reattune.model import Direction
from reattune.synthetic import rates
from reattune.synthetic.effects import CHARACTERS, effects, resolved
from reattune.synthetic.plans import STREAMS, Kind, Plan


def done(kind, sessions=40, **how):
    return effects(resolved(Plan(kind, **{"onset": 10, **how}), sessions, 0.5), sessions)


def seen(found):
    """The streams in which anything changes."""
    changed = {
        "ratings": found.ratings.any(),
        "attendance": (found.odds != 1).any(),
        "rescheduling": (found.moves != 1).any(),
        "payment": (found.slower != 1).any(),
        "talk": (found.left != 1).any(),
    }
    return {name for name, one in changed.items() if one}


def test_every_kind_has_a_character():
    assert set(CHARACTERS) == set(Kind) - {Kind.NOTHING}


@pytest.mark.parametrize("kind", sorted(set(Kind) - {Kind.NOTHING, Kind.DROPOUT}))
def test_a_change_is_seen_where_it_says(kind):
    assert seen(done(kind)) == CHARACTERS[kind].streams
    assert seen(done(kind, streams=STREAMS)) == STREAMS
    assert seen(done(kind, streams=frozenset({"payment"}))) == {"payment"}


def test_nothing_changes_nothing():
    found = done(Kind.NOTHING)
    assert not seen(found)
    assert (found.onset, found.until, found.gone) == (None, None, None)


def test_a_lasting_one():
    found = done(Kind.LASTING)
    for values, before, after in (
        (found.ratings, 0.0, -rates.STRONG_FALL.value),
        (found.odds, 1.0, rates.STRONG_ODDS.value),
        (found.moves, 1.0, rates.STRONG_MOVES.value),
        (found.slower, 1.0, rates.STRONG_SLOWER.value),
    ):
        assert values.tolist() == [before] * 10 + [after] * 30
    assert (found.onset, found.until) == (10, None)


def test_two_weak_ones_are_weak():
    found = done(Kind.TWO_WEAK)
    assert (found.ratings[-1], found.odds[-1]) == (-rates.WEAK_FALL.value, rates.WEAK_ODDS.value)


def test_a_slide_raises_odds_by_steps():
    odds = done(Kind.SLIDE).odds
    assert odds[10:18] == pytest.approx(rates.STRONG_ODDS.value ** (np.arange(1, 9) / 8))


@pytest.mark.parametrize(
    ("kind", "until"), [(Kind.DIP, 11), (Kind.V, 13), (Kind.REPAIRED, 15), (Kind.DEEPENED, 15), (Kind.LASTING, None)]
)
def test_when_it_is_as_before(kind, until):
    found = done(kind, length=5)
    assert found.until == until
    if until is not None and kind is not Kind.DEEPENED:
        assert not found.ratings[until:].any()
    assert done(kind, onset=39, length=5).until is None


def test_deepened_is_better_than_before():
    found = done(Kind.DEEPENED, length=5)
    assert found.ratings[-1] == rates.STRONG_FALL.value / 2
    assert found.odds[-1] == pytest.approx(rates.STRONG_ODDS.value**-0.5)
    assert found.slower[-1] < 1


def test_being_met_goes_the_other_way_everywhere():
    found = done(Kind.MET, streams=STREAMS)
    assert CHARACTERS[Kind.MET].direction is Direction.ATTUNED
    assert found.ratings[-1] == rates.MET_RISE.value
    assert max(found.odds[-1], found.moves[-1], found.slower[-1]) < 1 < found.left[-1]


def test_leaving():
    found = done(Kind.DROPOUT)
    assert (found.still, found.absent, found.gone) == (10, 18, 20)
    assert seen(found) == {"talk"}
    assert done(Kind.DROPOUT, onset=38).gone == 40
    assert done(Kind.DROPOUT, onset=39).absent == 39
    assert done(Kind.DROPOUT, streams=frozenset({"talk"})).still is None


def test_what_was_asked_for_stands():
    asked = Plan(Kind.REPAIRED, onset=3, size=0.5, odds=2.0, moves=3.0, slower=5.0, left=0.9, length=7)
    found = resolved(asked, 20, 0.1)
    assert replace(found, streams=None) == asked


@given(st.integers(1, 200), st.floats(0, 1, exclude_max=True))
def test_the_onset_is_drawn_from_the_middle(sessions, chance):
    onset = resolved(Plan(Kind.LASTING), sessions, chance).onset
    assert 0 <= onset < sessions
    assert sessions // 3 <= onset <= max(sessions // 3, 2 * sessions / 3)


def test_an_onset_outside_is_refused():
    with pytest.raises(ReattuneError, match="onset"):
        resolved(Plan(Kind.DIP, onset=20), 20, 0.5)
