"""What is found: a stretch of stored words, of which kind it is, and whom or what it means."""

from dataclasses import dataclass
from enum import StrEnum

from reattune.language import _


class Kind(StrEnum):
    """What a stretch of words may tell; where two are alike in length, the one that stands first here is meant."""

    ADDED = "added"
    DATE = "date"
    AGE = "age"
    CONTACT = "contact"
    NUMBER = "number"
    ORGANISATION = "organisation"
    PLACE = "place"
    NAME = "name"


def kind_words(kind: Kind) -> str:
    """Return what a kind is called over a list."""
    return {
        Kind.ADDED: _("Words you added"),
        Kind.DATE: _("Dates"),
        Kind.AGE: _("Ages of 90 and more"),
        Kind.CONTACT: _("Telephone numbers, mail and web addresses"),
        Kind.NUMBER: _("Numbers that are somebody’s"),
        Kind.ORGANISATION: _("Work, schools, clinics"),
        Kind.PLACE: _("Places"),
        Kind.NAME: _("Names"),
    }[kind]


def placeholder(kind: Kind, number: int) -> str:
    """Return what stands in place of the first, second ... of a kind."""
    template = {
        Kind.ADDED: _("[word {n}]"),
        Kind.DATE: _("[date {n}]"),
        Kind.AGE: _("[age {n}]"),
        Kind.CONTACT: _("[contact {n}]"),
        Kind.NUMBER: _("[number {n}]"),
        Kind.ORGANISATION: _("[organisation {n}]"),
        Kind.PLACE: _("[place {n}]"),
        Kind.NAME: _("[name {n}]"),
    }[kind]
    return template.format(n=number)


@dataclass(frozen=True, slots=True)
class Span:
    """Where something stands in one text, and what it may be; `strength` says how plainly."""

    start: int
    end: int
    kind: Kind
    strength: float = 1.0


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a turn's words that would be replaced; all pieces with one key get one placeholder."""

    turn: int
    start: int
    end: int
    kind: Kind
    key: str
    text: str
