"""Times as transcripts write them."""

import pytest

from reattune.reading.transcripts.clock import between, seconds


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0:07", 7),
        ("01:02:03.5", 3723.5),
        ("00:00:01,250", 1.25),
        ("75:10", 4510),
        ("-0:01", -1),
        ("100:00:00", 360000),
        ("1:75:00", None),
        ("0:61", None),
        ("soon", None),
        ("", None),
        ("7", None),
    ],
)
def test_seconds(text, value):
    assert seconds(text) == value


def test_a_line_gives_both_or_none():
    assert between("00:01.000 --> 00:02.500 align:start") == (1, 2.5)
    assert between("00:01.000 --> later") is None
    assert between("a --> b") is None
