"""Text, JSON and numbers from bytes."""

import pytest

from reattune.errors import UnreadableError
from reattune.reading.transcripts.parsing import (
    as_dict,
    as_dicts,
    as_text,
    has_keys,
    head_of,
    json_of,
    number,
    plain,
    text_of,
)


def test_text_in_any_encoding_has_plain_line_ends():
    text = "Le café était fermé.\r\nEncore.\r"
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp1252"):
        assert text_of(text.encode(encoding), "a")[0] == "Le café était fermé.\nEncore.\n"
    with pytest.raises(UnreadableError, match="WebVTT or text"):
        text_of(b"\x00\x01\x02\x03" * 9, "a")
    assert head_of(b"\x00\x01\x02\x03" * 9) == ""


def test_a_key_is_a_key_and_never_something_said():
    assert has_keys(b'{"segments": []}', "segments")
    assert not has_keys(rb'{"text": "he wrote \"segments\": "}', "segments")
    assert not has_keys(b'"segments": []', "segments")
    assert has_keys('{"segments": 1}'.encode("utf-16"), "segments")


def test_json_that_is_none_or_too_deep_is_refused():
    assert json_of(b'{"a": 1}', "a") == {"a": 1}
    for data in (b'{"a": ', b"[" * 100_000):
        with pytest.raises(UnreadableError, match="cut off"):
            json_of(data, "a.json")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("1.5", 1.5),
        (2, 2.0),
        (True, None),
        (float("nan"), None),
        ("inf", None),
        (10**400, None),
        ("9" * 99, None),
        (None, None),
        ("x", None),
        (1e9, None),
    ],
)
def test_numbers(value, expected):
    assert number(value) == expected


def test_other_values_are_nothing():
    assert (as_dict([]), as_dicts([1, {"a": 1}]), as_dicts({}), as_text(7), as_text(True), as_text(None)) == (
        {},
        [{"a": 1}],
        [],
        "7",
        "",
        "",
    )
    assert plain(" a\n b\t") == "a b"
