"""Linking a label to a client, once and by hand; what waited for it goes where it belongs."""

import uuid
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice import keys, models
from reattune.practice.importing.sharing import label_digest, row_id
from reattune.practice.importing.storing import changed, put_packed

LONGEST = 500


def link(label: str, client: models.Client | None, imported: models.Import | None = None) -> models.Label:
    """Link a label to a client, or to nobody ("not a client"); linked otherwise before, its rows go along.

    Args:
        label: As it stands in the files.
        client: Whose it is; None for nobody who is seen here, whose rows are left out.
        imported: The import in which it was asked about; undoing that one undoes the link.

    Returns:
        The link.

    Raises:
        ReattuneError: The label is empty.
    """
    if not label.strip() or len(label) > LONGEST:
        raise ReattuneError(_("A label to link is needed, of at most {n} characters.").format(n=LONGEST))
    digest = label_digest(label)
    with transaction.atomic():
        found = models.Label.objects.filter(digest=digest).first()
        if found is None:
            found = models.Label(id=uuid.uuid4(), digest=digest)
            _made_by(imported, found)
        before, found.client = found.client_id, client
        owner = None if client is None else client.pk
        found.sealed = keys.sealer(owner).seal(label.encode("utf-8", "surrogatepass"), _about(found))
        found.save()
        touched = {before, owner} if _move(label, digest, owner) else set()
        changed(one for one in touched if one is not None)
    return found


def label_of(found: models.Label) -> str:
    """Return the label that a link is for."""
    if found.sealed is None:
        return ""
    return keys.sealer(found.client_id).open(bytes(found.sealed), _about(found)).decode("utf-8", "surrogatepass")


def waiting() -> dict[str, list[models.Import]]:
    """Return every label that rows wait for, with the imports they came with."""
    found: dict[str, list[models.Import]] = {}
    for one in models.Import.objects.filter(state=models.Import.State.KEPT):
        for label in one.words.get("waiting") or {}:
            found.setdefault(label, []).append(one)
    return found


def _made_by(imported: models.Import | None, found: models.Label) -> None:
    if imported is not None:
        imported.words = {**imported.words, "links": [*imported.words.get("links", []), str(found.pk)]}
        imported.save(update_fields=["sealed"])


def _move(label: str, digest: str, client: UUID | None) -> bool:
    """Move a label's rows in every kept import to a client, and say whether there were any."""
    moved = False
    for one in models.Import.objects.filter(state=models.Import.State.KEPT):
        words = one.words
        shares: dict[str, dict[str, int]] = dict(words.get("shares") or {})
        if label not in (words.get("waiting") or {}) and digest not in shares:
            continue
        moved = True
        packed = [*_lifted(one, digest, shares.pop(digest, {})), *words.get("waiting", {}).get(label, ())]
        if client is not None:
            put_packed(one, client, digest, packed)
            put_packed(one, client, str(client), words.get("leave") or ())
            shares[digest] = _counts(packed)
        one.words = _without(label, {**words, "shares": shares}, client)
        one.save(update_fields=["sealed"])
    return moved


def _lifted(one: models.Import, digest: str, counts: Mapping[str, int]) -> list[list[Any]]:
    """Take a label's rows out of where they were kept."""
    ids = {row_id(one.pk, digest, kind, number): (kind, number) for kind, n in counts.items() for number in range(n)}
    rows = models.Record.objects.filter(pk__in=list(ids))
    packed = [[*ids[row.pk], row.words, row.day.isoformat() if row.day else None] for row in rows]
    rows.delete()
    return packed


def _counts(packed: list[list[Any]]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for kind, number, *_rest in packed:
        counts[kind] = max(counts.get(kind, 0), number + 1)
    return counts


def _without(label: str, words: Mapping[str, Any], client: UUID | None) -> dict[str, Any]:
    about = {*words.get("clients", ()), *([str(client)] if client else [])}
    return {
        **words,
        "labels": [one for one in words.get("labels", ()) if one["label"] != label],
        "waiting": {other: rows for other, rows in words.get("waiting", {}).items() if other != label},
        "clients": sorted(about),
    }


def _about(found: models.Label) -> str:
    return f"practice.label:{found.pk}"
