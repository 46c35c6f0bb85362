"""One relationship from its first session to its last, in memory: nothing is written here."""

from datetime import date

from making.answering import billed, rated
from making.coming import Coming, absent, agreed, breaks_of
from making.draw import Draw
from making.people import PEOPLE
from making.person import END, Benign, Change, Life, Person, Slot
from making.plan import STREAMS, Stretch, benign, planned

LAST_SILENCE = 4
DIRECTIONS = {"attuned": "attuned", "quiet": "changed"}


def simulate(seed: int) -> tuple[Life, ...]:
    """Return the lives of all fourteen relationships for this seed, with what was planted in them."""
    return tuple(lived(person, seed) for person in PEOPLE)


def lived(person: Person, seed: int) -> Life:
    """Return one relationship's life for this seed."""
    breaks = breaks_of(person, Draw(seed, person.codename, "breaks"))
    days = agreed(person, breaks)
    change, count = planned(person, days, Draw(seed, person.codename, "plan"))
    ordinary = benign(person, count, Draw(seed, person.codename, "benign"))
    coming = Coming(person, count, Draw(seed, person.codename, "coming"))
    slots = tuple(_slot(coming, number, day, change, ordinary) for number, day in enumerate(days[:count]))
    return Life(
        person,
        slots,
        breaks,
        billed(person, slots, change, Draw(seed, person.codename, "paying")),
        rated(person, slots, change, Draw(seed, person.codename, "rating")),
        _change(person, slots, change),
        tuple(
            Benign(person.codename, part.kind, slots[part.first].slot.date(), slots[part.stop - 1].slot.date())
            for part in ordinary
        ),
    )


def _slot(coming: Coming, number: int, day: date, change: Stretch, ordinary: tuple[Stretch, ...]) -> Slot:
    silent_from = {"quiet": change.stop - 2, "suppressed": coming.count - LAST_SILENCE}
    if number >= silent_from.get(coming.person.plan, number + 1):
        return absent(coming.person, day)
    why = next((part.kind for part in ordinary if part.holds(number)), "")
    return coming.becomes(day, change if change.holds(number) else None, why)


def _change(person: Person, slots: tuple[Slot, ...], change: Stretch) -> Change | None:
    if change.first >= change.stop:
        return None
    ended = change.stop < len(slots)
    how = "repaired" if ended else ("left" if person.leaves else "lasts")
    until = slots[change.stop].slot.date() if ended else (slots[-1].slot.date() if person.leaves else END)
    onset = slots[change.first].slot.date()
    direction = DIRECTIONS.get(person.plan, "away")
    return Change(person.codename, change.kind, direction, onset, until, how, STREAMS[change.kind])
