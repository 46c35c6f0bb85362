"""The picture of one relationship: one timeline, every mark of which opens the rows it stands for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.urls import reverse

from reattune.account.figures import Figure, figure_of
from reattune.account.scored import scorer
from reattune.charts import Band, Dot, Flag, Link, Sign, SignKind, Slot, Turn, timeline
from reattune.charts.links import Drawn
from reattune.language import _
from reattune.model import Source
from reattune.practice import models
from reattune.practice.portrait import Portrait
from reattune.practice.typed import as_day

HALF_A_YEAR = timedelta(weeks=26)
HALF, WHOLE, CHOSEN = "half", "whole", "chosen"


@dataclass(frozen=True, slots=True)
class Stretch:
    """The time that is drawn, how it was asked for, and what was wrong with what was asked, if anything."""

    start: date
    end: date
    span: str = HALF
    trouble: str = ""


def stretch(given: Mapping[str, str], began: date | None, day: date) -> Stretch:
    """Return the time to draw: the last half year, all of it, or what was chosen.

    Args:
        given: What was asked for: `span`, and `from` and `to` for a time that was chosen.
        began: The first day that anything is known of.
        day: The day of asking.
    """
    half = Stretch(max(began or day, day - HALF_A_YEAR), day)
    match given.get("span", HALF):
        case "whole":
            return Stretch(began or day, day, WHOLE)
        case "chosen":
            start, end = as_day(given.get("from", "")), as_day(given.get("to", ""))
            if start is None or end is None:
                return replace(half, trouble=_("A time needs a first and a last day, written as year-month-day."))
            if start >= end:
                return replace(
                    half, trouble=_("The last day must come after the first one; the last half year is shown.")
                )
            return Stretch(start, min(end, max(day, start + timedelta(days=1))), CHOSEN)
        case _:
            return half


def began(found: Portrait) -> date | None:
    """Return the first day that anything is known of, None where nothing is."""
    days = [one.slot.date() for one in found.known.sessions]
    days.extend(one.session_date for one in found.known.ratings)
    days.extend(found.client.episodes.values_list("day", flat=True))
    days.extend(found.client.moments.values_list("day", flat=True))
    return min((one for one in days if one <= found.day), default=None)


def picture(found: Portrait, when: Stretch) -> Figure:
    """Draw a relationship over a time.

    Args:
        found: All that is known and was found.
        when: The time to draw.

    Returns:
        The drawing with links, its legend, and the same as a table.
    """
    chart = timeline(
        found.known,
        (when.start, when.end),
        noticings=[one.noticing for one in found.told],
        own=found.own,
        instruments=found.practice.instruments,
        score=scorer(found.practice),
    )
    chart = replace(chart, signs=tuple(one for one in signs(found.client) if when.start <= one.at <= when.end))
    return figure_of(chart, "picture", links(found))


def signs(client: models.Client) -> Iterable[Sign]:
    """Return the records and moments that were kept, in time order."""
    found = [
        Sign(one.day, SignKind.EPISODE, _("a record: {words}").format(words=opening_words(one.words)), f"e{one.pk}")
        for one in client.episodes.all()
    ]
    found.extend(
        Sign(one.day, SignKind(one.felt), one.words.get("words", ""), f"m{one.pk}") for one in _moments(client)
    )
    return sorted(found, key=lambda one: (one.at, one.key))


def _moments(client: models.Client) -> list[models.Moment]:
    known = {one.value for one in SignKind if one is not SignKind.EPISODE}
    return [one for one in client.moments.all() if one.felt in known]


def opening_words(words: Mapping[str, object], most: int = 60) -> str:
    """Return the words a record begins with, so that a person knows it again."""
    said = " ".join(str(words.get("kept_words") or words.get("text") or words.get("my_part") or "").split())
    if not said:
        return _("without words")
    return said if len(said) <= most else said[: most - 1].rstrip() + "…"


def links(found: Portrait) -> Link:
    """Return where each mark of a client's picture leads."""
    client = found.client.pk

    def link(mark: Drawn) -> str:
        match mark:
            case Flag():
                return reverse("noticing", kwargs={"client": client, "noticed": found.rows[mark.number]})
            case Sign():
                return sign_address(found.client, mark.key)
            case Slot():
                return row_address(found.client, mark.planned)
            case Turn() | Dot():
                return row_address(found.client, mark.at)
            case Band():
                return row_address(found.client, mark.start)

    return link


def row_address(client: models.Client, day: date) -> str:
    """Return where all rows of a day are shown."""
    return reverse("row", kwargs={"client": client.pk, "date": day.isoformat()})


def heard_address(client: models.Client, source: Source) -> str:
    """Return where the transcript is read that a figure came from."""
    return reverse("heard-read", kwargs={"client": client.pk, "heard": source.row})


def recording_address(client: models.Client, source: Source) -> str:
    """Return where the recording is played that a figure came from."""
    return reverse("recording", kwargs={"client": client.pk, "recording": source.row})


def sign_address(client: models.Client, key: str) -> str:
    """Return where a record or a moment is opened, by its key in the picture."""
    name = "episode" if key.startswith("e") else "moment"
    return reverse(name, kwargs={"client": client.pk, name: key[1:]})
