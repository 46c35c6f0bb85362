"""Which exports belong to one calendar: they are kept with their days and compared."""

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from reattune.model import Break, Session, Source
from reattune.practice import keys, models
from reattune.practice.importing.reading import AHEAD
from reattune.practice.mapping.codec import dump
from reattune.reading.gathered import Gathered

LONGEST_SAME = timedelta(days=180)
"""After this, an export is kept even where nothing changed: repeated entries are followed further by it."""
_ENOUGH = 0.5
"""The share of a feed's entries that must be known from a feed before, to suggest that it is the same."""


def likely(imported: models.Import, stem: str, gathered: Gathered) -> str:
    """Return the id of the calendar that a file is most likely another export of, "" where there is none.

    It is a suggestion that is shown before anything is kept: most of its entries are known, or its name is the same.

    Args:
        imported: The file.
        stem: Its name without a day.
        gathered: What it lists.
    """
    entries = entry_digests(gathered)
    best, share = "", 0.0
    for feed in choices(imported):
        words = feed.words
        known = set(words.get("entries", ()))
        found = len(known & set(entries)) / len(entries) if entries else 0.0
        if words.get("name") == stem:
            found = max(found, _ENOUGH)
        if found >= _ENOUGH and found > share:
            best, share = str(feed.pk), found
    return best


def choices(imported: models.Import) -> Iterable[models.Feed]:
    """Return the calendars that a file may be another export of: those of the same client, or of the practice."""
    feeds = models.Feed.objects.filter(client=imported.client).exclude(kind=models.Feed.Kind.FOLDER)
    return [one for one in feeds if one.words.get("calendar")]


def settle(imported: models.Import, gathered: Gathered) -> models.Feed:
    """Return the calendar that a file is kept under, a new one where none was chosen, and remember its entries."""
    words = imported.words
    feed = imported.feed
    if feed is None and words.get("feed"):
        feed = models.Feed.objects.filter(pk=UUID(words["feed"]), client=imported.client).first()
    if feed is None:
        feed = models.Feed(kind=models.Feed.Kind.FILES, client=imported.client)
    known: dict[str, Any] = {"name": words["stem"], **feed.words, "calendar": True}
    feed.words = {**known, "entries": entry_digests(gathered)}
    feed.save()
    return feed


def listing_digest(gathered: Gathered, until: date) -> str:
    """Return a digest of all that a calendar lists up to a day, whatever the file is called.

    Args:
        gathered: What it lists.
        until: The last day that counts.
    """
    pairs: list[tuple[str, Session | Break]] = [*gathered.sessions, *gathered.breaks]
    said = [
        [label, one.source.row, dump(replace(one, source=Source("", "")))]
        for label, one in pairs
        if (one.slot.date() if isinstance(one, Session) else one.start) <= until
    ]
    said.sort(key=repr)
    return keys.vault().digest("listing", json.dumps(said, ensure_ascii=False))


def same_as(imported: models.Import, gathered: Gathered) -> models.Import | None:
    """Return the export before this one where nothing changed between the two, so that nothing need be kept twice.

    Args:
        imported: The file.
        gathered: What it lists.
    """
    chosen = imported.words.get("feed")
    feed = imported.feed or (models.Feed.objects.filter(pk=UUID(chosen)).first() if chosen else None)
    if feed is None or imported.day is None:
        return None
    kept = feed.imports.filter(state=models.Import.State.KEPT, client=imported.client, day__lte=imported.day)
    before = kept.order_by("-day", "-made").first()
    if before is None or before.day is None or imported.day - before.day > LONGEST_SAME:
        return None
    alike = before.words.get("listing") == listing_digest(gathered, before.day + AHEAD)
    return before if alike and not kept.model.objects.filter(feed=feed, day__gt=imported.day).exists() else None


def entry_digests(gathered: Gathered) -> list[str]:
    """Return short digests of a calendar's entries, by which it is known again."""
    vault = keys.vault()
    uids = {session.source.row.partition("|")[0] for _label, session in gathered.sessions}
    return sorted(vault.digest("entry", uid)[:12] for uid in uids)
