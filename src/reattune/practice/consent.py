"""What a client agreed to, one purpose at a time: given, changed, withdrawn, and in effect at once."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import assert_never

from django.db import transaction

from reattune.language import _
from reattune.practice import auditing, clients, models


class Purpose(StrEnum):
    """What something may be used for; none of them follows from another."""

    TIMES = "times"
    PAYMENTS = "payments"
    CHECK_INS = "check_ins"
    RECORDING = "recording"
    SUPERVISION = "supervision"
    RESEARCH = "research"


@dataclass(frozen=True, slots=True)
class Standing:
    """How a purpose stands: given or not, since when, and by whom it was written down."""

    purpose: Purpose
    given: bool
    since: date | None
    by: str

    @property
    def reason(self) -> str:
        """Return why it is so, in a sentence."""
        if self.since is None:
            return _("This was not talked about yet.")
        return _("Agreed to.") if self.given else _("Withdrawn.")


def name_of(purpose: Purpose) -> str:
    """Return what a purpose is called."""
    match purpose:
        case Purpose.TIMES:
            return _("noticing changes in times")
        case Purpose.PAYMENTS:
            return _("noticing changes in payments")
        case Purpose.CHECK_INS:
            return _("check-ins")
        case Purpose.RECORDING:
            return _("recording")
        case Purpose.SUPERVISION:
            return _("supervision")
        case Purpose.RESEARCH:
            return _("research")
        case other:
            assert_never(other)


def standing(client: models.Client) -> dict[Purpose, Standing]:
    """Return how every purpose stands for a client."""
    found = {one: Standing(one, given=False, since=None, by="") for one in Purpose}
    for purpose, day in ((Purpose.TIMES, client.dates_agreed), (Purpose.PAYMENTS, client.payment_agreed)):
        if day is not None:
            # Agreed to before consent was a record of its own.
            found[purpose] = Standing(purpose, given=True, since=day, by="therapist")
    for row in client.consents.all():
        known = Purpose(row.purpose)
        found[known] = Standing(known, row.given, row.day, row.by)
    return found


def is_given(client: models.Client, purpose: Purpose) -> bool:
    """Say whether a client agreed to a purpose and has not withdrawn it."""
    return standing(client)[purpose].given


def write(client: models.Client, purpose: Purpose, *, given: bool, by: str, day: date, note: str = "") -> None:
    """Write down that a purpose was given or withdrawn; it is in effect at once.

    Args:
        client: Whose.
        purpose: For what.
        given: Whether it was given; False withdraws it.
        by: Who writes it down, "client" or "therapist".
        day: The day of it.
        note: What was said about it.
    """
    row = models.Consent(client=client, purpose=purpose.value, given=given, by=by, day=day)
    row.words = {"note": note} if note else {}
    with transaction.atomic():
        row.save(force_insert=True)
        _into_effect(client, purpose, day if given else None)
        auditing.record(auditing.Action.CHANGED, client.pk, f"consent: {purpose.value}", "consent", who=by)
        clients.changed(client)


def _into_effect(client: models.Client, purpose: Purpose, day: date | None) -> None:
    match purpose:
        case Purpose.TIMES:
            client.dates_agreed = day
            client.save(update_fields=["dates_agreed"])
        case Purpose.PAYMENTS:
            client.payment_agreed = day
            client.save(update_fields=["payment_agreed"])
        case Purpose.CHECK_INS | Purpose.RECORDING | Purpose.SUPERVISION | Purpose.RESEARCH:
            # Asked for wherever it matters, each time.
            return
        case other:
            assert_never(other)
