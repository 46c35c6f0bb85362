"""What to think about: every noticing that is open, newest change first, each in words. Never by a score."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Q

from reattune.account.standing import added_words
from reattune.account.told import Told, tell
from reattune.charts import day as day_words
from reattune.language import _
from reattune.model import Noticing
from reattune.noticing import telling
from reattune.practice import models
from reattune.practice.feedback import Said
from reattune.practice.glimpse import Glimpse
from reattune.practice.keeping import Kept
from reattune.practice.mapping.codec import load
from reattune.reading.settings import holiday_dates

PAST = timedelta(weeks=8)
"""Where the work has ended, what came up stays among what to think about for this long."""


@dataclass(frozen=True, slots=True)
class Thought:
    """One open noticing, told by its latest crossing."""

    client: models.Client
    row: UUID
    told: Told
    strip: str
    adds: str
    """That it adds to an earlier one, where it does."""
    stands: str
    """What was said of it before, where it is open all the same."""

    @property
    def at(self) -> date:
        """The day of the latest change."""
        return self.told.at


@dataclass(slots=True)
class _Chain:
    """An open noticing and what was added to it, newest last."""

    rows: list[tuple[models.Noticed, Noticing]]

    @property
    def newest(self) -> tuple[models.Noticed, Noticing]:
        return max(self.rows, key=lambda pair: pair[1].at)

    @property
    def days(self) -> set[date]:
        return {one.at for _row, one in self.rows}


def thoughts(glances: Iterable[Glimpse], settings: Kept, today: date) -> tuple[Thought, ...]:
    """Return what to think about, in three queries however long the history is.

    Args:
        glances: What was kept of each client at the last look.
        settings: The practice's.
        today: The day of asking; what is to be looked at later comes back on its day, and not before.

    Returns:
        The thoughts, newest change first.
    """
    of = {one.client.pk: one for one in glances}
    chains = _chains(settings.zone, today)
    clients = {client for client, _first in chains}
    verdicts = _verdicts(clients, min((day for one in chains.values() for day in one.days), default=today))
    found = []
    for (client, _first), chain in chains.items():
        glance = of.get(client)
        said = _last_said(verdicts.get(client, ()), chain.days)
        if glance is None or glance.client.suppress or glance.words["silent"] or not _in_view(said, today):
            continue
        if glance.client.is_over(today) and max(chain.days) <= today - PAST:
            continue
        found.append(_thought(chain, glance, said, settings))
    return tuple(sorted(found, key=lambda one: (-one.at.toordinal(), one.client.codename)))


def _chains(zone: ZoneInfo, today: date) -> dict[tuple[UUID, date], _Chain]:
    """Return the noticings that are open or come back, by client and first day."""
    later = models.Verdict.objects.filter(verdict=Said.LATER.value, undone=None, until__lte=today)
    back = set(later.values_list("client", "noticing"))
    wanted = Q(open=True) | Q(client__in={client for client, _day in back}, at__in={day for _client, day in back})
    found: dict[tuple[UUID, date], _Chain] = {}
    for row in models.Noticed.objects.filter(wanted).select_related("client"):
        if row.open or (row.client_id, row.at) in back:
            noticing = load(Noticing, row.words["noticing"], zone)
            found.setdefault((row.client_id, noticing.adds_to or noticing.at), _Chain([])).rows.append((row, noticing))
    return found


def _verdicts(clients: set[UUID], first: date) -> dict[UUID, list[models.Verdict]]:
    found: dict[UUID, list[models.Verdict]] = {}
    for one in models.Verdict.objects.filter(client__in=clients, noticing__gte=first, undone=None):
        found.setdefault(one.client_id, []).append(one)
    return found


def _last_said(verdicts: Sequence[models.Verdict], days: set[date]) -> models.Verdict | None:
    newest = max(days)
    # What was added on the day of a verdict on something earlier, or later, could not be meant by it.
    own = [one for one in verdicts if one.noticing in days and not one.noticing < newest >= one.on]
    return max(own, key=lambda one: (one.on, one.made), default=None)


def _in_view(said: models.Verdict | None, today: date) -> bool:
    if said is None:
        return True
    if said.verdict == Said.LATER:
        return said.until is not None and said.until <= today
    return not Said(said.verdict).settles


def _thought(chain: _Chain, glance: Glimpse, said: models.Verdict | None, settings: Kept) -> Thought:
    row, newest = chain.newest
    years = {one.observation.at.year for part in newest.parts for one in part.seen} | {newest.at.year}
    holidays = holiday_dates(settings.holidays, years)
    note = telling.ordinary_note(newest) if row.words.get("asked") else ""
    told = tell(row.number, newest, holidays, note=note)
    return Thought(
        client=row.client,
        row=row.pk,
        told=told,
        strip=glance.words["strip"],
        adds=added_words(told),
        stands="" if said is None else _stands(said),
    )


def _stands(said: models.Verdict) -> str:
    if said.verdict == Said.LATER:
        return _("Back, as you asked.")
    return _("You were not sure what to make of it on {day}.").format(day=day_words(said.on))
