"""A rule that looks at more than its wordings: a mark counts less where its turn leans away, and leaning is one."""

from collections.abc import Iterable
from dataclasses import replace
from math import exp

from reattune.language import _
from reattune.speech.leaning.mended import leant
from reattune.speech.place import Place
from reattune.speech.rule import Hit, Matches, Rule, Span
from reattune.speech.strategies import FAINT

MOST = 0.29
"""The most that a leaning alone says: less than anything that is listed or counted."""
LEAST = 0.015
"""Less than this is nothing at all."""
_QUOTED = 220
_SLOPE = 1.2
_MIDDLE = 2.4
"""Points at which a leaning has half of what it can have."""
_HALF, _TURN, _SLOW = 0.35, 0.8, 0.8
"""What is left of a clear sign where its turn leans the other way, and points at which a half of the rest is back."""


def leaned(rule: Rule) -> tuple[Rule, Rule]:
    """Return a rule that marks less where its turn leans the other way, and one that reads the leaning alone.

    Args:
        rule: a rule of a family that has a leaning.

    Returns:
        The rule, no mark of which is stronger than before; and a leaning, no mark of which is stronger than `MOST`.
    """
    family = rule.family

    def find(place: Place, matches: Matches) -> Iterable[Hit]:
        for hit in rule.find(place, matches):
            if hit.strength > FAINT:
                yield replace(hit, strength=round(hit.strength * tempered(leant(family, place)), 4))

    def lean(place: Place, _matches: Matches) -> Iterable[Hit]:
        if (strength := faint(leant(family, place))) >= LEAST and place.text.strip():
            reason = _("Several small things in the words and in what came before point this way; none does so alone.")
            yield Hit(name, family, place.at, *_quoted(place.text), strength, reason)

    name = f"{rule.id}.lean"
    leaning = replace(rule, id=name, find=lean, patterns=(), shape=lambda _place: True, leaning=True)
    return replace(rule, find=find), leaning


def faint(points: float) -> float:
    """Return how strong a mark is that rests on a leaning alone."""
    return round(MOST / (1 + exp(-_SLOPE * (points - _MIDDLE))), 4)


def tempered(points: float) -> float:
    """Return what part of a clear sign is kept, by how far its turn leans: hardly less than all, or about a half."""
    return _HALF + (1 - _HALF) / (1 + exp(-_SLOW * (points - _TURN)))


def _quoted(text: str) -> Span:
    """Return the turn without the space around it, no longer than a quote."""
    ends = text.rstrip()
    start = len(ends) - len(ends.lstrip())
    if len(ends) - start <= _QUOTED:
        return start, len(ends)
    cut = ends.rfind(" ", start, start + _QUOTED)
    return start, cut if cut > start else start + _QUOTED
