import pytest
from hypothesis import given
from hypothesis import strategies as st

from reattune.errors import UnreadableError
from reattune.reading.transcripts.markup import MAX_DEPTH, checked


def test_whole_xml_comes_back_as_it_is():
    deep = b"<a>" * MAX_DEPTH + b"</a>" * MAX_DEPTH
    assert checked(deep, "a.xml") == deep


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"<a>" * (MAX_DEPTH + 1), "deep"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "entities"),
        (b"<!DOCTYPE a SYSTEM 'file:///etc/hostname'><a/>", "entities"),
        (b"<a><b></a>", "damaged"),
        (b"<x:a/>", "damaged"),
        (b"", "damaged"),
        (b'<?xml version="1.0" encoding="nothing"?><a/>', "damaged"),
    ],
)
def test_anything_else_is_said_to_be_unreadable(data, why):
    with pytest.raises(UnreadableError, match=rf"^a\.xml.*{why}"):
        checked(data, "a.xml")


@given(st.binary(max_size=200))
def test_any_bytes_come_back_or_are_said_to_be_unreadable(data):
    try:
        found = checked(data, "a.xml")
    except UnreadableError:
        return
    assert found == data
