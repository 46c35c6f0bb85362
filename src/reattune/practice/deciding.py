"""Who may do what, and why or why not: one table for all pages; what is not said to be allowed is not."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from reattune.language import _
from reattune.practice import scope


class May(StrEnum):
    """What a page lets one do; each is decided in `decide`."""

    ENTER = "enter"
    """Unlock, or set up: before anything is open."""
    SEE = "see"
    WRITE = "write"
    IMPORT = "import"
    KEEP = "keep"
    """Settings, erasing."""
    HOLD = "hold"
    """The passphrase, the sheet, backups: of a practice of one's own; on a server, whoever runs it does."""
    LINK = "link"
    """What a link opens by itself; the page looks at the link."""
    OWN = "own"
    """A client's own space."""
    HAND_BACK = "hand back"
    """End a client's turn at the therapist's own computer."""
    FRAME = "frame"
    """Agreements and breaks of the whole practice, without a word."""
    BROUGHT = "brought"
    """What was brought to a supervisor."""
    STUDY = "study"
    """What clients gave to research, under pseudonyms."""
    SIGN = "sign"
    """One's own way of signing in."""


class Who(StrEnum):
    """Who is at the desk."""

    NOBODY = "nobody"
    THERAPIST = "therapist"
    CLIENT = "client"
    SUPERVISOR = "supervisor"
    MANAGER = "manager"
    RESEARCHER = "researcher"


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether something may be done, and why or why not, in a sentence that is shown."""

    allowed: bool
    reason: str


ANYBODY = frozenset({May.ENTER, May.LINK})
ALLOWED: Mapping[Who, frozenset[May]] = {
    Who.NOBODY: frozenset(),
    Who.THERAPIST: frozenset({May.SEE, May.WRITE, May.IMPORT, May.KEEP, May.HOLD, May.SIGN}),
    Who.CLIENT: frozenset({May.OWN, May.HAND_BACK, May.SIGN}),
    Who.SUPERVISOR: frozenset({May.BROUGHT, May.SIGN}),
    Who.MANAGER: frozenset({May.FRAME, May.SIGN}),
    Who.RESEARCHER: frozenset({May.STUDY, May.SIGN}),
}
"""What each may do, whoever else may too."""


def decide(person: Who, may: May) -> Decision:
    """Decide whether a person may do something.

    Args:
        person: Who asks.
        may: What a page lets one do.

    Returns:
        The decision with its reason; on a server nobody holds the keys, and at one's own desk nobody signs in.
    """
    if may in ANYBODY:
        return Decision(allowed=True, reason=_anybody(may))
    elsewhere = May.HOLD if scope.is_shared() else May.SIGN
    if may is elsewhere:
        return Decision(allowed=False, reason=_elsewhere(may))
    allowed = may in ALLOWED[person]
    return Decision(allowed, _may(person) if allowed else _may_not(person))


def _anybody(may: May) -> str:
    if may is May.ENTER:
        return _("Anybody at this computer may try to unlock.")
    return _("Whoever has the link may open it, once.")


def _elsewhere(may: May) -> str:
    if may is May.HOLD:
        return _("Keys and backups are kept by whoever runs the server.")
    return _("Here, the passphrase lets in; nobody signs in by name.")


def _may(person: Who) -> str:
    return {
        Who.NOBODY: "",
        Who.THERAPIST: _("You unlocked this practice with its passphrase."),
        Who.CLIENT: _("This is your own space."),
        Who.SUPERVISOR: _("It was brought to you."),
        Who.MANAGER: _("You keep the frame."),
        Who.RESEARCHER: _("Clients gave it to research."),
    }[person]


def _may_not(person: Who) -> str:
    return {
        Who.NOBODY: _("The practice is locked here; unlock it first."),
        Who.THERAPIST: _("This is for others: a client’s own space, or other people of a shared practice."),
        Who.CLIENT: _("This page is your therapist’s."),
        Who.SUPERVISOR: _("Only what was brought to you is here."),
        Who.MANAGER: _("You see the frame, and never a word."),
        Who.RESEARCHER: _("Only what was given to research is here."),
    }[person]
