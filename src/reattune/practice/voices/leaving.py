"""Everything a client can take along by themselves: what is kept about them, and what is theirs alone while it is open.

What the therapist wrote for themselves, or for the two and has not shown, is not in it, as it is on no page of the
client's: each gives out their own words. A therapist who is asked for it can hand it out, all of it.
"""

from typing import Any
from uuid import UUID

from django.db.models import Q

from reattune.language import _
from reattune.model import Voice
from reattune.practice import models
from reattune.practice.scope import EVERYONE, use
from reattune.practice.store import exporting, gathering
from reattune.practice.voices import reads, side_rows
from reattune.practice.voices.both import shown_to_client
from reattune.practice.voices.own import Own

NOT_TAKEN = ("aside", "attached", "consultation", "episode", "remark", "use")
"""What the therapist wrote for themselves, and what they made of something said."""
SHOWN = Q(shown__isnull=False)


def along(client: models.Client, key: Own | None) -> bytes:
    """Return a zip of what a client takes along.

    Args:
        client: Who.
        key: Their own key, where it is open; without it what only they can read is not in it.
    """
    # Which files hold rows of others as well can only be told by whoever sees those too; nothing of theirs comes along.
    with use(EVERYONE):
        found = {**gathering.everything(client), "what_came_up": gathering.noticed(client)}
        found.update({name: _rows(client, table, key) for name, table in _voices().items()}, seen=_seen(client))
        if key is not None:
            # Also those to words that are theirs alone now.
            found["reply"] = [gathering.told_row(row) for row in models.Reply.every.filter(client=client)]
        found["moment"] = [gathering.told_row(row) for row in client.moments.filter(by=Voice.CLIENT.value)]
    for name in NOT_TAKEN:
        found.pop(name, None)
    return exporting.packed(client, found, _note(key))


def _voices() -> dict[str, type[models.OwnWords]]:
    return {"said": models.Said, "talk": models.Talk, "side": models.Side, "likeness": models.Likeness}


def _rows(client: models.Client, table: type[models.OwnWords], key: Own | None) -> list[dict[str, Any]]:
    # What the therapist can read, too; everything else is opened with the client's own key alone.
    both = table.objects.filter(client=client)  # type: ignore[attr-defined]
    both = both if table is models.Said else both.filter(SHOWN)
    rows = table.every.filter(client=client) if key is not None else both  # type: ignore[attr-defined]
    if table is not models.Said:
        rows = rows.filter(Q(by="client") | SHOWN)
    if table is models.Side:
        rows = rows.filter(Q(by="client") | Q(pk__in=shown_to_client(client, key).values("pk")))
    known = {row.pk for row in both}
    found = ((row, _read(row, key, known)) for row in rows)
    return [gathering.told_row(row, words) for row, words in found if words is not None]


def _read(row: Any, key: Own | None, known: set[UUID]) -> dict[str, Any] | None:
    """Return a row's words; where its author wrote more than is shown, that as well."""
    if isinstance(row, models.Side) and row.by == Voice.THERAPIST:
        return side_rows.theirs(row)
    shared = dict(row.words) if row.pk in known else None
    own = None if key is None else key.words(row)
    if shared is None or own is None or own == shared:
        return shared if shared is not None else own
    return {**shared, "only_yours": own}


def _seen(client: models.Client) -> list[dict[str, str]]:
    timed = [
        {"at": one.at.isoformat(), "who": one.who, "did": one.action, "what": one.what, "for": one.purpose}
        for one in reads.with_times(client).reverse()
    ]
    looked = [
        {"at": "", "who": "therapist", "did": "viewed", "what": what, "for": ""} for what in reads.by_therapist(client)
    ]
    return [*looked, *timed]


def _note(key: Own | None) -> str:
    if key is not None:
        return _("What is only yours is in it, opened: keep this file where nobody else reads it.")
    return _("What is only for you is not in it: that opens with your own words alone. Open it first to take it along.")
