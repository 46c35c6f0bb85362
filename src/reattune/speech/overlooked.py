"""A quiet look: the turns that no rule marked and that lean most, offered because no list of wordings is complete."""

from collections import defaultdict

from reattune.language import _
from reattune.model import Direction, Role
from reattune.speech.moments import FAINT
from reattune.speech.reading import Reading
from reattune.speech.registry import of, order
from reattune.speech.rule import Family, Hit, direction

MOST = 3
"""Turns that are offered: so few that they can be read in a minute (our own choice)."""
_AROUND = 2
"""Turns from a mark that is shown anyway."""
_PLAIN = 4
"""Words below which a turn says nothing that could be read again."""


def leanings(reading: Reading, role: Role = Role.CLIENT) -> tuple[Hit, ...]:
    """Return how one role's turns lean, family by family: faint marks, on nearly every turn.

    Args:
        reading: a transcript with what the rules found.
        role: whose turns.

    Returns:
        The marks, in order of the words; they only compare turns with each other and make no moment.
    """
    places = [place for place in reading.context.places if place.line.turn.role is role]
    return tuple(sorted(of(role, leaning=True).read(places), key=order))


def overlooked(reading: Reading, most: int = MOST) -> tuple[Hit, ...]:
    """Return the client's turns that lean most though no rule marked them, in time order.

    Families have scales of their own: a turn counts by how far it stands above the other turns of this session in its
    own family, so that none of them is always first.

    Args:
        reading: a transcript with what the rules found.
        most: how many turns.

    Returns:
        One mark for each turn; none where fewer than two turns could be compared.
    """
    near = {turn for hit in reading.hits if hit.strength >= FAINT for turn in range(hit.turn - _AROUND, hit.turn + 3)}
    by_family: dict[Family, list[Hit]] = defaultdict(list)
    for hit in leanings(reading):
        if direction(hit.family) is not None and reading.context.lines[hit.turn].words >= _PLAIN:
            by_family[hit.family].append(hit)
    best: dict[int, tuple[float, Hit]] = {}
    for hits in by_family.values():
        for hit, far in zip(hits, _above(hits), strict=True):
            if hit.turn not in near and far > best.get(hit.turn, (0.0, hit))[0]:
                best[hit.turn] = far, hit
    ranked = sorted(best.values(), key=lambda one: (-one[0], one[1].turn))
    return tuple(sorted((hit for _far, hit in ranked[: max(0, most)]), key=order))


def invitation() -> str:
    """Return why these turns are offered."""
    return _(
        "No rule marked these turns; of all others they lean most. No list of wordings is complete: look whether"
        " something was missed. Most often it is nothing."
    )


def leaning(hit: Hit) -> str:
    """Return which way a turn leans, in words."""
    match direction(hit.family):
        case Direction.AWAY:
            return _("leans a little towards moving away")
        case Direction.AGAINST:
            return _("leans a little towards moving against")
        case _:
            return _("leans a little towards being met")


def _above(hits: list[Hit]) -> list[float]:
    """Return how far each mark stands above the others, in spreads of this session."""
    mean = sum(hit.strength for hit in hits) / len(hits)
    spread = (sum((hit.strength - mean) ** 2 for hit in hits) / len(hits)) ** 0.5
    return [(hit.strength - mean) / spread if spread else 0.0 for hit in hits]
