"""A recording as it is handed out: the file as it came while it is here, and what is known of it without its key."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from reattune.errors import ReattuneError
from reattune.language import _, plural
from reattune.practice import models
from reattune.practice.importing.held import plain_name
from reattune.practice.recorded import kept
from reattune.practice.recorded.sealed_file import CHUNK
from reattune.practice.vault.whole import FILE_MODE, own_folder, write_private

FOLDER, NOTE = "recordings", "recordings/read-me.txt"
MOST = 100 * CHUNK
"""Bytes of recordings in one archive, which is made in memory; more are handed out one by one."""
SECRET = frozenset({"key", "mark"})
State = models.Recording.State


def told(recording: models.Recording) -> dict[str, Any]:
    """Return the words of a recording as they are handed out; its key is nobody's to have."""
    return {name: value for name, value in recording.words.items() if name not in SECRET}


def name_of(recording: models.Recording) -> str:
    """Return the name under which a recording's file is handed out."""
    return f"{recording.day.isoformat()} {plain_name(str(recording.words.get('name', '')))}"


def content(recording: models.Recording) -> Iterator[bytes]:
    """Yield a recording's bytes as it came, a megabyte at a time.

    Args:
        recording: One that is here.

    Raises:
        ReattuneError: It was deleted, was changed or cut off, or no was said to recording.
    """
    with kept.source(recording) as file:
        while piece := file.read(CHUNK):
            yield piece


def originals(client: models.Client) -> Mapping[str, bytes]:
    """Return what an archive holds of a client's recordings: their files as far as they fit, and which do not, and why.

    Args:
        client: Whose; where no was said to recording, no file is opened.
    """
    found: dict[str, bytes] = {}
    left: list[str] = []
    broken: list[str] = []
    room = MOST
    for row in _here(client):
        if row.size > room:
            left.append(name_of(row))
            continue
        try:
            found[unlike(f"{FOLDER}/{name_of(row)}", found)] = b"".join(content(row))
        except ReattuneError as error:
            broken += _why(row, error)
        else:
            room -= row.size
    said = "\n".join([*(_note(left) if left else ()), *broken])
    return found | ({NOTE: said.encode()} if said else {})


def write_all(client: models.Client, folder: Path) -> int:
    """Write a client's recordings as files, whatever their size, and return how many; a note says which could not be.

    Args:
        client: Whose.
        folder: Made for its owner alone where there is something to write.
    """
    count = 0
    broken: list[str] = []
    for row in _here(client):
        own_folder(folder)
        place = folder / Path(unlike(name_of(row), {one.name: b"" for one in folder.iterdir()})).name
        try:
            _write(row, place)
            count += 1
        except ReattuneError as error:
            place.unlink(missing_ok=True)
            broken += _why(row, error)
    if broken:
        write_private(folder / Path(NOTE).name, "\n".join(broken).encode())
    return count


def _write(row: models.Recording, place: Path) -> None:
    place.touch(FILE_MODE)
    with place.open("wb") as file:
        for piece in content(row):
            file.write(piece)


def _why(row: models.Recording, error: ReattuneError) -> list[str]:
    """Return the lines that say why a recording is not handed out: one of a backup that was put back has no file."""
    return [f"{name_of(row)}: {error}", ""]


def _here(client: models.Client) -> list[models.Recording]:
    from reattune.practice.recorded import allowed  # noqa: PLC0415  (it needs what hands out)

    if not allowed.is_agreed(client):
        return []
    return list(client.recordings.filter(state=State.HERE).select_related("client").order_by("day", "made"))


def _note(names: list[str]) -> list[str]:
    head = plural(
        "{n} recording is too large for this archive. It is handed out by itself, on the page of recordings:",
        "{n} recordings are too large for this archive. They are handed out by themselves, on the page of recordings:",
        len(names),
    )
    return [head, "", *names, "", _("They are there until the day on which each is deleted."), ""]


def unlike(name: str, taken: Mapping[str, Any]) -> str:
    """Return a name that is not taken yet, by a number before its ending."""
    stem, point, ending = name.rpartition(".")
    names = (
        name,
        *(f"{stem or name} ({number}){point}{ending if stem else ''}" for number in range(2, len(taken) + 3)),
    )
    return next(one for one in names if one not in taken)
