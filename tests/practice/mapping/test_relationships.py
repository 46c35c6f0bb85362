"""Rows as a Relationship: agreed or not, undone or not, left out or not, by hand before files."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from reattune.model import Session, SessionKind, Source
from reattune.practice import models
from reattune.practice.mapping.codec import dump
from reattune.practice.mapping.relationships import relationship

LONDON = ZoneInfo("Europe/London")
DAY = date(2026, 6, 2)
Kind = models.Record.Kind


def session(kind=SessionKind.ATTENDED, day=DAY, source="a.csv"):
    at = datetime.combine(day, time(10), LONDON)
    return Session(
        slot=at, start=at, end=at + timedelta(minutes=50), kind=kind, original_word="", source=Source(source, "2")
    )


@pytest.fixture
def client(new_client):
    return new_client("heron", dates_agreed=date(2026, 1, 1), payment_agreed=date(2026, 1, 1))


def kept(client, record, kind=Kind.SESSION, source=None):
    row = models.Record(client=client, kind=kind, day=DAY, source=source)
    row.words = dump(record)
    row.save()
    return row


def imported(state="kept", **words):
    row = models.Import(state=state, kind="appointments", **words)
    row.words = {"name": "a.csv"}
    row.save()
    return row


def test_a_row_is_a_session_of_the_relationship(client):
    kept(client, session())
    found, _gathered = relationship(client, LONDON)
    assert found.codename == "heron"
    assert [one.kind for one in found.sessions] == [SessionKind.ATTENDED]


@pytest.mark.parametrize("state", ["undone", "previewed"])
def test_what_was_undone_or_only_looked_at_is_seen_nowhere(client, state):
    kept(client, session(), source=imported(state))
    assert relationship(client, LONDON)[0].sessions == ()


def test_what_was_entered_by_hand_comes_before_a_file(client):
    kept(client, session(SessionKind.ATTENDED), source=imported())
    kept(client, session(SessionKind.DID_NOT_ATTEND, source="register"))
    found, _gathered = relationship(client, LONDON)
    assert [one.kind for one in found.sessions] == [SessionKind.DID_NOT_ATTEND]


def test_until_they_were_agreed_on_dates_and_payments_are_off(client):
    client.dates_agreed = client.payment_agreed = None
    found, _gathered = relationship(client, LONDON)
    assert {"attendance", "rescheduling", "payment"} <= found.off
    client.dates_agreed = DAY
    found, _gathered = relationship(client, LONDON)
    assert "attendance" not in found.off
    assert "payment" in found.off


def test_the_agreement_and_the_breaks_of_both_are_the_frame(client, new_client):
    models.Agreement.objects.create(client=client, start=DAY, weekday=1, starts_at=time(10), minutes=50)
    models.Pause.objects.create(start=DAY, end=DAY, by="therapist")
    models.Pause.objects.create(client=client, start=DAY, end=DAY, by="client")
    models.Pause.objects.create(client=new_client("wren"), start=DAY, end=DAY, by="client")
    frame = relationship(client, LONDON)[0].frame
    assert frame.versions[0].weekday == 1
    assert sorted(one.by.value for one in frame.breaks) == ["client", "therapist"]


def test_a_verdict_is_a_mark_until_it_is_undone(client):
    made = models.Verdict.objects.create(client=client, noticing=DAY, verdict="ordinary", on=DAY)
    assert [one.verdict.value for one in relationship(client, LONDON)[0].marks] == ["ordinary"]
    made.undone = datetime.now(UTC)
    made.save()
    assert relationship(client, LONDON)[0].marks == ()


def test_unsure_leaves_a_noticing_as_it_is(client):
    models.Verdict.objects.create(client=client, noticing=DAY, verdict="unsure", on=DAY)
    assert relationship(client, LONDON)[0].marks == ()


def test_a_row_left_out_weighs_what_was_said_until_that_is_undone(client):
    kept(client, session(SessionKind.DID_NOT_ATTEND))
    row = models.LeftOut(client=client, weight=0.0, on=DAY)
    row.words = {"file": "a.csv", "row": "2", "what": "attendance", "why": "a funeral"}
    row.save()
    assert relationship(client, LONDON)[0].left_out == {Source("a.csv", "2"): 0.0}
    row.undone = datetime.now(UTC)
    row.save()
    assert relationship(client, LONDON)[0].left_out == {}


def test_of_two_verdicts_on_one_day_the_later_one_stands_later_however_high_their_numbers(client):
    for number, verdict in ((9, "ordinary"), (10, "talked")):
        models.Verdict.objects.create(pk=number, client=client, noticing=DAY, verdict=verdict, on=DAY)
    marks = relationship(client, LONDON)[0].marks
    assert max(marks, key=lambda mark: (mark.on, mark.source)).verdict.value == "talked"


def test_who_is_not_sure_any_more_takes_back_what_was_made_of_it_before(client):
    for number, verdict in enumerate(("ordinary", "unsure")):
        models.Verdict.objects.create(client=client, noticing=DAY, verdict=verdict, on=DAY + timedelta(days=number))
    models.Verdict.objects.create(client=client, noticing=DAY + timedelta(days=7), verdict="ordinary", on=DAY)
    assert [one.noticing for one in relationship(client, LONDON)[0].marks] == [DAY + timedelta(days=7)]
    models.Verdict.objects.filter(verdict="unsure").update(undone=datetime.now(UTC))
    assert len(relationship(client, LONDON)[0].marks) == 2


def test_of_an_entry_in_two_calendars_the_one_taken_in_last_is_believed(client):
    for day, start in ((date(2026, 5, 1), 10), (date(2026, 6, 1), 11), (date(2026, 4, 1), 9)):
        feed = models.Feed.objects.create()
        moved = datetime.combine(DAY, time(start), LONDON)
        one = replace(session(SessionKind.SCHEDULED), start=moved, end=None, source=Source("a.ics", "entry"))
        kept(client, one, kind=Kind.LISTED, source=imported(feed=feed, day=day))
    (found,) = relationship(client, LONDON)[0].sessions
    assert found.start.hour == 11
