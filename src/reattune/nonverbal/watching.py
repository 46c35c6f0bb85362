"""The one call that both faces use to look at movement: from pictures, or from a series that another program made."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

import numpy as np

from reattune.model import Movement
from reattune.nonverbal import amount, movement_moments
from reattune.nonverbal.bleeding import bleeds, without
from reattune.nonverbal.energy import Block, Energy, Floats
from reattune.nonverbal.faults import faults, missing
from reattune.nonverbal.moved import Moved
from reattune.nonverbal.regions import Regions
from reattune.nonverbal.smoothing import smooth, unknown
from reattune.nonverbal.together import Windows, together, windows
from reattune.nonverbal.watched import Amount, Fault, Kind, Ribbons, Together, Watched

__all__ = ["UNIT", "Amount", "Fault", "Kind", "Ribbons", "Together", "Watched", "watch", "watch_series"]

UNIT = "percent of the part, 1/25 s"
"""What a value of our own motion energy is: the same from session to session while the parts are drawn alike."""
SMOOTHED = 0.5
"""Seconds of smoothing, as rMEA 1.3.0 does it."""

LARGEST = 1e12
"""Beyond it a value is no motion energy, and missing."""

Say = Callable[[float, float | None], object]


def watch(
    pictures: Iterable[Block],
    regions: Regions,
    *,
    name: str = "",
    seconds: float | None = None,
    threshold: int | None = 12,
    notes: tuple[str, ...] = (),
    say: Say = lambda _done, _of: None,
) -> Watched:
    """Return what the movement in pictures shows, in bounded memory.

    Args:
        pictures: blocks of grey pictures in time order, with their times.
        regions: whose part of the picture is where.
        name: the recording's name.
        seconds: how long the recording is, where the container says so; else until its last picture.
        threshold: grey levels a pixel has to change by; None to take it from the noise of a drawn background.
        notes: sentences that belong to the recording, kept with what was watched.
        say: called with the seconds that were watched, and all of them where known.

    Returns:
        What was watched; without movement data it says so, and nothing else.

    Raises:
        ReattuneError: the noise is to be measured and no background was drawn; or what the pictures raise.
    """
    energy = Energy(regions, threshold)
    for block in pictures:
        energy.see(block)
        if len(block.times):
            say(float(block.times[-1]), seconds)
    seen = energy.done()
    step = float(np.median(np.diff(seen.times))) if len(seen.times) > 1 else 0.0
    whole = max(seconds or 0.0, float(seen.times[-1]) + step if len(seen.times) else 0.0)
    found = faults(seen)
    series = amount.even(seen, missing(seen, found), whole)
    return _watched(_Given(name, whole, amount.PER_SECOND, UNIT, True, notes, found), series)


def watch_series(movement: Movement, *, say: Say = lambda _done, _of: None) -> Watched:
    """Return what a series of motion energy shows that another program made.

    Args:
        movement: the series, the client's and the therapist's.
        say: called with the seconds that were looked at, and all of them.

    Returns:
        What was watched; amounts are in the series' own unit, and compared from session to session only if it is ours.
    """
    pairs = zip(movement.client, movement.therapist, strict=True)
    series = np.array([[np.nan if one is None else one for one in pair] for pair in pairs], np.float64).reshape(-1, 2)
    series[~(np.abs(series) <= LARGEST)] = np.nan
    first = round(movement.start * movement.per_second)
    # What lies before the beginning of the recording is left out.
    series = np.concatenate((np.full((first, 2), np.nan), series)) if first > 0 else series[-first:]
    whole = len(series) / movement.per_second
    unit = movement.unit or "units of the file"
    given = _Given(movement.name, whole, movement.per_second, unit, unit == UNIT, movement.remarks, ())
    found = _watched(given, series)
    say(whole, whole)
    return found


@dataclass(frozen=True, slots=True)
class _Given:
    """What is known of a series before it is looked at."""

    name: str
    seconds: float
    per_second: float
    unit: str
    comparable: bool
    notes: tuple[str, ...]
    faults: tuple[Fault, ...]


def _watched(given: _Given, series: Floats) -> Watched:
    rate = given.per_second
    bare = Watched(given.name, given.seconds, 0.0, given.unit, given.comparable, faults=given.faults, notes=given.notes)
    if not (~np.isnan(series)).any():
        return bare
    even = np.stack([_smoothed(one, rate) for one in series.T], axis=1)
    usable = float((~np.isnan(series)).all(axis=1).sum()) / rate
    both = replace(
        bare,
        usable=usable,
        client=amount.amount(even[:, 0], rate),
        therapist=amount.amount(even[:, 1], rate),
        ribbons=Ribbons(amount.seconds(even[:, 0], rate), amount.seconds(even[:, 1], rate)),
    )
    moments = movement_moments.amounts(even, rate, given.name)
    cells = windows(even, rate)
    if cells is None:
        return replace(both, moments=moments)
    bled = bleeds(cells)
    if bled:
        even = without(even, rate, bled)
        cells = windows(even, rate)
        both = replace(both, faults=tuple(sorted((*given.faults, *bled), key=lambda one: (one.start, one.kind))))
    return _with_together(both, even, cells, moments)


def _with_together(both: Watched, even: Floats, cells: Windows | None, moments: tuple[Moved, ...]) -> Watched:
    found = None if cells is None else together(even, cells)
    if found is None or cells is None:
        return replace(both, moments=moments)
    apart = movement_moments.togetherness(cells, found, both.name)
    ribbons = replace(both.ribbons, together=cells.by_second(both.seconds))
    ordered = tuple(sorted((*moments, *apart), key=lambda one: (one.start, one.rule)))
    return replace(both, together=found, ribbons=ribbons, moments=ordered)


def _smoothed(series: Floats, per_second: float) -> Floats:
    """Return a series smoothed, with nan where smoothing writes a 0 that is not stillness."""
    if SMOOTHED * per_second < 1:
        return series
    found = smooth(series, per_second, SMOOTHED)
    found[unknown(series, per_second, SMOOTHED)] = np.nan
    return found
