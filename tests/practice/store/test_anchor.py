"""The note on the end of the audit: whole or not at all, and nothing where it cannot be read."""

import pytest

from reattune.practice.store.anchor import FILE, note, noted


def test_what_was_noted_is_found(tmp_path):
    note(tmp_path, (7, "ab"))
    assert noted(tmp_path) == (7, "ab")
    note(tmp_path, None)
    assert noted(tmp_path) == (7, "ab")
    assert (tmp_path / FILE).stat().st_mode & 0o777 == 0o600
    assert [one.name for one in tmp_path.iterdir()] == [FILE]


@pytest.mark.parametrize("content", ["", "{", "[]", "{}", '{"line": "x", "digest": 1}', "null", "\x00"])
def test_what_cannot_be_read_counts_as_not_noted(tmp_path, content):
    (tmp_path / FILE).write_text(content)
    assert noted(tmp_path) is None
