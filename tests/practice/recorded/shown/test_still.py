"""One grey picture of a recording: a PNG that says what the video shows, made from the sealed file."""

import struct
import subprocess
import zlib

import numpy as np
import pytest

from reattune.errors import ReattuneError
from reattune.practice.recorded import arriving, kept
from reattune.practice.recorded.sealed_file import Writer
from reattune.practice.recorded.shown.still import png, still


def pixels(content):
    """Return the pictures' grey levels, read as the standard has it."""
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    at, data, size = 8, b"", (0, 0)
    while at < len(content):
        length, name = struct.unpack(">I4s", content[at : at + 8])
        body = content[at + 8 : at + 8 + length]
        assert zlib.crc32(name + body) == struct.unpack(">I", content[at + 8 + length : at + 12 + length])[0]
        size = struct.unpack(">II", body[:8])[::-1] if name == b"IHDR" else size
        data += body if name == b"IDAT" else b""
        at += 12 + length
    lines = np.frombuffer(zlib.decompress(data), np.uint8).reshape(size[0], size[1] + 1)
    assert not lines[:, 0].any()
    return lines[:, 1:]


def test_a_picture_comes_back_as_it_was():
    grey = np.arange(35, dtype=np.uint8).reshape(5, 7)
    assert (pixels(png(grey)) == grey).all()


@pytest.mark.system("ffmpeg")
def test_it_is_taken_from_the_sealed_file(agreed, tmp_path):
    path = tmp_path / "film.mp4"
    sides = "color=black:s=160x120:d=1[a];color=white:s=160x120:d=1[b];[a][b]hstack"
    subprocess.run(
        ["ffmpeg", "-v", "error", "-f", "lavfi", "-i", sides, "-pix_fmt", "yuv420p", str(path)], check=True, timeout=60
    )
    content = path.read_bytes()
    row = arriving.new(agreed, "film.mp4", len(content), agreed.dates_agreed or arriving.delete_on())
    kept.folder()
    made = Writer(kept.path_of(row.pk), kept.key_of(row), str(row.pk))
    made.append(content, last=True)
    made.close()
    grey = pixels(still(row))
    assert grey.shape == (120, 320)
    assert grey[:, :150].max() < 30
    assert grey[:, 170:].min() > 220


@pytest.mark.system("ffmpeg")
def test_sound_alone_has_none(here):
    with pytest.raises(ReattuneError, match="no moving pictures"):
        still(here)
