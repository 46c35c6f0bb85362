"""Where a recording is: a file, or an open reader of one that must never lie on a disk in the clear."""

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from reattune.errors import UnreadableError
from reattune.language import _

Source = Path | BinaryIO
"""A file, or a binary reader that can seek; a reader is used by one call at a time."""

BLOCK = 256 * 1024
"""Bytes read at a time."""


def title(source: Source, name: str = "") -> str:
    """Return what to call a recording in a sentence."""
    return name or (source.name if isinstance(source, Path) else _("this recording"))


def size(source: Source, name: str = "") -> int:
    """Return how many bytes there are.

    Args:
        source: the recording.
        name: what to call it in a sentence.

    Raises:
        UnreadableError: If there is nothing: no file, no bytes, or a place that cannot be opened.

    """
    called = title(source, name)
    try:
        if isinstance(source, Path):
            if not source.is_file():
                raise UnreadableError(_("{file} is not a file").format(file=called))
            count = source.stat().st_size
            with source.open("rb"):
                pass
        else:
            count = source.seek(0, 2)
    except OSError as error:
        raise UnreadableError(
            _("{file} could not be opened; see whether it is still there").format(file=called)
        ) from error
    if count == 0:
        raise UnreadableError(
            _("{file} is empty: nothing was recorded, or it was not copied whole. Copy it once more").format(
                file=called
            )
        )
    return count


def between(reader: BinaryIO, start: int, end: int) -> Iterator[bytes]:
    """Yield the bytes from one place to another, a block at a time; fewer where the reader ends before."""
    reader.seek(start)
    while start < end and (block := reader.read(min(BLOCK, end - start))):
        start += len(block)
        yield block


def head(source: Source, count: int) -> bytes:
    """Return the first bytes of a recording."""
    if isinstance(source, Path):
        with source.open("rb") as file:
            return file.read(count)
    source.seek(0)
    return b"".join(between(source, 0, count))
