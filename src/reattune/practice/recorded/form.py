"""A recording that comes with a plain form, without JavaScript: sealed while it arrives, never a plain file on disk."""

import uuid
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopUpload
from django.db import transaction
from django.http import HttpRequest

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice import models
from reattune.practice.importing.held import plain_name
from reattune.practice.recorded import arriving, kept
from reattune.practice.recorded.sealed_file import CHUNK, Writer
from reattune.practice.vault.sealing import new_key

FIELD = "file"


class SealedUpload(UploadedFile):
    """What arrived and is sealed; it cannot be read as uploads are, and need not be."""


class Sealing(FileUploadHandler):
    """Seals one uploaded file while it arrives; its key is in memory alone until the recording has a row.

    Args:
        request: Whose upload it is.
    """

    chunk_size = CHUNK

    def __init__(self, request: HttpRequest) -> None:
        super().__init__(request)
        self.identity, self.key = uuid.uuid4(), new_key()
        self.size = 0
        self.trouble: ReattuneError | None = None
        self._held = bytearray()
        self._writer: Writer | None = None
        self._taken = False
        self._underway = kept.underway(self.part.name)
        self._underway.__enter__()

    @property
    def part(self) -> Path:
        """The sealed file as long as it belongs to no recording."""
        return kept.folder() / f"{self.identity}{kept.PART}"

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin the file; a second one in the same form is more than was asked for."""
        super().new_file(*args, **kwargs)
        if self._writer is not None or self.field_name != FIELD:
            self._stop(ReattuneError(_("Bring one recording at a time.")))
        try:
            self._writer = Writer(self.part, self.key, str(self.identity))
        except OSError as error:
            self._stop(arriving.refused(error, self._shown))

    def receive_data_chunk(self, raw_data: bytes, _start: int) -> None:
        """Seal what has come, except for what may be the end of the file."""
        self._held += raw_data
        self.size += len(raw_data)
        if self.size > arriving.LARGEST:
            message = _("{file} is larger than 8 GB. Cut it into parts, or save it with a smaller picture.")
            self._stop(ReattuneError(message.format(file=self._shown)))
        while len(self._held) > CHUNK:
            self._append(bytes(self._held[:CHUNK]), last=False)
            del self._held[:CHUNK]

    def file_complete(self, _file_size: int) -> UploadedFile:
        """Seal the end, and wait until all of it is on disk."""
        self._append(bytes(self._held), last=True)
        self._held.clear()
        if self._writer is not None:
            self._writer.sync()
        return SealedUpload(name=self._shown, size=self.size)

    def take(self, client: models.Client, day: date) -> models.Recording:
        """Make the recording that was sealed a recording of a client, arrived wholly and not looked at yet.

        Args:
            client: Whose.
            day: The session's day.
        """
        with kept.turn(), transaction.atomic():
            row = arriving.new(client, self._shown, self.size, day, known=self.identity, key=self.key)
            row.arrived = self.size
            row.save(update_fields=["arrived"])
            self._let_go()
            self.part.rename(kept.path_of(row.pk))
        self._taken = True
        return row

    def clear(self) -> None:
        """Let go of the file; what became no recording is deleted."""
        self._let_go()
        if not self._taken:
            self.part.unlink(missing_ok=True)
        self._underway.__exit__(None, None, None)

    @property
    def _shown(self) -> str:
        return plain_name(self.file_name or "")

    def _append(self, plain: bytes, *, last: bool) -> None:
        try:
            if self._writer is not None:
                self._writer.append(plain, last=last)
        except OSError as error:
            self._stop(arriving.refused(error, self._shown))

    def _stop(self, trouble: ReattuneError) -> None:
        # The rest is taken and forgotten, so that the browser shows the answer instead of a broken connection.
        self.trouble = trouble
        raise StopUpload(connection_reset=False)

    def _let_go(self) -> None:
        if self._writer is not None:
            with suppress(OSError):
                self._writer.close()
            self._writer = None
