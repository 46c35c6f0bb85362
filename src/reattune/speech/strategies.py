"""Signs of one family: words that are looked for, and what must and must not stand in the same sentence."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reattune.model import Role
from reattune.speech.aims import KEPT
from reattune.speech.expression import compiled
from reattune.speech.place import Place
from reattune.speech.rule import Family, Hit, Matches, Pattern, Rule, Span

QUOTED = 220
"""Characters of the longest quote: beyond it, only what lies around the words themselves is quoted."""
_AROUND = 70
NEAR = 100
"""Characters before and after a sign that are read with it, within its sentence."""
_MORE = 0.05
"""What each further sign in the same turn adds."""
_MOST = 0.95
_END = re.compile(r"[!?\n]|(?<!\.)\.(?!\.)")


@dataclass(frozen=True, slots=True)
class Sign:
    """One way of saying it: words that are looked for everywhere, then what their own sentence must hold, or must not.

    `also` and `never` are expressions in RE2's language on folded text; an empty one asks for nothing.
    """

    name: str
    expression: str
    strength: float
    also: str = ""
    never: str = ""


@dataclass(frozen=True, slots=True)
class Met:
    """A sign in its place: the words around it in its sentence, where its own words are, and where the sentence is."""

    sign: Sign
    place: Place
    sentence: str
    span: Span
    bounds: Span


Weigh = Callable[[Met], float]
STRONG = 0.9
FAINT = 0.2
"""What is clearer than this is a mark."""


def strategy(
    name: str,
    family: Family,
    signs: Sequence[Sign],
    *,
    looks_at: Callable[[], str],
    benign: Callable[[], tuple[str, ...]],
    reason: Callable[[Place], str],
    weigh: Weigh | None = None,
    role: Role = Role.THERAPIST,
) -> Rule:
    """Return a rule that reads signs sentence by sentence and marks the clearest sentence of a turn.

    Args:
        name: the rule's id.
        family: what its marks are about.
        signs: the ways of saying it.
        looks_at: what the rule looks at, in a sentence.
        benign: what else such words often are.
        reason: what was seen, in a sentence, for one place.
        weigh: how clear a sign is in its place; its own strength unless given. Nothing is marked at 0.
        role: whose words are read.

    Returns:
        The rule.
    """
    named = {sign.name: sign for sign in signs}

    def find(place: Place, matches: Matches) -> Iterable[Hit]:
        weighed = [
            (strength, met)
            for met in _met(named, place, matches)
            if (strength := met.sign.strength if weigh is None else weigh(met)) > 0
        ]
        if weighed:
            strength, met = max(weighed, key=lambda one: one[0])
            others = len({one.sign.name for _strength, one in weighed}) - 1
            start, end = _quoted(place.text, met)
            together = round(min(_MOST, strength + _MORE * others), 3)
            yield Hit(name, family, place.at, start, end, together, reason(place))

    patterns = tuple(Pattern(sign.name, sign.expression) for sign in signs)
    return Rule(name, family, role, looks_at, benign, find, patterns)


def clear(strength: float) -> float:
    """Return a strength within its bounds; one that is hardly anything is nothing."""
    return min(STRONG, strength) if strength >= FAINT else 0.0


def holds(expression: str, text: str) -> bool:
    """Return whether an expression is met anywhere in a text."""
    return compiled(expression).meets(text)


def sentence(text: str, span: Span) -> Span:
    """Return the bounds of the sentence around some words; three points are a pause and end none."""
    ends = _ends(text)
    start = ends[bisect_right(ends, span[0]) - 1]
    while start < span[0] and text[start].isspace():
        start += 1
    return start, ends[min(bisect_right(ends, max(start, span[1] - 1)), len(ends) - 1)]


@lru_cache(maxsize=KEPT)
def _ends(text: str) -> tuple[int, ...]:
    """Return where sentences of a text begin and end: 0, behind each mark, and its length."""
    return (0, *(found.end() for found in _END.finditer(text)), len(text))


def _met(signs: Mapping[str, Sign], place: Place, matches: Matches) -> Iterator[Met]:
    for name in matches:
        sign = signs[name]
        for found in matches[name]:
            span = _words(place.text, found)
            bounds = sentence(place.text, span)
            # What is heard without punctuation runs on; words far away in it are another matter.
            near = max(bounds[0], span[0] - NEAR), min(bounds[1], span[1] + NEAR)
            words = place.text[near[0] : near[1]]
            if (sign.also and not holds(sign.also, words)) or (sign.never and holds(sign.never, words)):
                continue
            yield Met(sign, place, words, span, bounds)


def _words(text: str, span: Span) -> Span:
    """Return a span without the end of the sentence before it, which a sign may look for too."""
    start, end = span
    while start < end - 1 and not text[start].isalnum():
        start += 1
    return start, end


def _quoted(text: str, met: Met) -> Span:
    start, end = met.bounds
    if end - start > QUOTED:
        start = max(start, text.rfind(" ", 0, max(1, met.span[0] - _AROUND)) + 1)
        after = text.find(" ", met.span[1] + _AROUND)
        end = min(end, after if after >= 0 else len(text))
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
