"""Private files that appear whole or not at all, whenever the computer stops."""

import errno
import os
from contextlib import suppress
from pathlib import Path

from reattune.language import _
from reattune.practice.vault.errors import VaultError

FILE_MODE = 0o600
FOLDER_MODE = 0o700
NOT_OFFERED = frozenset({errno.EINVAL, errno.ENOTSUP})
"""What a file system says that cannot, or need not, write a folder out."""


def own_folder(home: Path) -> None:
    """Make a folder, and those above it, where it is not there, and keep it to its owner.

    Raises:
        VaultError: It cannot be made.
    """
    try:
        home.mkdir(parents=True, exist_ok=True, mode=FOLDER_MODE)
        home.chmod(FOLDER_MODE)
    except OSError as error:
        raise refusal(home, error) from error


def write_private(path: Path, content: bytes) -> None:
    """Write a file for its owner alone, so that there is always the old one or the new one on disk.

    Only one may write at a time (`alone`). What a stopped computer left half written is overwritten by the next call.

    Raises:
        VaultError: It cannot be written; the old file, if any, is as it was.
    """
    part = path.with_name(f".{path.name}.part")
    try:
        part.unlink(missing_ok=True)
        handle = os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, FILE_MODE)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
        _keep(path.parent)
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise refusal(path, error) from error


def refusal(path: Path, error: OSError) -> VaultError:
    """Return what to say where something cannot be written."""
    return VaultError(
        _("{path} could not be written ({reason}); see that there is space on the disk and that you may write").format(
            path=path, reason=error.strerror or str(error)
        )
    )


def _keep(folder: Path) -> None:
    """Write out a folder, so that the new name of a file outlives a loss of power."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in NOT_OFFERED:
            raise
    finally:
        os.close(handle)
