"""Marks too weak to stand alone: how a reply leans in its place, by classes of words and not by any wording."""

from collections.abc import Callable, Iterable
from math import exp

from reattune.language import _
from reattune.model import Role
from reattune.speech.place import Place
from reattune.speech.rule import Family, Hit, Matches, Rule
from reattune.speech.words import sentence

ALONE = 0.25
"""The most that a few words say by their place: less than anything that is listed or counted."""
MOST = 0.45
"""The most that many such words say together."""
_MANY = 2.5
LEAST = 0.01
Leaning = Callable[[Place], tuple[float, float]]
"""How far a reply leans, from about -3 to 3 with 0 in the middle, and from 0 to 1 how far its place calls for it."""


def faintly(name: str, family: Family, leaning: Leaning, benign: Callable[[], tuple[str, ...]]) -> Rule:
    """Return a rule that marks faintly where a client's reply leans one way in a place that calls for it.

    Args:
        name: the rule's id.
        family: what its marks are about.
        leaning: how far a reply leans, and how far its place calls for it.
        benign: what else such replies often are.

    Returns:
        The rule; its marks are never stronger than `MOST`.
    """

    def find(place: Place, _matches: Matches) -> Iterable[Hit]:
        strength = graded(*leaning(place))
        start, end = sentence(place.text)
        if strength < LEAST or end <= start:
            return ()
        reason = _("Several words of this reply, in their place, lean this way; none of them says much alone.")
        return (Hit(name, family, place.at, start, end, strength, reason),)

    return Rule(name, family, Role.CLIENT, _looks_at, benign, find, shape=lambda _place: True, leaning=True)


def graded(leaning: float, near: float) -> float:
    """Return how strong a mark is, from how far a reply leans and how far its place calls for it."""
    if near <= 0:
        return 0.0
    many = (MOST - ALONE) / (1 + exp(-2 * (leaning - _MANY)))
    return round(near * (ALONE / (1 + exp(-leaning)) + many), 3)


def _looks_at() -> str:
    return _("How the words and their place lean, taken together; it only tells apart what nothing else tells apart.")
