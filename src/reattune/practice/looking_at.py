"""One thing that came up, looked at by two: what both are shown, what the client says, and whether they may open it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.model import Noticing, Voice
from reattune.practice import models, together
from reattune.practice.keeping import kept
from reattune.practice.looking import identity
from reattune.practice.mapping.codec import load
from reattune.practice.voices import correcting, talks
from reattune.practice.voices.correcting import Beside, Meant
from reattune.practice.voices.kinds import Kind
from reattune.reading.settings import holiday_dates

CHOICES = ("correct", "ordinary", "line")


@dataclass(frozen=True, slots=True)
class Looked:
    """What both are shown of a day; `told` is None where nothing stands out there any more.

    `rows` are those that can be put right: what the client corrected already is not offered again. `waits` says that a
    newer look is under way, which may find something else.
    """

    at: date
    told: together.Shared | None
    rows: tuple[together.Row, ...]
    said: tuple[Beside, ...]
    waits: bool = False


def at(client: models.Client, day: date) -> Looked | None:
    """Return what came up on a day, as two people look at it.

    Args:
        client: Whose.
        day: The day it came up.

    Returns:
        None where nothing came up then, and the client said nothing about it either.
    """
    row = client.noticed.filter(at=day).first()
    said = correcting.said(client, day)
    if row is None:
        return Looked(day, None, (), said, waits(client)) if said else None
    settings = kept()
    noticing = load(Noticing, row.words["noticing"], settings.zone)
    holidays = holiday_dates(settings.holidays, range(noticing.since.year, noticing.at.year + 1))
    done = correcting.corrected(client) if any(one.kind is Kind.CORRECTION for one in said) else {}
    rows = tuple(one for one in together.changed(noticing) if one.source not in done)
    return Looked(day, together.shared(noticing, holidays), rows, said, waits(client))


def waits(client: models.Client) -> bool:
    """Say whether a newer look at a client is asked for or under way."""
    return client.stale or not models.Glance.objects.filter(client=client, current=True).exists()


def day_of(client: models.Client, noticed: UUID) -> date | None:
    """Return the day of something that came up, by its identity, also where it does not stand out any more.

    Args:
        client: Whose.
        noticed: The identity of its row.
    """
    found: date | None = client.noticed.filter(pk=noticed).values_list("at", flat=True).first()
    if found is not None:
        return found
    return next((day for day in correcting.days(client) if identity(client, day) == noticed), None)


def say(client: models.Client, found: Looked, given: Mapping[str, str], place: tuple[date, bool]) -> str:
    """Keep what the client says about what came up.

    Args:
        client: Whose voice.
        found: What was shown.
        given: What was sent: `do`, one of `CHOICES`, `row` and `text`.
        place: The day of saying so, and whether that is in the room.

    Returns:
        What it does, in words for both.

    Raises:
        ReattuneError: No row was chosen, nothing was written where words are needed, or it is too long.
    """
    text = given.get("text", "")
    match given.get("do"):
        case "correct":
            row = next((one for one in found.rows if one.key == given.get("row")), None)
            if row is None:
                raise ReattuneError(_("Choose which of the days is meant; nothing was kept yet."))
            correcting.correct(client, found.at, Meant(row.source, row.at, row.said), text, place)
            return correcting.effect(Kind.CORRECTION)
        case "ordinary":
            correcting.ordinary(client, found.at, text, place)
            return correcting.effect(Kind.ORDINARY)
        case "line":
            correcting.line(client, found.at, text, place)
            return correcting.effect(Kind.LINE)
        case _:
            raise ReattuneError(_("Nothing was asked for; nothing was changed."))


def opened(client: models.Client, day: date) -> models.Talk | None:
    """Return the talk by which the therapist lets the client open the page of a day; None where they did not.

    Args:
        client: Whose.
        day: The day it came up.
    """
    by = Voice.THERAPIST.value
    found = models.Talk.every.filter(client=client, by=by, noticing=day, shown__isnull=False)
    return found.order_by("made").first()


def days_opened(client: models.Client) -> list[date]:
    """Return the days whose page the therapist lets the client open, newest first."""
    by = Voice.THERAPIST.value
    found = models.Talk.every.filter(client=client, by=by, noticing__isnull=False, shown__isnull=False)
    return sorted(set(found.values_list("noticing", flat=True)), reverse=True)


def let_open(client: models.Client, day: date) -> None:
    """Let the client open the page of a day by themselves: it is something to talk about from then on.

    Args:
        client: Who.
        day: The day it came up.
    """
    row = models.Talk.objects.filter(client=client, by=Voice.THERAPIST.value, noticing=day).first()
    if row is None:
        title = _("What came up, to look at together")
        talks.begin_by_therapist(client, title, day, shown=True, noticing=day)
    else:
        talks.show(row)


def shut(client: models.Client, day: date) -> None:
    """Take the page of a day back from the client's pages; what they wrote stays theirs.

    Args:
        client: From whom.
        day: The day it came up.
    """
    for row in models.Talk.objects.filter(client=client, by=Voice.THERAPIST.value, noticing=day, shown__isnull=False):
        talks.hide(row)
