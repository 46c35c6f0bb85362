from datetime import date
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from reattune.model import FeltOff, Share, Voice
from reattune.reading.check_ins import read_check_ins
from reattune.reading.gathered import ColumnMapping, Gathered, Place

HEADER = b"date,by,felt_off,words,share"
SHARED = (
    b'2026-03-10,client,yes,"I felt hurried, I think",now',
    b"2026-03-17,therapist,unsure,I was tired,",
    b'2026-03-24,client,no,"two\nlines",raise_for_me',
    b"nonsense,client,no,a bad date,now",
    "2026-03-31,client,perhaps,café,now".encode(),
    "2026-04-07,client,yes,caf\xe9,now".encode("latin-1"),
)


@pytest.fixture
def read(tmp_path):
    def _read(*lines, mapping=None):
        path = tmp_path / "heron" / "check_ins.csv"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"\n".join(lines) + b"\n")
        return read_check_ins(path, Place(tmp_path, ZoneInfo("Europe/London")), mapping)

    return _read


def test_what_is_shared_is_read(read):
    gathered = read(HEADER, *SHARED)
    said = [check_in for _label, check_in in gathered.check_ins]
    assert said[0].day == date(2026, 3, 10)
    assert (said[0].by, said[0].felt_off, said[0].words) == (Voice.CLIENT, FeltOff.YES, "I felt hurried, I think")
    assert (said[1].by, said[1].share) == (Voice.THERAPIST, Share.NOW)
    assert said[2].words == "two\nlines"
    assert [one.words for one in said[3:]] == ["café", "café"]
    assert all(one.shared_with_therapist for one in said)


def test_what_cannot_be_meant_is_set_aside_without_losing_words(read):
    gathered = read(HEADER, *SHARED)
    assert [(each.row, each.field) for each in gathered.quarantined] == [("5", "date"), ("6", "felt_off")]
    assert "read them in the file" in gathered.quarantined[0].why


@pytest.mark.parametrize(
    "row",
    [
        b"2026-03-10,client,yes,mine,",
        b"2026-03-10,client,yes,mine,only_me",
        b"2026-03-10,client,yes,mine,Only me",
        b"2026-03-10,client,yes,mine,after_ending",
        b"2026-03-10,client,yes,mine,perhaps",
        b"2026-03-10,client,yes,mine",
        b"not a date,client,maybe,mine,only_me",
        b"2026-03-10,,yes,mine,",
        b"2026-03-10,cleint,yes,mine,",
        # An unquoted comma moves a word of the client's into the column that says who may read it.
        b"2026-03-10,client,yes,I feel,now,only_me",
        b'2026-03-10,client,yes,"never closed,only_me',
        b'2026-03-10,client,yes,"closed"later",only_me',
        b"\xff\xfe\x80,client,yes,\x00\x81,only_me",
        b"2026-03-10,client,yes,a\x85b\x1cc,only_me",
        b'2026-03-10,client,yes,"2026-03-10,client,yes,quoted,now\n2026-03-10,client,yes,quoted,now",only_me',
    ],
)
@pytest.mark.parametrize("place", [0, 1, 3, len(SHARED)])
def test_what_a_client_has_not_shared_leaves_no_trace(read, row, place):
    rows = [*SHARED[:place], row, *SHARED[place:]]
    assert read(HEADER, *rows) == read(HEADER, *SHARED)
    assert read(HEADER, row) == read(HEADER) == Gathered()


_PRIVATE = st.tuples(
    st.text("0123456789-x ", max_size=10),
    st.sampled_from(["client", "Client", "", "someone"]),
    st.text(max_size=8),
    st.text(max_size=20),
    st.sampled_from(["", "only_me", "after_ending", "nwo", "ONLY ME"]),
)


def _written(cells):
    return ",".join('"' + cell.replace('"', '""') + '"' for cell in cells).encode("utf-8", "replace")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(SHARED)), _PRIVATE), max_size=4))
@example([(2, ("", "client", '"', 'a\nb",now\n', ""))])
def test_with_and_without_private_rows_the_result_is_the_same(read, private):
    rows = list(SHARED)
    for place, cells in private:
        rows.insert(place, _written(cells))
    assert read(HEADER, *rows) == read(HEADER, *SHARED)


def test_a_mapping_can_rename_words_but_not_give_away_what_was_kept(read):
    mapping = ColumnMapping(
        file="*",
        kind="check_ins",
        columns={"words": "Note", "share": "=now", "by": "=client"},
        status={"Ja": "yes", "only_me": "now"},
    )
    assert read(b"date,felt_off,Note", b"2026-03-10,Ja,mine", mapping=mapping).check_ins == ()
    named = ColumnMapping(file="*", kind="check_ins", columns={"words": "Note"}, status={"Ja": "yes", "only_me": "now"})
    rows = (b"2026-03-10,client,Ja,mine,only_me", b"2026-03-11,client,Ja,ours,now")
    ((_label, said),) = read(b"date,by,felt_off,Note,share", *rows, mapping=named).check_ins
    assert (said.words, said.felt_off) == ("ours", FeltOff.YES)


def test_a_missing_column_is_told_by_the_header_alone(read):
    empty = read(b"date,words,share")
    assert [each.field for each in empty.quarantined] == ["by"]
    assert read(b"date,words,share", b"2026-03-10,mine,only_me") == empty


def test_a_workbook_and_utf_16_are_read_alike(tmp_path):
    place = Place(tmp_path, ZoneInfo("UTC"))
    book = Workbook()
    for row in (("date", "by", "felt_off", "words", "share"), (date(2026, 3, 10), "client", "yes", "hurried", "now")):
        book.active.append(row)
    book.save(tmp_path / "check_ins.xlsx")
    (tmp_path / "check_ins.csv").write_text(
        "date;by;felt_off;words;share\n2026-03-10;client;yes;hurried;now\n", encoding="utf-16"
    )
    words = [
        [(one.day, one.words) for _label, one in read_check_ins(tmp_path / name, place, None).check_ins]
        for name in ("check_ins.xlsx", "check_ins.csv")
    ]
    assert words == [[(date(2026, 3, 10), "hurried")]] * 2
