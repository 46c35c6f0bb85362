"""All patterns of all rules at once: RE2 says in one pass which were met, and only those are looked for by place."""

from collections.abc import Iterable, Sequence

import re2

from reattune.speech.expression import MEMORY, valid
from reattune.speech.rule import Pattern, Span


class Matcher:
    """Finds patterns in folded text; each is known by its number in the order given.

    Args:
        patterns: the patterns.

    Raises:
        ReattuneError: where one is no valid expression, naming it.
    """

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        self.patterns = tuple(patterns)
        options = re2.Options()
        options.max_mem = MEMORY
        options.log_errors = False
        self._set = re2.Set.SearchSet(options)
        self._each = []
        for pattern in self.patterns:
            self._each.append(valid(pattern.expression))
            self._set.Add(pattern.expression)
        if self.patterns:
            self._set.Compile()

    def met(self, text: str) -> tuple[int, ...]:
        """Return the numbers of the patterns that a folded text meets, in order."""
        return tuple(sorted(self._set.Match(text) or ())) if self.patterns else ()

    def spans(self, number: int, text: str) -> tuple[Span, ...]:
        """Return where one pattern is met, as spans of characters without the white space around them."""
        return tuple(_trimmed(text, found.span()) for found in self._each[number].finditer(text) if found.group())


def names(patterns: Iterable[Pattern]) -> tuple[str, ...]:
    """Return the names of patterns, in order."""
    return tuple(pattern.name for pattern in patterns)


def _trimmed(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
