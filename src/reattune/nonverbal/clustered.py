"""One microphone and nothing marked: two voices where they are plainly two, and otherwise nothing.

The two come back under the names of roles, but only to be told apart: which is whose is not known.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reattune.language import _
from reattune.model import Role, Span, Spoke, Way
from reattune.nonverbal.discriminant import Discriminant, fitted
from reattune.nonverbal.told import Told
from reattune.nonverbal.windows import LENGTH, Voices, scaled, smoothed, voted, windows

FEWEST = 120
"""Stretches (30 s of speech) below which no voices are looked for."""
SMALLEST = 40
"""Stretches (10 s) that each voice needs."""
APART = 6.0
"""Standard deviations between two voices; one voice cut in two by this method lies at most about 4.5 apart."""
BETWEEN = 0.08
"""Which part of all speech may lie halfway between the two voices."""
SAME = 0.97
"""How alike the cuts must be that different beginnings lead to."""
TURNS = 6
"""How often the voices must change; a microphone that was moved makes two voices that change once."""
DIRECTIONS = 4
ROUNDS = 50

Wide = NDArray[np.float64]
Marks = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Cut:
    """Two voices, and which stretches are the second's."""

    known: Discriminant
    second: Marks


def by_cluster(features: Voices, speech: Sequence[Span]) -> Told:
    """Return two voices told apart without anything to go by, or nobody's where they are not plainly two.

    Args:
        features: how stretches of the recording sound.
        speech: where there is speech, in time order.

    Returns:
        `Way.CLUSTERED`, with `Role.CLIENT` and `Role.THERAPIST` as mere names for the voice that speaks first and the
        other: it is not known which is whose. `Way.NONE` without roles, and a remark, where it abstains.
    """
    starts, ends, which = windows(speech)
    if len(starts) < FEWEST:
        return _nobody(speech, _("There is too little speech to tell voices apart without marks."))
    rows = scaled(features.describe(starts, ends), features.weights)
    full = ends - starts > LENGTH - 1e-6
    cut = plain_cut(rows[full]) if full.sum() >= FEWEST else None
    if cut is None:
        return _nobody(speech, _alike())
    if any(_splits(rows[full][side]) for side in (cut.second, ~cut.second)):
        return _nobody(speech, _more())
    if int((cut.second[1:] != cut.second[:-1]).sum()) < TURNS:
        return _nobody(speech, _alike())
    chances = smoothed(cut.known.chances(rows), which)
    voices = (Role.CLIENT, Role.THERAPIST) if chances[0].argmax() == 0 else (Role.THERAPIST, Role.CLIENT)
    return Told(Way.CLUSTERED, voted(speech, starts, ends, which, chances, voices), True, (_uncertain(),))


def plain_cut(rows: Wide) -> Cut | None:
    """Return the cut of stretches into two voices, or None where there are not plainly two.

    Plainly: whatever direction the search begins with, it ends at nearly the same cut; both sides lie far apart; and
    hardly anything lies between them.

    Args:
        rows: what each stretch sounds like, scaled.
    """
    cuts = []
    for direction in _directions(rows):
        cut = _settled(rows, direction > np.median(direction))
        if cut is None or cut.known.separation < APART or _between(cut.known, rows) > BETWEEN:
            return None
        cuts.append(cut)
    agree = [float((one.second == cuts[0].second).mean()) for one in cuts]
    return cuts[0] if all(max(one, 1 - one) >= SAME for one in agree) else None


def _directions(rows: Wide) -> list[Wide]:
    values, vectors = np.linalg.eigh(rows.T @ rows)
    order = np.argsort(values)[::-1][:DIRECTIONS]
    # Pitch, the last column, is the most usual difference between two people.
    return [*(np.asarray(rows @ vectors[:, one]) for one in order), rows[:, -1]]


def _settled(rows: Wide, second: Marks) -> Cut | None:
    for _round in range(ROUNDS):
        if not _enough(second):
            return None
        means = np.vstack((rows[~second].mean(axis=0), rows[second].mean(axis=0)))
        new = np.asarray(((rows - means[1]) ** 2).sum(axis=1) < ((rows - means[0]) ** 2).sum(axis=1))
        if bool((new == second).all()):
            break
        second = new
    known = None
    for _round in range(ROUNDS):
        if not _enough(second):
            return None
        known = fitted((rows[~second], rows[second]))
        new = known.distances(rows).argmin(axis=1) == 1
        if bool((new == second).all()):
            break
        second = new
    return Cut(known, second) if known is not None and _enough(second) else None


def _enough(second: Marks) -> bool:
    return min(int(second.sum()), int((~second).sum())) >= SMALLEST


def _between(known: Discriminant, rows: Wide) -> float:
    distance = known.distances(rows)
    # On the line through both means: 0 halfway, half the separation at each mean.
    along = (distance[:, 0] - distance[:, 1]) / (2 * known.separation)
    return float((np.abs(along) < known.separation / 4).mean())


def _splits(rows: Wide) -> bool:
    return len(rows) >= FEWEST and plain_cut(rows) is not None


def _nobody(speech: Sequence[Span], why: str) -> Told:
    return Told(Way.NONE, tuple(Spoke(one.start, one.end) for one in speech), True, (why,))


def _uncertain() -> str:
    return _("Speakers uncertain: two voices were told apart without marks, and it is not known which is whose.")


def _alike() -> str:
    return _(
        "Two voices could not be told apart without marks: there may be one only, or they sound alike here. Mark about "
        "20 seconds of each person to go on."
    )


def _more() -> str:
    return _("More than two people may be speaking. Mark about 20 seconds of each of the two to go on.")
