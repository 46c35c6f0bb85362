"""When the planted changes begin and end: sessions counted from the first, chosen by the seed."""

from dataclasses import dataclass
from datetime import date

from making.draw import Draw
from making.effects import EFFECTS, Effect
from making.person import Person

STREAMS = {
    "strong": ("attendance", "rescheduling", "payment", "rating"),
    "moderate": ("attendance", "rescheduling", "payment", "rating"),
    "payment_only": ("payment",),
    "attuned": ("rating",),
    "quiet": ("rating", "attendance"),
}
EARLIEST, FROM_THE_END = 24, 18
ILLNESS_SESSIONS, BEREAVEMENT_SESSIONS = 5, 3
REPAIRED_AFTER = (7, 10)
QUIET_SESSIONS = 8
LEAVES_AFTER = (6, 8)


@dataclass(frozen=True)
class Stretch:
    """A planted change in session numbers: from `first` up to, not including, `stop`."""

    kind: str
    first: int
    stop: int

    def holds(self, number: int) -> bool:
        """Whether this session is in it."""
        return self.first <= number < self.stop

    @property
    def effect(self) -> Effect:
        """What it does."""
        return EFFECTS.get(self.kind, Effect())


NOTHING = Stretch("none", 0, 0)


def planned(person: Person, slots: list[date], draw: Draw) -> tuple[Stretch, int]:
    """Return what is planted in this relationship, and how many of its slots come about before it ends."""
    count = len(slots)
    if person.plan not in EFFECTS:
        return NOTHING, count
    first = draw.between(EARLIEST, count - FROM_THE_END)
    if person.plan == "quiet":
        return Stretch("quiet", first, first + QUIET_SESSIONS + 2), first + QUIET_SESSIONS + 2
    if person.leaves:
        stop = first + draw.between(*LEAVES_AFTER)
        return Stretch(person.plan, first, stop), stop
    if person.repaired:
        return Stretch(person.plan, first, first + draw.between(*REPAIRED_AFTER)), count
    return Stretch(person.plan, first, count), count


def benign(person: Person, count: int, draw: Draw) -> tuple[Stretch, ...]:
    """Return the stretches of illness and bereavement of the one person who has them."""
    if person.plan != "benign":
        return ()
    ill = draw.between(20, count // 2 - ILLNESS_SESSIONS)
    bereaved = draw.between(count // 2 + 4, count - 10)
    return (
        Stretch("illness", ill, ill + ILLNESS_SESSIONS),
        Stretch("bereavement", bereaved, bereaved + BEREAVEMENT_SESSIONS),
    )
