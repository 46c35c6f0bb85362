"""A turn in its place: what was said and asked before it, and what is usual for this client."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from statistics import median
from typing import Generic, Self, TypeVar, overload

from reattune.model import Role, Transcript, Turn
from reattune.speech.asking import Asked, asked
from reattune.speech.folding import fold

T = TypeVar("T")
OPENERS = frozenset({Asked.OPEN, Asked.FEELING, Asked.US})
"""What asks for more than a yes or no."""
LEAST_REPLIES = 4
"""Fewer replies than this say nothing about what is usual."""
USUAL_REPLY = 18.0
"""Words of a reply to an open question where too few are known (our own choice; it only says what is short)."""


@dataclass(frozen=True, slots=True)
class Line:
    """One turn made ready: folded text (same length), its number of words, what it asks."""

    turn: Turn
    text: str
    words: int
    asks: Asked


@dataclass(frozen=True, slots=True)
class Usual:
    """What is usual for this client: words in a reply to something open, and what it was taken from."""

    reply: float = USUAL_REPLY
    replies: int = 0


@dataclass(frozen=True)
class Context:
    """A whole transcript made ready for rules."""

    transcript: Transcript
    lines: tuple[Line, ...]
    usual: Usual

    @cached_property
    def places(self) -> "tuple[Place, ...]":
        """Every line in its place; what one rule finds out about a place is there for the next."""
        return tuple(Place(self, at) for at in range(len(self.lines)))


class Once(Generic[T]):
    """A property that is worked out once and kept at its place: `cached_property` without the lock that it takes."""

    def __init__(self, make: "Callable[[Place], T]") -> None:
        self._make, self.__doc__ = make, make.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        """Take the name under which it is kept."""
        self._name = name

    @overload
    def __get__(self, place: None, owner: type) -> Self: ...
    @overload
    def __get__(self, place: "Place", owner: type) -> T: ...
    def __get__(self, place: "Place | None", owner: type) -> Self | T:
        """Return what is kept; the next time Python finds it without asking here."""
        if place is None:
            return self
        found = vars(place)[self._name] = self._make(place)
        return found


@dataclass(frozen=True)
class Place:
    """One line and what lies around it."""

    context: Context
    at: int

    @Once
    def line(self) -> Line:
        """The line itself."""
        return self.context.lines[self.at]

    @Once
    def text(self) -> str:
        """Its folded text."""
        return self.line.text

    @Once
    def other(self) -> Line | None:
        """The last line before it by somebody in another role, or None at the beginning."""
        lines = self.context.lines
        for index in range(self.at - 1, -1, -1):
            if lines[index].turn.role is not self.line.turn.role:
                return lines[index]
        return None

    @Once
    def asked(self) -> Asked:
        """What the line before asked of this speaker."""
        before = self.other
        return Asked.NOTHING if before is None else before.asks

    @Once
    def own(self) -> Line | None:
        """This speaker's last line before it, or None."""
        lines = self.context.lines
        for index in range(self.at - 1, -1, -1):
            if lines[index].turn.role is self.line.turn.role:
                return lines[index]
        return None

    def before(self, count: int) -> tuple[Line, ...]:
        """Return up to `count` lines before it, nearest last."""
        return self.context.lines[max(0, self.at - count) : self.at]

    def after(self, count: int) -> tuple[Line, ...]:
        """Return up to `count` lines after it, nearest first."""
        return self.context.lines[self.at + 1 : self.at + 1 + count]


def prepare(transcript: Transcript, earlier: Usual | None = None) -> Context:
    """Return a transcript ready for rules.

    Args:
        transcript: turns with roles.
        earlier: what was usual for this client in earlier sessions, if any are known.

    Returns:
        Its lines, with what is usual for this client: from earlier sessions and this one together.
    """
    lines = tuple(_line(turn) for turn in transcript.turns)
    return Context(transcript, lines, usual(lines, earlier))


def usual(lines: tuple[Line, ...], earlier: Usual | None = None) -> Usual:
    """Return what is usual: the median words of replies to something open, weighed with earlier sessions' own."""
    replies = [
        line.words
        for index, line in enumerate(lines)
        if line.turn.role is Role.CLIENT and index and lines[index - 1].asks in OPENERS
    ]
    known = Usual() if earlier is None else earlier
    if len(replies) < LEAST_REPLIES:
        return known
    here = float(median(replies))
    total = known.replies + len(replies)
    return Usual((known.reply * known.replies + here * len(replies)) / total, total)


def _line(turn: Turn) -> Line:
    text = fold(turn.text)
    return Line(turn, text, len(text.split()), asked(text))
