"""Files appear whole or not at all."""

import os
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from reattune.errors import ReattuneError
from reattune.language import _

STANDARD_OUTPUT = "-"


def to_standard_output(path: Path, text: str) -> bool:
    """Write a text to a file, or to standard output where that was asked for; return whether it was.

    Args:
        path: Where; `-` for standard output.
        text: What.

    Raises:
        ReattuneError: If it cannot be written there.
    """
    if str(path) == STANDARD_OUTPUT:
        sys.stdout.buffer.write(text.encode())  # JSON is UTF-8, whatever the terminal is
        return True
    write_whole(path, text)
    return False


def write_whole(path: Path, text: str) -> None:
    """Write a text file so that nobody ever sees half of it.

    Args:
        path: Where; a file already there is replaced.
        text: What.

    Raises:
        ReattuneError: If it cannot be written there; the old file, if any, is untouched.
    """
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    except OSError as error:
        raise _refusal(path, error) from error
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except OSError as error:
        raise _refusal(path, error) from error
    finally:
        with suppress(FileNotFoundError):
            Path(name).unlink()


def _refusal(path: Path, error: OSError) -> ReattuneError:
    reason = error.strerror or str(error)
    return ReattuneError(
        _("{path} could not be written ({reason}); choose a folder that exists and that you may write to").format(
            path=path, reason=reason
        )
    )
