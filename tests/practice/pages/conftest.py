"""A relationship that has been going on for a while: rows as an import would leave them, and a look at them."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.test import Client as Browser

from reattune.model import Initiator, Rating, Session, SessionKind, Source, Timing, Voice
from reattune.practice import jobs, models
from reattune.practice.door import HANDED
from reattune.practice.mapping.codec import dump

ZONE = ZoneInfo("Europe/London")
TODAY = date(2026, 6, 30)
PASSPHRASE = "seven quiet herons at dusk"
LATELY_AWAY = 5


def _session(slot: datetime, number: int, weeks: int) -> Session:
    kind, start, by = SessionKind.ATTENDED, slot, Initiator.UNKNOWN
    if number % 9 == 4:
        start, by = slot + timedelta(days=2), Initiator.THERAPIST
    if number % 17 == 6:
        kind = SessionKind.ATTENDED_LATE
    if number >= weeks - LATELY_AWAY:
        kind, by = SessionKind.CANCELLED_SHORT_NOTICE, Initiator.CLIENT
        start = slot
    return Session(
        slot,
        start,
        slot + timedelta(minutes=50),
        kind,
        kind.value,
        Source("appointments.csv", str(number + 2)),
        initiated_by=by,
        moved_by=Initiator.THERAPIST if start != slot else None,
    )


def keep(client: models.Client, kind: models.Record.Kind, record: object, day: date, source: models.Import) -> None:
    """Keep one record as a row."""
    row = models.Record(client=client, kind=kind, day=day, source=source)
    row.words = dump(record)
    row.save()


def fill(client: models.Client, weeks: int) -> None:
    """Give a client weekly sessions up to last Tuesday, with both people's ratings of most of them."""
    source = models.Import(kind="appointments", state=models.Import.State.KEPT)
    source.words = {"name": "appointments.csv"}
    source.save()
    kinds = models.Record.Kind
    first = datetime(2026, 6, 23, 17, 0, tzinfo=ZONE) - timedelta(weeks=weeks - 1)
    for number in range(weeks):
        slot = first + timedelta(weeks=number)
        one = _session(slot, number, weeks)
        keep(client, kinds.SESSION, one, slot.date(), source)
        if one.kind is SessionKind.CANCELLED_SHORT_NOTICE or number % 7 == 3:
            continue
        for voice, score in ((Voice.CLIENT, 34 + number % 4), (Voice.THERAPIST, 30 + number % 5)):
            answer = Rating(one.start.date(), "srs", voice, Timing.POST, Source(f"{voice}.csv", str(number + 2)), score)
            keep(client, kinds.RATING, answer, slot.date(), source)


@pytest.fixture
def lived(new_client) -> Callable[..., models.Client]:
    """Make a client with a past, looked at: `lived("heron", weeks=60)`."""

    def make(codename: str = "heron", weeks: int = 60, **words: object) -> models.Client:
        client = new_client(codename, **{"dates_agreed": TODAY, "started": date(2023, 1, 1), **words})
        fill(client, weeks)
        jobs.start("look")
        jobs.run_pending()
        return client

    return make


@pytest.fixture
def handed(store) -> Callable[[models.Client], Browser]:
    """Return a browser of its own that was handed to a client: `handed(heron).get("/mine/")`; others stay let in."""

    def hand(client: models.Client) -> Browser:
        window = Browser()
        window.post("/unlock/?next=/help/", {"passphrase": PASSPHRASE})
        session = window.session
        session[HANDED] = str(client.pk)
        session.save()
        return window

    return hand
