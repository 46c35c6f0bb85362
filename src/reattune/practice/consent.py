"""What a client agreed to, one purpose at a time: given, changed, withdrawn, and in effect at once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import assert_never

from django.db import transaction

from reattune.language import _
from reattune.practice import auditing, clients, models
from reattune.practice.scope import THERAPIST


class Purpose(StrEnum):
    """What something may be used for; none of them follows from another."""

    TIMES = "times"
    PAYMENTS = "payments"
    CHECK_INS = "check_ins"
    RECORDING = "recording"
    TRANSCRIPTS = "transcripts"
    SECOND_READER = "second_reader"
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
    def works(self) -> bool:
        """Say whether something may be used for it; check-ins may unless they were withdrawn."""
        return self.given or (self.purpose is Purpose.CHECK_INS and self.since is None)

    @property
    def reason(self) -> str:
        """Return why it is so, in a sentence."""
        if self.since is None:
            return _("This was not talked about yet.")
        return _("Agreed to.") if self.given else _("Withdrawn.")


_NAMES: Mapping[Purpose, Callable[[], str]] = {
    Purpose.TIMES: lambda: _("noticing changes in times"),
    Purpose.PAYMENTS: lambda: _("noticing changes in payments"),
    Purpose.CHECK_INS: lambda: _("check-ins"),
    Purpose.RECORDING: lambda: _("recording"),
    Purpose.TRANSCRIPTS: lambda: _("transcripts"),
    Purpose.SECOND_READER: lambda: _("a second reader"),
    Purpose.SUPERVISION: lambda: _("supervision"),
    Purpose.RESEARCH: lambda: _("research"),
}
_MEANS: Mapping[Purpose, Callable[[], str]] = {
    Purpose.TIMES: lambda: _("Which appointments were moved or cancelled, beside how it usually is."),
    Purpose.PAYMENTS: lambda: _(
        "That bills are paid later or sooner than usual is seen; money can be short, and that is all it is."
    ),
    Purpose.CHECK_INS: lambda: _("Four short questions before or after a session, each of which may be left out."),
    Purpose.RECORDING: lambda: _("Sessions may be recorded; this program records nothing, it keeps what was agreed."),
    Purpose.TRANSCRIPTS: lambda: _(
        "What was said in a session may be kept here in writing, and read again for moments to think about."
    ),
    Purpose.SECOND_READER: lambda: _(
        "A program that the practice has set up may read passages of such a transcript as well."
    ),
    Purpose.SUPERVISION: lambda: _(
        "The client’s own words, as they shared them, may be read by the therapist’s supervisor."
    ),
    Purpose.RESEARCH: lambda: _("Numbers and days, under a pseudonym and without a word, may be handed to research."),
}
"""Of every purpose; a test holds that none is missing."""


def name_of(purpose: Purpose) -> str:
    """Return what a purpose is called."""
    return _NAMES[purpose]()


def means(purpose: Purpose) -> str:
    """Return what a purpose means, in a sentence or two that are the same for both."""
    return _MEANS[purpose]()


def standing(client: models.Client) -> dict[Purpose, Standing]:
    """Return how every purpose stands for a client."""
    found = {one: Standing(one, given=False, since=None, by="") for one in Purpose}
    for row in client.consents.all():
        known = Purpose(row.purpose)
        found[known] = Standing(known, row.given, row.day, row.by)
    for purpose, day in ((Purpose.TIMES, client.dates_agreed), (Purpose.PAYMENTS, client.payment_agreed)):
        # What is in effect holds, wherever it was written down.
        if day is not None and (found[purpose].since, found[purpose].given) != (day, True):
            found[purpose] = Standing(purpose, given=True, since=day, by=THERAPIST)
        elif day is None and found[purpose].given:
            found[purpose] = Standing(purpose, given=False, since=None, by="")
    return found


def is_given(client: models.Client, purpose: Purpose) -> bool:
    """Say whether something may be used for a purpose just now: given and not withdrawn; check-ins unless withdrawn."""
    return standing(client)[purpose].works


def history(client: models.Client) -> dict[Purpose, tuple[models.Consent, ...]]:
    """Return every line on each purpose, newest first."""
    found: dict[Purpose, list[models.Consent]] = {one: [] for one in Purpose}
    for row in client.consents.all():
        found[Purpose(row.purpose)].insert(0, row)
    return {purpose: tuple(rows) for purpose, rows in found.items()}


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
        case Purpose.CHECK_INS | Purpose.RECORDING | Purpose.SECOND_READER | Purpose.SUPERVISION | Purpose.RESEARCH:
            # Asked for wherever it matters, each time.
            return
        case Purpose.TRANSCRIPTS:
            if day is not None and client.heard.exists():
                from reattune.practice.heard import figures  # noqa: PLC0415  (it needs this module)

                # Nothing was opened since they said no: what changed meanwhile is worked out now.
                figures.changed(client)
        case other:
            assert_never(other)
