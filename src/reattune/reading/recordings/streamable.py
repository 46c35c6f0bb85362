"""MP4, MOV, M4A and 3GP as phones write them, in an order in which they can be read without going back.

Such a file is a row of boxes. A phone writes the sound and pictures first (`mdat`) and the index (`moov`) last, so that
from a pipe nothing could be found. Here the index is given first, with every place it names moved along.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import BinaryIO

import numpy as np

from reattune.errors import UnreadableError
from reattune.language import _
from reattune.reading.recordings.source import between

FIRST = frozenset((b"ftyp", b"moov", b"mdat", b"free", b"skip", b"wide", b"pnot", b"styp", b"moof", b"sidx"))
"""What such a file may begin with."""
HOLDS_BOXES = frozenset((b"moov", b"trak", b"mdia", b"minf", b"stbl"))
PLACES = {b"stco": ">u4", b"co64": ">u8"}
"""The tables of places, and how a place is written in each."""
LARGEST_INDEX = 128 * 1024 * 1024
_MOST_BOXES = 200_000
_SHORT, _LONG = 8, 16


@dataclass(frozen=True, slots=True)
class Box:
    """One box: where it begins, where its content does, and where it says that it ends."""

    kind: bytes
    start: int
    body: int
    end: int


@dataclass(frozen=True, slots=True)
class Layout:
    """The boxes of a file in their order; `size` is how many bytes there really are."""

    boxes: tuple[Box, ...]
    size: int

    @property
    def index(self) -> Box | None:
        """The index, if it is there as a whole."""
        return next((box for box in self.boxes if box.kind == b"moov" and box.end <= self.size), None)

    @property
    def cut(self) -> bool:
        """Whether the last box says that it goes on where the file has ended."""
        return bool(self.boxes) and self.boxes[-1].end > self.size

    @property
    def media(self) -> int | None:
        """Where sound and pictures begin, where that is before the index."""
        index = self.index
        return next((box.start for box in self.boxes if index and box.kind == b"mdat" and box.end <= index.start), None)


def layout(reader: BinaryIO) -> Layout | None:
    """Return the boxes of a file, or None where it does not consist of boxes.

    What follows a box whose size makes no sense is left alone; nothing but heads of boxes is read.
    """
    size = reader.seek(0, 2)
    boxes = tuple(islice(_boxes(reader, size), _MOST_BOXES))
    if not boxes or boxes[0].kind not in FIRST:
        return None
    return Layout(boxes, size)


def pieces(reader: BinaryIO) -> Iterator[bytes]:
    """Yield all bytes of a recording in an order in which ffmpeg can read them from a pipe.

    Args:
        reader: the recording; it is read from its beginning, and in memory there is never more than its index.

    Raises:
        UnreadableError: If the index is damaged or larger than 128 MB, or its places would grow too large for it.

    """
    seen = layout(reader)
    index = seen.index if seen else None
    if seen is None or index is None or seen.media is None:
        yield from between(reader, 0, reader.seek(0, 2))
        return
    yield from between(reader, 0, seen.media)
    yield moved(reader, index, seen.media)
    yield from between(reader, seen.media, index.start)
    yield from between(reader, index.end, seen.size)


def moved(reader: BinaryIO, index: Box, to: int) -> bytes:
    """Return the index as it must be where it stands earlier in the file.

    Args:
        reader: the recording.
        index: where its index is now.
        to: where it will begin.

    Raises:
        UnreadableError: If it is damaged or too large, or a place would be.

    """
    length = index.end - index.start
    if length > LARGEST_INDEX:
        raise UnreadableError(
            _(
                "This recording's index is larger than 128 MB. Open it in a program that plays it, save it once more"
                " as MP4, and bring that"
            )
        )
    data = bytearray(b"".join(between(reader, index.start, index.end)))
    for table in _tables(data, 0, length):
        _move(data, table, index, to)
    return bytes(data)


def _boxes(reader: BinaryIO, size: int) -> Iterator[Box]:
    at = 0
    while at + _SHORT <= size:
        reader.seek(at)
        box = _box(reader.read(_LONG), at, size)
        if box is None:
            return
        yield box
        at = box.end


def _box(head: bytes, at: int, outer: int) -> Box | None:
    """Return the box with this head, or None where its size makes no sense; size 0 means up to the end."""
    length, kind, body = int.from_bytes(head[:4]), head[4:_SHORT], _SHORT
    if length == 0:
        return Box(kind, at, at + body, max(outer, at + body))
    if length == 1:
        length, body = int.from_bytes(head[_SHORT:_LONG]), _LONG
    return Box(kind, at, at + body, at + length) if length >= body else None


def _tables(data: bytearray, start: int, end: int) -> Iterator[Box]:
    """Yield the tables of places inside a part of the index, however deep."""
    while start + _SHORT <= end:
        box = _box(bytes(data[start : start + _LONG]), start, end)
        if box is None or box.end > end:
            raise _damaged()
        if box.kind in HOLDS_BOXES:
            yield from _tables(data, box.body, box.end)
        elif box.kind in PLACES:
            yield box
        start = box.end


def _move(data: bytearray, table: Box, index: Box, to: int) -> None:
    """Write the new places into a table: what lay after `to` and before the index now lies behind the index."""
    how = np.dtype(PLACES[table.kind])
    count = int.from_bytes(data[table.body + 4 : table.body + 8])
    first = table.body + 8
    if first + count * how.itemsize > table.end:
        raise _damaged()
    old = np.frombuffer(data, how, count, first).astype(np.uint64)
    inside = (old >= index.start) & (old < index.end)
    between_them = (old >= to) & (old < index.start)
    new = old + np.where(between_them, np.uint64(index.end - index.start), np.uint64(0))
    new = np.where(inside, old - np.uint64(index.start - to), new)
    if count and int(new.max()) > np.iinfo(how).max:
        raise UnreadableError(
            _(
                "This recording is just under 4 GB and its index cannot name places beyond. Save it once more as MP4"
                " in a program that plays it, or in two parts, and bring that"
            )
        )
    data[first : first + count * how.itemsize] = new.astype(how).tobytes()


def _damaged() -> UnreadableError:
    return UnreadableError(
        _("This recording's index is damaged: what it lists does not fit into it. Copy the recording once more")
    )
