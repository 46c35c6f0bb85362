from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from reattune.errors import UnreadableError
from reattune.model import Break, BreakBy, Frame, FrameVersion, Payment, PaymentKind, Session, SessionKind, Source
from reattune.reading.assembling import Pieces, assemble, calendars_or_why, read_pieces
from reattune.reading.gathered import Gathered, Place
from reattune.reading.layout import look_into

FIRST = datetime(2026, 1, 6, 17, tzinfo=UTC)
LEAVE = Break(date(2026, 8, 1), date(2026, 8, 14), BreakBy.THERAPIST, Source("feed.ics", "u"))
UNTIL = date(2026, 12, 31)


def weekly(count):
    slots = [FIRST + timedelta(weeks=n) for n in range(count)]
    return tuple(
        ("", Session(slot, slot, slot + timedelta(minutes=50), SessionKind.SCHEDULED, "", Source("c.ics", str(n))))
        for n, slot in enumerate(slots)
    )


def test_a_frame_is_inferred_and_said_to_be_only_where_none_is_written_down():
    calendar = Gathered(sessions=weekly(5), breaks=(("", LEAVE),))
    relationship, said = assemble("heron", Pieces(calendar=calendar), {})
    assert (relationship.frame.inferred, len(relationship.frame.versions)) == (True, 1)
    assert [remark.split(":")[0] for remark in said.remarks] == ["heron"]
    written = Frame(versions=(FrameVersion(date(2026, 1, 1), Source("frame.toml", "frame 1")),))
    relationship, said = assemble("heron", Pieces(calendar=calendar, frame=written), {})
    assert (relationship.frame.versions, relationship.frame.breaks) == (written.versions, (LEAVE,))
    assert said.remarks == ()


def test_a_label_to_be_silent_about_silences_the_relationship_and_says_why():
    assert not assemble("heron", Pieces(), {})[0].suppress
    relationship, _said = assemble("heron", Pieces(tables=Gathered(suppress=(("M.K.", "has died"),))), {})
    assert (relationship.suppress, relationship.suppress_why) == (True, "has died")


def test_payments_stand_by_the_day_they_were_due_whatever_their_row():
    def due(day, row):
        return "", Payment(PaymentKind.DUE, "due", Source("p.csv", row), due=date(2026, 1, day), id=row)

    tables = Gathered(payments=(due(20, "2"), due(6, "3"), due(13, "4")))
    relationship, _said = assemble("heron", Pieces(tables=tables), {})
    assert [payment.source.row for payment in relationship.payments] == ["3", "4", "2"]


def test_where_no_calendar_can_be_read_each_is_set_aside_by_its_own_name(tmp_path):
    def read(paths, _place, _until):
        raise UnreadableError(", ".join(path.name for path in paths))

    place = Place(tmp_path, ZoneInfo("UTC"))
    found = calendars_or_why(read, [tmp_path / "a.ics", tmp_path / "b.ics"], place, UNTIL)
    assert [(each.file, each.why) for each in found.quarantined] == [("a.ics", "a.ics"), ("b.ics", "b.ics")]
    assert calendars_or_why(read, [], place, UNTIL) == Gathered()


def test_a_broken_frame_is_set_aside_and_the_rest_of_the_folder_is_read(tmp_path):
    folder = tmp_path / "heron"
    folder.mkdir()
    (folder / "frame.toml").write_text("[[frame")
    (folder / "appointments.csv").write_text("start,status\n2026-01-06 17:00,attended\n")
    place = Place(tmp_path, ZoneInfo("UTC"))
    pieces = read_pieces(look_into(folder, place), place, {}, {}, UNTIL)
    assert pieces.frame == Frame()
    assert pieces.settings.suppress
    assert "until it is corrected" in pieces.settings.suppress_why
    assert [each.file for each in pieces.tables.quarantined] == ["heron/frame.toml"]
    assert [session.start for _label, session in pieces.tables.sessions] == [FIRST]


@pytest.mark.parametrize(("end", "said"), [(date(2027, 1, 1), 0), (date(2027, 1, 2), 1)])
def test_a_break_longer_than_a_year_is_remarked(end, said):
    stretch = Break(date(2026, 1, 1), end, BreakBy.CLIENT, Source("heron/frame.toml", "break 1"))
    relationship, about = assemble("heron", Pieces(frame=Frame(breaks=(stretch,))), {})
    assert relationship.frame.breaks == (stretch,)
    assert [remark.split(";")[0] for remark in about.remarks] == ["heron: break 1 in frame.toml lasts 367 days"] * said
