"""How much a session resembles those that their clients rated low: parts first, and a whole that is only their sum."""

from dataclasses import dataclass
from math import exp

import numpy as np

from reattune.language import _
from reattune.speech.dynamics import dynamics
from reattune.speech.markers.definitions import Marker, Stretch
from reattune.speech.markers.domain import remark, too_far, unreadable
from reattune.speech.markers.seeing import Seen
from reattune.speech.markers.table import CLIPPED, Fit, Table, table
from reattune.speech.place import Context

LOW = 50
DRAWS = 200
_MIDDLE = (5.0, 95.0)
_SEED = 7


@dataclass(frozen=True, slots=True)
class Part:
    """What one marker adds: `points` of the score, and where in the session it was seen."""

    marker: Marker
    value: float
    usual: float
    """The mean of the sessions learned from."""
    points: float
    turns: tuple[int, ...]

    @property
    def says(self) -> str:
        """What the marker is."""
        return self.marker.says()


@dataclass(frozen=True, slots=True)
class Weighed:
    """What a session's markers come to, for the research view only; never without `domain`.

    `score` (0 to 100) is `base` and the points of all `parts`, so that it never says more than they do. `redrawn` is
    the middle nine in ten when the session's own turns are drawn again; `rated` is where four in five of the sessions
    learned from were rated that were weighed like this. `low` is the calibrated share, among such sessions, of ratings
    below 50, and `band` (weak, moderate, strong, or "") a point at which that was measured.
    """

    base: float
    parts: tuple[Part, ...]
    redrawn: tuple[float, float]
    rated: tuple[float, float]
    low: float
    band: str
    precision: float | None
    domain: str
    remark: str

    @property
    def score(self) -> float:
        """The base and all parts together."""
        return self.base + sum(part.points for part in self.parts)


@dataclass(frozen=True, slots=True)
class Abstained:
    """A session that was not weighed, and why."""

    why: str


def resembles() -> str:
    """Return the words that stand beside every result: what it was learned from, and what it is about."""
    return _("resembles text-counselling dialogues their clients rated below 50")


def weigh(context: Context, *, first_half: bool = False, using: Table | None = None) -> Weighed | Abstained:
    """Return what a session's markers come to.

    Args:
        context: a transcript made ready.
        first_half: the context is the first half of a session only; closing words are not in it.
        using: another table than the one that comes with Reattune.

    Returns:
        The parts and their sum, or why nothing was weighed.
    """
    why = unreadable(context.transcript)
    if why:
        return Abstained(why)
    known = using or table()
    fit = known.first_half if first_half else known.whole
    seen = known.looker.look(context)
    values = seen.values()
    why = too_far(fit, values)
    return Abstained(why) if why else _weighed(known, fit, seen, values)


def points(fit: Fit, values: np.ndarray) -> np.ndarray:
    """Return what each marker's value adds to the score."""
    added: np.ndarray = fit.coefficients * np.clip(fit.standardised(values), -CLIPPED, CLIPPED)
    return added


def low(fit: Fit, score: float) -> float:
    """Return the calibrated share of low ratings among sessions of such a score."""
    return 1.0 / (1.0 + exp(-(fit.offset + fit.slope * score)))


def _weighed(known: Table, fit: Fit, seen: Seen, values: np.ndarray) -> Weighed:
    added = points(fit, values)
    score = fit.score + float(added.sum())
    share = low(fit, score)
    reached = [band for band in fit.bands if share >= band.at]
    parts = [
        Part(marker, float(value), float(usual), float(points), seen.turns(marker))
        for marker, value, usual, points in zip(known.markers, values, fit.means, added, strict=True)
    ]
    return Weighed(
        base=fit.score,
        parts=tuple(sorted(parts, key=lambda part: (-abs(part.points), part.marker.name))),
        redrawn=_redrawn(known, fit, seen, values),
        rated=(max(0.0, score + fit.under), min(100.0, score + fit.over)),
        low=share,
        band=reached[-1].name if reached else "",
        precision=reached[-1].precision if reached else None,
        domain=resembles(),
        remark=remark(dynamics(seen.context.transcript)),
    )


def _redrawn(known: Table, fit: Fit, seen: Seen, values: np.ndarray) -> tuple[float, float]:
    """Draw the session's turns again; figures of length stay as they are."""
    generator = np.random.default_rng(_SEED)
    count = len(seen.shown)
    late = count * 3 // 4
    weights = np.zeros((DRAWS, count))
    weights[:, :late] = generator.multinomial(late, np.full(late, 1 / late), DRAWS)
    weights[:, late:] = generator.multinomial(count - late, np.full(count - late, 1 / (count - late)), DRAWS)
    whole = seen.rates(weights)
    weights[:, :late] = 0.0
    rates = {Stretch.WHOLE: whole, Stretch.LATE: seen.rates(weights)}
    columns = {name: index for index, name in enumerate(seen.looker.signs)}
    drawn = np.tile(values, (DRAWS, 1))
    for index, marker in enumerate(known.markers):
        if marker.stretch is not Stretch.LENGTHS:
            drawn[:, index] = rates[marker.stretch][:, columns[marker.of]]
    score = fit.score + float(points(fit, values).sum())
    totals = points(fit, drawn).sum(axis=1)
    # A rate drawn again has a smaller logarithm on average; what is shown is the spread, around the score itself.
    lower, upper = np.percentile(totals - totals.mean() + score, _MIDDLE)
    return min(float(lower), score), max(float(upper), score)
