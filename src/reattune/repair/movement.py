"""The closed sets that place a moment: which way it moved, who noticed, where, with whom, how it felt."""

from enum import StrEnum
from typing import assert_never

from reattune.language import _


class Felt(StrEnum):
    """A felt sense of a moment, before any words; being met comes first because it is noticed least."""

    MET = "met"
    OFF = "off"
    UNSURE = "unsure"


class Movement(StrEnum):
    """Which way it moved between the two, by either of them: a direction, never a property of a person."""

    AWAY = "away"
    AGAINST = "against"
    BOTH = "both"
    UNSURE = "unsure"


class Noticer(StrEnum):
    """Who noticed it first."""

    THERAPIST = "therapist"
    CLIENT = "client"
    BOTH = "both"
    AFTERWARDS = "afterwards"


class Place(StrEnum):
    """Where it happened, seen from the session."""

    IN_SESSION = "in_session"
    BEFORE = "before_session"
    AFTER = "after_session"
    BETWEEN = "between_sessions"
    SUPERVISION = "supervision"
    OUTSIDE = "outside"


class With(StrEnum):
    """With whom it happened: a role, never a name."""

    THERAPIST = "therapist"
    PARTNER = "partner"
    PARENT = "parent"
    CHILD = "child"
    FRIEND = "friend"
    WORK = "work"
    OTHER = "other"


def words(one: Felt | Movement | Noticer | Place | With) -> str:
    """Return how a member is named to the therapist.

    Args:
        one: A member of any of the five sets.

    Returns:
        A few words without a full stop.
    """
    match one:
        case Felt():
            return _felt(one)
        case Movement():
            return _movement(one)
        case Noticer():
            return _noticer(one)
        case Place():
            return _place(one)
        case With():
            return _with(one)
        case other:
            assert_never(other)


def _felt(felt: Felt) -> str:
    match felt:
        case Felt.MET:
            return _("something met")
        case Felt.OFF:
            return _("something off")
        case Felt.UNSURE:
            return _("not sure")
        case other:
            assert_never(other)


def _movement(movement: Movement) -> str:
    match movement:
        case Movement.AWAY:
            return _("away: quieter, more distant, or more agreeing than usual")
        case Movement.AGAINST:
            return _("against: sharper, more pushing, or more correcting than usual")
        case Movement.BOTH:
            return _("both, at once or in turn")
        case Movement.UNSURE:
            return _("not sure")
        case other:
            assert_never(other)


def _noticer(noticer: Noticer) -> str:
    match noticer:
        case Noticer.THERAPIST:
            return _("I noticed")
        case Noticer.CLIENT:
            return _("my client noticed")
        case Noticer.BOTH:
            return _("we both noticed")
        case Noticer.AFTERWARDS:
            return _("noticed only afterwards")
        case other:
            assert_never(other)


def _place(place: Place) -> str:
    match place:
        case Place.IN_SESSION:
            return _("in the session")
        case Place.BEFORE:
            return _("just before the session")
        case Place.AFTER:
            return _("just after the session")
        case Place.BETWEEN:
            return _("between sessions")
        case Place.SUPERVISION:
            return _("in supervision")
        case Place.OUTSIDE:
            return _("in life outside")
        case other:
            assert_never(other)


def _with(role: With) -> str:  # noqa: PLR0911 - one return per member
    match role:
        case With.THERAPIST:
            return _("between the two of us")
        case With.PARTNER:
            return _("with a partner")
        case With.PARENT:
            return _("with a parent")
        case With.CHILD:
            return _("with a child")
        case With.FRIEND:
            return _("with a friend")
        case With.WORK:
            return _("at work")
        case With.OTHER:
            return _("with someone else")
        case other:
            assert_never(other)
