"""The frame of a whole practice, for its manager: agreed times, fees and breaks, and nothing that tells of anybody."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from uuid import UUID

from django.db.models import Q

from reattune.practice import models


@dataclass(frozen=True, slots=True)
class Slot:
    """One agreed time: a weekday (0 for Monday), a time, how long, how often, for how much; without whose it is."""

    weekday: int | None
    starts_at: time | None
    minutes: int | None
    every_weeks: int
    fee: Decimal | None


@dataclass(frozen=True, slots=True)
class Away:
    """A break; whether of one relationship or of all of a therapist's."""

    start: date
    end: date
    of_all: bool


@dataclass(frozen=True, slots=True)
class Part:
    """One therapist's part of the practice."""

    therapist: str
    slots: tuple[Slot, ...]
    breaks: tuple[Away, ...]


def frame(today: date) -> Sequence[Part]:
    """Return what was agreed with whom among the therapists, as far as it holds today or will.

    Args:
        today: The day of asking; breaks that are over and work that has ended are left out.
    """
    slots, breaks = _slots(today), _breaks(today)
    names = models.Person.objects.filter(role=models.Person.Role.THERAPIST).values_list("pk", "name")
    return [
        Part(name, tuple(slots.get(whose, ())), tuple(breaks.get(whose, ())))
        for whose, name in names
        if whose in slots or whose in breaks
    ]


def _slots(today: date) -> dict[UUID | None, list[Slot]]:
    # Only the frame's own columns are read: nothing else of anybody comes near the page.
    open_still = Q(client__ended=None) | Q(client__ended__gte=today)
    rows = models.Agreement.objects.filter(open_still, start__lte=today).order_by("start", "made")
    latest = {
        client: (whose, Slot(*rest))
        for client, whose, *rest in rows.values_list(
            "client_id", "client__therapist_id", "weekday", "starts_at", "minutes", "every_weeks", "fee"
        )
    }
    found: dict[UUID | None, list[Slot]] = {}
    for whose, slot in sorted(latest.values(), key=lambda one: _order(one[1])):
        found.setdefault(whose, []).append(slot)
    return found


def _order(slot: Slot) -> tuple[int, time]:
    return (7 if slot.weekday is None else slot.weekday, slot.starts_at or time.max)


def _breaks(today: date) -> dict[UUID | None, list[Away]]:
    found: dict[UUID | None, list[Away]] = {}
    rows = models.Pause.objects.filter(end__gte=today).order_by("start", "end")
    columns = ("start", "end", "client_id", "client__therapist_id", "therapist_id")
    for start, end, client, of_client, own in rows.values_list(*columns):
        whose = own if client is None else of_client
        found.setdefault(whose, []).append(Away(start, end, client is None))
    return found
