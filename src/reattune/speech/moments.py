"""Moments worth reading again: hits of one direction on neighbouring turns of one person, and which of them to list."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from math import prod

from reattune.model import Direction, Role, Transcript, Turn
from reattune.speech.reading import Reading
from reattune.speech.rule import Hit, direction

Trust = Mapping[str, float]
"""How far each rule is trusted in this practice, 0 to 1, by the rule's id; 1 where nothing is known (`worth`)."""

MOST = 12
"""Moments a session that are listed unless somebody asks for another number (our own choice)."""
LEAST = 0.5
"""A moment below this strength is listed only where somebody asks for weak ones."""
FAINT = 0.3
"""A mark below this strength only leans one way: there are many, and none of them makes a moment."""
LONGEST = 8
"""Turns, of both, that one moment may span, so that it can be read in one look."""
_NEIGHBOUR = 2
"""Turns from one of a person's turns to their next, with one of the other's between."""


@dataclass(frozen=True, slots=True)
class Moment:
    """One moment of one person: which way it points (None for an attempt to reach each other), and what it rests on.

    `id` stays the same however often the same transcript is read; an answer about the moment is kept by it.
    `strength` is from 0 to 1 and only orders moments. `start` and `end` are seconds, where the transcript has them.
    """

    id: str
    direction: Direction | None
    role: Role
    first: int
    last: int
    hits: tuple[Hit, ...]
    strength: float
    start: float | None = None
    end: float | None = None

    @property
    def rules(self) -> tuple[str, ...]:
        """The rules it rests on, each once, in the order of the words."""
        return tuple(dict.fromkeys(hit.rule for hit in self.hits))


@dataclass(frozen=True, slots=True)
class Listed:
    """What is listed of a session's moments, in time order, and how many were left out.

    `left_out` moments did not fit in the number asked for; `weak` ones rest on too little to be listed by themselves.
    """

    moments: tuple[Moment, ...]
    left_out: int
    weak: int


def moments(reading: Reading) -> tuple[Moment, ...]:
    """Return every moment of a reading in time order: away, against, attuned, and attempts to reach each other.

    Args:
        reading: a transcript with what the rules found.

    Returns:
        The moments; each hit but the faint ones is in exactly one.
    """
    groups: dict[tuple[Direction | None, Role, str], list[list[Hit]]] = defaultdict(list)
    turns = reading.transcript.turns
    for hit in sorted(
        (one for one in reading.hits if one.strength >= FAINT), key=lambda one: (one.turn, one.start, one.end, one.rule)
    ):
        turn = turns[hit.turn]
        runs = groups[direction(hit.family), turn.role, turn.label]
        if runs and _continues(runs[-1], hit):
            runs[-1].append(hit)
        else:
            runs.append([hit])
    found = [_moment(reading.transcript, way, run) for (way, _role, _label), runs in groups.items() for run in runs]
    return tuple(sorted(found, key=_when))


def attempts(found: Iterable[Moment]) -> tuple[Moment, ...]:
    """Return the moments that may have been attempts to reach each other, in the order given."""
    return tuple(moment for moment in found if moment.direction is None)


def trusted(moment: Moment, trust: Trust | None) -> Moment:
    """Return a moment with its strength as this practice's own answers leave it."""
    return replace(moment, strength=_strength(moment.hits, trust)) if trust else moment


def listed(
    found: Iterable[Moment], most: int = MOST, trust: Trust | None = None, *, weak: bool = False, least: float = LEAST
) -> Listed:
    """Return the moments to list: at most so many, the strongest of each direction first, in time order.

    Away, against and attuned each have a third of the places for themselves as far as they need it; what is over goes
    to the strongest. Attempts to reach each other take no place: they are told with the moment they were near
    (`nearby`).

    Args:
        found: the session's moments.
        most: how many may be listed.
        trust: how far each rule is trusted in this practice.
        weak: whether moments that rest on little are wanted too.
        least: the strength below which a moment rests on little.

    Returns:
        What is listed, and how many were left out for want of a place or because they are weak.
    """
    directed = [trusted(moment, trust) for moment in found if moment.direction is not None]
    clear = directed if weak else [moment for moment in directed if moment.strength >= least]
    chosen = _chosen(clear, max(0, most))
    return Listed(tuple(sorted(chosen, key=_when)), len(clear) - len(chosen), len(directed) - len(clear))


def _chosen(clear: list[Moment], most: int) -> list[Moment]:
    ranked = sorted(clear, key=lambda moment: (-moment.strength, _when(moment)))
    share = most // len({moment.direction for moment in ranked}) if ranked else 0
    taken: dict[Direction | None, int] = defaultdict(int)
    kept: list[Moment] = []
    rest: list[Moment] = []
    for moment in ranked:
        place = kept if taken[moment.direction] < share else rest
        taken[moment.direction] += 1
        place.append(moment)
    return kept + rest[: most - len(kept)]


def _continues(run: list[Hit], hit: Hit) -> bool:
    return hit.turn - run[-1].turn <= _NEIGHBOUR and hit.turn - run[0].turn < LONGEST


def _moment(transcript: Transcript, way: Direction | None, run: list[Hit]) -> Moment:
    first, last = run[0].turn, run[-1].turn
    begin, end = transcript.turns[first], transcript.turns[last]
    known = _id(way, begin, first)
    return Moment(known, way, begin.role, first, last, tuple(run), _strength(run, None), begin.start, end.end)


def _id(way: Direction | None, begin: Turn, first: int) -> str:
    """Return a name made of a place and of no word: it stands in addresses, and a digest of a reply can be guessed."""
    named = f"{way or 'reach'}\n{begin.role}\n{first}\n{begin.row}\n{begin.messages}"
    return sha256(named.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _strength(hits: Iterable[Hit], trust: Trust | None) -> float:
    """Return 1 minus the product of what each turn leaves open; several marks on one turn are no further witness."""
    strongest: dict[int, float] = {}
    for hit in hits:
        strength = hit.strength * (1.0 if trust is None else trust.get(hit.rule, 1.0))
        strongest[hit.turn] = max(strongest.get(hit.turn, 0.0), strength)
    # Rounded, so that no mark is left out for the last digit of a product.
    return round(1.0 - prod(1.0 - strength for strength in strongest.values()), 9)


def _when(moment: Moment) -> tuple[int, int, str]:
    return moment.first, moment.hits[0].start, moment.id
