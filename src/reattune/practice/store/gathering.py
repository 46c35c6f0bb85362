"""Everything kept about one client, gathered from every table by the links between them, nothing about anybody else."""
# ruff: noqa: SLF001  (`_meta` is how Django describes a table to whoever asks)

import uuid
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.apps import apps
from django.db.models import ForeignKey, Model

from reattune.account.told import Told, tell, where
from reattune.language import _
from reattune.model import Noticing
from reattune.practice import models
from reattune.practice.heard import handing_out
from reattune.practice.importing.linking import label_of
from reattune.practice.keeping import kept
from reattune.practice.mapping.codec import load
from reattune.practice.recorded import handing_out as recordings
from reattune.practice.supervision import thread
from reattune.practice.voices import correcting
from reattune.reading.settings import holiday_dates

NOT_TOLD = frozenset({"clientkey", "import", "ownkey", "invitation", "letter"})
"""A key says nothing to anybody; of files taken in, the rows are told. Whether a link was used is nobody's to know."""
NOT_SHOWN = frozenset(
    {
        *("id", "client", "sealed", "digest", "stale", "body"),
        # Bytes that only their author opens, and numbers that would tell of rows that are not there to be read.
        *("own", "sitting", "about_said", "talk", "said", "other", "outside", "supervisor"),
    }
)
NOT_SHOWN_OF = {
    # What only whoever wrote it may know; when one side came to be shown would tell that the other had answered.
    "side": frozenset({"shown", "wants", "passed", "saved", "until", "away", "version", "changed"}),
    # How somebody signs in.
    "person": frozenset({"password", "totp", "last_step", "invited", "invited_until", "turn"}),
}


def everything(client: models.Client) -> dict[str, Any]:
    """Return all that is kept about a client, by table, as JSON values.

    Args:
        client: Whom it is about.
    """
    found: dict[str, Any] = {"about": _plain(client)}
    for table in sorted(apps.get_app_config("practice").get_models(), key=lambda one: str(one._meta.model_name)):
        name = str(table._meta.model_name)
        link = _link(table)
        if link is None or name in NOT_TOLD:
            continue
        found[name] = [told_row(row) for row in table._default_manager.filter(**{link: client})]
    found["seen"] = [
        {"at": one.at.isoformat(), "who": one.who, "did": one.action, "what": one.what, "for": one.purpose}
        for one in models.AuditEvent.objects.filter(client=client.pk).order_by("seq")
    ]
    return found


def told(client: models.Client) -> Iterator[Told]:
    """Yield what came up, in the words in which the desk tells it, oldest first."""
    settings = kept()
    for row in client.noticed.order_by("at", "number"):
        if "noticing" in row.words:
            noticing = load(Noticing, row.words["noticing"], settings.zone)
            holidays = holiday_dates(settings.holidays, range(noticing.since.year - 1, noticing.at.year + 1))
            yield tell(row.number, noticing, holidays)


def noticed(client: models.Client) -> list[dict[str, Any]]:
    """Return what came up as JSON values: what else it could be, what was seen, and the rows it rests on."""
    came_up, hidden = list(told(client)), _others_files(client)
    # Where nothing came up, no row stands beside a correction, and none has to be read for it.
    corrected = correcting.corrected(client) if came_up else {}
    return [
        {
            "day": one.at.isoformat(),
            "what_else_it_could_be": list(one.readings),
            "what_was_seen": one.said,
            "how_often": one.once,
            "rows": [
                {
                    "day": row.at.isoformat(),
                    "stream": part.stream,
                    "seen": row.said,
                    "usual": row.usual,
                    "where": "" if row.source.file in hidden else where(row.source),
                    **({"corrected": corrected[row.source]} if row.source in corrected else {}),
                }
                for part in one.parts
                for row in part.rows
            ],
        }
        for one in came_up
    ]


def told_row(row: Model, words: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Return a row as JSON values.

    Args:
        row: Of any table about a client.
        words: Its words, where they are not to be opened with the practice's keys.
    """
    if words is not None:
        return {**_plain(row), "words": dict(words)}
    return {**_plain(row), **({"words": _words(row)} if isinstance(row, models.Sealed | models.Label) else {})}


def _words(row: Any) -> Any:
    """Return a row's sealed words; the name of a file with rows of several people as well is left out."""
    if isinstance(row, models.Label):
        # What cannot be written as a text stands as a sign of its own.
        return label_of(row).encode("utf-8", "replace").decode()
    if isinstance(row, models.Heard):
        return handing_out.told(row)
    if isinstance(row, models.Recording):
        return recordings.told(row)
    words = row.words if not isinstance(row, models.Consultation) else _as_read_today(row)
    if isinstance(row, models.Record) and row.source is not None and row.source.client_id != row.client_id:
        return _without_file(words)
    return _without_hidden(words, _others_files(row.client)) if hasattr(row, "client") else words


def _as_read_today(row: models.Consultation) -> dict[str, Any]:
    """Return what was brought to supervision without words that the client shares no more, or not for that."""
    words = row.words
    return {**words, "sheet": thread.readable(row).sheet.as_dict()} if "sheet" in words else words


def _without_file(words: Mapping[str, Any]) -> dict[str, Any]:
    source = words.get("source")
    if isinstance(source, Mapping):
        return {**words, "source": {**source, "file": _("a file with several people's rows")}}
    return dict(words)


def _others_files(client: models.Client) -> frozenset[str]:
    """Return the names of files that are not this client's alone: such a name may hold another person's."""
    found = set()
    for one in models.Import.objects.exclude(client=client):
        words = one.words
        found |= {words.get("file"), words.get("name"), words.get("stem")}
    return frozenset(one for one in found if one)


def _without_hidden(value: Any, hidden: frozenset[str]) -> Any:
    if isinstance(value, str):
        return _("a file with several people's rows") if value in hidden else value
    if isinstance(value, Mapping):
        return {key: _without_hidden(one, hidden) for key, one in value.items()}
    if isinstance(value, list):
        return [_without_hidden(one, hidden) for one in value]
    return value


def _plain(row: Model) -> dict[str, Any]:
    hidden = NOT_SHOWN | NOT_SHOWN_OF.get(str(row._meta.model_name), frozenset())
    return {
        field.name: _json(getattr(row, field.attname))
        for field in row._meta.concrete_fields
        if field.name not in hidden and not (isinstance(field, ForeignKey) and field.name == "source")
    }


def _json(value: Any) -> Any:
    if isinstance(value, datetime | date) or hasattr(value, "isoformat"):
        return value.isoformat()
    if isinstance(value, uuid.UUID | Decimal):
        return str(value)
    return value


def _link(table: type[Model]) -> str | None:
    return next(
        (
            field.name
            for field in table._meta.concrete_fields
            if isinstance(field, ForeignKey) and field.related_model is models.Client
        ),
        None,
    )
