import math
from datetime import UTC, date, datetime

import pytest

from reattune.errors import UnreadableError
from reattune.reading.fields import FieldError
from reattune.reading.toml_values import (
    as_day,
    as_number,
    as_table,
    as_tables,
    as_text,
    as_texts,
    parse_toml,
    read_toml,
)


def test_a_day_may_be_a_toml_date_a_moment_or_a_text():
    day = date(2026, 3, 10)
    for written in (day, datetime(2026, 3, 10, 17, tzinfo=UTC), "2026-03-10", " 10 March 2026 "):
        assert as_day({"on": written}, "on") == day
    assert [as_day(table, "on") for table in ({}, {"on": " "})] == [None, None]
    for wrong in (20260310, "03/04/2026", [day]):
        with pytest.raises(FieldError):
            as_day({"on": wrong}, "on")


@pytest.mark.parametrize("value", [True, math.nan, math.inf, -math.inf, 10**400, "3"])
def test_what_is_no_number_is_said_to_be_none(value):
    assert (as_number({}, "n"), as_number({"n": 0}, "n"), as_number({"n": 1.5}, "n")) == (None, 0, 1.5)
    with pytest.raises(FieldError, match="is not a number"):
        as_number({"n": value}, "n")


def test_one_text_is_a_list_of_one_and_a_number_is_a_text_but_true_is_none():
    assert as_texts({"off": " gap "}, "off") == as_texts({"off": ["gap", " "]}, "off") == ("gap",)
    assert as_texts({"off": ""}, "off") == ()
    assert (as_text({"row": 41}, "row"), as_text({}, "row")) == ("41", "")
    for read, wrong in ((as_text, True), (as_texts, ["gap", 3])):
        with pytest.raises(FieldError):
            read({"x": wrong}, "x")


def test_a_table_written_as_something_else_says_how_it_is_written():
    assert (as_table({}, "links"), as_tables({}, "mark")) == ({}, ())
    with pytest.raises(FieldError, match=r"write \[links\] above"):
        as_table({"links": 3}, "links")
    with pytest.raises(FieldError, match=r"write \[\[mark\]\] above"):
        as_tables({"mark": {"as": "later"}}, "mark")


def test_a_file_is_read_with_its_mark_and_otherwise_named(tmp_path):
    path = tmp_path / "frame.toml"
    path.write_bytes(b'\xef\xbb\xbfname = "caf\xc3\xa9"\n')
    assert read_toml(path, "frame.toml") == {"name": "café"}
    path.write_bytes(b'name = "caf\xe9"\n')
    with pytest.raises(UnreadableError, match=r"frame\.toml is not UTF-8"):
        read_toml(path, "frame.toml")
    with pytest.raises(UnreadableError, match=r"gone\.toml could not be opened"):
        read_toml(tmp_path / "gone.toml", "gone.toml")
    for text in ("on = 2026-02-31", "a = " + "[" * 5000):
        with pytest.raises(UnreadableError, match="is not TOML"):
            parse_toml(text, "frame.toml")
