"""Files appear whole or not at all."""

from pathlib import Path

import pytest

from reattune.cli.writing import write_whole
from reattune.errors import ReattuneError


def test_a_file_is_replaced_and_nothing_is_left_beside_it(tmp_path):
    target = tmp_path / "a.html"
    target.write_text("old")
    write_whole(target, "new ·")
    assert target.read_text(encoding="utf-8") == "new ·"
    assert list(tmp_path.iterdir()) == [target]


def test_a_missing_folder_is_said_in_a_sentence(tmp_path):
    with pytest.raises(ReattuneError, match="choose a folder that exists"):
        write_whole(tmp_path / "nowhere" / "a.html", "x")


def test_an_interrupted_writing_leaves_the_old_file(tmp_path, monkeypatch):
    target = tmp_path / "a.html"
    target.write_text("old")

    def broken(self, other):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", broken)
    with pytest.raises(ReattuneError, match="No space left"):
        write_whole(target, "new")
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]
