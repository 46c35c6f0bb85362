"""Rows of numbers, however they are separated."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reattune.errors import UnreadableError
from reattune.reading.motion_rows import NAMED, looks_like_rows, rows_of


@pytest.mark.parametrize(
    "text",
    ["1 2\n3 NA\n", "1\t2\n3\tNA\n", "1;2\n3;\n", "1,2\n3,nan\n", '"a","b"\n1,2\n3,NA\n', "1,0 2,0\n3,0 NA\n"],
)
def test_any_usual_separator_and_missing_values(text):
    rows = rows_of(text, "x.txt")
    assert rows.of((0, 1)) == [(1.0, 2.0), (3.0, None)]
    assert rows.quarantined == ()


def test_a_shorter_row_is_missing_at_its_end_and_names_are_kept():
    rows = rows_of("time_s,client,therapist\n0,1,2\n0.1,3\n", "x.csv")
    assert rows.names == ("time_s", "client", "therapist")
    assert rows.of((1, 2)) == [(1.0, 2.0), (3.0, None)]


def test_what_is_no_number_is_set_aside_with_its_row():
    rows = rows_of("1 2\n3 4\n\nx 5\n6 7\ninf 8\n9 10\n11 12\n", "x.txt")
    assert [(one.row, one.file) for one in rows.quarantined] == [("4", "x.txt"), ("6", "x.txt")]
    assert rows.values[2] == (None, None)
    assert len(rows.values) == 7


def test_many_rows_are_counted_rather_than_named():
    text = "1 2\n" * 100 + "x y z\n" * 30
    aside = rows_of(text, "x.txt").quarantined
    assert len(aside) == NAMED + 1
    assert aside[-1].why.startswith("10 further rows")


@pytest.mark.parametrize("text", ["", "\n\n", "only words\nand more\n", "1\n2\n3\n", "a,b\n"])
def test_what_is_no_table_of_numbers_is_refused(text):
    with pytest.raises(UnreadableError, match=r"x\.txt"):
        rows_of(text, "x.txt")


def test_rows_are_told_from_words():
    assert looks_like_rows("0.1 0.2\n0.3 0.4\n0.")
    assert looks_like_rows("V1,V2\n0.1,0.2\n0.3,0.4\n")
    assert not looks_like_rows("1\n00:00:01,000 --> 00:00:02,000\nHello\n")
    assert not looks_like_rows("start,end,speaker,text\n0,1,T,Hello\n2,3,C,Yes\n")
    assert not looks_like_rows("Therapist: hello\nClient: yes\n")
    assert not looks_like_rows("")


@given(st.text(max_size=300))
def test_any_text_is_rows_or_a_clear_refusal(text):
    looks_like_rows(text)
    try:
        rows = rows_of(text, "any.txt")
    except UnreadableError as error:
        refusal = str(error)
    else:
        assert all(len(row) == rows.width for row in rows.values)
        return
    assert "any.txt" in refusal
