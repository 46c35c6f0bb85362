"""A sealed file: read as it was written, from any place; nothing changed, moved, dropped or cut off goes unnoticed."""

import errno
import io
import os
import secrets
import stat

import pytest

from reattune.errors import ReattuneError
from reattune.practice.recorded import sealed_file
from reattune.practice.recorded.sealed_file import CHUNK, SEALED_CHUNK, DamagedFileError, Reader, Writer, sealed_bytes

KEY, ABOUT = secrets.token_bytes(32), "a recording"


def written(path, content, arrived=0):
    made = Writer(path, KEY, ABOUT, arrived)
    made.append(content, last=True)
    made.sync()
    made.close()
    return path


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 2 * CHUNK + 17])
def test_it_is_read_as_it_was_written(tmp_path, size):
    content = secrets.token_bytes(size)
    path = written(tmp_path / "a.sealed", content)
    assert path.stat().st_size == sealed_bytes(size)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with Reader(path, KEY, ABOUT, size) as reader:
        assert reader.size == size
        assert io.BufferedReader(reader).read() == content


def test_any_place_is_gone_to(tmp_path):
    content = secrets.token_bytes(2 * CHUNK + 100)
    with Reader(written(tmp_path / "a", content), KEY, ABOUT) as raw:
        reader = io.BufferedReader(raw)
        for place in (2 * CHUNK + 90, 0, CHUNK - 5, CHUNK):
            reader.seek(place)
            assert reader.read(10) == content[place : place + 10]
        assert reader.seek(-7, io.SEEK_END) == len(content) - 7
        assert reader.read() == content[-7:]
        raw.seek(len(content) + 5)
        assert raw.read(1) == b""
        with pytest.raises(ValueError, match="beginning"):
            raw.seek(-1)


def test_what_is_written_says_nothing_and_is_never_twice_the_same(tmp_path):
    content = b"heron " * CHUNK
    one, two = (written(tmp_path / name, content).read_bytes() for name in "ab")
    assert b"heron" not in one
    assert one[:SEALED_CHUNK] != two[:SEALED_CHUNK]
    assert one[:SEALED_CHUNK] != one[SEALED_CHUNK : 2 * SEALED_CHUNK]


def _flipped(path):
    with path.open("r+b") as file:
        file.seek(SEALED_CHUNK + 500)
        byte = file.read(1)[0]
        file.seek(-1, os.SEEK_CUR)
        file.write(bytes([byte ^ 1]))


def _swapped(path):
    found = path.read_bytes()
    path.write_bytes(found[SEALED_CHUNK : 2 * SEALED_CHUNK] + found[:SEALED_CHUNK] + found[2 * SEALED_CHUNK :])


def _cut_at_chunk(path):
    os.truncate(path, 2 * SEALED_CHUNK)


def _cut_within(path):
    os.truncate(path, 2 * SEALED_CHUNK + 40)


def _dropped(path):
    found = path.read_bytes()
    path.write_bytes(found[:SEALED_CHUNK] + found[2 * SEALED_CHUNK :])


@pytest.mark.parametrize("harm", [_flipped, _swapped, _cut_at_chunk, _cut_within, _dropped])
@pytest.mark.parametrize("size", [3 * CHUNK - 100, None])
def test_whatever_is_done_to_it_is_noticed(tmp_path, harm, size):
    path = written(tmp_path / "a.sealed", secrets.token_bytes(3 * CHUNK - 100))
    harm(path)
    with pytest.raises(DamagedFileError, match=r"a\.sealed was changed or cut off"):
        Reader(path, KEY, ABOUT, size).readall()


def test_it_opens_for_its_own_recording_and_key_alone(tmp_path):
    path = written(tmp_path / "a", b"words")
    for key, about in ((secrets.token_bytes(32), ABOUT), (KEY, "another")):
        with pytest.raises(DamagedFileError), Reader(path, key, about) as reader:
            reader.read(5)
    with pytest.raises(DamagedFileError, match="not there"):
        Reader(tmp_path / "none", KEY, ABOUT)


def test_it_goes_on_where_it_was_safe(tmp_path):
    path, content = tmp_path / "a", secrets.token_bytes(2 * CHUNK + 5)
    first = Writer(path, KEY, ABOUT)
    first.append(content[:CHUNK], last=False)
    first.close()
    with path.open("ab") as torn:
        torn.write(b"half of a chunk that nobody finished")
    written(path, content[CHUNK:], CHUNK)
    with Reader(path, KEY, ABOUT, len(content)) as reader:
        assert reader.readall() == content
    with pytest.raises(DamagedFileError):
        Writer(path, KEY, ABOUT, 5 * CHUNK)
    for wrong in (lambda: Writer(path, KEY, ABOUT, 5), lambda: Writer(path, KEY, ABOUT).append(b"five", last=False)):
        with pytest.raises(ReattuneError):
            wrong()


def test_a_full_disk_leaves_what_was_there(tmp_path, monkeypatch):
    path, content = tmp_path / "a", secrets.token_bytes(CHUNK)
    made = Writer(path, KEY, ABOUT)
    made.append(content, last=False)
    real, times = os.write, []

    def full(handle, data):
        if times:
            raise OSError(errno.ENOSPC, "No space left on device")
        times.append(1)
        return real(handle, bytes(data)[:100])

    monkeypatch.setattr(sealed_file.os, "write", full)
    with pytest.raises(OSError, match="No space"):
        made.append(content, last=True)
    monkeypatch.undo()
    assert path.stat().st_size == SEALED_CHUNK
    made.append(content[:9], last=True)
    made.close()
    with Reader(path, KEY, ABOUT) as reader:
        assert reader.readall() == content + content[:9]
