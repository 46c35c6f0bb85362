"""What was left out stays left out: in the same row of a later export, and in no other row."""

from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

import pytest

from reattune.model import Source
from reattune.practice import feedback, models
from reattune.practice.importing import keep, take, undo
from reattune.practice.mapping.codec import dump
from reattune.practice.mapping.relationships import relationship

TODAY = date(2026, 6, 30)
LONDON = ZoneInfo("Europe/London")
PAYMENTS = b"client,session_date,due,paid,amount,status\nheron,2026-05-01,2026-05-01,2026-05-20,60,paid\n"
MORE_PAYMENTS = b"heron,2026-05-08,2026-05-08,2026-05-09,60,paid\n"
APPOINTMENTS = b"client,start,status\nheron,2026-05-01 10:00,did_not_attend\n"
MORE_APPOINTMENTS = b"heron,2026-05-08 10:00,attended\n"
EVENT = """BEGIN:VEVENT
UID:{uid}
DTSTAMP:20260101T000000Z
DTSTART:{start}
DURATION:PT50M
SUMMARY:heron
STATUS:{status}
END:VEVENT
"""


def calendar(*events):
    return f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n{''.join(events)}END:VCALENDAR\n".encode()


@pytest.fixture
def heron(new_client):
    return new_client("heron", dates_agreed=date(2026, 1, 1), payment_agreed=date(2026, 1, 1))


def leave_out_first(client, what):
    source = getattr(relationship(client, LONDON)[0], what)[0].source
    return feedback.leave_out(client, (source.file, source.row), "that day", "known to me", TODAY)


@pytest.mark.parametrize(
    ("name", "what", "content", "more"),
    [
        ("payments.csv", "payments", PAYMENTS, MORE_PAYMENTS),
        ("appointments.csv", "sessions", APPOINTMENTS, MORE_APPOINTMENTS),
    ],
)
def test_the_same_row_in_a_later_export_is_left_out_too(heron, name, what, content, more):
    keep(take(name, content))
    left = leave_out_first(heron, what)
    keep(take(name, content + more))
    found, _gathered = relationship(heron, LONDON)
    first, second = getattr(found, what)
    assert found.left_out[first.source] == 0.0
    assert second.source not in found.left_out
    feedback.weigh_again(left)
    assert relationship(heron, LONDON)[0].left_out == {}


def test_an_entry_that_was_moved_since_is_the_same_entry(heron):
    keep(take("mine@2026-05-02.ics", calendar(EVENT.format(uid="a", start="20260501T090000Z", status="CONFIRMED"))))
    leave_out_first(heron, "sessions")
    later = EVENT.format(uid="a", start="20260503T090000Z", status="CONFIRMED")
    other = EVENT.format(uid="b", start="20260508T090000Z", status="CONFIRMED")
    keep(take("mine@2026-05-09.ics", calendar(later, other)))
    found, _gathered = relationship(heron, LONDON)
    assert [one.source in found.left_out for one in found.sessions] == [True, False]


def test_once_its_file_was_undone_no_other_row_is_left_out_in_its_place(heron):
    first = keep(take("payments.csv", PAYMENTS))
    leave_out_first(heron, "payments")
    undo(first)
    keep(take("payments.csv", PAYMENTS.replace(b"2026-05-01", b"2026-04-01")))
    assert relationship(heron, LONDON)[0].left_out == {}
    keep(take("payments.csv", PAYMENTS))
    found, _gathered = relationship(heron, LONDON)
    assert [one.source in found.left_out for one in found.payments] == [False, True]


def test_what_was_entered_by_hand_since_counts(heron):
    keep(take("appointments.csv", APPOINTMENTS))
    leave_out_first(heron, "sessions")
    slot = relationship(heron, LONDON)[0].sessions[0]
    row = models.Record(client=heron, kind=models.Record.Kind.SESSION, day=slot.slot.date())
    row.words = dump(replace(slot, source=Source("register", str(row.pk))))
    row.save()
    found, _gathered = relationship(heron, LONDON)
    assert [one.source.file for one in found.sessions] == ["register"]
    assert found.sessions[0].source not in found.left_out


def test_a_row_that_a_folder_said_is_left_out_needs_only_its_place(heron):
    keep(take("payments.csv", PAYMENTS))
    row = models.LeftOut(client=heron, weight=0.5, on=TODAY)
    row.words = {"file": "payments.csv", "row": "2", "what": "", "why": ""}
    row.save()
    keep(take("payments.csv", PAYMENTS + MORE_PAYMENTS))
    found, _gathered = relationship(heron, LONDON)
    assert found.left_out[found.payments[0].source] == 0.5
