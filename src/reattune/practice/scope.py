"""Whose rows may be seen just now: all at one's own desk; in a shared practice only those of whoever asks."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar, assert_never
from uuid import UUID

from django.db import models

Rows = TypeVar("Rows", bound="models.QuerySet[Any]")
THERAPIST = "therapist"


class Reach(StrEnum):
    """How far somebody sees."""

    EVERYONE = "everyone"
    """Whoever unlocked a practice of their own, and work in the background."""
    OWN_CLIENTS = "own clients"
    ONE_CLIENT = "one client"
    """A client sees what is about them, and nobody else."""
    FRAME = "frame"
    """A practice manager: agreements and breaks, never a word."""
    BROUGHT = "brought"
    """A supervisor: what was brought to them, while it is."""
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Scope:
    """Who asks, and how far they see; `actor` is their word in the audit."""

    reach: Reach
    person: UUID | None = None
    client: UUID | None = None
    actor: str = THERAPIST


EVERYONE, NOBODY = Scope(Reach.EVERYONE), Scope(Reach.NOBODY, actor="nobody")


@dataclass(slots=True)
class _Usual:
    scope: Scope = EVERYONE


_usual = _Usual()
_present: ContextVar[Scope | None] = ContextVar("scope", default=None)


def present() -> Scope:
    """Return whose rows may be seen just now."""
    return _present.get() or _usual.scope


def person() -> UUID | None:
    """Return who asks, None at one's own desk; rows that are made belong to them."""
    return present().person


def shared_practice(*, shared: bool) -> None:
    """Say whether several people use the practice: then nobody's rows are seen where nobody said whose may be."""
    _usual.scope = NOBODY if shared else EVERYONE


def is_shared() -> bool:
    """Say whether several people use the practice."""
    return _usual.scope is NOBODY


@contextmanager
def use(scope: Scope) -> Iterator[Scope]:
    """See as far as a scope says, until the end of the block."""
    token = _present.set(scope)
    try:
        yield scope
    finally:
        _present.reset(token)


def limit(rows: Rows) -> Rows:
    """Return those rows that may be seen just now.

    Args:
        rows: Of a table whose `within` says where its client is found: "client", or "" where the row is a client
            itself or belongs to the person in its `therapist`.
    """
    scope, within = present(), getattr(rows.model, "within", "client")
    match scope.reach:
        case Reach.EVERYONE:
            return rows
        case Reach.OWN_CLIENTS:
            return rows.filter(_of_therapist(rows.model, within, scope.person))
        case Reach.ONE_CLIENT:
            field = _client_field(rows.model, within)
            return rows.filter(**{field: scope.client}) if field else rows.none()
        case Reach.FRAME:
            return rows if getattr(rows.model, "is_frame", False) else rows.none()
        case Reach.BROUGHT:
            brought = getattr(rows.model, "brought", "")
            return rows.filter(**{brought: scope.person}) if brought else rows.none()
        case Reach.NOBODY:
            return rows.none()
        case other:
            assert_never(other)


def _of_therapist(model: type[models.Model], within: str, whose: UUID | None) -> models.Q:
    if not within:
        return models.Q(therapist=whose)
    found = models.Q(**{f"{within}__therapist": whose})
    if any(one.name == THERAPIST for one in model._meta.get_fields()):  # noqa: SLF001  (how Django describes a table)
        # What is about no client belongs to the therapist who made it: a break of their own, a calendar of everybody.
        found |= models.Q(**{within: None, THERAPIST: whose})
    return found


def _client_field(model: type[models.Model], within: str) -> str:
    if within:
        return within
    if model._meta.model_name == "client":  # noqa: SLF001
        return "pk"
    # What is about no client at all (a job, a way of reading tables) is none of theirs.
    return "client" if any(one.name == "client" for one in model._meta.get_fields()) else ""  # noqa: SLF001


class Within(models.Manager[Any]):
    """The rows of a table that may be seen just now."""

    def get_queryset(self) -> Any:
        """Return them."""
        return limit(super().get_queryset())
