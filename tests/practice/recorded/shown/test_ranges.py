"""Ranges as RFC 9110 has them: what is none is answered with all of it, what lies outside is refused."""

import pytest

from reattune.practice.recorded.shown.ranges import OutsideError, Part, asked, holds


@pytest.mark.parametrize(
    ("header", "part"),
    [
        ("", None),
        ("bytes=0-", Part(0, 100)),
        ("bytes=0-0", Part(0, 1)),
        ("bytes=10-19", Part(10, 20)),
        ("bytes=90-1000", Part(90, 100)),
        ("bytes=-10", Part(90, 100)),
        ("bytes=-1000", Part(0, 100)),
        ("BYTES= 5-6 ", Part(5, 7)),
        ("bytes=6-5", None),
        ("bytes=-", None),
        ("bytes=a-b", None),
        ("bytes=٣-٤", None),
        ("items=0-5", None),
        ("bytes=0-5,10-15", None),
    ],
)
def test_one_range_or_all(header, part):
    assert asked(header, 100) == part
    assert part is None or part.length == part.end - part.start


@pytest.mark.parametrize("header", ["bytes=100-", "bytes=100-200", "bytes=-0", f"bytes={'9' * 18}-"])
def test_what_is_outside_is_refused(header):
    with pytest.raises(OutsideError):
        asked(header, 100)


def test_of_nothing_there_is_no_part():
    for header in ("bytes=0-", "bytes=-5"):
        with pytest.raises(OutsideError):
            asked(header, 0)


def test_a_range_of_another_file_is_not_given():
    assert holds("", '"a"')
    assert holds('"a"', '"a"')
    assert not holds('"b"', '"a"')
    assert not holds('W/"a"', '"a"')
    assert not holds("Tue, 30 Jun 2026 10:00:00 GMT", '"a"')
