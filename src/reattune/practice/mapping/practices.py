"""The whole practice, as the library's `Practice`."""

from collections.abc import Iterable
from datetime import date

from reattune.model import Practice, Relationship, Threshold
from reattune.practice import models
from reattune.practice.check_in.wording import instruments
from reattune.practice.keeping import Kept, kept
from reattune.practice.mapping.relationships import relationship
from reattune.reading.settings import holiday_dates


def practice(as_of: date, clients: Iterable[models.Client] | None = None) -> Practice:
    """Return everything kept, as the library knows it.

    Args:
        as_of: The day of asking.
        clients: Only these; every client by default.
    """
    settings = kept()
    chosen = models.Client.objects.all() if clients is None else clients
    found = tuple(relationship(one, settings.zone)[0] for one in chosen)
    return practice_of(found, settings, as_of)


def practice_of(relationships: tuple[Relationship, ...], settings: Kept, as_of: date) -> Practice:
    """Return a practice of these relationships, with its settings."""
    first = min((each.slot.year for one in relationships for each in one.sessions), default=as_of.year)
    return Practice(
        relationships=relationships,
        time_zone=settings.zone,
        currency=settings.currency or None,
        holidays=holiday_dates(settings.holidays, range(first, as_of.year + 1)),
        budget_per_month=settings.budget,
        threshold=Threshold(settings.threshold),
        has_settings=True,
        instruments=instruments(),
        asked=frozenset(one.codename for one in relationships),
    )
