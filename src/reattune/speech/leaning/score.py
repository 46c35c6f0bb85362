"""How far a turn leans towards a family, from coarse cues only: what orders turns that no wording was listed for."""

from collections.abc import Iterable
from math import exp

from reattune.language import _
from reattune.model import Role
from reattune.speech.leaning.answers import ANSWER, SAID
from reattune.speech.leaning.further import FURTHER
from reattune.speech.leaning.lexicon import Lexicon, Tally, merged
from reattune.speech.leaning.matters import MATTERS
from reattune.speech.leaning.replies import CLOSES, OPENS, YOU
from reattune.speech.leaning.setting import setting
from reattune.speech.leaning.tones import TONES
from reattune.speech.leaning.weights import CLIENT, THERAPIST, Leaning, Weights
from reattune.speech.moves import content
from reattune.speech.place import Place
from reattune.speech.rule import Family, Hit, Matches, Rule
from reattune.speech.weighing import before

_HEARD = Lexicon(merged(CLOSES, OPENS, YOU, TONES, MATTERS, FURTHER))
"""A client's words, all classes in one pass."""
MOST = 0.5
"""A leaning alone is never more than this: it needs company to be a mark."""
LEAST = 0.004
"""Less than this is nothing at all."""
_ENOUGH = 3
"""More of one class than this adds nothing."""
_LONG = 60
"""Words above which a turn says less with each cue."""
_SHARP = 1.2
_LITTLE = 0.5
_RISE = 0.8
_MIDDLE = 0.9
_KEPT = "leanings"
_AFTER = 0.5
"""What a line after it counts: it may say who was meant."""


def lean(family: Family, place: Place) -> float:
    """Return how far a turn leans towards a family, 0 to `MOST`.

    Args:
        family: one of those that have weights.
        place: the turn in its place; its speaker is the one whose words the family is about.
    """
    return round(MOST / (1 + exp(-_SHARP * _points(family, place))), 4)


def tempered(family: Family, place: Place) -> float:
    """Return what a leaning makes of clearer signs of its family: about a half against it, a little more with it."""
    return _LITTLE + _RISE / (1 + exp(-(_points(family, place) + _MIDDLE)))


def _points(family: Family, place: Place) -> float:
    # Two rules of a family ask this of one place; it is kept there as a cached property would be.
    kept = vars(place).setdefault(_KEPT, {})
    if family not in kept:
        known = family in CLIENT
        kept[family] = client(CLIENT[family], place) if known else therapist(THERAPIST[family], place)
    return float(kept[family])


def client(leaning: Leaning, place: Place) -> float:
    """Return the points of a client's turn; 0 is where a leaning has half of what it can have."""
    if not place.text.strip():
        return -leaning.least
    placed = setting(before(place))
    total = leaning.inside * placed.inside - leaning.least
    total += sum(weight * float(getattr(placed, name)) for name, weight in leaning.settings.items())
    after = place.after(1)
    if after and after[0].turn.role is Role.THERAPIST:
        later = setting(after[0].text)
        total += _AFTER * leaning.inside * (later.now - later.played)
    return total + _summed(leaning.words, _HEARD.tally(place.text)) * _kept(place)


def therapist(leaning: Leaning, place: Place) -> float:
    """Return the points of a therapist's turn; 0 is where a leaning has half of what it can have."""
    if not place.text.strip():
        return -leaning.least
    said = before(place)
    total = _summed(leaning.settings, SAID.tally(said)) - leaning.least
    total += leaning.words.get("echo", 0.0) * min(1.0, len(content(place.text) & content(said)) / 2)
    return total + _summed(leaning.words, ANSWER.tally(place.text)) * _kept(place)


def leans(family: Family) -> Rule:
    """Return a rule that gives every turn what it leans towards a family: hardly anything, as a rule.

    Args:
        family: one of those that have weights.
    """
    name = f"{family}.lean"
    role = Role.CLIENT if family in CLIENT else Role.THERAPIST

    def find(place: Place, _matches: Matches) -> Iterable[Hit]:
        text = place.text.rstrip()
        start = len(text) - len(text.lstrip())
        if start == len(text) or (strength := lean(family, place)) < LEAST:
            return
        reason = _("Several small things in the words and in what came before them point this way; none does so alone.")
        yield Hit(name, family, place.at, start, len(text), strength, reason)

    return Rule(name, family, role, _looks_at, _benign, find, shape=lambda _place: True, leaning=True)


def _looks_at() -> str:
    return _("Many small things at once: the kind of words in a turn, and what the line before was about.")


def _benign() -> tuple[str, ...]:
    return (_("Small things like these are in most turns of most sessions, and mean nothing by themselves."),)


def _kept(place: Place) -> float:
    return 1.0 if place.line.words <= _LONG else (_LONG / place.line.words) ** 0.5


def _summed(weights: Weights, tally: Tally) -> float:
    total = 0.0
    for name, count in tally.items():
        if name in weights:
            total += weights[name] * min(count, _ENOUGH)
    return total / _ENOUGH
