"""Answers, and their trace: whatever a program was told stands in the audit, once for each client it was about."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any
from uuid import UUID

from django.http import HttpRequest

from reattune.practice.api.bearer import asking
from reattune.practice.api.shapes import Part, Window
from reattune.practice.auditing import Action, record_each

PURPOSE = "program"


def note(request: HttpRequest, what: str, clients: Iterable[UUID] = ()) -> None:
    """Record what a program was told.

    Args:
        request: Who asked.
        what: The thing itself, never its words.
        clients: Whom it was about; with nobody, one line says that it was asked for.
    """
    about: list[UUID | None] = [*sorted(set(clients), key=str)] or [None]
    record_each(Action.VIEWED, about, what, PURPOSE, asking(request))


def part(
    request: HttpRequest,
    window: Window,
    what: str,
    rows: Any,
    shaped: Callable[[Sequence[Any]], Sequence[tuple[UUID, Any]]],
    about: UUID | None = None,
) -> Part[Any]:
    """Return a part of a list, and note whom it was about.

    Args:
        request: Who asked.
        window: Which part.
        what: What the audit says was seen.
        rows: A query or a sequence.
        shaped: Makes the answer of the rows of this part: whom each is about, and its shape.
        about: Whom it was asked about; that there is nothing tells about them too.
    """
    count = len(rows) if isinstance(rows, Sequence) else rows.count()
    found = shaped(list(rows[window.offset : window.offset + window.limit]))
    asked = () if about is None else (about,)
    note(request, what, (*asked, *(client for client, _shape in found)))
    items = [shape for _client, shape in found]
    return Part[Any](items=items, count=count, limit=window.limit, offset=window.offset)
