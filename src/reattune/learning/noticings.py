"""What came up, looked back on: whether it mattered, how long until it was seen and named, and what was tried.

Every figure is about one noticing or one episode and lists its own days; nothing is averaged over people, and nobody
is compared.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import assert_never

from reattune.language import _, plural
from reattune.model import Noticing, Voice
from reattune.repair.strategies import Strategy


class Made(StrEnum):
    """What a therapist made of something that came up, as it stands now."""

    MATTERED = "mattered"
    TALKED = "talked"
    ORDINARY = "ordinary"
    UNSURE = "unsure"
    LATER = "later"
    NOTHING = ""
    """Nothing was said of it."""


class Naming(StrEnum):
    """How something was first named."""

    TOGETHER = "together"
    """It was talked about, or something to talk about was begun from it and shown."""
    CLIENT = "client"
    """The client said what it was for them."""
    RECORD = "record"
    """The therapist opened a record of it."""
    VERDICT = "verdict"
    """The therapist said what they made of it."""


@dataclass(frozen=True, slots=True)
class Named:
    """Something was named on a day."""

    on: date
    how: Naming


@dataclass(frozen=True, slots=True)
class Waited:
    """How long one noticing took: from the first row of it to its coming up, and to its being named."""

    since: date
    at: date
    named: Named | None

    @property
    def until_noticed(self) -> int:
        """Days from the first row to the day it came up."""
        return (self.at - self.since).days

    @property
    def until_named(self) -> int | None:
        """Days from the first row to the day it was named, None where it was not."""
        return None if self.named is None else (self.named.on - self.since).days


def waited(noticing: Noticing, namings: Iterable[Named]) -> Waited:
    """Return how long one noticing took.

    Args:
        noticing: What came up.
        namings: Each time it was named; the first on or after the day it came up counts.
    """
    order = tuple(Naming)
    after = [one for one in namings if one.on >= noticing.at]
    first = min(after, key=lambda one: (one.on, order.index(one.how)), default=None)
    return Waited(noticing.since, noticing.at, first)


def waited_words(one: Waited) -> str:
    """Return how long something took, in a sentence; days are year-month-day, for the page to write in its own way."""
    begun = _("First row {since}; it came up on {at}, {days} later.").format(
        since=one.since.isoformat(), at=one.at.isoformat(), days=_days(one.until_noticed)
    )
    if one.named is None or one.until_named is None:
        return _("{begun} It was not named yet, and need not be.").format(begun=begun)
    named = _("{how} on {on}, {days} after the first row.").format(
        how=_how(one.named.how), on=one.named.on.isoformat(), days=_days(one.until_named)
    )
    return f"{begun} {named}"


def _how(how: Naming) -> str:
    match how:
        case Naming.TOGETHER:
            return _("You talked about it together")
        case Naming.CLIENT:
            return _("Your client said what it was for them")
        case Naming.RECORD:
            return _("You opened a record of it")
        case Naming.VERDICT:
            return _("You said what you made of it")
        case other:
            assert_never(other)


def _days(count: int) -> str:
    return plural("{n} day", "{n} days", count)


def made_words(made: Made, count: int) -> str:
    """Return how many noticings something was made of, in words.

    Args:
        made: What was made of them.
        count: How many.
    """
    match made:
        case Made.MATTERED:
            return plural("{n} mattered", "{n} mattered", count)
        case Made.TALKED:
            return plural("{n} was talked about", "{n} were talked about", count)
        case Made.ORDINARY:
            return plural("{n} was ordinary", "{n} were ordinary", count)
        case Made.UNSURE:
            return plural("{n} is not sure yet", "{n} are not sure yet", count)
        case Made.LATER:
            return plural("{n} is to be looked at later", "{n} are to be looked at later", count)
        case Made.NOTHING:
            return plural("{n} was left as it is", "{n} were left as they are", count)
        case other:
            assert_never(other)


def counted(made: Iterable[Made]) -> tuple[tuple[Made, int], ...]:
    """Return how many noticings each thing was made of, in a fixed order; what was made of none is left out."""
    found = list(made)
    return tuple((one, found.count(one)) for one in Made if one in found)


@dataclass(frozen=True, slots=True)
class Said:
    """What one of the two said of how it was, or is, in their own words."""

    day: date
    by: Voice
    words: str


@dataclass(frozen=True, slots=True)
class Course:
    """One episode: what was tried in it, and what each said before and afterwards, the two voices apart."""

    day: date
    tried: tuple[Strategy, ...]
    before: tuple[Said, ...]
    afterwards: tuple[Said, ...]

    def of(self, voice: Voice) -> tuple[tuple[Said, ...], tuple[Said, ...]]:
        """Return what one of the two said: before, and afterwards."""
        return tuple(one for one in self.before if one.by is voice), tuple(
            one for one in self.afterwards if one.by is voice
        )


def course(day: date, tried: Iterable[Strategy], said: Sequence[Said]) -> Course:
    """Return the course of one episode; the first that each said is before, all that each said later is afterwards.

    Args:
        day: The day of the episode.
        tried: What the therapist tried.
        said: What both said of how it is, in any order.
    """
    before: list[Said] = []
    later: list[Said] = []
    for one in sorted(said, key=lambda each: each.day):
        (later if any(each.by is one.by for each in before) else before).append(one)
    chosen = set(tried)
    return Course(day, tuple(one for one in Strategy if one in chosen), tuple(before), tuple(later))
