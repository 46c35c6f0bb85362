"""How far a turn leans towards repair, or towards being met: its classes of words, and what stands before it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from reattune.speech.leaning.grounds import GROUNDS
from reattune.speech.leaning.lexicon import Lexicon, Tally, merged
from reattune.speech.leaning.reached import OFFERED, REACHED
from reattune.speech.leaning.repairs import REPAIRS
from reattune.speech.moves import content
from reattune.speech.place import Line, Place
from reattune.speech.rule import Family

CLIENT = Lexicon(merged(GROUNDS, REACHED))
"""What a client's words are: what they leave to answer, and how they take what was said; read once for both."""
THERAPIST = Lexicon(merged(REPAIRS, OFFERED))
"""What a therapist's words are: what they do for the two, and what they offer; read once for both."""
_FEW = 4
"""Words of an answer so short that what was said before it counts too."""
_BACK = 4
_COUNTED = (0.0, 0.45, 0.7, 0.85, 0.95, 1.0)
"""What so many words of a class say: the first most, and none more than the fifth."""
_NOWHERE = -20.0
"""Points of a turn without words, or with nothing before it: it answers nothing."""
_LEANT = "mending"
"""Where a place keeps how it leans: every family asks, and all are answered at once."""

Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Leaning:
    """What speaks for one family: classes of its words and how it is said, and classes of the words before it."""

    words: Weights
    before: Weights


@dataclass(frozen=True)
class Leanings:
    """The leanings of several families, asked together.

    Args:
        families: what speaks for each.
        client: whether a client's turns are read, or a therapist's.
    """

    families: Mapping[Family, Leaning]
    client: bool
    _words: dict[str, list[tuple[Family, float]]] = field(default_factory=dict, init=False)
    _before: dict[str, list[tuple[Family, float]]] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        for family, leaning in self.families.items():
            _entered(self._words, leaning.words, family)
            _entered(self._before, leaning.before, family)

    def points(self, place: Place) -> Mapping[Family, float]:
        """Return how far a turn leans towards each family; 0 says nothing either way."""
        kept = place.__dict__
        if _LEANT not in kept:
            kept[_LEANT] = self._points(place)
        found: Mapping[Family, float] = kept[_LEANT]
        return found

    def _points(self, place: Place) -> Mapping[Family, float]:
        other = place.other
        if other is None or not place.text.strip():
            return dict.fromkeys(self.families, _NOWHERE)
        totals = dict.fromkeys(self.families, 0.0)
        own, others = (CLIENT, THERAPIST) if self.client else (THERAPIST, CLIENT)
        said, before = own.tally(place.text), others.tally(_before(place, other, self.client))
        _add(totals, self._words, _counts(said))
        _add(totals, self._before, _counts(before))
        _add(totals, self._words, _shape(place, other, said))
        return totals


def _entered(table: dict[str, list[tuple[Family, float]]], weights: Weights, family: Family) -> None:
    for name, weight in weights.items():
        table.setdefault(name, []).append((family, weight))


def _counts(tally: Tally) -> Iterable[tuple[str, float]]:
    return ((name, _COUNTED[min(count, len(_COUNTED) - 1)]) for name, count in tally.items())


def _add(
    totals: dict[Family, float], table: Mapping[str, list[tuple[Family, float]]], found: Iterable[tuple[str, float]]
) -> None:
    for name, value in found:
        if value:
            for family, weight in table.get(name, ()):
                totals[family] += weight * value


def _before(place: Place, other: Line, client: bool) -> str:
    """Return the words before; a short question back carries on what it asks about."""
    if client or other.words > _FEW:
        return other.text
    earlier = [line for line in place.before(_BACK) if line.turn.role is other.turn.role and line is not other]
    return " ".join([*(line.text for line in earlier[-1:]), other.text])


def _shape(place: Place, other: Line, said: Tally) -> Iterable[tuple[str, float]]:
    """Return what is seen without classes: whom it is about, what it takes up again, whether it asks."""
    own, theirs = content(place.text), content(other.text)
    more = own - theirs
    earlier = [content(line.text) for line in place.before(_BACK) if line is not other] if more else []
    mine, yours = said.get("me", 0), said.get("you", 0)
    return (
        ("own", (mine - yours) / max(1, mine + yours)),
        ("echo", min(1.0, (len(own) - len(more)) / 2)),
        ("earlier", min(1.0, len(more.intersection(frozenset().union(*earlier))) / 2)),
        ("ends", float(place.text.rstrip().endswith("?"))),
    )
