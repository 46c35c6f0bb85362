"""Something to bring: a record with a past, and what the client said and shared around it."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from reattune.model import Session, SessionKind, Share, Source
from reattune.practice import consent, episodes, models
from reattune.practice.mapping.codec import dump
from reattune.practice.supervision import gathering
from reattune.practice.supervision.sheet import Item, Part, Sheet
from reattune.practice.voices import saying
from reattune.practice.voices.kinds import Kind
from reattune.repair.episode import Record
from reattune.repair.strategies import Strategy

TODAY = date(2026, 6, 30)
ZONE = ZoneInfo("Europe/London")
SECRET = "I wanted to leave, Anna knows"


@pytest.fixture
def heron(new_client) -> models.Client:
    """A client with twelve weekly sessions, the last on 23 June 2026."""
    client = new_client("heron", dates_agreed=TODAY)
    for number in range(12):
        start = datetime(2026, 6, 23, 17, 0, tzinfo=ZONE) - timedelta(weeks=11 - number)
        one = Session(
            start, start, start + timedelta(minutes=50), SessionKind.ATTENDED, "attended", Source("a.csv", str(number))
        )
        row = models.Record(client=client, kind=models.Record.Kind.SESSION, day=start.date())
        row.words = dump(one)
        row.save()
    return client


@pytest.fixture
def episode(heron) -> models.Episode:
    """A record of the ninth session."""
    record = Record(
        id="11111111-2222-4333-8444-555555555555",
        day=date(2026, 6, 2),
        text="Heron went quiet after 2 June 2026, when Mrs Smith rang from Leeds.",
        my_part="I looked at the clock.",
        wish="To be asked.",
        tried=(Strategy.ACKNOWLEDGE, Strategy.INVITE),
        question="Heron again: how do I ask?",
    )
    return episodes.begin(heron, record)


@pytest.fixture
def subject(episode) -> gathering.Subject:
    """That record, to be brought."""
    return gathering.of_episode(episode)


@pytest.fixture
def said(heron) -> Callable[..., models.Said]:
    """Have the client say something: `said("words", Share.NOW)`."""

    def say(words: str = SECRET, share: Share = Share.NOW, day: date = date(2026, 6, 9)) -> models.Said:
        return saying.say(heron, Kind.NOTE, {"text": words}, share, day)

    return say


@pytest.fixture
def agreed(heron) -> None:
    """The client agreed that their words go to supervision."""
    consent.write(heron, consent.Purpose.SUPERVISION, given=True, by="client", day=TODAY)


@pytest.fixture
def sheet() -> Sheet:
    """A sheet with something in every part."""
    items = (
        Item("record:text", Part.EVIDENCE, "She looked at the floor.", "What happened", "session 41", quote=True),
        Item("thing:row", Part.EVIDENCE, "Two of the last five sessions were moved.", "", "two sessions later"),
        Item("said:x", Part.CLIENT, "I did not know what to say.", "a note", "session 42", quote=True, changed=True),
        Item("reading:0", Part.RIVALS, "It may be holidays or work."),
        Item("tried:invite", Part.TRIED, "Asked how it had been."),
        Item("record:my_part", Part.MINE, "I was tired.", quote=True),
    )
    return Sheet("A", "How do I ask?", "my supervisor and me", "en", items)
