"""What a client can say here: a closed set, each with its name as both see it."""

from enum import StrEnum

from reattune.language import _


class Kind(StrEnum):
    """What something said is."""

    ANSWER = "answer"
    """To one question of a check-in. Words: question, choice, text, closeness, leading, colour, when."""
    RATING = "rating"
    """An instrument's answers. Words: instrument, timing, items, score, risk."""
    NOTE = "note"
    MOMENT = "moment"
    """Words: felt (met, off, unsure), text."""
    CORRECTION = "correction"
    """Of one row that came up. Words: file, row, day, what, text."""
    ORDINARY = "ordinary"
    """Of something that came up: as always, for me. Words: noticing, text."""
    LINE = "line"
    """Something added to what came up. Words: noticing, text."""
    OUTSIDE = "outside"
    """A moment with somebody outside. Words: role, text, wish, expected, came, response, exception."""
    DIFFERENT = "different"
    """What was different this time."""
    TRY = "try"
    """Something to try elsewhere. Words: text, role."""
    WENT = "went"
    """How it went; `about_said` is what was tried."""
    AFTERWARDS = "afterwards"
    """How something is now. Words: now (sore, easier, leave), text, view."""
    REQUEST = "request"
    """Something asked for: to erase, to correct. Words: what, text."""


def name_of(kind: Kind) -> str:
    """Return what a kind is called on a page."""
    return {
        Kind.ANSWER: _("an answer in a check-in"),
        Kind.RATING: _("a form"),
        Kind.NOTE: _("a note"),
        Kind.MOMENT: _("a moment"),
        Kind.CORRECTION: _("a correction"),
        Kind.ORDINARY: _("“as always, for me”"),
        Kind.LINE: _("a line added"),
        Kind.OUTSIDE: _("a moment outside"),
        Kind.DIFFERENT: _("what was different"),
        Kind.TRY: _("something to try"),
        Kind.WENT: _("how it went"),
        Kind.AFTERWARDS: _("how it is now"),
        Kind.REQUEST: _("something asked for"),
    }[kind]
