"""What is usual for people in general, before one person is known: the default, or fitted on the others, then frozen.

Only rows of *other* relationships known before this relationship's first tick are used, so that what is said as of a
day does not change later. Fewer than five such relationships: the documented default.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammaln

from reattune.model import Outcomes, Scores, Streams

DEFAULT = "default-1"
ENOUGH_PEOPLE = 5
ENOUGH_ROWS = 3
STRENGTHS = (3.0, 6.0, 12.0, 24.0, 48.0)
WEIGHT_OF_DEFAULT = 20.0
"""The default mean counts as so many observations beside the others' rows."""
PEOPLE_OF_DEFAULT = 5.0
"""The default spreads count as so many people beside the others."""
STEPS_OF_DEFAULT = 100.0
"""The default carry counts as so many steps from one answer to the next."""
MOST_CARRIED = 0.5
"""The largest carry that is fitted."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Prior:
    """A dated prior: its name, and the series' patterns with the prior's figures filled in."""

    name: str
    patterns: Mapping[str, Outcomes | Scores]


def fit(own: Streams, others: Iterable[Streams]) -> Prior:
    """Return the prior for one relationship, frozen at its first tick.

    Args:
        own: the relationship's streams; only its first tick and its patterns are used, never its observations.
        others: the streams of the whole caseload (the relationship itself is passed over).

    Returns:
        The prior, named after its day where at least five others were known before it, or the default. A stream that
        too few of them have keeps its default all the same.
    """
    default = {series.name: series.pattern for series in own.series}
    if not own.ticks:
        return Prior(DEFAULT, default)
    day = own.ticks[0]
    people = [one for one in others if one.codename != own.codename and one.ticks and one.ticks[0] < day]
    patterns = {name: _fitted(pattern, list(_rows(name, pattern, people, day))) for name, pattern in default.items()}
    return Prior(f"practice-{day.isoformat()}" if len(people) >= ENOUGH_PEOPLE else DEFAULT, patterns)


def _rows(
    name: str, pattern: Outcomes | Scores, people: Sequence[Streams], day: date
) -> Iterable[list[tuple[int, int]]]:
    """Yield, for each other person with enough rows of a series known before `day`, their (group, code) rows."""
    for person in people:
        for series in person.series:
            if series.name == name and _alike(series.pattern, pattern):
                rows = [(one.group, one.code) for one in series.observations if one.known_at < day and one.weight > 0]
                if len(rows) >= ENOUGH_ROWS:
                    yield rows


def _alike(one: Outcomes | Scores, other: Outcomes | Scores) -> bool:
    """Whether two patterns have the same attainable values."""
    match one, other:
        case Outcomes(), Outcomes():
            return one.labels == other.labels and len(one.mean) == len(other.mean)
        case Scores(), Scores():
            return (one.minimum, one.maximum, one.step) == (other.minimum, other.maximum, other.step)
        case _:
            return False


def _fitted(pattern: Outcomes | Scores, rows: list[list[tuple[int, int]]]) -> Outcomes | Scores:
    """Return the pattern with its prior fitted on other people's rows, or as it is where there are too few."""
    if len(rows) < ENOUGH_PEOPLE:
        return pattern
    match pattern:
        case Outcomes():
            return _fit_outcomes(pattern, rows)
        case Scores():
            return _fit_scores(pattern, rows)


def _fit_outcomes(pattern: Outcomes, rows: list[list[tuple[int, int]]]) -> Outcomes:
    """Fit the prior mean (with the default as some observations) and, by likelihood, its strength."""
    counts = np.zeros((len(rows), len(pattern.mean), len(pattern.labels)))
    for person, seen in enumerate(rows):
        for group, code in seen:
            counts[person, group, code] += 1.0
    pooled = counts.sum(axis=0) + WEIGHT_OF_DEFAULT * np.array(pattern.mean)
    mean = pooled / pooled.sum(axis=1, keepdims=True)
    strength = max(STRENGTHS, key=lambda value: _likelihood(counts, mean * value))
    return replace(pattern, mean=tuple(tuple(map(float, group)) for group in mean), strength=strength)


def _likelihood(counts: Floats, alpha: Floats) -> float:
    """Return the Dirichlet-multinomial log likelihood of people's counts `[n, G, C]` (order of rows known)."""
    both = gammaln(alpha + counts) - gammaln(alpha)
    whole = gammaln(alpha.sum(axis=1)) - gammaln(alpha.sum(axis=1) + counts.sum(axis=2))
    return float(both.sum() + whole.sum())


def _fit_scores(pattern: Scores, rows: list[list[tuple[int, int]]]) -> Scores:
    """Fit where levels lie and how one person varies from answer to answer, the default being a few more people."""
    scores = [np.array([code for _, code in seen]) * pattern.step + pattern.minimum for seen in rows]
    means = np.array([one.mean() for one in scores])
    people, extra = len(means), PEOPLE_OF_DEFAULT
    centre = (means.sum() + extra * pattern.centre) / (people + extra)
    between = np.sqrt((((means - centre) ** 2).sum() + extra * pattern.between**2) / (people + extra))
    free = np.array([len(one) - 1 for one in scores])
    spread = np.array([one.var(ddof=1) for one in scores])
    within = np.sqrt(((free * spread).sum() + 10 * extra * pattern.within**2) / (free.sum() + 10 * extra))
    floor = 0.25 * pattern.step
    within = float(max(within, floor))
    return replace(
        pattern,
        centre=float(centre),
        between=float(max(between, floor)),
        within=within,
        carry=_carry(pattern, scores),
    )


def _carry(pattern: Scores, scores: list[Floats]) -> float:
    """Return how much one answer draws the next towards it: pooled, corrected for short courses, and drawn likewise.

    A person's own mean takes about `(1 + 3 carry) / n` from the autocorrelation of `n` answers (Marriott & Pope 1954,
    from memory); it is given back.
    """
    both = alone = pairs = 0.0
    for one in scores:
        left = one - one.mean()
        both += float(left[1:] @ left[:-1])
        alone += float(left @ left) * (len(one) - 1) / len(one)
        pairs += len(one) - 1
    found = both / alone if alone > 0.0 else pattern.carry
    length = pairs / len(scores) + 1.0
    found = (found + 1.0 / length) / max(1.0 - 3.0 / length, 0.25)
    carry = (pairs * found + STEPS_OF_DEFAULT * pattern.carry) / (pairs + STEPS_OF_DEFAULT)
    return float(np.clip(carry, 0.0, MOST_CARRIED))
