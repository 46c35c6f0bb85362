"""A large file sealed chunk by chunk, so that none can be changed, moved, dropped or cut off unnoticed.

Each chunk of 1 MiB is AES-256-GCM under the file's own key with a random nonce, bound to the file, its place, and
whether it is the last. Only whole chunks are written; what a stopped program left half written is cut off again.
"""

import io
import os
import secrets
from pathlib import Path
from typing import Any, cast

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from reattune.errors import ReattuneError
from reattune.language import _

CHUNK = 2**20
NONCE, TAG = 12, 16
SEALED_CHUNK = NONCE + CHUNK + TAG
FILE_MODE = 0o600


class DamagedFileError(ReattuneError):
    """A sealed file was changed, cut off, or belongs to another recording."""


def sealed_bytes(plain: int) -> int:
    """Return how many bytes so many of a file take when they are sealed."""
    return plain + (NONCE + TAG) * max(1, -(-plain // CHUNK))


class Writer:
    """Appends to a sealed file; what was appended is on disk once `sync` returns.

    Args:
        path: The file; made for its owner alone where it is not there.
        key: 32 bytes, of this file and of no other.
        about: What the file is, such as the recording's id; needed again to read it.
        arrived: Bytes that are in it already, a whole number of chunks; whatever follows them is cut off.

    Raises:
        DamagedFileError: It holds less than that.
        OSError: The disk is full, or the file cannot be written.
    """

    def __init__(self, path: Path, key: bytes, about: str, arrived: int = 0) -> None:
        if arrived % CHUNK:
            raise ReattuneError(_("A sealed file goes on only after a whole piece; begin it anew."))
        self._cipher, self._about = AESGCM(key), about
        self._number = arrived // CHUNK
        self._handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), FILE_MODE)
        start = self._number * SEALED_CHUNK
        if os.fstat(self._handle).st_size < start:
            os.close(self._handle)
            raise _damaged(path, self._number)
        self._cut(start)

    def append(self, plain: bytes | memoryview, *, last: bool) -> None:
        """Seal what comes next.

        Args:
            plain: A whole number of chunks; less only where it is the last of the file.
            last: Whether the file ends with it.
        """
        view = memoryview(plain)
        if len(view) % CHUNK and not last:
            raise ReattuneError(_("Only the last piece of a file may be shorter than the others."))
        for start in range(0, max(len(view), 1), CHUNK):
            part = view[start : start + CHUNK]
            is_last = last and start + CHUNK >= len(view)
            self._write(self._sealed(part, is_last=is_last))
            self._number += 1

    def sync(self) -> None:
        """Wait until everything is on disk."""
        os.fsync(self._handle)

    def close(self) -> None:
        """Let go of the file."""
        os.close(self._handle)

    def _sealed(self, plain: memoryview, *, is_last: bool) -> bytes:
        nonce = secrets.token_bytes(NONCE)
        return nonce + self._cipher.encrypt(nonce, plain, _bound(self._about, self._number, is_last=is_last))

    def _write(self, sealed: bytes) -> None:
        start = self._number * SEALED_CHUNK
        left = memoryview(sealed)
        try:
            while left:
                left = left[os.write(self._handle, left) :]
        except OSError:
            # A full disk took a part of it: what was there before stays as it was.
            self._cut(start)
            raise

    def _cut(self, start: int) -> None:
        os.ftruncate(self._handle, start)
        os.lseek(self._handle, start, os.SEEK_SET)


class Reader(io.RawIOBase):
    """Reads a sealed file from any place, one chunk in memory at a time.

    Args:
        path: The file.
        key: Its key.
        about: What it is, exactly as when it was written.
        size: Bytes it must hold; None takes what is there.

    Raises:
        DamagedFileError: It is not there, or not as long as it was.
    """

    def __init__(self, path: Path, key: bytes, about: str, size: int | None = None) -> None:
        super().__init__()
        self._path, self._cipher, self._about = path, AESGCM(key), about
        self._at, self._held, self._plain = 0, -1, b""
        try:
            self._file = path.open("rb", buffering=0)
        except OSError as error:
            raise _missing(path) from error
        length = os.fstat(self._file.fileno()).st_size
        if size is not None and length != sealed_bytes(size):
            self._file.close()
            raise _damaged(path, length // SEALED_CHUNK)
        self._chunks = max(1, -(-length // SEALED_CHUNK))
        self.size = max(0, length - self._chunks * (NONCE + TAG))
        """Bytes of the file as it was before it was sealed."""

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def seekable(self) -> bool:
        """Say that any place can be gone to."""
        return True

    def tell(self) -> int:
        """Return the place that is read next."""
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go to a place, as files do."""
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self.size}[whence]
        if base + offset < 0:
            raise ValueError(_("There is nothing before the beginning of a file."))
        self._at = base + offset
        return self._at

    def readinto(self, buffer: Any) -> int:
        """Read into a buffer, at most to the end of a chunk; 0 at the end of the file.

        Raises:
            DamagedFileError: What is to be read was changed, moved, or cut off.
        """
        if self._at >= self.size:
            return 0
        number, within = divmod(self._at, CHUNK)
        plain = self._chunk(number)
        view = memoryview(buffer).cast("B")
        taken = plain[within : within + len(view)]
        view[: len(taken)] = taken
        self._at += len(taken)
        return len(taken)

    def close(self) -> None:
        """Let go of the file, and of what was read of it."""
        self._held, self._plain = -1, b""
        if hasattr(self, "_file"):
            self._file.close()
        super().close()

    def _chunk(self, number: int) -> bytes:
        if number == self._held:
            return self._plain
        self._file.seek(number * SEALED_CHUNK)
        sealed = cast("bytes", self._file.read(SEALED_CHUNK))
        bound = _bound(self._about, number, is_last=number == self._chunks - 1)
        try:
            self._plain = self._cipher.decrypt(sealed[:NONCE], sealed[NONCE:], bound)
        except (InvalidTag, ValueError) as error:
            raise _damaged(self._path, number) from error
        self._held = number
        return self._plain


def _bound(about: str, number: int, *, is_last: bool) -> bytes:
    return f"reattune recording|{about}|{number}|{'last' if is_last else 'more'}".encode()


def _damaged(path: Path, number: int) -> DamagedFileError:
    message = _(
        "The sealed recording {name} was changed or cut off (from its megabyte {number} on), so it is not played or "
        "analysed. Its figures stay; bring the recording again if you still have it."
    )
    return DamagedFileError(message.format(name=path.name, number=number))


def _missing(path: Path) -> DamagedFileError:
    message = _(
        "The sealed recording {name} is not there. Recordings are in no backup; bring it again if you still have it."
    )
    return DamagedFileError(message.format(name=path.name))
