"""Scores of one instrument, by one person, at one moment of the session: one series each, never pooled."""

import math
import statistics
from collections.abc import Iterable, Sequence
from itertools import pairwise

from reattune.instruments import find
from reattune.language import _
from reattune.model import Direction, Instrument, Observation, Purpose, Rating, Scores, Series, Timing, Voice
from reattune.streams.reasons import weigh
from reattune.streams.registry import Found, Stream
from reattune.streams.ticks import View

FAMILY = "ratings"
CHECK_IN = "check-in"
"""Our own check-in is a person speaking: never weighed."""
MOST_SCORES = 101
TEACHING = 4
"""Of an instrument without a definition, so many scores only teach the range."""
STEPS_EACH_WAY = 20
CARRY = 0.25
"""Autocorrelation of ratings by default (that they are autocorrelated: field notes 8.2; the figure: our own)."""
TOO_LARGE = 1e9
FINEST = 1e-6
"""Two scores nearer than this are one."""


def observe(view: View) -> Found:
    """Return one series per instrument, person and timing."""
    answered: dict[tuple[str, Voice, Timing], list[Rating]] = {}
    for rating in usable(view):
        answered.setdefault((rating.instrument, rating.by, rating.timing), []).append(rating)
    series: list[Series] = []
    remarks: list[str] = []
    for key, ratings in sorted(answered.items()):
        name = f"rating {key[0]} {key[1]} {key[2]}"
        instrument = find(key[0], view.instruments)
        if instrument is not None:
            series.append(_series(name, defined(instrument), ratings, view))
        elif len(ratings) > TEACHING:
            series.append(_series(name, learned(ratings[:TEACHING]), ratings[TEACHING:], view))
            remarks.append(_said_learned(key))
    return Found(tuple(series), tuple(dict.fromkeys(remarks)))


def usable(view: View) -> list[Rating]:
    """Return the ratings with a score that were known by the day of asking, by day and row."""
    started = view.relationship.started
    kept = [
        rating
        for rating in view.relationship.ratings
        if rating.score is not None
        and math.isfinite(rating.score)
        and abs(rating.score) <= TOO_LARGE
        and rating.instrument != CHECK_IN
        and rating.session_date <= view.until
        and (started is None or rating.session_date >= started)
    ]
    return sorted(kept, key=lambda rating: (rating.session_date, rating.source))


def defined(instrument: Instrument) -> Scores:
    """Return the usual pattern of a defined instrument: Reattune's own default figures, not findings."""
    width = instrument.maximum - instrument.minimum
    step, maximum = lattice(instrument.minimum, instrument.maximum, instrument.step)
    falls, rises = _directions(instrument)
    match instrument.purpose:
        case Purpose.ALLIANCE:
            # Alliance scores crowd the good end of the scale (Meier 2022, field notes 8.1).
            share, between, within = (0.25 if instrument.higher_is_better is False else 0.75), 0.15, 0.08
        case Purpose.OUTCOME | Purpose.UNKNOWN:
            share, between, within = 0.40, 0.20, 0.10
    return Scores(
        minimum=instrument.minimum,
        maximum=maximum,
        step=step,
        centre=instrument.minimum + share * width,
        between=between * width,
        within=within * width,
        falls=falls,
        rises=rises,
        carry=CARRY,
    )


def learned(first: Sequence[Rating]) -> Scores:
    """Return the usual pattern of an instrument of which nothing is known but a person's first scores."""
    scores = sorted(rating.score for rating in first if rating.score is not None)
    centre = statistics.median_low(scores)
    gaps = [high - low for low, high in pairwise(scores) if high - low > FINEST]
    step = min(gaps) if gaps else max(abs(centre) * 0.05, 1.0)
    # Twice what has been seen must fit on the table, or most later scores would stand at its ends.
    step *= max(1, math.ceil((scores[-1] - scores[0]) / (STEPS_EACH_WAY * step) - 1e-9))
    spread = max(statistics.stdev(scores), step)
    reach = STEPS_EACH_WAY * step
    return Scores(
        minimum=centre - reach,
        maximum=centre + reach,
        step=step,
        centre=centre,
        between=spread,
        within=spread,
        falls=Direction.CHANGED,
        rises=Direction.CHANGED,
        carry=CARRY,
    )


def lattice(minimum: float, maximum: float, step: float) -> tuple[float, float]:
    """Return a step and maximum with at most 101 attainable scores: every second, third, ... of the true ones."""
    count = round((maximum - minimum) / step)
    every = max(1, math.ceil(count / (MOST_SCORES - 1)))
    return step * every, minimum + step * every * math.ceil(count / every)


def code_of(scores: Scores, score: float) -> int:
    """Return the index of the attainable score nearest to this one."""
    place = math.floor((score - scores.minimum) / scores.step + 0.5)
    return min(max(place, 0), scores.size - 1)


def _directions(instrument: Instrument) -> tuple[Direction, Direction]:
    """Return what a fall and a rise may mean; only alliance ratings are read as closeness or distance."""
    if instrument.purpose is not Purpose.ALLIANCE or instrument.higher_is_better is None:
        return Direction.CHANGED, Direction.CHANGED
    away, attuned = Direction.AWAY, Direction.ATTUNED
    return (away, attuned) if instrument.higher_is_better else (attuned, away)


def _series(name: str, scores: Scores, ratings: Iterable[Rating], view: View) -> Series:
    seen = tuple(_observation(rating, scores, view) for rating in ratings)
    return Series(name, scores, seen, basis="ratings")


def _observation(rating: Rating, scores: Scores, view: View) -> Observation:
    assert rating.score is not None
    weight = weigh((rating.source,), view.relationship.left_out)
    return Observation(
        at=rating.session_date,
        known_at=rating.session_date,
        code=code_of(scores, rating.score),
        value=float(rating.score),
        source=rating.source,
        weight=weight.weight,
        foreseen=weight.foreseen,
        reason=weight.reason,
    )


def _said_learned(key: tuple[str, Voice, Timing]) -> str:
    message = _(
        "{instrument} has no definition: its range is learned from the first four scores ({by}, {timing}), which are"
        " not weighed themselves."
    )
    return message.format(instrument=key[0], by=key[1], timing=key[2])


STREAM = Stream(family=FAMILY, observe=observe)
