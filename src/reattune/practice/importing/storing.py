"""Keeping a file: each row sealed with its client's own key, piece by piece, so that being cut off loses nothing."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any
from uuid import UUID

from django.db import transaction

from reattune.errors import ReattuneError
from reattune.language import _, plural
from reattune.practice import auditing, clients, models
from reattune.practice.importing import feeds, taking
from reattune.practice.importing.reading import AHEAD
from reattune.practice.importing.sharing import Links, Row, Sharing, Whose, day_of, label_digest, row_id, rows_of
from reattune.practice.mapping.codec import dump
from reattune.reading.gathered import Gathered
from reattune.reading.layout import FileKind
from reattune.reading.linking import labelled

CHUNK = 400
"""Rows a transaction."""
Said = Callable[[int, int], None]


@dataclass(slots=True)
class Shared:
    """A file's rows by what becomes of them."""

    rows: list[models.Record] = field(default_factory=list)
    waiting: dict[str, list[list[Any]]] = field(default_factory=lambda: defaultdict(list))
    leave: list[list[Any]] = field(default_factory=list)
    shares: dict[str, dict[str, int]] = field(default_factory=dict)
    """How many rows of each kind went to a client through a link, by the label's digest: so they can be moved."""
    nobodys: int = 0
    """Rows of a file about several people that name none of them."""


def keep(imported: models.Import, said: Said | None = None) -> models.Import:
    """Keep a previewed file; kept already, nothing is done. Cut off in between, it can be called again.

    Rows are seen nowhere until all of them are there.

    Args:
        imported: The import.
        said: Called with how many rows are done, and how many there are.

    Returns:
        The import, kept.

    Raises:
        ReattuneError: It was undone, or a person still has to name its columns.
    """
    imported.refresh_from_db()
    if imported.state == models.Import.State.KEPT:
        return imported
    if imported.kind in {"", taking.UNKNOWN}:
        message = _("{file}: say first what its columns are.")
        raise ReattuneError(message.format(file=imported.words.get("name", "")))
    gathered = taking.read(imported)
    calendar = imported.kind == FileKind.CALENDAR.name.lower()
    before = feeds.same_as(imported, gathered) if calendar else None
    if before is not None:
        _keep_nothing(imported, before)
        return imported
    shared = share(imported, gathered, calendar=calendar)
    if shared.nobodys and not shared.rows and not shared.waiting:
        message = _("{file}: say first whose it is; its rows name nobody.")
        raise ReattuneError(message.format(file=imported.words.get("name", "")))
    _put(imported, shared.rows, said)
    with transaction.atomic():
        if _still_waits(imported):
            _settle(imported, gathered, shared, calendar=calendar)
        imported.refresh_from_db()
    return imported


def share(imported: models.Import, gathered: Gathered, *, calendar: bool) -> Shared:
    """Share a file's rows out to the clients they belong to; what is linked to nobody waits.

    Args:
        imported: The import.
        gathered: What was read of it.
        calendar: Whether it is a calendar.
    """
    links = Links()
    sharing = Sharing(labelled(gathered), imported.client_id, links)
    everybody = list(models.Client.objects.values_list("id", flat=True))
    shared = Shared()
    digests = {label: label_digest(label) for label in labelled(gathered)}
    for row in rows_of(gathered, calendar=calendar):
        whose = sharing.whose(row.label, row.kind)
        if isinstance(whose, UUID):
            owner = digests[row.label]
            shared.rows.append(record(imported, whose, owner, row.kind, row.number, row.record))
            if row.label and links.of(row.label) == whose:
                counts = shared.shares.setdefault(owner, {})
                counts[row.kind] = counts.get(row.kind, 0) + 1
        elif whose is Whose.EVERYBODY:
            shared.leave.append([row.kind, row.number, dump(row.record)])
            shared.rows += [record(imported, each, str(each), row.kind, row.number, row.record) for each in everybody]
        elif whose is Whose.WAITING and row.label:
            shared.waiting[row.label].append(_packed(row))
        elif whose is Whose.WAITING:
            shared.nobodys += 1
    return shared


def record(imported: models.Import, client: UUID, owner: str, kind: str, number: int, found: Any) -> models.Record:
    """Return a row as it is kept, sealed with its client's key; `owner` is what its identity is made of."""
    row = models.Record(
        id=row_id(imported.pk, owner, kind, number), client_id=client, source=imported, kind=kind, day=day_of(found)
    )
    row.words = dump(found)
    return row


def put_packed(imported: models.Import, client: UUID, owner: str, packed: Iterable[Sequence[Any]]) -> None:
    """Put rows that waited in an import's words where they belong.

    Args:
        imported: The import they came with.
        client: Whose they are.
        owner: What their identities are made of.
        packed: Kind, number, the record's values, and its day.
    """
    rows = []
    for kind, number, values, *day in packed:
        row = models.Record(
            id=row_id(imported.pk, owner, kind, number),
            client_id=client,
            source=imported,
            kind=kind,
            day=day[0] if day else values.get("start"),
        )
        row.words = values
        rows.append(row)
    models.Record.objects.bulk_create(rows, ignore_conflicts=True, batch_size=CHUNK)


def _packed(row: Row) -> list[Any]:
    day = row.day
    return [row.kind, row.number, dump(row.record), day.isoformat() if day else None]


def _put(imported: models.Import, rows: Sequence[models.Record], said: Said | None) -> None:
    # The same rows have the same identities: what a run that was cut off has put there stays as it is, unless whose
    # it is was said anew since.
    there = dict(imported.records.values_list("id", "client_id"))
    meant = {row.pk: row.client_id for row in rows}
    imported.records.filter(pk__in=[key for key, client in there.items() if meant.get(key) != client]).delete()
    done, every = 0, iter(rows)
    while chunk := list(islice(every, CHUNK)):
        with transaction.atomic():
            if not _still_waits(imported):
                raise ReattuneError(_("This file was let go, or kept, in another window meanwhile."))
            models.Record.objects.bulk_create(chunk, ignore_conflicts=True)
        done += len(chunk)
        if said is not None:
            said(done, len(rows))


def _still_waits(imported: models.Import) -> bool:
    return models.Import.objects.filter(pk=imported.pk, state=models.Import.State.PREVIEWED).exists()


def _keep_nothing(imported: models.Import, before: models.Import) -> None:
    """Note that a calendar was seen and had not changed; the export before goes on speaking for it."""
    words = imported.words
    day = before.day.isoformat() if before.day else ""
    imported.words = {**words, "labels": [], "same": day, "same_as": str(before.pk), "clients": [], "waiting": {}}
    imported.state, imported.body, imported.feed = models.Import.State.KEPT, None, None
    imported.save()


def _settle(imported: models.Import, gathered: Gathered, shared: Shared, *, calendar: bool) -> None:
    words = imported.words
    listing = ""
    if calendar and imported.day is not None:
        imported.feed = feeds.settle(imported, gathered)
        listing = feeds.listing_digest(gathered, imported.day + AHEAD)
    about = {one.client_id for one in shared.rows}
    silenced = _silence(imported, gathered)
    nobodys = (
        [["", "", plural("{n} row names nobody", "{n} rows name nobody", shared.nobodys)]] if shared.nobodys else []
    )
    # Names that are linked stand only in the client's own sealed link from now on.
    waiting = {label: packed for label, packed in shared.waiting.items() if packed}
    imported.words = {
        **words,
        "labels": [one for one in words.get("labels", ()) if one["label"] in waiting],
        "aside": [*words.get("aside", ()), *nobodys],
        "aside_count": words.get("aside_count", 0) + shared.nobodys,
        "label_count": len([one for one in words.get("labels", ()) if one["label"]]),
        "waiting": waiting,
        "leave": shared.leave,
        "listing": listing,
        "shares": shared.shares,
        "clients": sorted(str(one) for one in about),
        "silenced": silenced,
        "silenced_why": _died() if silenced else "",
    }
    imported.state = models.Import.State.KEPT
    imported.body = None
    imported.save()
    changed(about)


def changed(about: Iterable[UUID]) -> None:
    """Record that something was taken in about clients, and have them looked at again."""
    for client in models.Client.objects.filter(pk__in=list(about)):
        auditing.record(auditing.Action.IMPORTED, client.pk, "import", "keeping")
        clients.changed(client)


def _silence(imported: models.Import, gathered: Gathered) -> list[str]:
    """Be silent about a client whose records say that they have died; the others' are as they were."""
    sharing = Sharing(labelled(gathered), imported.client_id, Links())
    found = []
    for label, _reason in gathered.suppress:
        whose = sharing.whose(label, models.Record.Kind.SESSION)
        quiet = models.Client.objects.filter(pk=whose, suppress=False) if isinstance(whose, UUID) else None
        if quiet is not None and quiet.update(suppress=True, suppress_why=_died()):
            found.append(str(whose))
    return found


def _died() -> str:
    return _("The records say that the client has died; nothing is shown.")
