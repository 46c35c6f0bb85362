"""What the disk and the database say when something goes wrong, in words, with what to do."""

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import DatabaseError
from sqlcipher3 import dbapi2

from reattune.errors import ReattuneError
from reattune.language import _

NO_SPACE = frozenset({errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC})
LEAST = 2**20
"""With fewer bytes free a database can write nothing."""
IN_USE = ("locked", "busy")


class StoreError(ReattuneError):
    """Something about the files of the practice that a person can put right."""


def in_words(error: Exception, name: str, folder: Path | None = None) -> str:
    """Return what an error of the disk or the database means, and what to do.

    Args:
        error: As it was raised.
        name: The file it is about, by name.
        folder: Where it lies, where that is known: the database does not always say that a disk is full.
    """
    said = str(getattr(error, "strerror", "") or error)
    if getattr(error, "errno", None) in NO_SPACE or "disk is full" in said or ("disk I/O" in said and _is_full(folder)):
        return _(
            "There is no space left for {name}. What was saved before is as it was, and nothing is half written. "
            "Free some space on this disk, then do it again."
        ).format(name=name)
    if any(word in said for word in IN_USE):
        return _("{name} is in use by another program or window. Close it there, then do it again.").format(name=name)
    return _("{name} could not be written or read ({reason}). What was saved before is as it was.").format(
        name=name, reason=said
    )


def _is_full(folder: Path | None) -> bool:
    try:
        return folder is not None and shutil.disk_usage(folder).free < LEAST
    except OSError:
        return False


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Raise what goes wrong with a file within a `with` block as a StoreError in words.

    Args:
        path: The file that is worked on.
    """
    try:
        yield
    except (OSError, DatabaseError, dbapi2.Error) as error:
        raise StoreError(in_words(error, path.name, path.parent)) from error
