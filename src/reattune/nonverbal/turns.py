"""Turns out of runs of speech, and what happens where one person's turn meets the other's.

The units are those that are usual for conversation (docs/nonverbal/turns.md); times are compared, nothing is judged.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reattune.model import Role, Span, Spoke
from reattune.nonverbal.listened import Taken
from reattune.nonverbal.spans import both, either

UNIT_GAP = 0.2
"""Seconds between two runs of speech of one person that are still one."""
TURN_GAP = 0.5
"""Seconds between two runs of one person that are still one turn."""
SHORTEST_TURN = 0.2
MINIMAL = 1.0
"""Seconds below which a turn is a minimal one, and speech inside the other's turn only goes along with it."""
COMES_IN = 0.2
"""Seconds before the other's end from which on a beginning is more than eager."""
TWO = (Role.THERAPIST, Role.CLIENT)


@dataclass(frozen=True, slots=True)
class Exchange:
    """The floor going from one person to the other.

    `offset` are seconds from the end of the one to the beginning of the other; below 0 they overlap.
    """

    before: Taken
    after: Taken

    @property
    def offset(self) -> float:
        """The floor transfer offset."""
        return self.after.start - self.before.end

    @property
    def interrupts(self) -> bool:
        """Whether the other began clearly before the end and went on."""
        return self.offset < -COMES_IN


def units(spoke: Iterable[Spoke]) -> tuple[Spoke, ...]:
    """Return each person's runs of speech joined over gaps of less than .2 s, in time order.

    Args:
        spoke: runs of speech, in any order.
    """
    return tuple(sorted(_joined(spoke), key=lambda one: (one.start, one.end, str(one.role))))


def _joined(spoke: Iterable[Spoke]) -> list[Spoke]:
    last: dict[Role | None, int] = {}
    found: list[Spoke] = []
    for one in sorted(spoke, key=lambda run: (run.start, run.end)):
        at = last.get(one.role)
        if at is not None and one.start - found[at].end < UNIT_GAP:
            found[at] = Spoke(found[at].start, max(found[at].end, one.end), one.role)
            continue
        last[one.role] = len(found)
        found.append(one)
    return found


def turns(spoke: Iterable[Spoke]) -> tuple[Taken, ...]:
    """Return turns: each person's runs of speech merged over gaps of less than .5 s, at least .2 s long.

    Args:
        spoke: runs of speech, in any order.

    Returns:
        The turns in order of their beginnings; those of two people may overlap.
    """
    open_: dict[Role | None, list[Spoke]] = {}
    found: list[Taken] = []
    for one in units(spoke):
        held = open_.get(one.role)
        if held and one.start - held[-1].end < TURN_GAP:
            held.append(one)
            continue
        if held:
            found.append(_taken(held))
        open_[one.role] = [one]
    found += [_taken(held) for held in open_.values()]
    kept = (turn for turn in found if turn.seconds >= SHORTEST_TURN)
    return tuple(sorted(kept, key=lambda turn: (turn.start, turn.end, str(turn.role))))


def _taken(held: Sequence[Spoke]) -> Taken:
    return Taken(held[0].role, held[0].start, held[-1].end, tuple(held))


def floor(taken: Sequence[Taken]) -> tuple[Taken, ...]:
    """Return the turns that have the floor: none that lies wholly inside a turn of somebody else.

    Args:
        taken: turns in order of their beginnings.
    """
    return tuple(turn for turn, inside in _placed(taken) if not inside)


def along(taken: Sequence[Taken]) -> tuple[Taken, ...]:
    """Return the turns of less than a second wholly inside the other's: "mm", "yes"; they never interrupt.

    Args:
        taken: turns in order of their beginnings.
    """
    return tuple(turn for turn, inside in _placed(taken) if inside and turn.seconds < MINIMAL)


def _placed(taken: Sequence[Taken]) -> list[tuple[Taken, bool]]:
    """Return each turn, and whether it lies wholly inside one of somebody else."""
    longest: dict[Role | None, Taken] = {}
    inside: dict[int, bool] = {}
    for at in sorted(range(len(taken)), key=lambda at: (taken[at].start, -taken[at].end)):
        turn = taken[at]
        inside[at] = any(
            role != turn.role and other.end >= turn.end and (other.start, other.end) != (turn.start, turn.end)
            for role, other in longest.items()
        )
        if turn.role not in longest or turn.end > longest[turn.role].end:
            longest[turn.role] = turn
    return [(turn, inside[at]) for at, turn in enumerate(taken)]


def exchanges(taken: Sequence[Taken]) -> tuple[Exchange, ...]:
    """Return where the floor goes between therapist and client, one after the other.

    Args:
        taken: turns in order of their beginnings.

    Returns:
        The exchanges in time order; turns wholly inside the other's are left out, and so are those of anybody else.
    """
    return tuple(
        Exchange(one, two)
        for one, two in pairwise(floor(taken))
        if one.role != two.role and one.role in TWO and two.role in TWO
    )


def replies(taken: Sequence[Taken], role: Role = Role.CLIENT) -> tuple[tuple[Taken, ...], ...]:
    """Return what one person said until another had the floor, each as its turns.

    Args:
        taken: turns in order of their beginnings.
        role: whose.
    """
    found: list[list[Taken]] = []
    before: Role | None = None
    for turn in floor(taken):
        if turn.role is role:
            if before is not role or not found:
                found.append([])
            found[-1].append(turn)
        before = turn.role
    return tuple(tuple(one) for one in found)


def of(spoke: Iterable[Spoke], role: Role | None) -> tuple[Span, ...]:
    """Return when one person spoke, joined where runs touch.

    Args:
        spoke: runs of speech, in any order.
        role: whose.
    """
    return either(Span(one.start, one.end) for one in spoke if one.role is role)


def overlaps(spoke: Sequence[Spoke]) -> tuple[Span, ...]:
    """Return when therapist and client both spoke.

    Args:
        spoke: runs of speech, in any order.
    """
    return both(of(spoke, Role.THERAPIST), of(spoke, Role.CLIENT))
