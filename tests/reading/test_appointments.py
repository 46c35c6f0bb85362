"""Appointments tables."""

import csv
import io
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reattune.errors import UnreadableError
from reattune.model import Initiator, SessionKind
from reattune.reading.appointments import read_appointments
from reattune.reading.gathered import ColumnMapping, Place

GOLDEN = Path(__file__).parent / "golden"
ZONE = ZoneInfo("Europe/London")
HERE = Place(GOLDEN, ZONE)


def at(*parts):
    return datetime(*parts, tzinfo=ZONE)


def read(tmp_path, text, mapping=None):
    path = tmp_path / "appointments.csv"
    path.write_text(text, encoding="utf-8")
    return read_appointments(path, Place(tmp_path, ZONE), mapping)


def only(gathered):
    assert gathered.quarantined == ()
    ((_label, session),) = gathered.sessions
    return session


def test_reads_the_contract_file():
    gathered = read_appointments(GOLDEN / "appointments.csv", HERE, None)
    kinds = {session.id: session.kind for _label, session in gathered.sessions}
    assert kinds == {
        "a1": SessionKind.ATTENDED,
        "a2": SessionKind.CANCELLED_SHORT_NOTICE,
        "a3": SessionKind.DID_NOT_ATTEND,
        "a5": SessionKind.UNMAPPED,
        "a6": SessionKind.ATTENDED,
    }
    late = gathered.sessions[1][1]
    assert late.initiated_by is Initiator.CLIENT
    assert late.notice == timedelta(hours=7)
    assert late.stated_reason == "work"
    assert late.fee_charged is True
    assert gathered.sessions[2][1].fee_charged is False
    assert gathered.sessions[0][1].note == "room: blue"
    assert gathered.sessions[0][1].source.row == "2"


def test_says_what_was_set_aside_and_why():
    gathered = read_appointments(GOLDEN / "appointments.csv", HERE, None)
    assert [(one.row, one.field) for one in gathered.quarantined] == [("5", "start"), ("8", "id"), ("9", "start")]
    assert "not a date" in gathered.quarantined[0].why
    assert "row 4" in gathered.quarantined[1].why
    assert "row 2" in gathered.quarantined[2].why
    assert ["“Came”" in gathered.not_analysed[0].why, "“somebody”" in gathered.not_analysed[1].why] == [True, True]
    assert "row 7" in gathered.remarks[0]


def test_reads_any_table_by_its_mapping():
    columns = {"start": "Visit", "end": "until", "status": "What happened", "changed_at": "Changed on", "client": "Who"}
    words = {"DNA": "did_not_attend", "Came": "attended"}
    gathered = read_appointments(
        GOLDEN / "visits.csv", HERE, ColumnMapping("visits.csv", "appointments", columns, words, day_first=True)
    )
    assert [(label, session.slot, session.kind, session.original_word) for label, session in gathered.sessions] == [
        ("wren", at(2026, 2, 3, 17), SessionKind.ATTENDED, "Came"),
        ("wren", at(2026, 2, 10, 17), SessionKind.DID_NOT_ATTEND, "DNA"),
        ("wren", at(2026, 2, 17, 17), SessionKind.UNMAPPED, "Bank holiday"),
    ]
    unsaid = read_appointments(GOLDEN / "visits.csv", HERE, ColumnMapping("visits.csv", "appointments", columns, words))
    assert [one.field for one in unsaid.quarantined] == ["Visit", "Visit"]
    assert all("day_first" in one.why for one in unsaid.quarantined)


def test_a_table_without_a_start_says_so(tmp_path):
    with pytest.raises(UnreadableError, match="no column start"):
        read(tmp_path, "id,status\n1,attended\n")
    with pytest.raises(UnreadableError, match="no column Visit"):
        read(tmp_path, "id,status\n1,attended\n", ColumnMapping("*", "appointments", {"start": "Visit"}, {}))


def test_date_and_times_may_stand_in_columns_of_their_own(tmp_path):
    columns = {"date": "Day", "time": "From", "end_time": "To"}
    text = "Day,From,To,status\n2026-03-03,5:00 pm,5:50 pm,attended\n"
    session = only(read(tmp_path, text, ColumnMapping("*", "appointments", columns, {})))
    assert (session.start, session.end) == (at(2026, 3, 3, 17), at(2026, 3, 3, 17, 50))
    text = "Day,From,minutes\n2026-03-03,17:00,50\n"
    session = only(read(tmp_path, text, ColumnMapping("*", "appointments", columns, {})))
    assert session.end == at(2026, 3, 3, 17, 50)


def test_a_move_keeps_both_times(tmp_path):
    moved = only(
        read(
            tmp_path,
            "start,end,status,initiated_by,moved_to\n"
            "2026-03-03 17:00,2026-03-03 17:50,rescheduled,client,2026-03-05 09:00\n",
        )
    )
    assert (moved.slot, moved.start, moved.end) == (at(2026, 3, 3, 17), at(2026, 3, 5, 9), at(2026, 3, 5, 9, 50))
    came = only(
        read(
            tmp_path,
            "start,status,initiated_by,changed_at,original_start\n"
            "2026-03-05 09:00,attended,therapist,2026-03-01 12:00,2026-03-03 17:00\n",
        )
    )
    assert (came.slot, came.start) == (at(2026, 3, 3, 17), at(2026, 3, 5, 9))
    assert (came.moved_by, came.moved_at) == (Initiator.THERAPIST, at(2026, 3, 1, 12))


def test_a_move_without_a_new_time_stays_where_it_was(tmp_path):
    session = only(read(tmp_path, "start,status\n2026-03-03 17:00,rescheduled\n"))
    assert session.slot == session.start
    assert session.kind is SessionKind.RESCHEDULED
    assert session.moved_by is None


def test_a_day_without_a_time_is_said(tmp_path):
    gathered = read(tmp_path, "start,status\n2026-03-03,attended\n")
    assert only(gathered).slot.date() == date(2026, 3, 3)
    assert "no time" in gathered.remarks[0]


def test_two_clients_may_have_one_start(tmp_path):
    text = "start,client\n2026-03-03 17:00,wren\n2026-03-03 17:00,heron\n2026-03-03 17:00,wren\n"
    gathered = read(tmp_path, text)
    assert [label for label, _session in gathered.sessions] == ["wren", "heron"]
    assert [one.row for one in gathered.quarantined] == ["4"]
    assert "the same as row 2" in gathered.quarantined[0].why


def test_a_client_who_has_died_is_to_be_left_in_peace(tmp_path):
    text = "start,status,reason,client\n2026-03-03 17:00,cancelled,pat-dec,wren\n2026-03-03 18:00,cancelled,a friend died,heron\n"
    gathered = read(tmp_path, text)
    assert [label for label, _why in gathered.suppress] == ["wren"]
    why = gathered.suppress[0][1]
    assert why.startswith("The records say that the client has died (")
    assert why.endswith(", row 2); nothing is shown.")


@pytest.mark.parametrize("row", ["died,,", "cancelled,client died,", "cancelled,,Died."])
def test_wherever_it_is_said_it_is_heard(tmp_path, row):
    gathered = read(tmp_path, f"start,status,reason,note,room\n2026-03-03 17:00,{row},2\n")
    assert len(gathered.suppress) == 1
    assert gathered.not_analysed == ()


def test_two_time_zones_in_one_file(tmp_path):
    gathered = read(tmp_path, "start\n2026-07-07T17:00:00+01:00\n2026-07-14T18:00:00+02:00\n2026-07-21T17:00\n")
    assert {session.slot.hour for _label, session in gathered.sessions} == {17}


STARTS = st.sampled_from(["2026-01-06 17:00", "2026-01-13 17:00", "31.02.2026", "", "0001-01-01", "x"]) | st.text(
    max_size=12
)
ROW = st.tuples(
    st.sampled_from(["", "1", "2"]), STARTS, STARTS, st.sampled_from(["attended", "", "DNA"]), st.text(max_size=5)
)


@given(rows=st.lists(ROW, max_size=12))
@settings(deadline=None, max_examples=150)
def test_every_row_is_read_or_set_aside(tmp_path_factory, rows):
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL)
    writer.writerow(["id", "start", "end", "status", "fee_charged"])
    clean = [[cell.replace("\x00", "").encode("utf-8", "replace").decode() for cell in row] for row in rows]
    writer.writerows(clean)
    root = tmp_path_factory.getbasetemp()
    path = root / "any_appointments.csv"
    path.write_bytes(out.getvalue().encode())
    try:
        gathered = read_appointments(path, Place(root, ZONE), None)
    except UnreadableError:
        return
    filled = [number for number, row in enumerate(clean, start=2) if any(cell.strip() for cell in row)]
    accounted = [int(session.source.row) for _label, session in gathered.sessions]
    accounted += [int(one.row) for one in gathered.quarantined]
    if not any("never closed" in remark for remark in gathered.remarks):
        assert sorted(accounted) == filled
    assert all(session.end is None or session.end > session.start for _label, session in gathered.sessions)
