"""All patterns of all rules at once: RE2 says in a few passes which are met; only those are looked for by place."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from reattune.speech.expression import Expression, Span, together
from reattune.speech.rule import Pattern

_GROUP = 16
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
        texts = [pattern.expression for pattern in self.patterns]
        self._each = [Expression(text) for text in texts]
        self._groups = [(begin, together(texts[begin : begin + _GROUP])) for begin in range(0, len(texts), _GROUP)]

    def met(self, text: str) -> tuple[int, ...]:
        """Return the numbers of the patterns that a folded text meets, in order."""
        return self.met_each([text])[0]

    def met_each(self, texts: Iterable[str]) -> list[tuple[int, ...]]:
        """Return, for each folded text, the numbers of the patterns that it meets, in order."""
        encoded = [text.encode() for text in texts]
        found: list[list[int]] = [[] for _text in encoded]
        # One group over all texts before the next: what RE2 has built for it stays near the processor.
        for begin, asked in self._groups:
            for numbers, met in zip(found, map(asked, encoded), strict=True):
                if met is not None:
                    numbers += [begin + number for number in met]
        return [tuple(sorted(numbers)) for numbers in found]

    def spans(self, number: int, text: str) -> tuple[Span, ...]:
        """Return where a pattern stands that a text meets, as spans of characters without white space around them."""
        return tuple([_trimmed(text, span) for span in self._each[number].found(text) if span[0] < span[1]])


class Matched(Mapping[str, tuple[Span, ...]]):
    """What one rule's patterns met in a text, by their names; where they stand is looked for once it is asked.

    Args:
        matcher: who looks.
        text: the folded text.
    """

    __slots__ = ("_matcher", "_numbers", "_spans", "_text")

    def __init__(self, matcher: Matcher, text: str) -> None:
        self._matcher, self._text = matcher, text
        self._numbers: dict[str, int] = {}
        self._spans: dict[str, tuple[Span, ...]] = {}

    def add(self, name: str, number: int) -> None:
        """Take in a pattern that is met."""
        self._numbers[name] = number

    def __getitem__(self, name: str) -> tuple[Span, ...]:
        found = self._spans.get(name)
        if found is None:
            found = self._spans[name] = self._matcher.spans(self._numbers[name], self._text)
        return found

    def __contains__(self, name: object) -> bool:
        return name in self._numbers

    def __iter__(self) -> Iterator[str]:
        return iter(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)


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
