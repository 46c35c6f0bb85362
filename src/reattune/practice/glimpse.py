"""What was kept of each client at the last look, opened once for a whole page."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from reattune.practice import agenda, models
from reattune.practice.keeping import Kept


@dataclass(frozen=True, slots=True)
class Glimpse:
    """A client's glance with its words opened."""

    client: models.Client
    as_of: date
    current: bool
    last_session: date | None
    words: dict[str, Any]

    def is_behind(self, day: date) -> bool:
        """Say whether something changed since, or the day has."""
        return self.as_of != day or not self.current or self.client.stale

    def between(self, first: date, last: date, settings: Kept) -> list[agenda.Slot]:
        """Return the sessions that are on a day between two days, a move's old time left out."""
        low, high = first.isoformat(), last.isoformat()
        near = (one for one in self.words["planned"] if low <= one["start"][:10] <= high)
        return [agenda.from_dict(one, settings.zone) for one in near]

    def next_session(self, today: date) -> date | None:
        """Return the day of the next session after today; None where none is known."""
        days = (date.fromisoformat(one["start"][:10]) for one in self.words["planned"] if one["kind"] == "scheduled")
        return min((day for day in days if day > today), default=None)


def glimpses() -> list[Glimpse]:
    """Return the glimpses of everybody, by codename, in one query."""
    found = models.Glance.objects.select_related("client").order_by("client__codename")
    return [opened(one) for one in found]


def opened(glance: models.Glance) -> Glimpse:
    """Return one glance with its words opened."""
    return Glimpse(glance.client, glance.as_of, glance.current, glance.last_session, glance.words)


def behind(found: Iterable[Glimpse], day: date) -> bool:
    """Say whether anybody is to be looked at again."""
    return any(one.is_behind(day) for one in found)
