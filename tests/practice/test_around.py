"""The sessions around today: who was here last, and which day a form means by "the last session"."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from reattune.model import Session, SessionKind, Source
from reattune.practice import around, clock, jobs, models
from reattune.practice.mapping.codec import dump

ZONE = ZoneInfo("Europe/London")
TODAY = date(2026, 6, 30)


@pytest.fixture
def seen(new_client):
    """Make a client with sessions `(start, kind)`, looked at."""

    def make(codename, *sessions):
        client = new_client(codename, dates_agreed=TODAY)
        for number, (start, kind) in enumerate(sessions):
            one = Session(start, start, start + timedelta(minutes=50), kind, kind.value, Source("a.csv", str(number)))
            row = models.Record(client=client, kind=models.Record.Kind.SESSION, day=start.date())
            row.words = dump(one)
            row.save()
        jobs.start("look")
        jobs.run_pending()
        return client

    return make


def at(day, hour=10):
    return datetime(2026, 6, day, hour, tzinfo=ZONE)


def test_the_last_and_the_next_session_leave_out_what_did_not_take_place(seen):
    heron = seen(
        "heron",
        (at(16), SessionKind.ATTENDED),
        (at(23), SessionKind.DID_NOT_ATTEND),
        (datetime(2026, 7, 7, 10, tzinfo=ZONE), SessionKind.SCHEDULED),
    )
    near = around.near(heron)
    assert around.last_day(near, TODAY) == date(2026, 6, 16)
    assert around.next_day(near, TODAY) == date(2026, 7, 7)
    assert around.days(near) == (date(2026, 6, 16), date(2026, 7, 7))


def test_before_the_first_look_nothing_is_known(new_client):
    heron = new_client("heron")
    assert around.near(heron) == ()
    assert around.last_day((), TODAY) is None
    assert around.present() is None


def test_the_client_whose_session_is_on_is_offered_first(seen, monkeypatch):
    seen("heron", (at(29, 9), SessionKind.ATTENDED))
    wren = seen("wren", (at(30, 9), SessionKind.SCHEDULED), (at(30, 18), SessionKind.SCHEDULED))
    monkeypatch.setattr(clock, "now", lambda _zone: at(30, 9) + timedelta(minutes=20))
    assert around.present() == wren


def test_a_session_of_long_ago_offers_nobody(seen):
    seen("heron", (at(2), SessionKind.ATTENDED))
    assert around.present() is None


def test_for_an_old_day_everything_kept_is_read(seen):
    then = datetime(2026, 1, 6, 10, tzinfo=ZONE)
    heron = seen("heron", (then, SessionKind.ATTENDED), (then + timedelta(days=7), SessionKind.ATTENDED))
    assert around.days(around.near(heron)) == ()
    assert around.days_since(heron, then.date(), TODAY) == (date(2026, 1, 6), date(2026, 1, 13))


def test_sessions_that_only_the_frame_knows_of_count_too(new_client):
    heron = new_client("heron", dates_agreed=TODAY, started=date(2026, 6, 1))
    models.Agreement.objects.create(client=heron, start=date(2026, 6, 1), weekday=1, starts_at=time(10), minutes=50)
    jobs.start("look")
    jobs.run_pending()
    slots = around.planned(heron)
    assert around.last_day(slots, date(2026, 6, 29)) == date(2026, 6, 23)
    assert around.next_day(slots, TODAY) == date(2026, 7, 7)
    assert date(2026, 6, 30) in around.days_since(heron, date(2026, 6, 25), TODAY)
