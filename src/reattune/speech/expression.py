"""Expressions that rules ask about: RE2 says once for each text which it meets, and only those are looked for.

A rule asks many small questions of a sentence, and nearly all answers are no. One pass over the text answers all of
them together; Python's own expressions then find the places of the few that are met.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from threading import Lock

import re2

from reattune.errors import ReattuneError
from reattune.language import _

MEMORY = 256 << 20
"""Bytes that RE2 may use for its automaton; with too few it falls back to a slower search."""
_TEXTS = 8192
_LATE = 48
"""So many expressions may wait to be asked one by one before all are put together anew."""


class Expression:
    """One expression in RE2's language, on folded text; made once and asked often.

    Raises:
        ReattuneError: where it is no valid expression, naming it.
    """

    __slots__ = ("_find", "_number", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._find = valid(text)
        self._number = _all.add(text)

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first place where a text meets it, or None."""
        return self._find.search(text) if _all.may_meet(self._number, text) else None

    def match(self, text: str) -> re.Match[str] | None:
        """Return how the beginning of a text meets it, or None."""
        return self._find.match(text) if _all.may_meet(self._number, text) else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Return how a whole text meets it, or None."""
        return self._find.fullmatch(text) if _all.may_meet(self._number, text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Yield every place where a text meets it."""
        return self._find.finditer(text) if _all.may_meet(self._number, text) else iter(())

    def findall(self, text: str) -> list[str]:
        """Return the words of every place where a text meets it."""
        return [found.group() for found in self.finditer(text)]

    def sub(self, instead: str, text: str) -> str:
        """Return a text with other words where it meets it."""
        return self._find.sub(instead, text) if _all.may_meet(self._number, text) else text


def valid(expression: str) -> re.Pattern[str]:
    """Return Python's own form of an expression that RE2 can read as well.

    Raises:
        ReattuneError: where either cannot, naming it.
    """
    options = re2.Options()
    options.log_errors = False
    try:
        re2.compile(expression, options)
        return re.compile(expression, re.ASCII)
    except (re2.error, re.error) as error:
        message = _("The expression “{text}” cannot be read ({why}); correct it or remove its package.")
        raise ReattuneError(message.format(text=expression, why=error)) from error


@cache
def compiled(text: str) -> Expression:
    """Return an expression; each is made once."""
    return Expression(text)


class _All:
    """Every expression there is, as one automaton."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._built = 0
        self._lock = Lock()
        self._set: re2.Set | None = None
        self._met = lru_cache(maxsize=_TEXTS)(self._match)

    def add(self, text: str) -> int:
        """Take one more in and return its number."""
        with self._lock:
            self._texts.append(text)
            return len(self._texts) - 1

    def may_meet(self, number: int, text: str) -> bool:
        """Say whether a text meets an expression; one that came late is always to be tried."""
        if len(self._texts) - self._built > _LATE:
            self._build()
        return number >= self._built or number in self._met(text)

    def _match(self, text: str) -> frozenset[int]:
        return frozenset(self._set.Match(text) or ()) if self._set is not None else frozenset()

    def _build(self) -> None:
        with self._lock:
            options = re2.Options()
            options.max_mem = MEMORY
            options.log_errors = False
            made = re2.Set.SearchSet(options)
            for text in self._texts:
                made.Add(text)
            made.Compile()
            self._set, self._built = made, len(self._texts)
            self._met.cache_clear()


_all = _All()
