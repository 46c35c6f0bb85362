"""Files that were set aside when a backup was put back: kept beside the store, and removed at the next erasing."""

import os
import shutil
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from reattune.practice.vault.whole import FILE_MODE

MARK = ".aside-"


def name_aside(path: Path) -> Path:
    """Return the name under which a file is set aside now."""
    return path.with_name(f"{path.name}{MARK}{datetime.now(UTC):%Y-%m-%dT%H%M%S.%f}")


def put_aside(path: Path, aside: Path) -> None:
    """Keep a file under a second name, so that it is never missing under its own.

    Args:
        path: The file; nothing happens where it is not there.
        aside: Its second name.
    """
    if not path.exists():
        return
    with suppress(OSError):
        os.link(path, aside)
        return
    shutil.copyfile(path, aside)
    aside.chmod(FILE_MODE)


def set_aside(home: Path) -> tuple[Path, ...]:
    """Return everything in a practice's folder that was set aside, oldest first."""
    return tuple(sorted(one for one in home.glob(f"*{MARK}*") if one.is_file()))
