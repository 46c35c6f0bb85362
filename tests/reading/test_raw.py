import codecs

import pytest

from reattune.errors import UnreadableError
from reattune.reading import raw
from reattune.reading.raw import decode, read_bytes, read_json


def test_no_more_is_read_than_was_asked_for_however_large_the_file(tmp_path, monkeypatch):
    path = tmp_path / "a.csv"
    path.write_bytes(b"0123456789")
    monkeypatch.setattr(raw, "MAX_BYTES", 5)
    assert read_bytes(path, "a.csv", at_most=4) == b"0123"
    with pytest.raises(UnreadableError, match="larger than 200 MB"):
        read_bytes(path, "a.csv")


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
def test_marked_or_not_unicode_is_read_without_remark(mark, encoding):
    text, remarks = decode((mark + "start,status\n2026-01-06,café\n").encode(encoding), "a.csv")
    assert (text.removeprefix("\ufeff"), remarks) == ("start,status\n2026-01-06,café\n", ())


def test_an_assumed_encoding_is_said_with_the_files_name():
    text, (remark,) = decode("name\nZoë café\n".encode("cp1252"), "a.csv")
    assert text == "name\nZoë café\n"
    assert "a.csv was read as cp1252" in remark


def test_one_broken_byte_among_utf_8_is_replaced_and_the_rest_stays():
    text, (remark,) = decode("café, naïve, Zoë\n".encode() + b"\xff", "a.csv")
    assert text == "café, naïve, Zoë\n\ufffd"
    assert "could not be read" in remark


def test_json_may_begin_with_a_mark(tmp_path):
    path = tmp_path / "a.json"
    path.write_bytes(codecs.BOM_UTF8 + '{"word": "café"}'.encode())
    assert read_json(path, "a.json") == {"word": "café"}
