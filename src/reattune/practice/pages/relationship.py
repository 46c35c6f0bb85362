"""One relationship: its picture, what came up, what is held open, and the ways on from here."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from reattune.account.framing import frame_lines, own_words
from reattune.account.scored import answered_words, form_name
from reattune.account.spoken import Spoken, spoken
from reattune.account.standing import added_words
from reattune.account.told import LATELY, Told, dated
from reattune.charts import day
from reattune.model import Voice
from reattune.noticing import telling
from reattune.practice import feedback, models
from reattune.practice.around import next_day, planned
from reattune.practice.door import May, page
from reattune.practice.picture import began, opening_words, picture, row_address, stretch
from reattune.practice.portrait import Portrait, portrait
from reattune.practice.rendering import render, today
from reattune.practice.rows import place
from reattune.practice.today import laters
from reattune.practice.voices import correcting, talks
from reattune.repair.holding import State, back_on, due, words

MOMENTS = 12
RECENT_WORDS = 6
TALKS = 4


@dataclass(frozen=True, slots=True)
class Came:
    """Something that came up, with its row and how it stands."""

    told: Told
    row: UUID
    said: tuple[feedback.Told, ...]
    """What was made of it, newest first, undone ones included."""
    adds: str
    asks: bool
    """Whether it is still among what to think about, and nothing later was added to it."""
    past: bool
    """Whether it is no longer open: the last change of it is more than ten sessions ago."""


@dataclass(frozen=True, slots=True)
class Held:
    """A record, the words it begins with, and when it comes back."""

    row: models.Episode
    begins: str
    stands: str
    open: bool


@page("r/<uuid:client>/", "client", May.SEE, seen="relationship")
def client(request: HttpRequest, client: UUID) -> HttpResponse:
    """Show one relationship."""
    row = get_object_or_404(models.Client, pk=client)
    found = portrait(row, today())
    first = began(found)
    when = stretch(request.GET.dict(), first, found.day)
    figure = picture(found, when) if first else None
    episodes = held(row, found.day)
    return render(
        request,
        "client.html.j2",
        {
            "client": row,
            "found": found,
            "when": when,
            "figure": figure,
            "table": _linked(found, figure.days, figure.rows) if figure else (),
            "laters": laters(found.day, next_day(planned(row), found.day)),
            "came": () if found.silent else came_up(found),
            "quiet": dated(telling.quiet(found.day)),
            "held": [one for one in episodes if one.open],
            "put_away": [one for one in episodes if not one.open],
            "kept": kept_words(row, episodes),
            "moments": list(row.moments.all()[:MOMENTS]),
            "spoken": [(one, place(one.source)) for one in _said(found)],
            "answered": _answered(found),
            "lately": found.day - LATELY,
            "frame": frame_lines(found.known)[:3],
            "own": [(one.at, own_words(one), row_address(row, one.at)) for one in reversed(found.own)],
            "left_out": [(one, one.words) for one in row.left_out.filter(undone=None).order_by("-on")],
            "beside_words": correcting.beside_words,
            "remarks": remarks(found),
            "therapist": Voice.THERAPIST,
            "talks": talks_of(row),
        },
    )


def came_up(found: Portrait) -> tuple[Came, ...]:
    """Return what came up, newest first, with what was made of it."""
    history = feedback.history(found.client)
    still = set(found.client.noticed.filter(open=True).values_list("at", flat=True))
    newest = {one.noticing.adds_to or one.at: one.at for one in found.told}
    return tuple(
        Came(
            one,
            found.rows[one.number],
            said_of(history, one),
            added_words(one),
            asks=one.at in still and newest[one.noticing.adds_to or one.at] == one.at and not one.settled,
            past=one.at not in still,
        )
        for one in reversed(found.told)
    )


def remarks(found: Portrait) -> tuple[str, ...]:
    """Return what was remarked on the way, without what the page says itself: whose it is, and a frame nobody wrote."""
    own = (one.removeprefix(f"{found.client.codename}: ") for one in found.remarks)
    return tuple(f"{one[:1].upper()}{one[1:]}" for one in own if "frame.toml" not in one)


def said_of(history: Iterable[feedback.Told], told: Told) -> tuple[feedback.Told, ...]:
    """Return what was made of one noticing."""
    return tuple(one for one in history if one.noticing == told.at)


def held(row: models.Client, at: date) -> list[Held]:
    """Return a client's records, newest first, each with when it comes back."""
    found = []
    for one in row.episodes.all():
        state = due(at, one.hold_until, one.not_yet_until, one.closed)
        back = back_on(one.hold_until, one.not_yet_until)
        stands = dated(words(state, back))
        found.append(Held(one, opening_words(one.words, 160), stands, state is not State.PUT_AWAY))
    return found


def kept_words(row: models.Client, episodes: Iterable[Held]) -> tuple[date, str] | None:
    """Return the last words that were chosen to be kept in view, with their day."""
    found = [(one.row.day, str(one.row.words.get("kept_words") or "")) for one in episodes]
    found.extend((one.day, str(one.words.get("words") or "")) for one in row.moments.filter(kept=True)[:1])
    return max((one for one in found if one[1]), default=None)


def talks_of(row: models.Client) -> list[tuple[models.Talk, str]]:
    """Return the newest of what there is to talk about and was not put away, each with its title."""
    return talks.named([one for one in talks.for_therapist(row) if one.closed is None][:TALKS])


def _said(found: Portrait) -> tuple[Spoken, ...]:
    return () if found.silent else spoken(found.known.check_ins, found.day)[:RECENT_WORDS]


def _answered(found: Portrait) -> list[tuple[date, str, str]]:
    """Return what was answered and is to be read, newest first: its day, its words, and where it stands."""
    answers = sorted(found.known.risk_answers, key=lambda one: (-one.session_date.toordinal(), one.source))
    return [
        (one.session_date, answered_words(one, form_name(found.practice, one.instrument)), place(one.source))
        for one in answers
        if one.session_date <= found.day
    ]


def _linked(
    found: Portrait, days: Iterable[date], rows: Iterable[tuple[str, ...]]
) -> list[tuple[str, str, tuple[str, ...]]]:
    """Return each row of the table: its day, the address of all rows of that day, and the other cells."""
    return [(day(at), row_address(found.client, at), cells[1:]) for at, cells in zip(days, rows, strict=True)]
