"""All patterns of all rules at once: RE2 says in a few passes which were met, and only those are looked for by place."""

from collections.abc import Iterable, Sequence

from reattune.speech.expression import Expression, Span, together
from reattune.speech.rule import Pattern

_GROUP = 64
"""Patterns that are asked in one pass: more are quicker once everything was said once, and slower until then."""


class Matcher:
    """Finds patterns in folded text; each is known by its number in the order given.

    Args:
        patterns: the patterns.

    Raises:
        ReattuneError: where one is no valid expression, naming it.
    """

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        self.patterns = tuple(patterns)
        self._each = [Expression(pattern.expression) for pattern in self.patterns]
        texts = [pattern.expression for pattern in self.patterns]
        self._groups = [(begin, together(texts[begin : begin + _GROUP])) for begin in range(0, len(texts), _GROUP)]

    def met(self, text: str) -> tuple[int, ...]:
        """Return the numbers of the patterns that a folded text meets, in order."""
        encoded = text.encode()
        found = []
        for begin, asked in self._groups:
            if (numbers := asked(encoded)) is not None:
                found += [begin + number for number in numbers]
        return tuple(sorted(found))

    def spans(self, number: int, text: str) -> tuple[Span, ...]:
        """Return where one pattern is met, as spans of characters without the white space around them."""
        return tuple(_trimmed(text, span) for span in self._each[number].spans(text) if span[0] < span[1])


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
