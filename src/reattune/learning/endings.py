"""How work ended, in words that blame nobody, and what remained open; an ending asks for nothing to be closed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import assert_never

from reattune.language import _


class How(StrEnum):
    """How it ended."""

    PLANNED = "planned"
    WITHOUT_LAST_SESSION = "without_last_session"
    NOT_SAID = ""


class Ender(StrEnum):
    """By whom, where it was said."""

    CLIENT = "client"
    THERAPIST = "therapist"
    BOTH = "both"
    THIRD_PARTY = "third_party"
    UNKNOWN = "unknown"
    NOT_SAID = ""


class Kind(StrEnum):
    """What can remain open."""

    ASKED = "asked"
    """The client asked for it to be raised."""
    TALK = "talk"
    RECORD = "record"
    NOTICING = "noticing"


@dataclass(frozen=True, slots=True)
class Open:
    """One thing that remained open: the day it is about, what it is called, and where it is found."""

    kind: Kind
    day: date
    title: str
    address: str


def remained(found: Iterable[Open], ended: date | None) -> tuple[tuple[Kind, tuple[Open, ...]], ...]:
    """Return what remained open, by kind, what the client asked for first, each kind newest first.

    Args:
        found: All that is open.
        ended: The day of the end; what is about later days was not open then. None where it goes on.
    """
    kept = [one for one in found if ended is None or one.day <= ended]
    grouped = ((kind, [one for one in kept if one.kind is kind]) for kind in Kind)
    return tuple((kind, tuple(sorted(ones, key=lambda one: one.day, reverse=True))) for kind, ones in grouped if ones)


def kind_words(kind: Kind) -> str:
    """Return how a kind of open thing is headed."""
    match kind:
        case Kind.ASKED:
            return _("Asked to be raised")
        case Kind.TALK:
            return _("Something to talk about")
        case Kind.RECORD:
            return _("Records held open")
        case Kind.NOTICING:
            return _("What came up, and was not settled")
        case other:
            assert_never(other)


def words(ended: date | None, how: How, by: Ender, today: date) -> str:
    """Return how work stands, in one sentence; the day is year-month-day, for the page to write in its own way.

    Args:
        ended: Its last day, None where none is set.
        how: How it ended, or is to end.
        by: By whom.
        today: The day of asking.
    """
    if ended is None:
        return _("The work goes on; no last day is set.")
    about = ", ".join(one for one in (_how(how), _by(by)) if one)
    ends = _("The last day was {day}") if ended < today else _("The last day is {day}")
    said = ends.format(day=ended.isoformat())
    return _("{said}: {about}.").format(said=said, about=about) if about else f"{said}."


def _how(how: How) -> str:
    match how:
        case How.PLANNED:
            return _("as planned")
        case How.WITHOUT_LAST_SESSION:
            return _("without a last session")
        case How.NOT_SAID:
            return ""
        case other:
            assert_never(other)


def _by(by: Ender) -> str:
    match by:
        case Ender.CLIENT:
            return _("the client decided")
        case Ender.THERAPIST:
            return _("you decided")
        case Ender.BOTH:
            return _("you decided together")
        case Ender.THIRD_PARTY:
            return _("somebody else decided")
        case Ender.UNKNOWN:
            return _("who decided is not known")
        case Ender.NOT_SAID:
            return ""
        case other:
            assert_never(other)
