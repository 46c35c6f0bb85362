"""Evidence that what followed a day was closer, or further, than a person's own usual before it.

Each value averages at most 1 under the model where nothing changed, however often it is looked at meanwhile, so that
it reaches 20 at any time with a chance of at most 1 in 20 (Ville's inequality; the bets are those of `noticing`).
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import prod

import numpy as np

from reattune.model import Direction, Observation, Outcomes, Scores
from reattune.noticing.evidence import Sighting, foreseen, tempered
from reattune.noticing.imagined import begin
from reattune.noticing.usual import Floats, Usual
from reattune.noticing.weights import BET

FROZEN, PASSING = 0, 1
"""The belief as it was before the day is kept in one slot; the other only tells the pattern that a session begins."""


@dataclass(frozen=True, slots=True)
class Shifted:
    """How much better what followed is told by "closer" or "further" than by "as usual"."""

    closer: float
    further: float


def shifted(
    pattern: Outcomes | Scores, observations: Iterable[Observation], day: date, sessions: Iterable[date] = ()
) -> Shifted:
    """Return the evidence of one stream for a shift after a day.

    Args:
        pattern: Its usual pattern, with the prior's figures.
        observations: All that was seen in it; what is about the day itself counts on neither side.
        day: The day of the episode. What is usual is frozen as it was before it.
        sessions: The days of all sessions, by which the pattern knows which answers followed each other.

    Returns:
        Two values, each 1 where there is nothing to go by.
    """
    usual = begin(pattern, 1, bank=2)
    wealth = np.ones(len(usual.directions))
    of: dict[date, list[Observation]] = defaultdict(list)
    for one in observations:
        of[one.at].append(one)
    is_frozen = False
    for at in sorted({*of, *sessions}):
        usual.freeze(FROZEN if at > day and not is_frozen else PASSING)
        is_frozen = is_frozen or at > day
        if at != day:
            for one in sorted(of[at], key=lambda each: (each.known_at, each.group, each.source)):
                wealth = wealth * _taken_in(usual, one, weighed=at > day)
    return Shifted(_worth(usual, Direction.ATTUNED, wealth), _worth(usual, Direction.AWAY, wealth))


def together(values: Sequence[float]) -> float:
    """Return the evidence of several streams as one: half their average, half a product of careful bets on each.

    Args:
        values: Each stream's for the same direction.

    Returns:
        The evidence; it averages at most 1 where each does and the streams are independent, as the model takes them.
    """
    if not values:
        return 1.0
    average = sum(values) / len(values)
    return average if len(values) == 1 else 0.5 * average + 0.5 * prod(1.0 - BET + BET * one for one in values)


def _worth(usual: Usual, direction: Direction, wealth: Floats) -> float:
    """Return what the bet on a direction came to, shared among its lasting changes; 1 where none is looked for."""
    shares = usual.lasting * np.array([one is direction for one in usual.directions])
    whole = shares.sum()
    return float(shares @ wealth / whole) if whole else 1.0


def _taken_in(usual: Usual, one: Observation, *, weighed: bool) -> Floats:
    """Return by what each bet is multiplied `[A]`, and take the observation into what is usual."""
    code, group = np.array([one.code]), np.array([one.group])
    ratio = np.ones(len(usual.directions))
    if weighed:
        seen = Sighting(code, group, np.array([True]), np.array([one.weight]), np.array([one.foreseen]))
        _chance, every = usual.ratios(code, group)
        ratio = tempered(foreseen(every, seen), seen)[FROZEN, 0]
    usual.learn(code, group, np.array([one.weight > 0.0]))
    return ratio
