"""Who read what, as a client may know it: others' reads, shares and exports with their time, the therapist's without.

Hours at which a therapist looks at somebody's page are the therapist's own; that they looked, and at what, is not.
"""

from django.db.models import Q, QuerySet

from reattune.practice import models
from reattune.practice.auditing import THERAPIST, Action
from reattune.practice.voices.saying import CLIENT

TOLD = ("hand-over", "check-in link", "check-in sheet", "letter", "beginning and end")
"""What a therapist does that is the client's to know, with its time."""
SHARES = Q(who=CLIENT) | Q(action__in=(Action.EXPORTED.value, Action.ERASED.value))
OTHERS = ~Q(who__in=(THERAPIST, CLIENT))
BY_THERAPIST = (Q(what__in=TOLD) | Q(what__startswith="consent: ")) & ~Q(action=Action.VIEWED.value)


def with_times(client: models.Client) -> QuerySet[models.AuditEvent]:
    """Return the lines that a client may read with their time, newest first.

    Args:
        client: Whose.
    """
    return models.AuditEvent.objects.filter(SHARES | OTHERS | BY_THERAPIST, client=client.pk).order_by("-seq")


def by_therapist(client: models.Client) -> tuple[str, ...]:
    """Return what the therapist has looked at, each once and without a time.

    Args:
        client: Of whom.

    Returns:
        The things as the audit names them, in the order of their names.
    """
    seen = models.AuditEvent.objects.filter(client=client.pk, who=THERAPIST, action=Action.VIEWED.value)
    return tuple(sorted(set(seen.values_list("what", flat=True))))
