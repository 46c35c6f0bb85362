"""Looking at the caseload: what came up is worked out from what is kept, and kept beside it for the pages to read.

Only what may have changed is worked out again. What a noticing rests on (a client's own rows, what is usual for the
others, what each session may spend) has a digest; where that is the same, so is what came up.
"""

import hashlib
import threading
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction

from reattune.account.spoken import spoken
from reattune.caseload import Prepared
from reattune.charts.strip import strip
from reattune.language import current
from reattune.model import CheckIn, FeltOff, Noticing, Relationship, Streams, Voice
from reattune.noticing.budget import Budget
from reattune.noticing.prior import fit
from reattune.noticing.telling import ordinary_note
from reattune.noticing.watch import STAYS_OPEN
from reattune.practice import agenda, clock, jobs, models, quiet
from reattune.practice.keeping import Kept, kept
from reattune.practice.mapping.codec import dump, load
from reattune.practice.mapping.practices import practice_of
from reattune.practice.mapping.relationships import relationship
from reattune.practice.mapping.said import FILE
from reattune.practice.memory import Memory, memory
from reattune.streams import observe

AROUND = timedelta(days=35)
"""Sessions this far on either side of today are kept in the glance, for Today and the week's register."""
LATELY = timedelta(weeks=8)
HEARD = timedelta(weeks=2)
_one_at_a_time = threading.Lock()


@dataclass(frozen=True, slots=True)
class _Survey:
    """Everybody, ready to be looked at, and what was known of each from the last time."""

    settings: Kept
    prepared: Prepared
    clients: dict[str, models.Client]
    relationships: dict[str, Relationship]
    glances: dict[str, models.Glance]
    changed: frozenset[str]

    def due(self) -> list[str]:
        """Return those to be looked at, those that changed first: somebody may be waiting for them."""
        names = [one for one in self.prepared.codenames if one in self.changed or self._outdated(one)]
        return sorted(names, key=lambda name: (name not in self.changed, name))

    def _outdated(self, name: str) -> bool:
        glance = self.glances.get(name)
        if glance is None or not glance.current or glance.as_of != self.prepared.as_of:
            return True
        return glance.words.get("basis") != self.basis(name)

    def basis(self, name: str) -> str:
        """Return a digest of all that decides what comes up for one client."""
        own = self.prepared.streams[name]
        spent = [self.prepared.spending.at(day) for day in own.ticks]
        prior = fit(own, self.prepared.streams.values())
        marks = sorted(map(repr, self.relationships[name].marks))
        # What is kept for pages holds words and days as well: in another language or zone they are others.
        said = repr((own, prior, spent, marks, self.prepared.threshold, current(), self.settings.time_zone))
        return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()


def look(said: Callable[[str, int, int], None] | None = None) -> int:
    """Look at those of whom something may have changed, as of today, and keep what came up, one client a transaction.

    Args:
        said: Called with a codename, how many were looked at, and how many there are to look at.

    Returns:
        How many were looked at.
    """
    with _one_at_a_time:
        survey = _survey()
        names = survey.due()
        for number, name in enumerate(names, 1):
            _look_at(survey, name)
            if said is not None:
                said(name, number, len(names))
        quiet.draw(survey.prepared.as_of)
    return len(names)


def _survey() -> _Survey:
    """Read whoever is not in memory or was changed, and observe everybody up to today."""
    settings = kept()
    day = clock.today(settings.zone)
    held = memory()
    held.hold((settings.time_zone, settings.holidays, settings.currency, current()), day)
    clients = list(models.Client.objects.all())
    held.keep_only({one.pk for one in clients})
    changed = {one.pk for one in clients if one.stale}
    for one in clients:
        if one.pk in changed:
            _begin(one, held)
        if one.pk not in held.relationships:
            held.relationships[one.pk] = relationship(one, settings.zone)[0]
            held.streams.pop(one.pk, None)
    ordered = sorted(clients, key=lambda one: one.codename)
    practice = practice_of(tuple(held.relationships[one.pk] for one in ordered), settings, day)
    for one in ordered:
        if one.pk not in held.streams:
            held.streams[one.pk] = observe(held.relationships[one.pk], practice.holidays, practice.instruments, day)
    streams = {one.codename: held.streams[one.pk] for one in ordered}
    ticks = (tick for one in streams.values() for tick in one.ticks)
    names = {one.pk: one.codename for one in ordered}
    return _Survey(
        settings=settings,
        prepared=Prepared(practice, day, streams, Budget(settings.budget, ticks), practice.threshold),
        clients={one.codename: one for one in ordered},
        relationships={one.codename: held.relationships[one.pk] for one in ordered},
        glances={names[one.client_id]: one for one in models.Glance.objects.all() if one.client_id in names},
        changed=frozenset(names[one] for one in changed),
    )


def _begin(client: models.Client, held: Memory) -> None:
    """Take a client's change up: whatever is changed from now on is a new change, and being cut off is noticed."""
    with transaction.atomic():
        models.Client.objects.filter(pk=client.pk).update(stale=False)
        models.Glance.objects.filter(client=client).update(current=False)
        client.refresh_from_db()
    held.forget(client.pk)


def _look_at(survey: _Survey, name: str) -> None:
    client, basis, glance = survey.clients[name], survey.basis(name), survey.glances.get(name)
    streams = survey.prepared.streams[name]
    if glance is not None and glance.words.get("basis") == basis:
        noticings = _noticings(client, survey.settings)
    else:
        noticings = () if streams.silent else survey.prepared.look(name).noticings
    _keep(survey, name, noticings, basis)


def _noticings(client: models.Client, settings: Kept) -> tuple[Noticing, ...]:
    rows = client.noticed.all()
    return tuple(load(Noticing, one.words["noticing"], settings.zone) for one in rows)


def _said_something(one: CheckIn) -> bool:
    """Say whether a check-in is to be read on Today: "nothing felt off" without a word is no news."""
    return bool(one.words) or one.felt_off is not FeltOff.NO


def _keep(survey: _Survey, name: str, noticings: Sequence[Noticing], basis: str) -> None:
    """Put what came up for one client in place of what came up before, wholly or not at all."""
    client, one, streams = survey.clients[name], survey.relationships[name], survey.prepared.streams[name]
    day = survey.prepared.as_of
    words = {**_glance_words(one, streams, survey.settings, day), "basis": basis}
    with transaction.atomic():
        if not models.Client.objects.filter(pk=client.pk).exists():
            return
        _keep_noticings(client, noticings, streams)
        models.Glance.objects.filter(client=client).delete()
        shown = models.Glance(client=client, as_of=day, last_session=_last(one, day))
        shown.words = words
        shown.save()


def _glance_words(one: Relationship, streams: Streams, settings: Kept, day: date) -> dict[str, object]:
    """Return all that Today and the register need of one client, as JSON values."""
    planned = agenda.slots(one, day - AROUND, day + AROUND, settings.zone)
    # What was said here is told by itself, and would otherwise stand here until the next look after it is taken back.
    in_files = (each for each in one.check_ins if each.source.file != FILE)
    heard = () if streams.silent else spoken(filter(_said_something, in_files), day)
    return {
        "strip": strip(one, day),
        "silent": streams.silent,
        "sessions": [dump(each) for each in one.sessions if abs(each.start.date() - day) <= AROUND],
        "planned": [each.as_dict() for each in planned],
        "own": [dump(each) for each in streams.own],
        "remarks": list(streams.remarks),
        "streams": [each.name for each in streams.series if each.observations],
        "risk": [dump(each) for each in one.risk_answers if day - LATELY < each.session_date <= day],
        "spoken": [dump(each) for each in heard if each.by is Voice.CLIENT and each.day > day - HEARD],
    }


def _keep_noticings(client: models.Client, noticings: Sequence[Noticing], streams: Streams) -> None:
    models.Noticed.objects.filter(client=client).delete()
    open_days = _open_days(noticings, streams)
    asked = next((each.at for each in noticings if ordinary_note(each)), None)
    for number, each in enumerate(noticings, 1):
        row = models.Noticed(
            id=identity(client, each.at),
            client=client,
            number=number,
            at=each.at,
            direction=each.direction.value,
            open=each.at in open_days,
        )
        row.words = {"noticing": dump(each), "asked": each.at == asked}
        row.save(force_insert=True)


def identity(client: models.Client, at: date) -> uuid.UUID:
    """Return the identity of the noticing of a day; it stays the same from look to look, so that links hold."""
    return uuid.uuid5(client.pk, f"noticed {at.isoformat()}")


def _open_days(noticings: Sequence[Noticing], streams: Streams) -> set[date]:
    """Return the days of what was last added to within the last ten sessions, whatever the therapist made of it."""
    place = {day: number for number, day in enumerate(streams.ticks)}
    last: dict[date, date] = {}
    for each in noticings:
        last[each.adds_to or each.at] = each.at
    still = {first for first, newest in last.items() if len(streams.ticks) - place[newest] <= STAYS_OPEN}
    return {each.at for each in noticings if (each.adds_to or each.at) in still}


def _last(one: Relationship, day: date) -> date | None:
    return max((each.start.date() for each in one.sessions if each.start.date() <= day), default=None)


@jobs.kind("look")
def look_again(job: models.Job) -> None:
    """Look at those that changed; cut off, it begins again with those still to do."""
    look(lambda name, done, total: jobs.progress(job, done, total, name))
