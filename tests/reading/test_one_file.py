from zoneinfo import ZoneInfo

import pytest

from reattune.errors import UnreadableError
from reattune.model import Quarantined
from reattune.reading.gathered import Gathered, Place
from reattune.reading.layout import FileKind, Found
from reattune.reading.one_file import or_set_aside, read_one

TABLES = {
    FileKind.APPOINTMENTS: ("start,status\n2026-01-06 17:00,attended\n", "sessions"),
    FileKind.PAYMENTS: ("due,status,amount\n2026-01-06,paid,80\n", "payments"),
    FileKind.CHECK_INS: ("date,by,felt_off,words,share\n2026-01-06,therapist,no,quiet,\n", "check_ins"),
}


@pytest.mark.parametrize("kind", TABLES)
def test_a_file_is_read_as_the_kind_it_was_found_to_be(tmp_path, kind):
    text, gives = TABLES[kind]
    path = tmp_path / "table.csv"
    path.write_text(text)
    gathered = read_one(Found(path, kind), Place(tmp_path, ZoneInfo("UTC")), {})
    assert len(getattr(gathered, gives)) == 1
    assert gathered.quarantined == ()


@pytest.mark.parametrize("kind", [*TABLES, FileKind.RATINGS, FileKind.EPISODES])
def test_a_file_that_has_gone_is_set_aside_whole(tmp_path, kind):
    gathered = read_one(Found(tmp_path / "gone.csv", kind), Place(tmp_path, ZoneInfo("UTC")), {})
    assert [(each.file, each.row, each.field) for each in gathered.quarantined] == [("gone.csv", "", "")]


@pytest.mark.parametrize("kind", [FileKind.FRAME, FileKind.MARKS, FileKind.CALENDAR])
def test_what_is_read_elsewhere_is_not_read_twice(tmp_path, kind):
    assert read_one(Found(tmp_path / "gone", kind), Place(tmp_path, ZoneInfo("UTC")), {}) == Gathered()


def test_only_what_a_file_may_do_is_caught():
    def failing(error):
        def _read():
            raise error

        return _read

    assert or_set_aside(lambda: 3, "a.csv") == (3, ())
    assert or_set_aside(failing(UnreadableError("it is empty")), "a.csv") == (
        None,
        (Quarantined("a.csv", "", "", "it is empty"),),
    )
    nothing, (entry,) = or_set_aside(failing(PermissionError(13, "Permission denied")), "a.csv")
    assert (nothing, entry.file, "Permission denied" in entry.why) == (None, "a.csv", True)
    with pytest.raises(ZeroDivisionError):
        or_set_aside(failing(ZeroDivisionError()), "a.csv")


@pytest.mark.parametrize(
    ("message", "why"),
    [
        ("heron/a.csv is empty", "is empty"),
        ("heron/a.csv: no table", "no table"),
        ("heron/a.csv", "heron/a.csv"),
        ("heron/a.csv.bak is empty", "heron/a.csv.bak is empty"),
    ],
)
def test_why_does_not_name_the_file_again(message, why):
    def read():
        raise UnreadableError(message)

    _nothing, (entry,) = or_set_aside(read, "heron/a.csv")
    assert (entry.file, entry.why) == ("heron/a.csv", why)
