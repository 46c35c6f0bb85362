"""The sessions around today, as the glance keeps them: enough for a form, without reading a whole relationship."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from reattune.model import Session, SessionKind
from reattune.practice import agenda, clock, models
from reattune.practice.keeping import kept
from reattune.practice.looking import AROUND
from reattune.practice.mapping.codec import load
from reattune.practice.mapping.relationships import relationship

TOOK_PLACE = frozenset({SessionKind.ATTENDED, SessionKind.ATTENDED_LATE, SessionKind.LEFT_EARLY})
EXPECTED = TOOK_PLACE | {SessionKind.SCHEDULED, SessionKind.UNMAPPED, SessionKind.CONFLICT}
"""Those that took place or are to, as far as anybody said."""
BEGUN = timedelta(minutes=10)
"""A session counts as the present one from so long before it begins."""
LATELY = timedelta(days=7)
"""A session this long ago may still be the one that is on somebody's mind."""


def near(client: models.Client) -> tuple[Session, ...]:
    """Return a client's sessions around the day of the last look, in time order; none before the first look."""
    glance = models.Glance.objects.filter(client=client).first()
    if glance is None:
        return ()
    zone = kept().zone
    found = [load(Session, one, zone) for one in glance.words.get("sessions", ())]
    return tuple(sorted(found, key=lambda one: one.start))


def planned(client: models.Client) -> tuple[agenda.Slot, ...]:
    """Return a client's sessions around the day of the last look, those included that only the frame knows of."""
    glance = models.Glance.objects.filter(client=client).first()
    if glance is None:
        return ()
    zone = kept().zone
    return tuple(agenda.from_dict(one, zone) for one in glance.words.get("planned", ()))


def days(sessions: Iterable[Session | agenda.Slot]) -> tuple[date, ...]:
    """Return the days of sessions that took place or are to, each once, in order."""
    return tuple(sorted({one.start.date() for one in sessions if one.kind in EXPECTED}))


def days_since(client: models.Client, day: date, today: date) -> tuple[date, ...]:
    """Return the days of a client's sessions, all that matter for whether a later one than a day's has come.

    Args:
        client: Whose.
        day: The day it is about.
        today: The day of asking.

    Returns:
        Days in order. For a day longer ago than the glance reaches, everything that is kept is read.
    """
    found = days(planned(client))
    if any(one > day for one in found if one <= today) or day >= today - AROUND:
        return found
    every, _gathered = relationship(client, kept().zone)
    return days(every.sessions)


def last_day(sessions: Iterable[Session | agenda.Slot], today: date) -> date | None:
    """Return the day of the last session that took place or was to, today's included; None where none is known."""
    return max((one for one in days(sessions) if one <= today), default=None)


def next_day(sessions: Iterable[Session | agenda.Slot], today: date) -> date | None:
    """Return the day of the next session after today; None where none is known."""
    return min((one for one in days(sessions) if one > today), default=None)


def present() -> models.Client | None:
    """Return the client whose session is on, or was last; None where none was in the last week."""
    now = clock.now(kept().zone)
    latest: tuple[datetime, models.Client] | None = None
    for glance in models.Glance.objects.select_related("client"):
        for one in glance.words.get("planned", ()):
            start = datetime.fromisoformat(one["start"])
            begun = now - LATELY <= start <= now + BEGUN
            if begun and SessionKind(one["kind"]) in EXPECTED and (latest is None or start > latest[0]):
                latest = start, glance.client
    return None if latest is None else latest[1]
