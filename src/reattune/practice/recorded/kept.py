"""Where the bytes of a recording lie: in a sealed file of its own beside the store, its key in the row's sealed words.

With the key gone from the row, what is left of the file can be opened by nobody.
"""

import io
import math
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db import transaction

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice import backing, models, scope
from reattune.practice.keeping import kept as settings
from reattune.practice.recorded import allowed
from reattune.practice.recorded.sealed_file import CHUNK, Reader, Writer
from reattune.practice.store.aside import set_aside
from reattune.practice.vault.alone import alone
from reattune.practice.vault.whole import own_folder

FOLDER = "recordings"
SEALED, PART = ".sealed", ".part"
DAY = 24 * 3600
TURN = "recordings.lock"
"""Held by whoever writes to one of these files, or clears them away."""
State = models.Recording.State
_underway: set[str] = set()
_guard = threading.Lock()


def folder() -> Path:
    """Return the folder of the open practice's recordings, made where it is not there."""
    found = backing.path().parent / FOLDER
    own_folder(found)
    return found


def path_of(recording: UUID) -> Path:
    """Return the sealed file of a recording, by the row's id."""
    return backing.path().parent / FOLDER / f"{recording}{SEALED}"


@contextmanager
def turn() -> Iterator[None]:
    """Be the only one who writes to these files, among threads and programs."""
    with alone(backing.path().parent, TURN):
        yield


def key_of(recording: models.Recording) -> bytes:
    """Return the key of a recording's file.

    Raises:
        ReattuneError: It was deleted.
    """
    key = recording.words.get("key")
    if not key or recording.state == State.DELETED:
        raise ReattuneError(_("This recording was deleted; what was found in it is all that is left."))
    return bytes.fromhex(key)


def writer(recording: models.Recording) -> Writer:
    """Return what appends to a recording after everything of it that is safe."""
    folder()
    return Writer(path_of(recording.pk), key_of(recording), str(recording.pk), recording.arrived)


def source(recording: models.Recording) -> io.BufferedReader:
    """Return a recording's bytes, seekable and opened piece by piece; nothing of it is written anywhere.

    Args:
        recording: Of a client who agreed to it.

    Raises:
        NotAgreedError: Recording was not agreed to, or not any more.
        ReattuneError: It was deleted, or its file was changed, cut off, or is not there.
    """
    allowed.require(recording.client)
    return io.BufferedReader(
        Reader(path_of(recording.pk), key_of(recording), str(recording.pk), recording.size), buffer_size=CHUNK
    )


def remember(recording: models.Recording, **words: Any) -> None:
    """Add to what a recording's sealed words say, in the row as it is in the store.

    Args:
        recording: Which.
        words: By name; None takes one out.
    """
    with transaction.atomic():
        # Meanwhile a job or another window may have added something of its own.
        present = models.Recording.objects.select_for_update().filter(pk=recording.pk).first()
        both = {**(present or recording).words, **words}
        recording.words = {name: value for name, value in both.items() if value is not None}
        recording.save(update_fields=["sealed", "touched"])


def drop(recordings: Iterable[UUID]) -> None:
    """Delete the files of some recordings; what is not there any more, or is read just now, is no trouble."""
    for one in recordings:
        _unlink(path_of(one))


def _unlink(file: Path) -> bool:
    # Where somebody reads it just now, some systems refuse; without its key it is cleared away a while later.
    with suppress(OSError):
        file.unlink()
        return True
    return False


@contextmanager
def underway(name: str) -> Iterator[None]:
    """Keep a file that is being written before it has a row from being cleared away."""
    with _guard:
        _underway.add(name)
    try:
        yield
    finally:
        with _guard:
            _underway.discard(name)


def clear_orphans() -> int:
    """Delete every file that belongs to no recording that is here, and return how many there were.

    Such a file is what a stopped program, an erased client or a deletion that was cut off left; no key opens it. As
    long as a store lies beside that was set aside when a backup was put back, only what is older than any recording
    may become is deleted: that store has the keys of the others, and may be wanted back.
    """
    home = backing.path().parent
    place = home / FOLDER
    if not place.is_dir():
        return 0
    before = time.time() - settings().recording_days * DAY if set_aside(home) else math.inf
    count = 0
    with turn(), scope.use(scope.EVERYONE):
        rows = models.Recording.objects.exclude(state=State.DELETED).values_list("pk", flat=True)
        here = {f"{one}{SEALED}" for one in rows}
        for file in place.iterdir():
            is_ours = file.suffix in {SEALED, PART} and file.name not in here and file.name not in _underway
            if is_ours and file.stat().st_mtime <= before:
                count += _unlink(file)
    return count
