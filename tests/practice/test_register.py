"""The week's register: the same as a table of appointments would say, corrected later, and never in the way of files."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from reattune.model import Initiator, Payment, PaymentKind, Session, SessionKind, Source
from reattune.practice import models, register
from reattune.practice.keeping import keep, kept
from reattune.practice.looking import look
from reattune.practice.mapping.codec import dump
from reattune.practice.mapping.relationships import relationship
from reattune.practice.register import Outcome
from reattune.reading.appointments import read_appointments
from reattune.reading.gathered import Place
from reattune.reading.payments import read_payments

TODAY = date(2026, 6, 30)
MONDAY = date(2026, 6, 29)
ZONE = ZoneInfo("Europe/London")


@pytest.fixture
def heron(new_client):
    client = new_client("heron", started=date(2026, 1, 1))
    models.Agreement.objects.create(
        client=client, start=date(2026, 1, 1), weekday=0, starts_at=time(15), minutes=50, fee="60.00"
    )
    return client


def of(client, monday=MONDAY):
    return [one for one in register.entries(monday, kept()) if one.client == client]


def say(entry, today=TODAY, **changes):
    paid, reason = changes.pop("paid", None), changes.pop("reason", "")
    slot = replace(entry.slot, **changes) if changes else None
    return register.save([entry], {entry.key: Outcome(slot, reason, paid)}, kept(), today)


def known(client):
    return relationship(client, ZONE)[0]


def test_without_a_calendar_the_frame_says_when_sessions_are(heron):
    (one,) = of(heron)
    assert one.slot.start == datetime(2026, 6, 29, 15, tzinfo=ZONE)
    assert not one.known
    look()
    assert [each.slot for each in of(heron)] == [one.slot]


def test_what_is_said_equals_a_table_with_the_same(heron, tmp_path):
    say(of(heron, date(2026, 6, 1))[0], kind=SessionKind.ATTENDED, paid=True, today=date(2026, 6, 2))
    say(of(heron, date(2026, 6, 8))[0], kind=SessionKind.CANCELLED_SHORT_NOTICE, by=Initiator.CLIENT, reason="flu")
    say(
        of(heron, date(2026, 6, 15))[0],
        start=datetime(2026, 6, 17, 10, tzinfo=ZONE),
        end=datetime(2026, 6, 17, 10, 50, tzinfo=ZONE),
        moved_by=Initiator.CLIENT,
    )
    say(of(heron, date(2026, 6, 22))[0], kind=SessionKind.DID_NOT_ATTEND)
    say(of(heron)[0], kind=SessionKind.ATTENDED_LATE, paid=True)
    (tmp_path / "appointments.csv").write_text(
        "start,end,status,initiated_by,reason,moved_to,moved_by\n"
        "2026-06-01 15:00,2026-06-01 15:50,attended,,,,\n"
        "2026-06-08 15:00,2026-06-08 15:50,cancelled_short_notice,client,flu,,\n"
        "2026-06-15 15:00,2026-06-15 15:50,scheduled,,,2026-06-17 10:00,client\n"
        "2026-06-22 15:00,2026-06-22 15:50,did_not_attend,,,,\n"
        "2026-06-29 15:00,2026-06-29 15:50,attended_late,,,,\n"
    )
    (tmp_path / "payments.csv").write_text(
        "session_date,due,paid,amount,status\n"
        "2026-06-01,2026-06-01,2026-06-01,60.00,paid\n"
        "2026-06-29,2026-06-29,2026-06-29,60.00,paid\n"
    )
    place = Place(tmp_path, ZONE)
    nowhere = Source("", "")
    table = [
        replace(one, source=nowhere) for _label, one in read_appointments(tmp_path / "appointments.csv", place).sessions
    ]
    bills = [replace(one, source=nowhere) for _label, one in read_payments(tmp_path / "payments.csv", place).payments]
    heron.refresh_from_db()
    own = known(heron)
    assert [replace(one, source=nowhere) for one in own.sessions] == table
    assert [replace(one, source=nowhere) for one in own.payments] == bills
    assert {one.source.file for one in own.sessions} == {"register"}


def test_a_correction_takes_the_place_of_what_was_said(heron):
    say(of(heron)[0], kind=SessionKind.DID_NOT_ATTEND)
    say(of(heron)[0], kind=SessionKind.ATTENDED)
    (session,) = known(heron).sessions
    assert session.kind is SessionKind.ATTENDED
    assert [one.action for one in models.AuditEvent.objects.filter(what="session")] == ["wrote", "changed"]


def test_saying_the_same_again_changes_nothing(heron):
    assert say(of(heron)[0], kind=SessionKind.ATTENDED, paid=True) == 1
    models.Client.objects.update(stale=False)
    lines = models.AuditEvent.objects.count()
    assert say(of(heron)[0], kind=SessionKind.ATTENDED, paid=True) == 0
    assert models.AuditEvent.objects.count() == lines
    assert not models.Client.objects.get().stale


def test_what_was_said_can_be_taken_back(heron):
    say(of(heron)[0], kind=SessionKind.ATTENDED, paid=True)
    entry = of(heron)[0]
    register.save([entry], {entry.key: Outcome(cleared=True, paid=False)}, kept(), TODAY)
    assert not known(heron).sessions
    assert not known(heron).payments
    assert not of(heron)[0].slot.settled


def test_a_moved_session_stands_at_its_new_time_and_keeps_who_moved_it(heron):
    new = datetime(2026, 7, 1, 9, tzinfo=ZONE)
    say(of(heron)[0], start=new, end=new + timedelta(minutes=50), moved_by=Initiator.THERAPIST)
    look()
    (entry,) = of(heron)
    assert (entry.slot.day, entry.slot.settled) == (date(2026, 7, 1), False)
    say(entry, kind=SessionKind.ATTENDED)
    (session,) = known(heron).sessions
    assert (session.slot.date(), session.start, session.moved_by) == (MONDAY, new, Initiator.THERAPIST)


def test_the_saved_shows_before_the_next_look(heron):
    look()
    say(of(heron)[0], kind=SessionKind.ATTENDED)
    assert [one.slot.kind for one in of(heron)] == [SessionKind.ATTENDED]


def from_file(client, kind, day=MONDAY, file="a.csv"):
    imported = models.Import(kind="appointments", state="kept")
    imported.save()
    start = datetime.combine(day, time(15), ZONE)
    row = models.Record(client=client, kind="session", day=day, source=imported)
    row.words = dump(Session(start, start, None, kind, kind.value, Source(file, "2")))
    row.save()
    return row


def test_what_a_file_knows_needs_nothing_and_can_be_corrected(heron):
    from_file(heron, SessionKind.DID_NOT_ATTEND)
    (entry,) = of(heron)
    assert entry.known
    say(entry, kind=SessionKind.ATTENDED)
    heron.refresh_from_db()
    assert [one.kind for one in known(heron).sessions] == [SessionKind.ATTENDED]
    assert [one.slot.kind for one in of(heron)] == [SessionKind.ATTENDED]


def test_where_payments_come_from_files_they_are_not_asked_about(heron):
    row = from_file(heron, SessionKind.ATTENDED)
    bill = models.Record(client=heron, kind="payment", day=MONDAY, source=row.source)
    bill.words = dump(Payment(PaymentKind.DUE, "due", Source("b.csv", "2"), due=MONDAY))
    bill.save()
    (entry,) = of(heron)
    assert not entry.asks_paid
    say(entry, paid=True)
    assert not models.Record.objects.filter(kind="payment", source=None).exists()


def test_a_calendar_that_reaches_further_says_when_there_is_no_session(heron):
    from_file(heron, SessionKind.SCHEDULED, date(2026, 7, 6))
    assert of(heron) == []


@pytest.mark.parametrize(
    ("session", "said_on", "paid"),
    [
        (MONDAY, TODAY, MONDAY),
        (MONDAY, date(2026, 7, 5), MONDAY),
        (MONDAY, date(2026, 7, 6), date(2026, 7, 6)),
        (date(2026, 7, 3), TODAY, TODAY),
    ],
)
def test_a_payment_counts_on_the_sessions_day_in_its_own_week_and_later_when_said(session, said_on, paid):
    assert register.paid_on(session, said_on) == paid


def test_a_payment_carries_the_agreed_fee_and_the_practices_currency(heron):
    keep(currency="GBP")
    say(of(heron)[0], paid=True)
    (payment,) = known(heron).payments
    assert (payment.kind, str(payment.amount), payment.currency) == (PaymentKind.PAID, "60.00", "GBP")


def test_weeks_far_from_the_look_are_worked_out_from_all_that_is_kept(heron):
    look()
    (entry,) = of(heron, date(2026, 1, 5))
    assert entry.slot.start.date() == date(2026, 1, 5)
    say(entry, kind=SessionKind.ATTENDED)
    assert of(heron, date(2026, 1, 5))[0].slot.settled


def test_ended_work_has_no_sessions(heron):
    heron.ended = date(2026, 6, 20)
    heron.save()
    assert of(heron) == []


def test_a_session_nobody_planned_is_kept(heron):
    now = datetime(2026, 6, 30, 12, tzinfo=UTC)
    register.add(heron, datetime(2026, 6, 30, 9, tzinfo=ZONE), now)
    register.add(heron, datetime(2026, 7, 2, 9, tzinfo=ZONE), now)
    assert [(one.kind, one.end - one.start) for one in known(heron).sessions] == [
        (SessionKind.ATTENDED, timedelta(minutes=50)),
        (SessionKind.SCHEDULED, timedelta(minutes=50)),
    ]
    assert len(of(heron)) == 3


def test_sent_twice_from_two_windows_it_is_one_row(heron):
    entry = of(heron)[0]
    say(entry, kind=SessionKind.ATTENDED, paid=True)
    say(entry, kind=SessionKind.ATTENDED_LATE, paid=True)
    heron.refresh_from_db()
    assert [one.kind for one in known(heron).sessions] == [SessionKind.ATTENDED_LATE]
    assert len(known(heron).payments) == 1
