"""Private files: whole or not at all, for their owner alone."""

import errno
import os
import stat

import pytest

from reattune.practice.vault import VaultError, whole
from reattune.practice.vault.whole import own_folder, write_private


def test_a_file_is_for_its_owner_alone_and_so_is_the_folder(tmp_path):
    own_folder(tmp_path / "a" / "b")
    write_private(tmp_path / "a" / "b" / "c", b"content")
    assert (tmp_path / "a" / "b").stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "a" / "b" / "c").stat().st_mode & 0o777 == 0o600


def test_a_folder_that_was_open_to_others_is_closed_to_them(tmp_path):
    tmp_path.chmod(0o755)
    own_folder(tmp_path)
    assert tmp_path.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("step", ["fsync", "replace", "open"])
def test_what_goes_wrong_leaves_the_former_file(tmp_path, monkeypatch, step):
    path = tmp_path / "a"
    write_private(path, b"former")

    def full(*_all, **_words):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(whole.Path if step == "replace" else os, step, full)
        with pytest.raises(VaultError, match="space on the disk"):
            write_private(path, b"new")
    assert path.read_bytes() == b"former"
    assert [one.name for one in tmp_path.iterdir()] == ["a"]


def test_what_was_left_half_written_is_in_nobodys_way(tmp_path):
    (tmp_path / ".a.part").write_bytes(b"half")
    write_private(tmp_path / "a", b"whole")
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("a", b"whole")]


@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOTSUP])
def test_a_file_system_that_writes_no_folders_out_is_no_hindrance(tmp_path, monkeypatch, number):
    real = os.fsync

    def odd(handle):
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(number, "not offered")
        real(handle)

    monkeypatch.setattr(os, "fsync", odd)
    write_private(tmp_path / "a", b"whole")
    assert (tmp_path / "a").read_bytes() == b"whole"


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(VaultError, match="could not be written"):
        own_folder(tmp_path / "file" / "below")
