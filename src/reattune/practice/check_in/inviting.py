"""Links that open one check-in, once: 256 random bits, of which a digest alone is kept; guesses are slowed."""

import hashlib
import hmac
import secrets
import threading
import time
from collections import deque
from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.safestring import SafeString

from reattune.language import _
from reattune.practice import auditing, clock, models, second_step
from reattune.practice.check_in.asked import When
from reattune.practice.keeping import kept
from reattune.practice.scope import EVERYONE, use

BYTES = 32
LASTS = {"hour": timedelta(hours=1), "days": timedelta(days=2), "week": timedelta(weeks=1)}
GRACE = timedelta(hours=1)
"""So long after a link's end what was begun before can still be sent."""
MINUTE = 60.0
MOST, MOST_TOGETHER = 10, 300
"""Wrong links a minute, from one address and from all of them."""


def lasts() -> tuple[tuple[str, str], ...]:
    """Return how long a link can last: what is sent, and how it is said."""
    return (("hour", _("for an hour")), ("days", _("for two days")), ("week", _("for a week")))


def make(client: models.Client, when: When, length: timedelta) -> str:
    """Make a link's secret part; it is shown once and kept nowhere.

    Args:
        client: Whose check-in it opens.
        when: Before or after a session.
        length: How long it lasts.
    """
    token = secrets.token_urlsafe(BYTES)
    now = clock.now(kept().zone)
    with transaction.atomic():
        models.Invitation.objects.filter(expires__lt=now - GRACE).delete()
        models.Invitation.objects.create(client=client, digest=digest(token), when=when.value, expires=now + length)
        auditing.record(auditing.Action.WROTE, client.pk, "check-in link", "therapy")
    return token


def digest(token: str) -> str:
    """Return what is kept of a link."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def find(token: str, now: datetime) -> models.Invitation | None:
    """Return the invitation that a link belongs to; None where there is none, or not any more.

    Args:
        token: The secret part of the link.
        now: The present moment.
    """
    wanted = digest(token)
    with use(EVERYONE):
        found: models.Invitation | None = (
            models.Invitation.objects.select_related("client").filter(digest=wanted).first()
        )
    if found is None or not hmac.compare_digest(found.digest, wanted) or found.expires <= now:
        return None
    return found


def use_up(invitation: models.Invitation) -> bool:
    """Use a link; False where it was used before, also by somebody at the same moment."""
    now = clock.now(kept().zone)
    return bool(models.Invitation.objects.filter(pk=invitation.pk, used=None).update(used=now))


def is_used(invitation: models.Invitation) -> bool:
    """Say whether a link was used, also by somebody a moment ago; no page of a therapist may ask."""
    return not models.Invitation.objects.filter(pk=invitation.pk, used=None).exists()


def picture(address: str) -> SafeString:
    """Return a link as a QR code: SVG to stand in a page, its looks in attributes alone."""
    return second_step.square(address, _("The link as a picture; the same link stands beside it as text."))


class Guesses:
    """How many wrong links came lately: from each address, and from everywhere."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._lock = threading.Lock()
        self._wrong: deque[tuple[float, str]] = deque()

    def too_many(self, address: str) -> bool:
        """Say whether no more links are looked at from an address for a while."""
        with self._lock:
            self._forget()
            own = sum(one == address for _at, one in self._wrong)
            return own >= MOST or len(self._wrong) >= MOST_TOGETHER

    def wrong(self, address: str) -> None:
        """Count a wrong link."""
        with self._lock:
            self._wrong.append((self._now(), address))

    def clear(self) -> None:
        """Forget all of them."""
        with self._lock:
            self._wrong.clear()

    def _forget(self) -> None:
        since = self._now() - MINUTE
        while self._wrong and self._wrong[0][0] <= since:
            self._wrong.popleft()


GUESSES = Guesses()
