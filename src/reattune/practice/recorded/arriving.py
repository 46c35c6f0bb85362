"""A recording that arrives piece by piece: sealed before it touches the disk, and gone on with where it stopped."""

import hashlib
import hmac
import shutil
import uuid
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from reattune.charts import day as spoken_day
from reattune.errors import ReattuneError, UnreadableError
from reattune.language import _
from reattune.practice import auditing, clock, models
from reattune.practice.importing.held import plain_name
from reattune.practice.keeping import kept as settings
from reattune.practice.recorded import allowed, finding, kept, tracks
from reattune.practice.recorded.sealed_file import CHUNK, DamagedFileError, sealed_bytes
from reattune.practice.store.faults import NO_SPACE, StoreError, in_words
from reattune.practice.vault.sealing import new_key

LARGEST = 8 * 2**30
PIECE = 4 * CHUNK
SPARE = 200 * 2**20
"""Bytes that are left free on the disk, so that the store itself can go on."""
WHAT = "recording"
LONGEST_MARK = 64
State = models.Recording.State


class MixedError(ReattuneError):
    """Pieces of two files under one name."""


class OutOfOrderError(ReattuneError):
    """A piece that does not follow what has arrived; `arrived` says where to go on."""

    def __init__(self, arrived: int) -> None:
        super().__init__(_("This piece does not follow what is here; it goes on after byte {n}.").format(n=arrived))
        self.arrived = arrived


def begin(client: models.Client, name: str, size: int, day: date | None, mark: str = "") -> models.Recording:
    """Make room for a recording, or find the one of the same file that stopped on its way.

    Args:
        client: Whose session it was.
        name: The file's name.
        size: Its bytes.
        day: The day of the session; needed for a new one.
        mark: The SHA-256 (hex) of its first and last piece together, by which the same file is known again.

    Returns:
        The row; `arrived` says where to go on.

    Raises:
        ReattuneError: It was not agreed to, its day is missing, or there is no room for it.
    """
    allowed.require(client)
    shown, known = plain_name(name), mark[:LONGEST_MARK]
    for row in client.recordings.filter(state=State.ARRIVING, size=size):
        if known and (row.words.get("name"), row.words.get("mark")) == (shown, known):
            return _on(row, day)
    _refuse_twice(client, size, known, shown)
    _refuse_size(size, shown)
    made = new(client, shown, size, session_day(day))
    kept.remember(made, mark=known)
    return made


def _on(row: models.Recording, day: date | None) -> models.Recording:
    """Return a recording that goes on, on the day that was said last."""
    if day is not None and day != row.day:
        row.day = session_day(day)
        row.save(update_fields=["day"])
    return row


def _refuse_twice(client: models.Client, size: int, mark: str, name: str) -> None:
    """Refuse a file that is here already: one session would count for two."""
    for row in client.recordings.filter(state=State.HERE, size=size) if mark else ():
        if row.words.get("mark") == mark:
            message = _("{file} is here already, as the recording of {day}. If that is not its day, take it out first.")
            raise ReattuneError(message.format(file=name, day=spoken_day(row.day)))


def session_day(day: date | None) -> date:
    """Return the day of a session that has been.

    Raises:
        ReattuneError: None was given, or it has not come yet.
    """
    if day is None:
        raise ReattuneError(_("On which day was this session? Give its day, and choose the recording again."))
    if day > clock.today(settings().zone):
        raise ReattuneError(_("That day has not come yet; give the day on which the session was."))
    return day


def new(
    client: models.Client,
    name: str,
    size: int,
    day: date,
    *,
    known: uuid.UUID | None = None,
    key: bytes | None = None,
) -> models.Recording:
    """Make the row of a recording.

    Args:
        client: Whose.
        name: The file's name, fit to be shown.
        size: Its bytes.
        day: The session's day.
        known: The id under which its file was sealed already; None for a new one.
        key: The key with which it was.
    """
    row = models.Recording(id=known or uuid.uuid4(), client=client, day=day, size=size, delete_on=delete_on())
    row.words = {"name": name, "key": (key or new_key()).hex()}
    with transaction.atomic():
        row.save(force_insert=True)
        auditing.record(auditing.Action.IMPORTED, client.pk, WHAT, "therapy")
    return row


def delete_on() -> date:
    """Return the day on which a recording that comes today is deleted."""
    now = settings()
    return clock.today(now.zone) + timedelta(days=now.recording_days)


def _refuse_size(size: int, name: str) -> None:
    if size < 1:
        raise ReattuneError(_("{file} is empty; copy it from the recorder again.").format(file=name))
    if size > LARGEST:
        message = _("{file} is larger than 8 GB. Cut it into parts, or save it with a smaller picture.")
        raise ReattuneError(message.format(file=name))
    free = shutil.disk_usage(kept.folder()).free
    if free < sealed_bytes(size) + SPARE:
        message = _(
            "{file} needs {need} MB, and {free} MB are free on this disk. Free some space, then choose it again."
        )
        raise StoreError(message.format(file=name, need=-(-(size + SPARE) // 2**20), free=free // 2**20))


def piece(recording: models.Recording, offset: int, content: bytes) -> int:
    """Seal the next piece of a recording; once this returns, it is on disk.

    Args:
        recording: Which.
        offset: Where in the file it begins.
        content: The piece; every one but the last is a whole number of megabytes.

    Returns:
        How much of the file is safe; a piece that came before changes nothing.

    Raises:
        OutOfOrderError: It does not follow what is here.
        ReattuneError: It was not agreed to (any more), it is more than was said, or the disk is full.
    """
    with kept.turn():
        row = models.Recording.objects.select_related("client").filter(pk=recording.pk).first()
        if row is None or row.state == State.DELETED:
            raise ReattuneError(_("This recording was taken out meanwhile; choose it again to bring it anew."))
        allowed.require(row.client)
        end = offset + len(content)
        if row.state == State.HERE or end <= row.arrived:
            return int(row.arrived)
        if offset != row.arrived:
            raise OutOfOrderError(row.arrived)
        last = end == row.size
        if end > row.size or not content or (len(content) % CHUNK and not last):
            raise ReattuneError(_("This piece is not what was announced; choose the recording again."))
        _seal(row, content, last=last)
        models.Recording.objects.filter(pk=row.pk).update(arrived=end, touched=timezone.now())
        return end


def _seal(row: models.Recording, content: bytes, *, last: bool) -> None:
    try:
        made = kept.writer(row)
        try:
            made.append(content, last=last)
            made.sync()
        finally:
            made.close()
    except DamagedFileError:
        # What was safe is gone from the disk: it begins anew instead of going on with a hole.
        models.Recording.objects.filter(pk=row.pk).update(arrived=0)
        raise OutOfOrderError(0) from None
    except OSError as error:
        raise refused(error, str(row.words.get("name", ""))) from error


def refused(error: OSError, name: str) -> StoreError:
    """Return what to say where the disk did not take a piece."""
    if error.errno in NO_SPACE:
        message = _(
            "The disk is full, so {file} stopped on its way. What has arrived is safe: free some space, choose the "
            "same file again, and it goes on where it stopped."
        )
        return StoreError(message.format(file=name))
    return StoreError(in_words(error, name))


def finish(recording: models.Recording) -> models.Recording:
    """Take a recording that has arrived wholly for what it is, and have it analysed; doing it twice changes nothing.

    Args:
        recording: Which.

    Returns:
        The row as it is from now on.

    Raises:
        OutOfOrderError: Not all of it is here.
        ReattuneError: It was not agreed to any more, or it is no recording; then it was taken out again.
    """
    with kept.turn():
        row: models.Recording = models.Recording.objects.select_related("client").get(pk=recording.pk)
        if row.state != State.ARRIVING:
            return row
        allowed.require(row.client)
        if row.arrived != row.size:
            raise OutOfOrderError(row.arrived)
        try:
            _refuse_mixed(row)
            track = tracks.looked_at(row)
        except (UnreadableError, MixedError, DamagedFileError):
            take_back(row)
            raise
        with transaction.atomic():
            row.state, row.delete_on, row.heard = State.HERE, delete_on(), _transcript(row)
            row.words = {**row.words, **track}
            row.save()
            finding.start(row)
    return row


def take_back(row: models.Recording) -> None:
    """Take out what was no recording, or never arrived: its row, its key, and its file."""
    known = row.pk
    with transaction.atomic():
        auditing.record(auditing.Action.ERASED, row.client_id, WHAT, "therapy")
        row.delete()
    kept.drop((known,))


def _refuse_mixed(row: models.Recording) -> None:
    """Refuse pieces of two different files: the first and last must be those that were announced."""
    mark = str(row.words.get("mark", ""))
    if not mark:
        return
    with kept.source(row) as file:
        ends = file.read(PIECE)
        if row.size > PIECE:
            file.seek(max(PIECE, row.size - PIECE))
            ends += file.read(PIECE)
    if not hmac.compare_digest(hashlib.sha256(ends).hexdigest(), mark):
        raise MixedError(_("What arrived is not the file that was announced; choose the recording again."))


def _transcript(row: models.Recording) -> models.Heard | None:
    """Return the transcript of the same day, where there is exactly one."""
    found = list(row.client.heard.filter(day=row.day, wordless=False, confirmed__isnull=False).defer("body")[:2])
    return found[0] if len(found) == 1 else None
