"""One grey picture of a recording, made when it is asked for and never kept: to see who sits where."""

import struct
import zlib
from collections.abc import Generator
from contextlib import closing
from typing import BinaryIO, cast

import numpy as np
from numpy.typing import NDArray

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice import models
from reattune.practice.recorded import kept
from reattune.reading.recordings import video

_Blocks = Generator[video.Pictures, None, None]
WIDTH, HEIGHT = 640, 360
KIND = "image/png"


def still(recording: models.Recording) -> bytes:
    """Return a picture from the first seconds of a recording as a PNG.

    Args:
        recording: One with a picture, that is here, of a client who agreed to it.

    Raises:
        ReattuneError: It may not be shown, or has no picture that can be read.
    """
    with kept.source(recording) as file:
        # One block is enough; closing it ends the program that reads on.
        with closing(cast("_Blocks", video.pictures(cast("BinaryIO", file), WIDTH, HEIGHT))) as blocks:
            block = next(blocks, None)
        if block is None:
            raise ReattuneError(_("No picture of this recording can be read."))
        # The first ones are often black.
        return png(block.grey[-1])


def png(grey: NDArray[np.uint8]) -> bytes:
    """Return a grey picture as a PNG.

    Args:
        grey: (height, width).
    """
    high, wide = grey.shape
    # Each line begins with a 0: it is not told by the line above.
    lines = np.concatenate((np.zeros((high, 1), np.uint8), grey), axis=1).tobytes()
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", wide, high, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(lines)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, content) for name, content in parts)


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
