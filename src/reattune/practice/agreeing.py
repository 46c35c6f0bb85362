"""What was agreed on: dates and payments count only from when they were talked about; every stream has its switch."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice import consent, frames, models, typed
from reattune.practice.auditing import THERAPIST, Action
from reattune.practice.consent import Purpose
from reattune.practice.mapping.relationships import DATES, PAYMENT
from reattune.practice.typed import Typed

SPEECH = "speech"
RECORDED = frozenset({"silence", "turns", "voice", "movement"})
ASKED_FOR = frozenset({"unanswered"})
"""Streams that are off until they are switched on (`reattune.streams.unanswered`)."""


@dataclass(frozen=True, slots=True)
class Switch:
    """One stream: what it looks at, whether it is on, and what it still waits for, in words."""

    name: str
    title: str
    looks_at: str
    on: bool
    waits: str


def switches(client: models.Client) -> tuple[Switch, ...]:
    """Return every stream's switch as it stands for a client."""
    off, on = set(client.off), set(client.on)
    return tuple(
        Switch(name, title, looks_at, name in on if name in ASKED_FOR else name not in off, _waits(client, name))
        for name, title, looks_at in _streams()
    )


def _streams() -> Sequence[tuple[str, str, str]]:
    return (
        (
            "attendance",
            _("Attendance"),
            _("Which of the agreed sessions took place, which were cancelled, and how long before."),
        ),
        (
            "rescheduling",
            _("Sessions moved"),
            _("Which sessions were moved at the client’s wish, and how long before."),
        ),
        (
            "payment",
            _("Payment"),
            _("How many days after it was due a bill was paid. Money can be short; that is no sign of anything."),
        ),
        ("ratings", _("Ratings"), _("The scores of short questionnaires, each person’s held against their own.")),
        (
            "gap",
            _("Difference between the two ratings"),
            _("How far your own rating and the client’s lie apart, where both answer the same form."),
        ),
        (
            "unanswered",
            _("Forms left unanswered"),
            _("Whether a form that is usually answered was left out. Only for people who know and agree."),
        ),
        (
            SPEECH,
            _("What was said"),
            _("How much of what the client said reads like moving away, against or being met, in transcripts."),
        ),
        (
            "silence",
            _("Quiet"),
            _("How much of a recorded session was quiet, and how often quiet lay between two of your own turns."),
        ),
        (
            "turns",
            _("Turns"),
            _("How long the client speaks at a time in a recorded session, and how many answers are very short."),
        ),
        (
            "voice",
            _("Voice"),
            _("How far the client’s voice rises and falls, and whether both voices move alike. Different, no more."),
        ),
        (
            "movement",
            _("Movement"),
            _("How much the client moves in a recording, and whether you both move together. Different, no more."),
        ),
    )


def _waits(client: models.Client, name: str) -> str:
    if name in DATES and client.dates_agreed is None:
        return _("waits until the paragraph was given")
    if name == PAYMENT and client.payment_agreed is None:
        return _("waits until it was talked about")
    if name == SPEECH and not consent.is_given(client, Purpose.TRANSCRIPTS):
        return _("waits until transcripts were talked about")
    if name in RECORDED and not consent.is_given(client, Purpose.RECORDING):
        return _("waits until recording was talked about")
    return ""


def keep_days(client: models.Client, given: Typed, today: date) -> None:
    """Keep on which days dates and payments were talked about; an empty day means not, or not any more.

    Args:
        client: Whose.
        given: What was typed: dates_agreed, payment_agreed.
        today: The day it is; nothing has been agreed on a day that has not come yet.

    Raises:
        ReattuneError: Something typed is not a day, or has not come yet.
    """
    days = dict(zip((Purpose.TIMES, Purpose.PAYMENTS), _days(given, today), strict=True))
    before = {Purpose.TIMES: client.dates_agreed, Purpose.PAYMENTS: client.payment_agreed}
    with transaction.atomic():
        for purpose, day in days.items():
            if day != before[purpose]:
                consent.write(client, purpose, given=day is not None, by=THERAPIST, day=day or today)
        frames.told(client, "agreement", Action.CHANGED)


def _days(given: Typed, today: date) -> tuple[date | None, date | None]:
    dates = typed.day(given, "dates_agreed", _("The paragraph was given on"))
    payment = typed.day(given, "payment_agreed", _("Payments were talked about on"))
    if any(one is not None and one > today for one in (dates, payment)):
        raise ReattuneError(_("That day has not come yet; choose today or an earlier day."))
    return dates, payment


def keep_many(rows: Sequence[models.Client], given: Typed, today: date) -> tuple[int, dict[UUID, str]]:
    """Keep the days of several clients at once, where they differ from what was kept.

    Args:
        rows: Whose.
        given: What was typed: dates_agreed and payment_agreed of each, with "-" and the client's id behind it.
        today: The day it is.

    Returns:
        How many were changed, and why others were not, by id; what cannot be meant changes nobody but is told.
    """
    changed, wrong = 0, {}
    for one in rows:
        own = {name: given.get(f"{name}-{one.pk}", "") for name in ("dates_agreed", "payment_agreed")}
        try:
            if _days(own, today) != (one.dates_agreed, one.payment_agreed):
                keep_days(one, own, today)
                changed += 1
        except ReattuneError as error:
            wrong[one.pk] = str(error)
    return changed, wrong


def keep_switches(client: models.Client, chosen: Iterable[str]) -> None:
    """Keep which streams are on; names that a file brought in and no switch stands for stay as they are.

    Args:
        client: Whose.
        chosen: The names of the streams that are to be on.
    """
    wanted = set(chosen)
    known = [name for name, _title, _looks_at in _streams()]
    others_off = [name for name in client.off if name not in known]
    others_on = [name for name in client.on if name not in known]
    client.off = others_off + [name for name in known if name not in wanted and name not in ASKED_FOR]
    client.on = others_on + [name for name in known if name in wanted and name in ASKED_FOR]
    with transaction.atomic():
        client.save(update_fields=["off", "on"])
        frames.told(client, "switches", Action.CHANGED)
