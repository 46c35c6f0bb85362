"""Taking a file in: sealed, looked at, and told in plain words, before anything of it is kept."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from django.db import transaction

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice import keys, models
from reattune.practice.clock import today
from reattune.practice.importing import feeds
from reattune.practice.importing.held import Held, plain_name
from reattune.practice.importing.reading import Reading, first_day
from reattune.practice.importing.recognising import Way, mapping_of, way_of
from reattune.practice.importing.telling import understood
from reattune.practice.keeping import kept
from reattune.reading.gathered import Gathered
from reattune.reading.layout import FileKind

LARGEST = 200 * 2**20
UNKNOWN = "unknown"
"""The kind of a table whose columns a person still has to name."""
_DATED = re.compile(r"(?P<stem>.*)@(?P<day>\d{4}-\d{2}-\d{2})", re.DOTALL)


def take(name: str, content: bytes, client: models.Client | None = None) -> models.Import:
    """Take a file in and look at it; nothing of it is kept yet.

    Args:
        name: The file's name, as a person sees it.
        content: All of it.
        client: Whose it is, where all of it is about one client.

    Returns:
        The import: previewed, or kept already where the very same file was taken in before.

    Raises:
        ReattuneError: It is empty, too large, or cannot be read; the text says which and what to do.
    """
    imported = receive(name, content, client)
    if imported.state == models.Import.State.PREVIEWED and not imported.kind:
        understand(imported)
    return imported


def receive(
    name: str, content: bytes, client: models.Client | None = None, feed: models.Feed | None = None
) -> models.Import:
    """Take a file in without looking at it yet; the same file is received once.

    Args:
        name: The file's name.
        content: All of it.
        client: Whose it is.
        feed: Where it comes from, if that is read again and again.

    Raises:
        ReattuneError: It is empty or too large.
    """
    shown = plain_name(name)
    if not content:
        raise ReattuneError(_("{file} is empty; export it again.").format(file=shown))
    if len(content) > LARGEST:
        raise ReattuneError(_("{file} is larger than 200 MB; export a shorter stretch.").format(file=shown))
    digest = file_digest(content, client)
    before = models.Import.objects.filter(digest=digest).exclude(state=models.Import.State.UNDONE).first()
    if before is not None:
        return before
    imported = models.Import(digest=digest, client=client, feed=feed, kind="")
    stem, day = _dated(shown.removesuffix(".ics"))
    imported.day = day or today(kept().zone)
    imported.words = {"name": shown, "file": _unlike_others(shown, client), "stem": stem}
    imported.body = keys.sealer(None).seal(content, _about(imported))
    imported.save(force_insert=True)
    return imported


def understand(imported: models.Import) -> None:
    """Look at a file that was received, and put what was understood into its words.

    Raises:
        ReattuneError: It cannot be read at all; then it is let go.
    """
    try:
        look_first(imported)
    except ReattuneError:
        imported.delete()
        raise


def look_first(imported: models.Import) -> None:
    """Look at a file that was received; one that cannot be read stays, for a person to let go.

    Raises:
        ReattuneError: It cannot be read at all.
    """
    _look(imported, way_of(held(imported)))


def understand_as(imported: models.Import, kind: str, mapping: Mapping[str, Any]) -> None:
    """Look at a table again, with its columns as a person named them.

    Args:
        imported: The import, previewed.
        kind: appointments, payments, ratings or check_ins; "" for a program's export that is known by its content.
        mapping: The `columns`, `status` and `day_first` that were said.

    Raises:
        ReattuneError: It cannot be read in this way; what was understood before stays.
    """
    found = mapping_of(kind, mapping)
    before = way_in_words(imported)
    way = Way(FileKind(kind), found) if kind else Way(before.kind, found, before.reader)
    _look(imported, way)


def settle(imported: models.Import, client: models.Client | None, day: date | None, feed: str | None) -> None:
    """Look at a previewed file again, as a person said whose it is.

    Args:
        imported: The import, previewed.
        client: Whose all of it is, or None where it names the people itself.
        day: The day of a calendar's export; None to leave it.
        feed: The calendar it is another export of, "" for a new one; None to leave it to be suggested.

    Raises:
        ReattuneError: It cannot be read in this way, or is there no more.
    """
    content = held(imported).content
    words = imported.words
    if client != imported.client:
        imported.client = client
        imported.digest = file_digest(content, client)
        words["file"] = _unlike_others(words["name"], client)
        feed = None
    words.pop("feed", None)
    imported.words = words if feed is None else {**words, "feed": feed}
    imported.day = day or imported.day
    _look(imported, way_in_words(imported))


def read(imported: models.Import) -> Gathered:
    """Return what a file that waits gives, in the way that was settled.

    Raises:
        ReattuneError: It cannot be read, or is there no more.
    """
    return _reading(imported, way_in_words(imported)).read(held(imported))


def held(imported: models.Import) -> Held:
    """Return the file that waits, under the name its rows are known by.

    Raises:
        ReattuneError: It was kept or undone, and is there no more.
    """
    if imported.body is None:
        raise ReattuneError(_("This file is not held any more; take it in again."))
    content = keys.sealer(None).open(bytes(imported.body), _about(imported))
    return Held.of(imported.words["file"], content)


def way_in_words(imported: models.Import) -> Way:
    """Return the way a file is read, as it was settled."""
    words = imported.words
    if "way" not in words:
        return Way(None)
    mapping = words.get("mapping")
    return Way(
        FileKind(words["way"]) if words["way"] else None,
        None if mapping is None else mapping_of(mapping["kind"], mapping),
        words.get("reader", ""),
    )


def file_digest(content: bytes, client: models.Client | None) -> str:
    """Return what a file is known by when it comes again; for another client it is another file."""
    plain = hashlib.sha256(content).hexdigest()
    return keys.vault().digest("file", f"{plain}|{client.pk if client else ''}")


def _reading(imported: models.Import, way: Way) -> Reading:
    settings = kept()
    return Reading(settings, way, imported.client_id is not None, imported.day or today(settings.zone))


def _look(imported: models.Import, way: Way) -> None:
    gathered = _reading(imported, way).read(held(imported))
    words = {
        **imported.words,
        "way": way.kind.value if way.kind else "",
        "mapping": None if way.mapping is None else asdict(way.mapping),
        "reader": way.reader,
        **understood(gathered, calendar=way.kind is FileKind.CALENDAR),
    }
    imported.kind = way.kind.name.lower() if way.kind else UNKNOWN
    if way.kind is FileKind.CALENDAR:
        imported.first_day = first_day(gathered)
        if imported.feed is None and "feed" not in words:
            words["feed"] = feeds.likely(imported, words["stem"], gathered)
    imported.words = words
    with transaction.atomic():
        imported.save()


def _dated(stem: str) -> tuple[str, date | None]:
    """Return the name of a calendar and the day of its export, as `name@2026-03-01` gives them."""
    found = _DATED.fullmatch(stem)
    if found is None:
        return stem, None
    try:
        return found["stem"], date.fromisoformat(found["day"])
    except ValueError:
        return stem, None


def _unlike_others(name: str, client: models.Client | None) -> str:
    """Return a name that no other import's rows are known by where they could meet."""
    others = models.Import.objects.exclude(state=models.Import.State.UNDONE).only("id", "sealed", "client")
    if client is not None:
        others = others.filter(client=client) | others.filter(client=None)
    taken = {one.words.get("file") for one in others}
    stem, point, ending = name.rpartition(".")
    number, found = 1, name
    while found in taken:
        number += 1
        found = f"{stem} ({number}){point}{ending}" if stem else f"{name} ({number})"
    return found


def _about(imported: models.Import) -> str:
    return f"practice.import.body:{imported.pk}"
