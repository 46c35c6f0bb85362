"""A file that lies in memory alone, where the readers expect a path: nothing of it is ever written to disk."""

import io
import os
import re
import stat
import sys
from typing import Any

if sys.platform == "win32":
    from pathlib import WindowsPath as _Path
else:
    from pathlib import PosixPath as _Path

_ODD = re.compile(r"[\\/:\x00-\x1f\x7f]+")
LONGEST = 120


class Held(_Path):
    """A path whose content is held in memory; what the readers ask of a path is answered from there."""

    content: bytes = b""

    @classmethod
    def of(cls, name: str, content: bytes) -> "Held":
        """Return a held file.

        Args:
            name: As a person sees it; what would lead to another folder is taken out.
            content: All of it.
        """
        held = cls(plain_name(name))
        held.content = content
        return held

    def stat(self, *, follow_symlinks: bool = True) -> os.stat_result:
        """Return the size, and that it is a file."""
        _ = follow_symlinks
        return os.stat_result((stat.S_IFREG | 0o600, 0, 0, 1, 0, 0, len(self.content), 0, 0, 0))

    def is_file(self, *_unused: Any, **_more: Any) -> bool:
        """Say that it is a file."""
        return True

    def open(self, mode: str = "r", *_unused: Any, encoding: str | None = None, **_more: Any) -> Any:
        """Open what is held; nothing can be written to it."""
        binary = io.BytesIO(self.content)
        return binary if "b" in mode else io.TextIOWrapper(binary, encoding=encoding or "utf-8")

    def read_bytes(self) -> bytes:
        """Return what is held."""
        return self.content

    def read_text(self, encoding: str | None = None, errors: str | None = None, newline: str | None = None) -> str:
        """Return what is held, as text."""
        _ = newline
        return self.content.decode(encoding or "utf-8", errors or "strict")


def plain_name(name: str) -> str:
    """Return a file's name without folders, control characters or points at its start, and not too long."""
    bare = _ODD.sub("_", name.replace("\\", "/").rpartition("/")[2]).strip().lstrip(".")
    return bare[-LONGEST:] or "file"
