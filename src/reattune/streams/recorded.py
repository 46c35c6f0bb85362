"""What streams of recordings have in common: which sessions count, how much, and what is said of those that do not.

A session is one observation, however many seconds it has. Figures of speakers told apart by clustering alone are never
used, and where nobody knows who spoke only the silences of the whole room are.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from reattune.language import _, plural
from reattune.model import (
    Direction,
    MovementFigures,
    Observation,
    Scores,
    Series,
    SoundFigures,
    Source,
    Way,
)
from reattune.streams.ratings import code_of
from reattune.streams.reasons import FULL, weigh
from reattune.streams.ticks import View

BASIS = "recordings"
LEAST_SECONDS = 600.0
"""Seconds below which a recording gives no observation."""
FULL_SECONDS = 2400.0
"""Seconds from which one counts in full; a shorter one, whose figures are noisier, counts in proportion."""
LEAST_TURNS = 20
"""Client turns below which nothing is made of their share or their length."""
BY = "_by_"
"""Between a figure and how it is known, in an observation's value."""
OFFSET = 0.5
"""Added to what is counted, so that none of it has a logarithm."""
KNOWN_WAYS = frozenset({Way.TRANSCRIPT, Way.CHANNELS, Way.SEEDED})

Figures = SoundFigures | MovementFigures
One = TypeVar("One", SoundFigures, MovementFigures)


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of one session: the level that is held against the usual one, and the figure as it is told."""

    level: float
    told: str


@dataclass(frozen=True, slots=True)
class Line:
    """One series: its name, what is usual, how much one session counts at most, and what a session's figure is."""

    name: str
    pattern: Scores
    figure: Callable[[SoundFigures], Figure | None]
    most: float = FULL


def two_sided(centre: float, between: float, within: float, table: tuple[float, float, float], carry: float) -> Scores:
    """Return a pattern in which a rise and a fall both say "changed", on a table of minimum, maximum and step."""
    return Scores(
        minimum=table[0],
        maximum=table[1],
        step=table[2],
        centre=centre,
        between=between,
        within=within,
        falls=Direction.CHANGED,
        rises=Direction.CHANGED,
        carry=carry,
    )


def logit(part: float, whole: float) -> float:
    """Return a share as a logit, drawn a little to the middle so that none and all have one."""
    return math.log((part + OFFSET) / (max(whole - part, 0.0) + OFFSET))


def log_of(value: float, least: float) -> float:
    """Return the logarithm of a figure, of `least` where it is smaller."""
    return math.log(max(value, least))


def for_length(z: float, have: float, usual: float) -> float:
    """Return a distance from chance as a recording of the usual length would have it.

    The same moving together lies further from chance the longer it is recorded (with the root of its length), so that
    sessions of different lengths could not be held against one another without this.

    Args:
        z: standard deviations from chance.
        have: how much there is: seconds, or turns; above 0.
        usual: how much of the same there is in the session it is told for.
    """
    return z * math.sqrt(usual / have)


def listened(view: View) -> tuple[SoundFigures, ...]:
    """Return the figures of sound of every session known by the day of asking, in order of days; a recording once."""
    return _known(view.relationship.listened, view)


def watched(view: View) -> tuple[MovementFigures, ...]:
    """Return the figures of movement, the same way."""
    return _known(view.relationship.watched, view)


def by_turn(known: Sequence[SoundFigures]) -> list[SoundFigures]:
    """Return the sessions long enough in which it is known who spoke."""
    return [one for one in known if one.way in KNOWN_WAYS and one.seconds >= LEAST_SECONDS]


def by_room(known: Sequence[SoundFigures]) -> list[SoundFigures]:
    """Return the sessions long enough whose silences of the whole room may be used."""
    return [one for one in known if one.way is not Way.CLUSTERED and one.seconds >= LEAST_SECONDS]


def series_of(line: Line, sessions: Iterable[SoundFigures], left_out: Mapping[Source, float]) -> Series:
    """Return one series of sessions that count; one without this figure gives no observation."""
    found = []
    for one in sessions:
        figure = line.figure(one)
        if figure is not None:
            weight = line.most * size(one.seconds)
            told = f"{figure.told}{BY}{one.way}"
            found.append(observation(one, code_of(line.pattern, figure.level), told, weight, left_out))
    return Series(line.name, line.pattern, tuple(found), BASIS)


def size(seconds: float) -> float:
    """Return how much a recording of so many seconds counts."""
    return min(1.0, seconds / FULL_SECONDS)


def observation(one: Figures, code: int, value: str, most: float, left_out: Mapping[Source, float]) -> Observation:
    """Return what was seen of one session, at its day, known from when it was listened to or watched."""
    weight = weigh((one.source,), left_out)
    return Observation(
        at=one.day,
        known_at=max(one.day, one.known_at),
        code=code,
        value=value,
        source=one.source,
        weight=most * weight.weight,
        # How long a recording is says nothing of what is in it, so evidence is mixed evenly (as in `streams.speech`).
        foreseen=weight.weight >= FULL,
        reason=weight.reason,
    )


def remarks(known: Sequence[SoundFigures]) -> Iterator[str]:
    """Yield what is said once of sessions whose figures of sound are not used, or not all of them."""
    short = sum(one.seconds < LEAST_SECONDS for one in known)
    if short:
        yield too_short(short)
    clustered = sum(one.way is Way.CLUSTERED for one in known)
    if clustered:
        yield plural(
            "In {n} recording the speakers were only guessed from their voices; nothing of it is looked at here.",
            "In {n} recordings the speakers were only guessed from their voices; nothing of them is looked at here.",
            clustered,
        )
    unknown = sum(one.way is Way.NONE and one.seconds >= LEAST_SECONDS for one in known)
    if unknown:
        yield plural(
            "Of {n} recording it is not known who spoke when; only the quiet of the whole room is looked at.",
            "Of {n} recordings it is not known who spoke when; only the quiet of the whole room is looked at.",
            unknown,
        )
    if len({one.way for one in known if one.way in KNOWN_WAYS}) > 1:
        yield _("Who spoke when was not told in the same way in every session; a step may come from that alone.")


def too_short(count: int) -> str:
    """Return that so many recordings are too short to look at."""
    return plural(
        "{n} recording is shorter than {{least}} minutes; too little to look at here.",
        "{n} recordings are shorter than {{least}} minutes; too little to look at here.",
        count,
    ).format(least=round(LEAST_SECONDS / 60))


def _known(figures: Iterable[One], view: View) -> tuple[One, ...]:
    started = view.relationship.started
    found: dict[Source, One] = {}
    for one in sorted(figures, key=lambda each: (max(each.day, each.known_at), each.day, each.source)):
        if max(one.day, one.known_at) <= view.until and (started is None or one.day >= started):
            # Listened to once more, what was known first stands: what was told on a day never changes.
            found.setdefault(one.source, one)
    return tuple(sorted(found.values(), key=lambda each: (each.day, each.source)))
