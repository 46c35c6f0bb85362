"""All that one relationship's pages are drawn from: what is known, what was worked out at the last look, in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from reattune.account.told import Told, tell_all
from reattune.model import Noticing, OwnAct, Practice, Relationship
from reattune.practice import models
from reattune.practice.keeping import Kept, kept
from reattune.practice.mapping.codec import load
from reattune.practice.mapping.practices import practice_of
from reattune.practice.mapping.relationships import relationship


@dataclass(frozen=True, slots=True)
class Portrait:
    """One relationship as of a day; what came up is what the last look found, and is never worked out here."""

    client: models.Client
    day: date
    settings: Kept
    known: Relationship
    practice: Practice
    remarks: tuple[str, ...]
    looked: models.Glance | None
    glance: Mapping[str, Any]
    told: tuple[Told, ...]
    """What came up, in time order, in words."""
    rows: Mapping[int, UUID]
    """The row of each noticing, by its number."""
    own: tuple[OwnAct, ...]

    @property
    def silent(self) -> str:
        """Why nothing is said of this relationship, "" where something may be."""
        return str(self.glance.get("silent") or "")


def portrait(client: models.Client, day: date) -> Portrait:
    """Return all that is known and was found about a client.

    Args:
        client: Whose.
        day: The day of asking.
    """
    settings = kept()
    known, gathered = relationship(client, settings.zone)
    whole = practice_of((known,), settings, day)
    looked = models.Glance.objects.filter(client=client).first()
    glance = looked.words if looked else {}
    found = list(client.noticed.order_by("number"))
    noticings = [load(Noticing, one.words["noticing"], settings.zone) for one in found]
    return Portrait(
        client=client,
        day=day,
        settings=settings,
        known=known,
        practice=whole,
        remarks=(*gathered.remarks, *glance.get("remarks", ())),
        looked=looked,
        glance=glance,
        told=tell_all(noticings, known.marks, whole.holidays, day),
        rows={number: one.pk for number, one in enumerate(found, 1)},
        own=tuple(load(OwnAct, one, settings.zone) for one in glance.get("own", ())),
    )
