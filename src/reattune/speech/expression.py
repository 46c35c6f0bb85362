"""Expressions that rules ask about, in RE2's language: it reads a text once, whatever it is asked.

RE2 answers a whole expression in less than a microsecond, the first time nearly as quickly as later; so each stands
alone. Many in one automaton are quicker only once everything that can be said has been said to it.
"""

from functools import cache
from typing import Any

import re2

from reattune.errors import ReattuneError
from reattune.language import _

Span = tuple[int, int]
MEMORY = 64 << 20
"""Bytes that RE2 may use for one automaton; with too few it falls back to a slower search."""


class Expression:
    """One expression in RE2's language, on folded text; made once and asked often.

    Raises:
        ReattuneError: where it is no valid expression, naming it.
    """

    __slots__ = ("_asked", "_find", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._find = valid(text)
        self._asked = together([text])

    def meets(self, text: str) -> bool:
        """Say whether a text meets it anywhere."""
        return self._asked(text.encode()) is not None

    def search(self, text: str) -> Span | None:
        """Return the first place where a text meets it, or None."""
        return next(iter(self.spans(text)), None)

    def spans(self, text: str) -> list[Span]:
        """Return every place where a text meets it, as spans of characters."""
        encoded = text.encode()
        return [] if self._asked(encoded) is None else self._found(text, encoded)

    def found(self, text: str) -> list[Span]:
        """Return the same of a text that is known to meet it: it is not asked once more."""
        return self._found(text, text.encode())

    def _found(self, text: str, encoded: bytes) -> list[Span]:
        # Where each character is one byte, its places need no counting.
        return [found.span() for found in self._find.finditer(encoded if len(encoded) == len(text) else text)]

    def count(self, text: str) -> int:
        """Return how many places of a text meet it."""
        return len(self.spans(text))

    def sub(self, instead: str, text: str) -> str:
        """Return a text with other words where it meets it."""
        parts, at = [], 0
        for start, end in self.spans(text):
            parts += [text[at:start], instead]
            at = end
        return "".join([*parts, text[at:]])


class Several:
    """Expressions that are asked together, where mostly none of them is met."""

    __slots__ = ("_asked", "_each")

    def __init__(self, *texts: str) -> None:
        self._each = [Expression(text) for text in texts]
        self._asked = together(list(texts))

    def counts(self, text: str) -> list[int]:
        """Return how many places of a text meet each."""
        found = [0] * len(self._each)
        for number in self._asked(text.encode()) or ():
            found[number] = len(self._each[number].found(text))
        return found


def options() -> Any:
    """Return how expressions are read."""
    made = re2.Options()
    made.max_mem = MEMORY
    made.log_errors = False
    made.never_capture = True
    return made


def together(texts: list[str]) -> Any:
    """Return what says which of several valid expressions encoded words meet: their numbers, or None."""
    made = re2.Set.SearchSet(options())
    for text in texts:
        made.Add(text)
    made.Compile()
    return made.Match


def valid(expression: str) -> Any:
    """Return an expression as RE2 reads it.

    Raises:
        ReattuneError: where it cannot, naming it.
    """
    try:
        return re2.compile(expression, options())
    except re2.error as error:
        message = _("The expression “{text}” cannot be read ({why}); correct it or remove its package.")
        why = b"".join(one for one in error.args if isinstance(one, bytes)).decode() or str(error)
        raise ReattuneError(message.format(text=expression, why=why)) from error


@cache
def compiled(text: str) -> Expression:
    """Return an expression; each is made once."""
    return Expression(text)
