from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from reattune.model import Break, BreakBy, Initiator, Session, SessionKind, Source
from reattune.reading.calendars import read_calendars
from reattune.reading.gathered import Place
from reattune.reading.listing import Listing
from reattune.reading.snapshots import Snapshot, compare

HERE = Path(__file__).parent / "calendars"
LONDON = ZoneInfo("Europe/London")


def at(day: int, hour: int, month: int = 3) -> datetime:
    return datetime(2026, month, day, hour, tzinfo=LONDON)


def session(
    row: str, slot: datetime, start: datetime | None = None, kind: SessionKind = SessionKind.SCHEDULED, **more
) -> Session:
    return Session(slot, start or slot, None, kind, "", Source("f", row), id=row, **more)


def snapshot(day: int, *sessions: Session, breaks: tuple[Break, ...] = (), label: str = "") -> Snapshot:
    listing = Listing("f", tuple((label, each) for each in sessions), tuple(("", each) for each in breaks))
    return Snapshot(date(2026, 3, day), listing)


def rows(*snapshots: Snapshot) -> dict[str, Session]:
    return {each.source.row: each for _label, each in compare(snapshots, LONDON)[0]}


def test_two_exports_of_one_feed_on_disk_are_compared():
    paths = sorted(HERE.glob("feed@*.ics"))
    gathered = read_calendars(paths, Place(HERE, LONDON), until=date(2026, 12, 31))
    found = {each.source.row: each for _label, each in gathered.sessions}
    assert sorted(found) == [
        "added", "h1|20260303T170000", "h1|20260310T170000", "h1|20260317T170000", "h1|20260324T170000", "old", "s1", "s2", "s3",
    ]  # fmt: skip
    unchanged = found["h1|20260303T170000"]
    assert (unchanged.source.file, unchanged.listed_from) == ("feed@2026-03-01.ics", None)
    cancelled = found["h1|20260310T170000"]
    assert (cancelled.kind, cancelled.listed_from) == (SessionKind.CANCELLED, date(2026, 3, 4))
    assert cancelled.changed_at == datetime(2026, 3, 3, 20, tzinfo=UTC)
    moved = found["s1"]
    assert (moved.slot, moved.start, moved.moved_by) == (at(5, 9), at(7, 9), Initiator.UNKNOWN)
    assert (moved.moved_at, moved.listed_from) == (at(4, 0), date(2026, 3, 4))
    gone = found["s2"]
    assert (gone.kind, gone.original_word) == (SessionKind.NO_LONGER_LISTED, "no longer listed")
    assert (gone.source.file, gone.listed_from, gone.changed_at) == ("feed@2026-03-01.ics", date(2026, 3, 4), None)
    assert found["old"].kind is SessionKind.SCHEDULED
    # Listed under a new UID at the same time: the same session, by the row it was first seen in.
    assert (found["s3"].kind, found["s3"].listed_from) == (SessionKind.SCHEDULED, None)
    assert found["added"].listed_from == date(2026, 3, 4)


def test_a_feed_that_lists_nothing_any_more_says_nothing():
    assert rows(snapshot(1, session("a", at(10, 9))), snapshot(4))["a"].kind is SessionKind.SCHEDULED


def test_a_session_listed_again_is_listed_again():
    one = session("a", at(10, 9))
    first = session("b", at(2, 9))
    found = rows(snapshot(1, first, one), snapshot(4, first), snapshot(6, first, one))
    assert (found["a"].kind, found["a"].listed_from) == (SessionKind.SCHEDULED, date(2026, 3, 6))


def test_the_order_in_which_snapshots_are_given_is_of_no_matter():
    shots = [snapshot(1, session("a", at(10, 9)), session("b", at(2, 9))), snapshot(4, session("b", at(2, 9)))]
    assert compare(shots, LONDON) == compare(shots[::-1], LONDON)


def test_a_session_moved_twice_keeps_its_first_slot():
    found = rows(
        snapshot(1, session("a", at(10, 9))), snapshot(3, session("a", at(11, 9))), snapshot(5, session("a", at(12, 9)))
    )
    assert (found["a"].slot, found["a"].start, found["a"].moved_at) == (at(10, 9), at(12, 9), at(5, 0))


def test_a_session_moved_back_is_not_moved():
    found = rows(
        snapshot(1, session("a", at(10, 9))), snapshot(3, session("a", at(11, 9))), snapshot(5, session("a", at(10, 9)))
    )
    assert not found["a"].moved
    assert (found["a"].moved_by, found["a"].moved_at) == (None, None)


def test_a_change_is_never_known_before_an_export_that_did_not_show_it():
    later = session("a", at(10, 9), kind=SessionKind.CANCELLED, changed_at=at(1, 9, month=2))
    assert rows(snapshot(1, session("a", at(10, 9))), snapshot(3, later))["a"].changed_at == at(3, 0)


def test_a_cancelled_session_that_vanishes_stays_cancelled():
    gone = session("a", at(10, 9), kind=SessionKind.CANCELLED, changed_at=at(2, 9))
    found = rows(snapshot(3, gone, session("b", at(2, 9))), snapshot(5, session("b", at(2, 9))))
    assert (found["a"].kind, found["a"].changed_at) == (SessionKind.CANCELLED, at(2, 9))


def test_a_slot_of_another_person_does_not_stand_in():
    shots = [snapshot(1, session("a", at(10, 9)), label="heron"), snapshot(4, session("z", at(10, 9)), label="wren")]
    assert rows(*shots)["a"].kind is SessionKind.NO_LONGER_LISTED


def test_breaks_follow_the_latest_export_within_what_it_lists():
    def away(row: str, day: int) -> Break:
        return Break(date(2026, 3, day), date(2026, 3, day), BreakBy.THERAPIST, Source("f", row))

    shots = [
        snapshot(1, breaks=(away("old", 2), away("given up", 20))),
        snapshot(4, session("a", at(5, 9)), breaks=(away("new", 25),)),
    ]
    assert [one.source.row for _label, one in compare(shots, LONDON)[1]] == ["old", "new"]
