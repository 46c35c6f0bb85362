"""For one episode: was the bond closer afterwards than it usually was before? "Too early to say" is a result.

Only what is read as nearer or further anywhere is asked: ratings of the alliance, each person's by itself, and
attendance, each against its own usual before. It says what followed, and never why.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import assert_never

from reattune.language import _, plural
from reattune.learning.shifted import shifted, together
from reattune.model import Direction, Observation, Outcomes, Scores, Source, Streams
from reattune.noticing.phrases import parse
from reattune.noticing.prior import Prior

ONCE_IN = 20
"""If nothing had changed, "closer" is said of at most 1 in so many episodes, by this model; "further" likewise."""
BEFORE, SINCE = 4, 4
"""So many observations of one stream are needed on either side before anything is said."""
SPAN = timedelta(weeks=12)
"""Moments are counted this far on either side at most, and equally far on both."""
HELD = frozenset({"attended", "late"})
ATTENDANCE, RATING = "attendance", "rating"


class Result(StrEnum):
    """What can be said."""

    TOO_EARLY = "too early"
    AS_USUAL = "as usual"
    CLOSER = "closer"
    FURTHER = "further"
    APART = "apart"
    """Some of it closer, some of it further."""


@dataclass(frozen=True, slots=True)
class Met:
    """A moment of being met, as somebody put it down."""

    day: date
    source: Source


@dataclass(frozen=True, slots=True)
class Figure:
    """One stream on either side of the day: its rows, how many sessions it is missing for, and its evidence."""

    stream: str
    before: tuple[Observation, ...]
    since: tuple[Observation, ...]
    missing: int | None
    """Sessions held since without an answer in it; None where attendance is not read, so that nobody knows."""
    closer: float
    further: float

    @property
    def speaks(self) -> bool:
        """Whether there was enough before to know what is usual; decided before anything that followed is looked at."""
        return len(_counted(self.before)) >= BEFORE


@dataclass(frozen=True, slots=True)
class Moments:
    """Moments of being met on either side, counted over equally many days and weighed in no way."""

    days: int
    before: tuple[Met, ...]
    since: tuple[Met, ...]


@dataclass(frozen=True, slots=True)
class Deepening:
    """What followed one episode, up to a day."""

    day: date
    as_of: date
    result: Result
    closer: float
    further: float
    figures: tuple[Figure, ...]
    moments: Moments

    @property
    def most_before(self) -> int:
        """How many observations the fullest stream has before the day."""
        return max((len(_counted(one.before)) for one in self.figures), default=0)

    @property
    def most_since(self) -> int:
        """How many the fullest stream has since, among those with enough before."""
        able = [one for one in self.figures if one.speaks]
        return max((len(_counted(one.since)) for one in able or self.figures), default=0)


def deepening(streams: Streams, prior: Prior, day: date, met: Iterable[Met], as_of: date) -> Deepening:
    """Return whether a bond was closer after an episode than it usually was before.

    Args:
        streams: What was observed; nothing known later than `as_of` is used.
        prior: The patterns by stream, frozen before the episode; a stream that it does not know is left as it is.
        day: The day of the episode. What is about that day counts on neither side.
        met: Moments of being met, put down by anybody who may be read here.
        as_of: The day of asking.

    Returns:
        The result with every row it rests on. If nothing had changed, it is "closer" for at most 1 in `ONCE_IN`
        episodes, by this model, however often it is asked.
    """
    read = [(one, prior.patterns.get(one.name, one.pattern)) for one in streams.series]
    asked = [
        (one.name, pattern, _until(one.observations, as_of)) for one, pattern in read if _is_read(one.name, pattern)
    ]
    held = _held(asked, day)
    sessions = [one for one in streams.ticks if one <= as_of]
    figures = tuple(_figure(name, pattern, seen, day, sessions, held) for name, pattern, seen in asked)
    able = [one for one in figures if one.speaks]
    closer, further = together([one.closer for one in able]), together([one.further for one in able])
    enough = any(len(_counted(one.since)) >= SINCE for one in able)
    result = _result(closer, further) if enough else Result.TOO_EARLY
    return Deepening(day, as_of, result, closer, further, figures, _moments(met, day, as_of))


def _is_read(name: str, pattern: Outcomes | Scores) -> bool:
    if parse(name).kind not in {ATTENDANCE, RATING}:
        return False
    match pattern:
        case Outcomes(changes=changes):
            return {Direction.ATTUNED, Direction.AWAY} <= {direction for _code, direction in changes}
        case Scores(falls=falls, rises=rises):
            return {falls, rises} == {Direction.ATTUNED, Direction.AWAY}


def _until(observations: Sequence[Observation], as_of: date) -> tuple[Observation, ...]:
    known = [one for one in observations if one.known_at <= as_of and one.at <= as_of]
    return tuple(sorted(known, key=lambda one: (one.at, one.known_at, one.source)))


def _counted(observations: Iterable[Observation]) -> list[Observation]:
    return [one for one in observations if one.weight > 0.0]


def _held(asked: Iterable[tuple[str, Outcomes | Scores, tuple[Observation, ...]]], day: date) -> list[set[date]] | None:
    """Return the days of each session held since, planned and real, None where attendance is not read."""
    for name, _pattern, seen in asked:
        if name == ATTENDANCE and seen:
            # That a session was held is known on the day it was: where it was moved, answers stand under that day.
            return [{one.at, one.known_at} for one in seen if one.at > day and one.value in HELD]
    return None


def _unanswered(held: list[set[date]], since: Iterable[Observation]) -> int:
    answered = {one.at for one in since}
    return sum(not days & answered for days in held)


def _figure(
    name: str,
    pattern: Outcomes | Scores,
    seen: tuple[Observation, ...],
    day: date,
    sessions: Sequence[date],
    held: list[set[date]] | None,
) -> Figure:
    since = tuple(one for one in seen if one.at > day)
    missing = 0 if name == ATTENDANCE else None if held is None else _unanswered(held, since)
    found = shifted(pattern, seen, day, sessions)
    return Figure(name, tuple(one for one in seen if one.at < day), since, missing, found.closer, found.further)


def _result(closer: float, further: float) -> Result:
    match closer >= ONCE_IN, further >= ONCE_IN:
        case True, True:
            return Result.APART
        case True, False:
            return Result.CLOSER
        case False, True:
            return Result.FURTHER
        case _:
            return Result.AS_USUAL


def _moments(met: Iterable[Met], day: date, as_of: date) -> Moments:
    reach = max(min(as_of - day, SPAN), timedelta(0))
    found = sorted(met, key=lambda one: (one.day, one.source))
    return Moments(
        reach.days,
        tuple(one for one in found if day - reach <= one.day < day),
        tuple(one for one in found if day < one.day <= day + reach),
    )


def words(found: Deepening) -> tuple[str, ...]:
    """Return what can be said, in sentences, the result first.

    Args:
        found: What followed an episode.
    """
    return (_result_words(found.result), *_basis(found))


def _result_words(result: Result) -> str:
    match result:
        case Result.TOO_EARLY:
            return _("Too early to say.")
        case Result.AS_USUAL:
            return _("As usual, as far as these rows can say.")
        case Result.CLOSER:
            return _("Closer than usual before.")
        case Result.FURTHER:
            return _("Further apart than usual before.")
        case Result.APART:
            return _("Some of it closer than usual before, some of it further apart.")
        case other:
            assert_never(other)


def _basis(found: Deepening) -> tuple[str, ...]:
    if not found.figures:
        return (_("There is nothing to go by: neither ratings of the alliance nor attendance are read here."),)
    if found.result is Result.TOO_EARLY:
        needed = _(
            "It takes at least {before} before and {since} since, of one kind. There are {n_before} before and "
            "{n_since} since."
        )
        counts = {"before": BEFORE, "since": SINCE, "n_before": found.most_before, "n_since": found.most_since}
        return (needed.format(**counts),)
    once = _(
        "If nothing had changed, “closer” would be said of at most about one episode in {n}, by this model, and "
        "“further apart” of as many."
    ).format(n=ONCE_IN)
    if found.result is Result.AS_USUAL:
        return (once, _("A small shift, or one of few sessions, is not told apart from an ordinary up and down."))
    return (once, _("It says what followed, and nothing about why."))


def moments_words(found: Moments) -> str:
    """Return how many moments of being met were put down on either side.

    Args:
        found: Counted over equally many days on both sides.
    """
    if not found.days:
        return _("It was today; nothing lies on the other side yet.")
    counted = _("Moments put down as met: {before} in the {span} before, {since} in the {span} since.")
    span = plural("{n} day", "{n} days", found.days)
    return counted.format(before=len(found.before), since=len(found.since), span=span)
