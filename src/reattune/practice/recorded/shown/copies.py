"""The sound of a recording as a small MP3, for what no browser plays; held in memory, and gone with the open vault.

Nothing of it is written anywhere: an hour is 29 MB, and only the one that was played last is held.
"""

import io
from threading import Lock
from typing import BinaryIO, cast
from uuid import UUID
from weakref import WeakKeyDictionary

from reattune.practice import keys, models
from reattune.practice.recorded import kept
from reattune.practice.vault import Vault
from reattune.reading.recordings import audio

_held: WeakKeyDictionary[Vault, tuple[UUID, bytes]] = WeakKeyDictionary()
_making = Lock()
"""One is made at a time; who asks for the same meanwhile waits for it."""


def copy_of(recording: models.Recording) -> bytes:
    """Return a recording's sound as an MP3 that every browser plays, made where it is not held already.

    Args:
        recording: One that is here, of a client who agreed to it.

    Raises:
        ReattuneError: It may not be played, or cannot be.
    """
    with _making:
        known, content = _held.get(keys.vault(), (None, b""))
        if known == recording.pk:
            return content
        with kept.source(recording) as file:
            made = b"".join(audio.playable(cast("BinaryIO", file)))
        _held[keys.vault()] = (recording.pk, made)
        return made


def opened(recording: models.Recording) -> BinaryIO:
    """Return the same as a file to read from; arguments and errors as of `copy_of`."""
    return io.BytesIO(copy_of(recording))
