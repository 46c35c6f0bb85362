"""The bytes of a recording on their way to a browser: a megabyte at a time, and no more once it may not be played."""

from collections.abc import Iterator
from typing import BinaryIO

from reattune.errors import ReattuneError
from reattune.practice import desk, models, scope
from reattune.practice.recorded import allowed
from reattune.practice.recorded.sealed_file import CHUNK
from reattune.practice.recorded.shown.ranges import Part


def pieces(recording: models.Recording, file: BinaryIO, part: Part) -> Iterator[bytes]:
    """Return a part of a file piece by piece; it ends early once the desk is locked or a no was said.

    Whoever is given less than was announced notices it: a browser takes the connection for cut off.

    Args:
        recording: Whose bytes they are.
        file: Where to read; it is closed in the end.
        part: Which of it.
    """
    # Now, while it is known who asks: the answer goes on after they were let in, and before anybody else is.
    return _pieces(recording, file, part, scope.present())


def _pieces(recording: models.Recording, file: BinaryIO, part: Part, whose: scope.Scope) -> Iterator[bytes]:
    with file:
        file.seek(part.start)
        left = part.length
        while left > 0 and _may_go_on(recording, whose):
            piece = file.read(min(CHUNK, left))
            if not piece:
                return
            left -= len(piece)
            # Listening is using the desk.
            desk.touch()
            yield piece


def _may_go_on(recording: models.Recording, whose: scope.Scope) -> bool:
    if not desk.is_open():
        return False
    try:
        with scope.use(whose):
            allowed.require(recording.client)
    except ReattuneError:
        return False
    return True
