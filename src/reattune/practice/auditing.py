"""The audit: who did or saw what, when and for what. Lines can only be added, and each is chained to the one before."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from enum import StrEnum
from uuid import UUID

from django.db import transaction

from reattune.language import _
from reattune.practice import backing, scope
from reattune.practice.models import AuditEvent

THERAPIST = scope.THERAPIST
FIRST = "0" * 64


class Action(StrEnum):
    """What can be done or seen; each stands in the audit under this word."""

    UNLOCKED = "unlocked"
    LOCKED = "locked"
    VIEWED = "viewed"
    WROTE = "wrote"
    CHANGED = "changed"
    IMPORTED = "imported"
    UNDID = "undid"
    EXPORTED = "exported"
    ERASED = "erased"
    BACKED_UP = "backed up"
    RESTORED = "restored"
    SETTINGS = "settings"


def record(action: Action, client: UUID | None = None, what: str = "", purpose: str = "", who: str = "") -> AuditEvent:
    """Add one line, in the transaction of what it tells about.

    Args:
        action: What was done or seen.
        client: Whom it is about.
        what: The thing itself, never its words: "relationship", "episode", "import".
        purpose: For what: "therapy", "supervision", "keeping".
        who: Which role did it; "" for whoever asks just now.

    Returns:
        The line.
    """
    return record_each(action, (client,), what, purpose, who)[0]


def record_each(
    action: Action, clients: Iterable[UUID | None], what: str = "", purpose: str = "", who: str = ""
) -> list[AuditEvent]:
    """Add one line for each of several clients, all or none; otherwise as `record`."""
    lines: list[AuditEvent] = []
    actor = who or scope.present().actor
    # The chain is one for all; whoever adds to it must see its end, whosever that is.
    with transaction.atomic(), scope.use(scope.EVERYONE):
        backing.queue("audit")
        last = AuditEvent.objects.order_by("-seq").values_list("digest", flat=True).first()
        previous, now = last or FIRST, datetime.now(UTC)
        for client in clients:
            line = AuditEvent(
                at=now, who=actor, action=action.value, client=client, what=what, purpose=purpose, previous=previous
            )
            line.digest = previous = digest(line)
            lines.append(line)
        return AuditEvent.objects.bulk_create(lines)


def digest(line: AuditEvent) -> str:
    """Return the digest of a line: of all it says and of the digest before it."""
    said = [
        line.previous,
        line.at.astimezone(UTC).isoformat(timespec="microseconds"),
        line.who,
        line.action,
        None if line.client is None else str(line.client),
        line.what,
        line.purpose,
    ]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()


def verify(anchor: tuple[int, str] | None = None) -> Iterator[str]:
    """Yield everything that is wrong with the chain, in sentences; nothing where it is whole.

    Args:
        anchor: The number and digest of a line that was noted outside the store; it must still be there.
    """
    with scope.use(scope.EVERYONE):
        found = list(_faults(anchor))
    yield from found


def _faults(anchor: tuple[int, str] | None) -> Iterator[str]:
    previous = FIRST
    for line in AuditEvent.objects.order_by("seq").iterator():
        if line.previous != previous:
            yield _("Line {n} of the audit does not follow the line before it; a line was taken out or put in.").format(
                n=line.seq
            )
        if line.digest != digest(line):
            yield _("Line {n} of the audit was changed after it was written.").format(n=line.seq)
        previous = line.digest
    if anchor is not None and not AuditEvent.objects.filter(seq=anchor[0], digest=anchor[1]).exists():
        yield _("The audit ends before line {n}, which was noted outside the store ({count} lines are there).").format(
            n=anchor[0], count=AuditEvent.objects.count()
        )


def tail() -> tuple[int, str] | None:
    """Return the number and digest of the last line, to be noted outside the store."""
    with scope.use(scope.EVERYONE):
        last = AuditEvent.objects.order_by("-seq").values_list("seq", "digest").first()
    return None if last is None else (int(last[0]), str(last[1]))
