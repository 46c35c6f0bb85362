"""Tables of what was said."""

import contextlib
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from reattune.errors import UnreadableError
from reattune.model import Role, Times
from reattune.reading.transcripts import tables

GOLDEN = Path(__file__).parent / "golden"


def test_semicolons_decimal_commas_and_empty_rows():
    script = tables.read((GOLDEN / "table.csv").read_bytes(), "table.csv")
    assert [(cue.label, cue.text, cue.start, cue.end, cue.row) for cue in script.cues] == [
        ("Therapeutin", "Wie war die Woche?", 1.5, 3.0, "2"),
        ("Klientin", "Ging so", 5.0, 6.5, "3"),
    ]
    assert script.times is Times.BOTH
    assert script.stated == (("Therapeutin", Role.THERAPIST), ("Klientin", Role.CLIENT))
    assert "1 empty entry" in script.remarks[0]


def test_a_chat_counts_from_its_first_message():
    script = tables.read((GOLDEN / "chat.csv").read_bytes(), "chat.csv")
    assert [(cue.label, cue.start, cue.end) for cue in script.cues] == [("counsellor", 0.0, None), ("Kim", 42.0, None)]
    assert script.times is Times.STARTS


def test_a_workbook_and_thousandths_of_a_second():
    book = Workbook()
    book.active.append(["Speaker", "Text", "start_ms", "end_ms"])
    book.active.append(["A", "Hello", 1500, 2500])
    data = io.BytesIO()
    book.save(data)
    assert tables.recognises("a.xlsx", data.getvalue())
    script = tables.read(data.getvalue(), "a.xlsx")
    assert [(cue.label, cue.text, cue.start, cue.end) for cue in script.cues] == [("A", "Hello", 1.5, 2.5)]


def test_a_time_that_is_none_is_said_and_the_words_are_kept():
    script = tables.read(b"speaker,text,start\nA,one,1\nB,two,soon\nA,three,0:05\n", "a.csv")
    assert [(cue.text, cue.start) for cue in script.cues] == [("one", 1.0), ("two", None), ("three", 5.0)]
    assert any("1 time was not understood" in remark for remark in script.remarks)


def test_without_times_there_are_none():
    assert tables.read(b"speaker\ttext\nA\tone\n", "a.tsv").times is Times.NONE


def test_only_tables_with_who_and_what_are_recognised():
    assert tables.recognises("a", b"Speaker,Text\nA,b\n")
    assert not tables.recognises("a", b"date,amount\n2026-01-01,80\n")
    assert not tables.recognises("a", b"PK\x03\x04 word/document.xml")
    assert not tables.recognises("a", b"WEBVTT\n\n")
    with pytest.raises(UnreadableError, match="no column"):
        tables.read(b"speaker,amount\nA,1\n", "a.csv")


@given(
    st.binary(max_size=200)
    | st.text(max_size=200).map(lambda text: ("speaker,text,start,end\n" + text).encode("utf-8", "replace"))
)
def test_no_bytes_raise_anything_else(data):
    tables.recognises("a", data)
    with contextlib.suppress(UnreadableError):
        assert tables.read(data, "a").cues


def test_a_list_of_days_and_hours_is_a_chat_and_one_of_seconds_is_not():
    chat = b"speaker,text,time\nA,hello,2026-03-10T14:00:00\nB,hi,2026-03-10T14:00:09\n"
    assert tables.read(chat, "chat.csv").written
    spoken = b"speaker,text,start,end\nA,hello,0,1.5\nB,hi,2,3\n"
    assert not tables.read(spoken, "spoken.csv").written
