"""Keeping repair records: a save never overwrites another; where two windows wrote, both texts wait side by side."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import UTC, date, datetime
from enum import StrEnum
from uuid import UUID, uuid4

from django.db import transaction

from reattune.practice import models
from reattune.practice.auditing import Action
from reattune.practice.auditing import record as audit
from reattune.practice.mapping.episodes import IN_SIGHT, put, record_of
from reattune.repair.episode import Record, from_dict
from reattune.repair.steps import Step, tidy

WHAT = "episode"
Also = Callable[[models.Episode], None]
"""Something done in the same transaction as a save, such as attaching."""


def _nothing(_row: models.Episode) -> None:
    return None


def blank(day: date) -> Record:
    """Return a new record of a day, with nothing said."""
    return Record(id=str(uuid4()), day=day)


def with_words(record: Record, words: str) -> Record:
    """Return a record with what happened said in these words."""
    return replace(record, text=words)


def begin(client: models.Client, record: Record, also: Also = _nothing) -> models.Episode:
    """Keep a new record.

    Args:
        client: Whose.
        record: What is known so far; its id becomes the row's.
        also: Done in the same transaction.

    Returns:
        The row, in its first version.
    """
    row = models.Episode(id=UUID(record.id), client=client)
    put(row, record)
    with transaction.atomic():
        row.save(force_insert=True)
        also(row)
        audit(Action.WROTE, client.pk, WHAT, "therapy")
    return row


def save(row: models.Episode, record: Record, version: int, also: Also = _nothing) -> models.Aside | None:
    """Keep a changed record, if nobody changed it since the version it is based on.

    Args:
        row: The episode.
        record: What it is to say.
        version: The version that was shown when the change was begun.
        also: Done in the same transaction, whether or not the words were set aside.

    Returns:
        None where it was kept. Otherwise what was kept meanwhile stays, and the new text is set aside and returned.
    """
    with transaction.atomic():
        aside = None
        if not _keep(row, record, version):
            aside = _set_aside(row, record)
        also(row)
        audit(Action.CHANGED, row.client_id, WHAT, "therapy")
    return aside


def _keep(row: models.Episode, record: Record, version: int) -> bool:
    """Write a record over the version it is based on, and say whether that was still the one there."""
    put(row, record)
    written = models.Episode.objects.filter(pk=row.pk, version=version).update(
        day=row.day,
        sealed=row.sealed,
        version=version + 1,
        changed=datetime.now(UTC),
        **{name: getattr(row, name) for name in IN_SIGHT},
    )
    return bool(written)


def _set_aside(row: models.Episode, record: Record) -> models.Aside | None:
    kept = record_of(models.Episode.objects.get(pk=row.pk))
    if not differing(kept, record):
        return None
    aside = models.Aside(client_id=row.client_id, episode_id=row.pk)
    aside.words = record.as_dict()
    aside.save(force_insert=True)
    return aside


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that two texts of the same record have otherwise."""

    name: str
    kept: object
    aside: object
    joins: bool
    """Whether both can be kept: texts one after the other, lists together."""


def differing(kept: Record, aside: Record) -> tuple[Difference, ...]:
    """Return the fields in which two texts of a record differ, in the order of the record."""
    return tuple(
        Difference(one.name, mine, other, _joins(mine))
        for one in fields(Record)
        if (mine := getattr(kept, one.name)) != (other := getattr(aside, one.name))
    )


def _joins(value: object) -> bool:
    # A word of a closed set is a text too, and two of them are not one.
    return isinstance(value, str | tuple | Mapping) and not isinstance(value, StrEnum)


def aside_of(row: models.Episode) -> models.Aside | None:
    """Return the text of an episode that has waited longest for a choice, if any."""
    return row.asides.order_by("made").first()


def record_aside(aside: models.Aside) -> Record:
    """Return the record that was set aside."""
    return from_dict(aside.words)


def chosen(kept: Record, aside: Record, choices: Mapping[str, str]) -> Record | None:
    """Return the record that a person chose, field by field.

    Args:
        kept: What is kept.
        aside: What was set aside.
        choices: "kept", "aside" or "both" by field.

    Returns:
        The record; None where a differing field has no choice that fits it.
    """
    changes: dict[str, object] = {}
    for one in differing(kept, aside):
        match choices.get(one.name):
            case "kept":
                pass
            case "aside":
                changes[one.name] = one.aside
            case "both" if one.joins:
                changes[one.name] = _joined(one.kept, one.aside)
            case _:
                return None
    return replace(kept, **changes)  # type: ignore[arg-type]  # each value is that of the same field


def _joined(one: object, other: object) -> object:
    match one, other:
        case str(), str():
            return "\n\n".join(text for text in (one, other) if text)
        case tuple(), tuple():
            return tuple(dict.fromkeys((*one, *other)))
        case Mapping(), Mapping():
            return _both_steps(one, other)
        case _:
            return one


def _both_steps(
    one: Mapping[Step, tuple[date, ...]], other: Mapping[Step, tuple[date, ...]]
) -> dict[Step, tuple[date, ...]]:
    return tidy({step: (*one.get(step, ()), *other.get(step, ())) for step in Step})


def settle(row: models.Episode, aside: models.Aside, record: Record, version: int) -> bool:
    """Keep what a person chose between two texts, and let go of the one set aside, both or neither.

    Args:
        row: The episode.
        aside: The text that waited.
        record: What was chosen.
        version: The version that was shown beside it.

    Returns:
        False where it was changed once more meanwhile; nothing was done then, and both still wait.
    """
    with transaction.atomic():
        if not _keep(row, record, version):
            return False
        aside.delete()
        audit(Action.CHANGED, row.client_id, WHAT, "therapy")
    return True


def others(record: Record, client: models.Client) -> Iterable[Record]:
    """Return the client's other records."""
    return [record_of(one) for one in client.episodes.exclude(pk=record.id)]
