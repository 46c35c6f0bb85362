"""OpenEMR's appointments."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from reattune.errors import UnreadableError
from reattune.model import SessionKind
from reattune.reading import openemr
from reattune.reading.gathered import Place

GOLDEN = Path(__file__).parent / "golden"
ZONE = ZoneInfo("America/New_York")
HERE = Place(GOLDEN, ZONE)


def test_keeps_lateness_and_short_notice_apart():
    gathered = openemr.read(GOLDEN / "openemr.csv", HERE)
    assert [session.kind for _label, session in gathered.sessions] == [
        SessionKind.ATTENDED,
        SessionKind.ATTENDED_LATE,
        SessionKind.LEFT_EARLY,
        SessionKind.CANCELLED,
        SessionKind.CANCELLED_SHORT_NOTICE,
        SessionKind.DID_NOT_ATTEND,
        SessionKind.RESCHEDULED,
        SessionKind.RESCHEDULED_SHORT_NOTICE,
        SessionKind.UNMAPPED,
        SessionKind.SCHEDULED,
        SessionKind.DID_NOT_ATTEND,
    ]
    assert {label for label, _session in gathered.sessions} == {"41"}
    first = gathered.sessions[0][1]
    assert (first.start, first.end) == (
        datetime(2026, 1, 6, 17, tzinfo=ZONE),
        datetime(2026, 1, 6, 17, 50, tzinfo=ZONE),
    )
    assert gathered.sessions[4][1].stated_reason == "train"
    assert gathered.sessions[6][1].original_word == "="


def test_says_what_was_not_read():
    gathered = openemr.read(GOLDEN / "openemr.csv", HERE)
    assert [(one.row, one.field) for one in gathered.quarantined] == [("12", "pc_eventDate")]
    whys = [one.why for one in gathered.not_analysed]
    assert "“#”" in whys[0]
    assert "1 row names no client" in whys[1]
    assert "1 row stands for a whole series" in whys[2]


def test_readable_headers(tmp_path):
    path = tmp_path / "report.csv"
    path.write_text("Date;Start Time;Patient ID;Appt Status\n2026-01-06;09:00 AM;7;~ Arrived late\n", encoding="utf-8")
    ((label, session),) = openemr.read(path, HERE).sessions
    assert (label, session.kind, session.start.hour) == ("7", SessionKind.ATTENDED_LATE, 9)
    assert openemr.recognises(frozenset({"date", "start_time", "patient_id", "appt_status"}))
    assert not openemr.recognises(frozenset({"date", "time", "status"}))


def test_a_missing_column_is_said(tmp_path):
    path = tmp_path / "x.csv"
    path.write_text("pc_eventDate,pc_pid\n2026-01-06,7\n", encoding="utf-8")
    with pytest.raises(UnreadableError, match="pc_apptstatus"):
        openemr.read(path, HERE)
