"""Cliniko's JSON."""

import json
from datetime import date, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reattune.errors import UnreadableError
from reattune.model import BreakBy, Initiator, PaymentKind, SessionKind
from reattune.reading import cliniko
from reattune.reading.gathered import ColumnMapping, Place

GOLDEN = Path(__file__).parent / "golden"
HERE = Place(GOLDEN, ZoneInfo("Europe/London"), currency="GBP")


def test_reads_appointments_by_their_conditions():
    gathered = cliniko.read(GOLDEN / "cliniko_appointments.json", HERE)
    found = {session.id: session for _label, session in gathered.sessions}
    assert {key: session.kind for key, session in found.items()} == {
        "101": SessionKind.ATTENDED,
        "102": SessionKind.CANCELLED,
        "103": SessionKind.DID_NOT_ATTEND,
        "104": SessionKind.CONFLICT,
        "105": SessionKind.SCHEDULED,
        "106": SessionKind.SERIES_SLOT_REMOVED,
        "107": SessionKind.UNMAPPED,
        "108": SessionKind.THERAPIST_UNAVAILABLE,
    }
    assert found["102"].notice == timedelta(days=1, hours=7, minutes=30)
    assert found["102"].stated_reason == "Sick: flu"
    assert found["102"].initiated_by is Initiator.UNKNOWN
    assert found["108"].initiated_by is Initiator.THERAPIST
    assert found["101"].source.row == "101"
    assert [label for label, _session in gathered.sessions][:2] == ["W.", "7"]


def test_blocks_of_whole_days_are_breaks():
    gathered = cliniko.read(GOLDEN / "cliniko_appointments.json", HERE)
    ((_label, leave),) = gathered.breaks
    assert (leave.start, leave.end, leave.by) == (date(2026, 2, 23), date(2026, 2, 27), BreakBy.THERAPIST)
    assert "1 unavailable block of less than half a day" in gathered.remarks[0]


def test_says_what_was_set_aside():
    gathered = cliniko.read(GOLDEN / "cliniko_appointments.json", HERE)
    assert [(one.row, one.field) for one in gathered.quarantined] == [("109", "starts_at"), ("101", "id")]
    assert "“deleted_at”" in gathered.not_analysed[0].why


def test_the_practice_says_what_an_open_word_means():
    mapping = ColumnMapping("*.json", "appointments", {}, {"deleted_at": "series_slot_removed", "30": "written_off"})
    place = Place(GOLDEN, HERE.zone, (mapping,))
    gathered = cliniko.read(GOLDEN / "cliniko_appointments.json", place)
    assert {session.kind for _label, session in gathered.sessions if session.id == "107"} == {
        SessionKind.SERIES_SLOT_REMOVED
    }
    assert gathered.not_analysed == ()
    invoices = cliniko.read(GOLDEN / "cliniko_invoices.json", place)
    assert invoices.payments[2][1].kind is PaymentKind.WRITTEN_OFF


def test_reads_invoices():
    gathered = cliniko.read(GOLDEN / "cliniko_invoices.json", HERE)
    assert [(payment.kind, payment.due, payment.paid) for _label, payment in gathered.payments] == [
        (PaymentKind.PAID, date(2026, 1, 6), date(2026, 1, 8)),
        (PaymentKind.DUE, date(2026, 1, 13), None),
        (PaymentKind.UNMAPPED, date(2026, 1, 20), None),
        (PaymentKind.DUE, date(2026, 1, 27), None),
    ]
    assert gathered.payments[3][1].note == "credit"
    assert [(one.row, one.field) for one in gathered.quarantined] == [("9005", "issue_date")]


def test_an_invoice_finds_its_session_in_the_same_file(tmp_path):
    link = {"links": {"self": "https://example.invalid/v1/individual_appointments/5"}}
    path = tmp_path / "both.json"
    path.write_text(
        json.dumps(
            {
                "appointments": [{"id": "5", "starts_at": "2026-07-01T23:30:00Z", "patient_arrived": True}],
                "invoices": [{"id": "9", "issue_date": "2026-07-05", "status": 10, "appointment": link}],
            }
        )
    )
    ((_label, payment),) = cliniko.read(path, HERE).payments
    assert payment.session_date == date(2026, 7, 2)


def test_anything_else_is_unreadable(tmp_path):
    path = tmp_path / "x.json"
    for text in ("{}", "[]", "3", '{"rows": [{"starts_at": 1}]}'):
        path.write_text(text)
        with pytest.raises(UnreadableError, match="neither appointments nor invoices"):
            cliniko.read(path, HERE)


VALUES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6) | st.just("2026-01-06T17:00:00Z")
KEYS = st.sampled_from(
    ["id", "starts_at", "ends_at", "did_not_arrive", "cancelled_at", "patient", "issue_date", "status", "total_amount"]
)


@given(
    items=st.lists(
        st.dictionaries(KEYS, VALUES | st.dictionaries(KEYS, VALUES, max_size=2)) | VALUES, min_size=1, max_size=6
    )
)
@settings(deadline=None, max_examples=200)
def test_every_entry_is_read_set_aside_or_counted(tmp_path_factory, items):
    path = tmp_path_factory.getbasetemp() / "any.json"
    path.write_text(json.dumps(items))
    gathered = cliniko.read(path, HERE)
    blocks = [one for one in gathered.remarks if "unavailable block" in one]
    unknown = [one for one in gathered.not_analysed if "neither an appointment" in one.why]
    told = len(gathered.sessions) + len(gathered.payments) + len(gathered.breaks) + len(gathered.quarantined)
    assert told <= len(items)
    if not blocks and not unknown:
        assert told == len(items)
