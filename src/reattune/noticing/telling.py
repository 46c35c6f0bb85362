"""Words for what was noticed: what was seen, what it rests on, how rare it is. Never a verdict."""

from collections.abc import Sequence
from datetime import date

from reattune.language import _, plural
from reattune.model import Direction, Noticing, Seen
from reattune.noticing.numbers import Spelled, clauses, date_text
from reattune.noticing.phrases import observed
from reattune.noticing.readings import readings, yours
from reattune.noticing.sentences import sentences

__all__ = [
    "basis",
    "basis_note",
    "date_text",
    "observed",
    "once",
    "ordinary_note",
    "quiet",
    "readings",
    "said",
    "usual",
    "yours",
]

MORE_THAN = 1000
"""`once_in_sessions` of this much means more than this."""
ORDINARY_OFTEN = 3
"""Times after which a person who says "ordinary" is asked, once, whether it is a question for supervision."""

USUAL, NOW_AND_THEN, UNCOMMON = 0.3, 0.1, 0.03

READ_WITHOUT_SESSIONS = ("dates", "payments", "ratings")
"""What a noticing can rest on without a session having been read, in the order in which it is named."""


def said(noticing: Noticing) -> str:
    """Return what was seen, in words: counts by outcome, and that it is unusual here.

    Args:
        noticing: what came up.

    Returns:
        A few whole sentences; every number in them is a count or a value of the rows the noticing rests on.
    """
    return " ".join([*sentences(noticing), _ending(noticing.direction)])


def _ending(direction: Direction) -> str:
    """Return how a telling ends."""
    match direction:
        case Direction.AWAY:
            return _("Unusual here.")
        case Direction.AGAINST:
            return _("Not as usual here.")
        case Direction.ATTUNED:
            return _("Unusual here, and perhaps a good stretch.")
        case Direction.CHANGED:
            return _("Different from what is usual here.")


def usual(seen: Seen) -> str:
    """Return in coarse words how usual an observation was for this person before it."""
    if seen.usual >= USUAL:
        return _("usual here")
    if seen.usual >= NOW_AND_THEN:
        return _("now and then here")
    if seen.usual >= UNCOMMON:
        return _("uncommon here")
    return _("rare here")


def basis(noticing: Noticing) -> str:
    """Return what a noticing rests on: "dates only", "dates and payments"."""
    names = _basis_names(noticing)
    if len(names) == 1:
        return _("{what} only").format(what=_named(names[0]))
    return clauses([_named(name) for name in names])


def basis_note(noticing: Noticing) -> str:
    """Return what a noticing rests on as a sentence, and what has not been read for it."""
    rests = _("Based on {what}.").format(what=basis(noticing))
    if all(name in READ_WITHOUT_SESSIONS for name in _basis_names(noticing)):
        return f"{rests} {_('Reattune has not read any session.')}"
    return rests


def _basis_names(noticing: Noticing) -> Sequence[str]:
    """Return what the parts rest on, each once, the known ones in their order."""
    found = {part.basis for part in noticing.parts}
    known = [name for name in READ_WITHOUT_SESSIONS if name in found]
    return [*known, *sorted(found.difference(known))]


def _named(name: str) -> str:
    """Return a basis in words."""
    match name:
        case "dates":
            return _("dates")
        case "payments":
            return _("payments")
        case "ratings":
            return _("ratings")
        case "transcripts":
            return _("transcripts")
        case "recordings":
            return _("recordings")
        case _:
            return name


def once(sessions: int) -> str:
    """Return how seldom this would come up if nothing had changed, by this model (see `Noticing.once_in_sessions`)."""
    if sessions >= MORE_THAN:
        return _("less than once in 1,000 sessions, by this model")
    return plural(
        "at most about once in {n} session, by this model",
        "at most about once in {n} sessions, by this model",
        sessions,
    )


def ordinary_note(noticing: Noticing) -> str:
    """Return the question asked once noticings here were called ordinary three times, or "" before that."""
    if noticing.called_ordinary < ORDINARY_OFTEN:
        return ""
    return plural(
        "You have called this ordinary {n} time. A question for supervision?",
        "You have called this ordinary {n} times. A question for supervision?",
        Spelled(noticing.called_ordinary),
    )


def quiet(up_to: date) -> str:
    """Return what is said where nothing was noticed up to a day."""
    return _(
        "Nothing stood out up to {date}. That does not mean that all is well, nor that anything is wrong: "
        "before people leave, sessions often grow quieter."
    ).format(date=date_text(up_to))
