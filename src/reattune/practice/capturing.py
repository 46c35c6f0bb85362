"""Putting a felt sense down in ten seconds, with words or without."""

import base64
from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.db import transaction

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.model import Voice
from reattune.practice import around, models
from reattune.practice.auditing import Action, record
from reattune.practice.typed import EARLIEST, as_day
from reattune.repair.movement import Felt, Place

WHAT = "moment"


def day_of(when: str, typed: str, client: models.Client, today: date) -> date:
    """Return the day that somebody meant.

    Args:
        when: "now", "session" for the last session, or "day" for the typed one.
        typed: The day as it was typed, year-month-day.
        client: Whose session.
        today: The day it is.

    Raises:
        ReattuneError: The typed day is none, or has not come yet.
    """
    if when == "session":
        return around.last_day(around.planned(client), today) or today
    # Whoever typed a day meant it, even where "now" was left chosen.
    return past_day(typed, today) if when == "day" or typed.strip() else today


def past_day(typed: str, today: date) -> date:
    """Return a typed day that is not in the future.

    Raises:
        ReattuneError: It is not a day, or has not come yet.
    """
    found = some_day(typed)
    if found > today:
        raise ReattuneError(_("That day has not come yet; choose today or an earlier day."))
    return found


def some_day(typed: str) -> date:
    """Return a typed day.

    Raises:
        ReattuneError: It is not a day.
    """
    found = as_day(typed)
    if found is None or found < EARLIEST:
        raise ReattuneError(
            _("“{typed}” is not a day; write it as year-month-day, such as 2026-06-24.").format(typed=typed)
        )
    return found


def catch(client: models.Client, given: Mapping[str, str], today: date) -> models.Moment:
    """Put a moment down.

    Args:
        client: With whom it was.
        given: felt, by, when, day, note and keep, as a form has them.
        today: The day it is.

    Returns:
        The row.

    Raises:
        ReattuneError: The feeling or the day is not known.
    """
    felt = _felt(given.get("felt", ""))
    by = Voice.CLIENT if given.get("by") == Voice.CLIENT else Voice.THERAPIST
    when = given.get("when", "now")
    words = plain(given.get("note", ""))
    day = day_of(when, given.get("day", ""), client, today)
    row = models.Moment(client=client, felt=felt.value, by=by.value, day=day, kept=bool(words and given.get("keep")))
    row.words = {"words": words, "place": Place.IN_SESSION.value if when == "session" else ""}
    with transaction.atomic():
        row.save(force_insert=True)
        record(Action.WROTE, client.pk, WHAT, "therapy")
    return row


def _felt(value: str) -> Felt:
    found = next((one for one in Felt if one.value == value), None)
    if found is None:
        raise ReattuneError(_("Choose how it felt: something met, something off, or not sure."))
    return found


def plain(words: str) -> str:
    """Return typed words with plain line ends and nothing around them."""
    return words.replace("\r\n", "\n").replace("\r", "\n").strip()


def reword(moment: models.Moment, words: str, *, keep: bool) -> None:
    """Put other words in place of a moment's.

    Args:
        moment: Which.
        words: As typed; none is as good.
        keep: Whether they are to be kept in view.
    """
    said = plain(words)
    moment.words = {**moment.words, "words": said}
    moment.kept = bool(said and keep)
    with transaction.atomic():
        moment.save(update_fields=["sealed", "kept"])
        record(Action.CHANGED, moment.client_id, WHAT, "therapy")


def take_away(moment: models.Moment) -> dict[str, str]:
    """Delete a moment, and return it as it was, still sealed with the client's key, so that it can be put back."""
    gone = {
        "id": str(moment.pk),
        "client": str(moment.client_id),
        "episode": str(moment.episode_id or ""),
        "felt": moment.felt,
        "by": moment.by,
        "day": moment.day.isoformat(),
        "made": moment.made.isoformat(),
        "kept": "yes" if moment.kept else "",
        "sealed": base64.b64encode(bytes(moment.sealed or b"")).decode(),
    }
    with transaction.atomic():
        moment.delete()
        record(Action.ERASED, UUID(gone["client"]), WHAT, "therapy")
    return gone


def put_back(client: models.Client, gone: Mapping[str, str]) -> models.Moment:
    """Put back what `take_away` returned.

    Args:
        client: Whose it was.
        gone: What `take_away` returned.
    """
    row = models.Moment(
        id=UUID(gone["id"]),
        client=client,
        felt=gone["felt"],
        by=gone["by"],
        day=date.fromisoformat(gone["day"]),
        kept=bool(gone["kept"]),
        sealed=base64.b64decode(gone["sealed"]) or None,
        episode=client.episodes.filter(pk=gone["episode"]).first() if gone["episode"] else None,
    )
    with transaction.atomic():
        row.save(force_insert=True)
        models.Moment.objects.filter(pk=row.pk).update(made=gone["made"])
        record(Action.UNDID, client.pk, WHAT, "therapy")
    return row
