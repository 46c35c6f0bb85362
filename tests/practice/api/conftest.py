"""A caseload with something to read, and a program that may read it."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.test import Client as Browser

from reattune.model import Initiator, Session, SessionKind, Source
from reattune.practice import jobs, models, tokens
from reattune.practice.mapping.codec import dump

ZONE = ZoneInfo("Europe/London")
WEEKS, AWAY = 60, 6


@pytest.fixture
def heron(new_client) -> models.Client:
    """A client who came every week for a year, and cancelled late in the last six."""
    client = new_client("heron", dates_agreed=date(2026, 6, 30), started=date(2025, 5, 1))
    first = datetime(2026, 6, 23, 17, 0, tzinfo=ZONE) - timedelta(weeks=WEEKS - 1)
    for number in range(WEEKS):
        slot = first + timedelta(weeks=number)
        away = number >= WEEKS - AWAY
        kind = SessionKind.CANCELLED_SHORT_NOTICE if away else SessionKind.ATTENDED
        by = Initiator.CLIENT if away else Initiator.UNKNOWN
        end = slot + timedelta(minutes=50)
        one = Session(slot, slot, end, kind, kind.value, Source("visits.csv", str(number + 2)), initiated_by=by)
        row = models.Record(client=client, kind=models.Record.Kind.SESSION, day=slot.date())
        row.words = dump(one)
        row.save()
    jobs.start("look")
    jobs.run_pending()
    return client


@pytest.fixture
def episode(heron) -> models.Episode:
    """An episode with the heron, with words."""
    row = models.Episode(client=heron, day=date(2026, 6, 16), hold_until=date(2026, 7, 7))
    row.words = {"text": "we both fell quiet", "my_part": "I hurried", "steps": {"recognise": ["2026-06-16"]}}
    row.save()
    return row


@pytest.fixture
def program(store) -> Callable[..., Any]:
    """Ask as a program named notebook: `program("relationships", limit=2)` gives the answer."""
    browser = Browser(headers={"Authorization": f"Bearer {tokens.make('notebook')}"})

    def ask(path: str, **query: object) -> Any:
        return browser.get(f"/api/v1/{path}", query)

    return ask


@pytest.fixture
def seen() -> Callable[[], list[tuple[str, str, Any]]]:
    """What the audit says that programs saw: who, what, about whom."""

    def lines() -> list[tuple[str, str, Any]]:
        found = models.AuditEvent.objects.filter(who__startswith="program:")
        return list(found.values_list("who", "what", "client"))

    return lines


@pytest.fixture
def client_of() -> Callable[..., Browser]:
    """A program that sends these words as its authorization: `client_of("Bearer ...")`; without them, none."""

    def made(authorization: str = "") -> Browser:
        return Browser(headers={"Authorization": authorization} if authorization else {})

    return made
