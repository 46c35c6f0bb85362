"""A sheet that came back on paper, typed in by the therapist: the client's words, with what was handed over of them."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from uuid import UUID

from django.db import transaction

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.model import Share
from reattune.practice import auditing, models
from reattune.practice.check_in import gate, sitting, wording
from reattune.practice.check_in.asked import When
from reattune.practice.check_in.sitting import Sitting
from reattune.practice.models.voice import SHARED
from reattune.practice.voices import saying

SHEET = "sheet"
WHAT = "check-in sheet"


def understood(typed: Mapping[str, str]) -> Sitting:
    """Return what was typed in; whatever stands on a sheet that was handed over is shared.

    Args:
        typed: The fields, named as those of the check-in itself are.
    """
    when = sitting.when_of(typed.get("when", ""))
    ids = [*(one.id for one in wording.questions(when)), *(one.id for one in wording.forms(when))]
    chosen = {f"share-{one}": typed.get(f"share-{one}", "") for one in ids}
    shares = {name: value if value in SHARED else Share.NOW.value for name, value in chosen.items()}
    found = sitting.understood({**typed, **shares})
    answers = tuple(replace(one, words={**one.words, SHEET: True}) for one in found.answers)
    return replace(found, answers=answers)


def keep(client: models.Client, found: Sitting, day: date) -> None:
    """Keep what stands on a sheet, once.

    Args:
        client: Whose.
        found: What was typed in.
        day: The day on the sheet.

    Raises:
        ReattuneError: Nothing was typed in, something is too long, or check-ins are not open.
    """
    trouble = gate.why_not(client) or next(iter((found.troubles or {}).values()), "")
    if trouble:
        raise ReattuneError(trouble)
    if not found.answers:
        raise ReattuneError(
            _("Nothing was typed in yet. An empty sheet needs no entry: leaving all of it out is fine.")
        )
    with transaction.atomic():
        if sitting.is_kept(client, found):
            return
        sitting.keep(client, found, day)
        auditing.record(auditing.Action.WROTE, client.pk, WHAT, "therapy")


def take_out(client: models.Client, which: UUID) -> bool:
    """Take out a sheet that was typed in by mistake, and say whether there was one.

    Args:
        client: Whose.
        which: The sitting that it was kept as.
    """
    rows = [row for row in models.Said.objects.filter(client=client, sitting=which) if row.words.get(SHEET)]
    with transaction.atomic():
        for row in rows:
            saying.take_away(row)
        if rows:
            auditing.record(auditing.Action.UNDID, client.pk, WHAT, "therapy")
    return bool(rows)


def usual(client: models.Client) -> When:
    """Return when a client's last sheet or check-in was given; after a session where there is none."""
    row = models.Said.objects.filter(client=client, kind="answer").first()
    return sitting.when_of(row.words.get("when", "") if row else "")
