"""One way of making a hit: the clearest words of a turn, how clearly, and why."""

from collections.abc import Mapping

from reattune.speech.place import Place
from reattune.speech.rule import Family, Hit, Matches, Pattern, Span

LEAST = 0.1
"""A hit weaker than this says nothing."""
_MOST = 0.95


def patterns(named: Mapping[str, tuple[float, str]]) -> tuple[Pattern, ...]:
    """Return patterns from their names, each with how clear it is alone and its expression."""
    return tuple(Pattern(name, expression) for name, (_clear, expression) in named.items())


def clearest(named: Mapping[str, tuple[float, str]], matches: Matches) -> tuple[float, str, Span]:
    """Return how clear the clearest match is, its pattern's name and where it stands; the first of those alike."""
    strength = max(named[name][0] for name in matches)
    # Where the others stand need not be looked for.
    span, name = min((matches[name][0], name) for name in matches if named[name][0] == strength)
    return strength, name, span


def hit(place: Place, rule: str, family: Family, span: Span, strength: float, reason: str) -> tuple[Hit, ...]:
    """Return one hit in a tuple, or nothing where it is too weak or has no words."""
    start, end = span
    if strength < LEAST or end <= start:
        return ()
    return (Hit(rule, family, place.at, start, end, round(min(strength, _MOST), 2), reason),)
