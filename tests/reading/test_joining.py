from datetime import UTC, datetime, timedelta

from reattune.model import Initiator, Payment, PaymentKind, Session, SessionKind, Source
from reattune.reading.joining import join_payments, join_sessions

SLOT = datetime(2026, 1, 6, 17, tzinfo=UTC)
LATER = SLOT + timedelta(days=1)


def _session(kind, file, row="2", slot=SLOT, start=None, **more):
    return Session(slot, start or slot, None, kind, str(kind), Source(file, row), **more)


def test_a_planned_entry_gives_way_to_what_became_of_it():
    row = _session(SessionKind.ATTENDED, "a.csv")
    joined = join_sessions([_session(SessionKind.SCHEDULED, "c.ics")], [row], "heron")
    assert joined.sessions == (row,)
    assert joined.quarantined == ()


def test_a_row_still_planned_gives_way_to_a_calendar_that_says_more():
    entry = _session(SessionKind.CANCELLED, "c.ics")
    assert join_sessions([entry], [_session(SessionKind.SCHEDULED, "a.csv")], "heron").sessions == (entry,)


def test_a_move_known_to_the_calendar_is_kept_with_the_rows_outcome():
    entry = _session(SessionKind.SCHEDULED, "c.ics", start=LATER, moved_at=SLOT)
    joined = join_sessions([entry], [_session(SessionKind.ATTENDED, "a.csv", slot=LATER)], "heron")
    (session,) = joined.sessions
    assert (session.slot, session.start, session.kind) == (SLOT, LATER, SessionKind.ATTENDED)
    assert (session.moved_by, session.moved_at) == (Initiator.UNKNOWN, SLOT)
    assert "1 move" in joined.remarks[0]


def test_who_moved_a_session_that_took_place_is_taken_from_its_row_and_not_from_one_that_did_not():
    entry = _session(SessionKind.SCHEDULED, "c.ics", start=LATER)
    said = {"initiated_by": Initiator.CLIENT, "changed_at": SLOT}
    came = join_sessions([entry], [_session(SessionKind.ATTENDED, "a.csv", slot=LATER, **said)], "heron").sessions[0]
    missed = join_sessions([entry], [_session(SessionKind.DID_NOT_ATTEND, "a.csv", slot=LATER, **said)], "heron")
    assert (came.moved_by, came.moved_at) == (Initiator.CLIENT, SLOT)
    assert (missed.sessions[0].moved_by, missed.sessions[0].moved_at) == (Initiator.UNKNOWN, None)


def test_only_a_contradiction_is_reported():
    cancelled = _session(SessionKind.CANCELLED, "c.ics", "uid")
    missed = join_sessions([cancelled], [_session(SessionKind.DID_NOT_ATTEND, "a.csv")], "heron")
    came = join_sessions([cancelled], [_session(SessionKind.ATTENDED, "a.csv")], "heron")
    assert missed.quarantined == ()
    assert [(each.file, each.row) for each in came.quarantined] == [("c.ics", "uid")]
    assert [each.kind for each in came.sessions] == [SessionKind.ATTENDED]


def test_of_two_files_the_settled_row_is_kept_and_the_other_reported():
    old, new = _session(SessionKind.SCHEDULED, "a.csv"), _session(SessionKind.ATTENDED, "b.csv")
    joined = join_sessions([], [old, new], "heron")
    assert joined.sessions == (new,)
    assert [each.file for each in joined.quarantined] == ["a.csv"]


def test_payments_of_two_files():
    def payment(kind, file, row="2", number="p1"):
        return Payment(kind=kind, original_word=str(kind), source=Source(file, row), id=number)

    due, paid = payment(PaymentKind.DUE, "a.csv"), payment(PaymentKind.PAID, "b.csv")
    other = payment(PaymentKind.PAID, "b.csv", "3", "p2")
    kept, aside = join_payments([due, paid, other])
    assert kept == (paid, other)
    assert [each.file for each in aside] == ["a.csv"]
