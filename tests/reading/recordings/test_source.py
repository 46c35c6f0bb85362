import io
import stat

import pytest

from reattune.errors import UnreadableError
from reattune.reading.recordings.source import BLOCK, between, head, size, title


def test_a_file_goes_by_its_name_and_a_reader_by_what_it_is_called(tmp_path):
    assert title(tmp_path / "memo.m4a") == "memo.m4a"
    assert title(tmp_path / "sealed", "memo.m4a") == "memo.m4a"
    assert title(io.BytesIO(b"x")) == "this recording"


def test_the_size_of_either(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(b"12345")
    assert size(path) == size(io.BytesIO(b"12345")) == 5
    assert stat.S_ISREG(path.stat().st_mode)


def test_nothing_at_all_is_said(tmp_path):
    (tmp_path / "empty.mp4").touch()
    for source, words in (
        (tmp_path / "empty.mp4", "empty.mp4 is empty"),
        (io.BytesIO(), "this recording is empty"),
        (tmp_path, "is not a file"),
        (tmp_path / "gone.mp4", "gone.mp4 is not a file"),
    ):
        with pytest.raises(UnreadableError, match=words):
            size(source)


def test_what_cannot_be_opened_is_said():
    class Shut(io.BytesIO):
        def seek(self, *_where):
            raise OSError("no")

    with pytest.raises(UnreadableError, match="memo could not be opened"):
        size(Shut(b"x"), "memo")


def test_bytes_between_two_places_in_blocks_and_no_further_than_there_are():
    data = bytes(range(256)) * (BLOCK // 128)
    blocks = list(between(io.BytesIO(data), 3, len(data) + 9))
    assert b"".join(blocks) == data[3:]
    assert max(map(len, blocks)) == BLOCK
    assert not list(between(io.BytesIO(data), 9, 9))


def test_the_head_is_read_from_the_beginning_wherever_a_reader_stands(tmp_path):
    reader = io.BytesIO(b"abcdef")
    reader.read()
    assert head(reader, 3) == b"abc"
    (tmp_path / "a").write_bytes(b"abcdef")
    assert head(tmp_path / "a", 30) == b"abcdef"
