"""The week's register: what became of each session, for those whose calendar does not know."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from uuid import UUID, uuid5

from django.db import transaction

from reattune.model import Initiator, Payment, PaymentKind, Session, SessionKind, Source
from reattune.practice import agenda, clients, models
from reattune.practice.agenda import REGISTER, Slot
from reattune.practice.auditing import Action, record
from reattune.practice.clock import monday_of
from reattune.practice.keeping import Kept
from reattune.practice.looking import AROUND
from reattune.practice.mapping.codec import dump, load
from reattune.practice.mapping.relationships import relationship
from reattune.practice.memory import memory

Kind = models.Record.Kind
DAYS = timedelta(days=6)


@dataclass(frozen=True, slots=True)
class Entry:
    """One session of a week: as it stands, and the register's own rows about it, where there are any."""

    client: models.Client
    slot: Slot
    row: models.Record | None = None
    reason: str = ""
    paid: models.Record | None = None
    asks_paid: bool = True
    """Whether payment is asked about here: not where files with payments are taken in."""

    @property
    def key(self) -> str:
        """A word for it in forms: whose session, and when it was first agreed for."""
        return f"{self.client.pk.hex}-{int(self.slot.slot.timestamp())}"

    @property
    def known(self) -> bool:
        """Whether the files know what became of it, so that nothing is needed."""
        return self.row is None and self.slot.settled


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is said of one session: the slot as it then stands, and the reason, where one was given.

    `slot` is None where nothing is said of it, and `cleared` says that what was said before is taken back.
    """

    slot: Slot | None = None
    reason: str = ""
    paid: bool | None = None
    """Whether it is paid; None where that was not asked."""
    cleared: bool = False


def entries(monday: date, settings: Kept) -> tuple[Entry, ...]:
    """Return the sessions of a week in time order: as agreed, as the files know them, and as the register has them.

    Args:
        monday: The first day of the week.
        settings: The practice's.
    """
    last = monday + DAYS
    every = [one for one in models.Client.objects.all() if not one.is_over(monday)]
    slots = _slots(every, monday, last, settings)
    sessions, payments = _own_rows(monday, last, settings)
    filed = models.Record.objects.filter(kind=Kind.PAYMENT, source__isnull=False).values_list("client", flat=True)
    elsewhere = set(filed.distinct())
    found = []
    for one in every:
        for entry in _entries_of(one, slots[one.pk], sessions[one.pk]):
            paid = payments.get((one.pk, entry.slot.slot.date()))
            shown = monday <= entry.slot.day <= last or monday <= entry.slot.slot.date() <= last
            if shown and not one.is_over(entry.slot.day):
                found.append(replace(entry, paid=paid, asks_paid=one.pk not in elsewhere))
    return tuple(sorted(found, key=lambda one: (one.slot.start, one.client.codename)))


def _slots(every: Sequence[models.Client], monday: date, last: date, settings: Kept) -> Mapping[UUID, Sequence[Slot]]:
    """Return each client's slots: from the glance where it reaches so far, else from all that is kept."""
    glances = {one.client_id: one for one in models.Glance.objects.all()}
    found: dict[UUID, Sequence[Slot]] = {}
    for one in every:
        glance = glances.get(one.pk)
        if glance is not None and glance.as_of - AROUND <= monday and last <= glance.as_of + AROUND:
            found[one.pk] = [agenda.from_dict(each, settings.zone) for each in glance.words["planned"]]
        else:
            read = None if one.stale else memory().relationships.get(one.pk)
            whole = read or relationship(one, settings.zone)[0]
            found[one.pk] = agenda.slots(whole, monday, last, settings.zone)
    return found


Rows = Mapping[UUID, Sequence[tuple[models.Record, Session]]]


def _own_rows(
    monday: date, last: date, settings: Kept
) -> tuple[Rows, Mapping[tuple[UUID, date | None], models.Record]]:
    """Return the register's own rows around a week: sessions by client, payments by client and day."""
    near = models.Record.objects.filter(source=None, kind__in=(Kind.SESSION, Kind.PAYMENT))
    sessions: dict[UUID, list[tuple[models.Record, Session]]] = defaultdict(list)
    payments: dict[tuple[UUID, date | None], models.Record] = {}
    for row in near.filter(day__range=(monday - AROUND, last + AROUND)):
        if row.kind == Kind.PAYMENT:
            payments[row.client_id, row.day] = row
            continue
        session = load(Session, row.words, settings.zone)
        if session.source.file == REGISTER:
            sessions[row.client_id].append((row, session))
    return sessions, payments


def _entries_of(
    client: models.Client, slots: Iterable[Slot], rows: Sequence[tuple[models.Record, Session]]
) -> list[Entry]:
    own = [Entry(client, agenda.of_session(one), row, one.stated_reason or "") for row, one in rows]
    agreed = {entry.slot.slot for entry in own}
    days = {day for entry in own for day in (entry.slot.slot.date(), entry.slot.day)}
    # A glance may be older than the rows: what it knows from the register is left to them.
    others = [one for one in slots if one.known_from != REGISTER and one.slot not in agreed]
    others = [one for one in others if one.known_from != agenda.FRAME or one.day not in days]
    return [*own, *(Entry(client, one) for one in others)]


def save(found: Iterable[Entry], said: Mapping[str, Outcome], settings: Kept, today: date) -> int:
    """Keep what was said of sessions, all of it or nothing; what is the same as before is left alone.

    Args:
        found: The week's sessions.
        said: What was said of them, by the entries' keys.
        settings: The practice's.
        today: The day of saying so.

    Returns:
        How many sessions were changed.
    """
    count = 0
    with transaction.atomic():
        for entry in found:
            outcome = said.get(entry.key)
            if outcome is None:
                continue
            changes = [_keep_session(entry, outcome), _keep_payment(entry, outcome, settings, today)]
            if any(changes):
                count += 1
                clients.changed(entry.client)
    return count


def _keep_session(entry: Entry, outcome: Outcome) -> bool:
    if outcome.cleared and entry.row is not None:
        entry.row.delete()
        record(Action.UNDID, entry.client.pk, "session", "therapy")
        return True
    if outcome.slot is None or (entry.row is not None and _same(entry, outcome)):
        return False
    row = entry.row or _row(entry.client, Kind.SESSION, outcome.slot.slot)
    session = outcome.slot.as_session(Source(REGISTER, str(row.pk)))
    row.day = session.slot.date()
    row.words = dump(replace(session, stated_reason=outcome.reason or None))
    row.save()
    record(Action.CHANGED if entry.row else Action.WROTE, entry.client.pk, "session", "therapy")
    return True


def _row(client: models.Client, kind: str, slot: datetime) -> models.Record:
    """Return the register's row about a slot; sent twice, by two windows or two clicks, it is one row all the same."""
    identity = uuid5(client.pk, f"{kind} {int(slot.timestamp())}")
    known = models.Record.objects.filter(pk=identity).first()
    return known or models.Record(id=identity, client=client, kind=kind, day=slot.date())


def _same(entry: Entry, outcome: Outcome) -> bool:
    given = outcome.slot
    return given is not None and replace(given, known_from=REGISTER) == entry.slot and outcome.reason == entry.reason


def _keep_payment(entry: Entry, outcome: Outcome, settings: Kept, today: date) -> bool:
    if outcome.paid is None or not entry.asks_paid or outcome.paid == (entry.paid is not None):
        return False
    if entry.paid is not None:
        entry.paid.delete()
        record(Action.UNDID, entry.client.pk, "payment", "therapy")
        return True
    row = _row(entry.client, Kind.PAYMENT, entry.slot.slot)
    payment = Payment(
        kind=PaymentKind.PAID,
        original_word=PaymentKind.PAID.value,
        source=Source(REGISTER, str(row.pk)),
        session_date=entry.slot.slot.date(),
        due=entry.slot.slot.date(),
        paid=paid_on(entry.slot.day, today),
        amount=_fee(entry),
        currency=settings.currency or None,
    )
    row.words = dump(payment)
    row.save()
    record(Action.WROTE, entry.client.pk, "payment", "therapy")
    return True


def paid_on(session: date, today: date) -> date:
    """Return the day a payment is taken to have come: in the session's own week its day, later the day of saying so."""
    return min(session, today) if today <= monday_of(session) + DAYS else today


def _fee(entry: Entry) -> Decimal | None:
    agreed = entry.client.agreements.filter(start__lte=entry.slot.slot.date()).order_by("-start", "-made").first()
    return None if agreed is None else agreed.fee


def add(client: models.Client, start: datetime, now: datetime) -> models.Record:
    """Keep a session that nobody planned: held where it has begun by now, else still to come.

    Args:
        client: With whom.
        start: When.
        now: The present time.

    Returns:
        The row.
    """
    agreed = client.agreements.filter(start__lte=start.date()).order_by("-start", "-made").first()
    minutes = None if agreed is None else agreed.minutes
    kind = SessionKind.ATTENDED if start <= now else SessionKind.SCHEDULED
    end = None if minutes is None else start + timedelta(minutes=minutes)
    slot = Slot(start, start, end, kind, Initiator.UNKNOWN, known_from=REGISTER)
    with transaction.atomic():
        row = _row(client, Kind.SESSION, start)
        row.words = dump(slot.as_session(Source(REGISTER, str(row.pk))))
        row.save()
        record(Action.WROTE, client.pk, "session", "therapy")
        clients.changed(client)
    return row
