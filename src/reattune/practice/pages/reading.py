"""A transcript read: the whole conversation in order, moments beside their exact words, and the figures of it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse

from reattune.model import Role, Times
from reattune.practice import models
from reattune.practice.door import May, page
from reattune.practice.heard import allowed, answering, gaps, lines, measures, second_shown, taking_up
from reattune.practice.heard.noted import Note, noted
from reattune.practice.heard.opened import Opened, open_up
from reattune.practice.heard.transcript import missing_role
from reattune.practice.pages.whose import missing_words, role_words
from reattune.practice.rendering import render
from reattune.speech.overlooked import invitation, leaning
from reattune.speech.telling import honest
from reattune.speech.worth import Said

MOST_DIGITS = 6
EVERYTHING = "all"


@page("r/<uuid:client>/heard/<uuid:heard>/", "heard-read", May.WRITE, seen="transcript")
def read(request: HttpRequest, client: UUID, heard: UUID) -> HttpResponse:
    """Show a stretch of a transcript with its moments."""
    row = found(client, heard)
    return elsewhere(row) or render(request, "heard_read.html.j2", _context(request, open_up(row)))


def found(client: UUID, heard: UUID) -> models.Heard:
    """Return a transcript of a client, without its file."""
    row: models.Heard = get_object_or_404(
        models.Heard.objects.select_related("client").defer("body"), pk=heard, client_id=client
    )
    return row


def elsewhere(row: models.Heard) -> HttpResponse | None:
    """Return where to go instead where a transcript may not be read (yet); None where it may."""
    if not allowed.is_agreed(row.client):
        return HttpResponseRedirect(reverse("heard", kwargs={"client": row.client_id}))
    if row.confirmed is None:
        return HttpResponseRedirect(_address(row, "heard-who"))
    return None


def place(row: models.Heard, turn: int, anchor: str = "", *, everything: bool = False) -> str:
    """Return the address of a place in a transcript.

    Args:
        row: The transcript.
        turn: Its turn, from 0.
        anchor: What to go to there; the turn itself where "".
        everything: Whether moments that are not listed are marked too.
    """
    marks = f"&marks={EVERYTHING}" if everything else ""
    return f"{_address(row, 'heard-read')}?page={lines.page_of(turn)}{marks}#{anchor or f't{turn}'}"


def number(words: str, otherwise: int) -> int:
    """Return a whole number that was asked for, or another where none can be meant."""
    return int(words) if words.isascii() and words.isdigit() and len(words) <= MOST_DIGITS else otherwise


def _address(row: models.Heard, name: str) -> str:
    return reverse(name, kwargs={"client": row.client_id, "heard": row.pk})


def _context(request: HttpRequest, one: Opened) -> dict[str, Any]:
    row, transcript = one.row, one.transcript
    everything = request.GET.get("marks") == EVERYTHING
    count = lines.pages(transcript)
    shown = min(max(1, number(request.GET.get("page", ""), 1)), count)
    second = second_shown.shown(row, one)
    known = noted(row, one.reading, taking_up.taken(row), second.result.weigh if second.result else None)
    missing = missing_role(one.words)
    return {
        "client": row.client,
        "row": row,
        "name": one.words.get("name", ""),
        "why": one.why,
        "missing": missing_words(missing),
        "one_voice": len(transcript.turns) == 1,
        "noted": known,
        "second": second,
        "unmarked": [(hit.turn, one.reading.quote(hit), leaning(hit)) for hit in one.unmarked],
        "invitation": invitation(),
        "honest": tuple(dict.fromkeys(honest(note.moment) for note in known.notes)),
        "lines": lines.lines(one.reading, known, shown, row.client.codename, everything=everything),
        "number": shown,
        "first_turn": (shown - 1) * lines.TURNS,
        "last": count,
        "turns": len(transcript.turns),
        "everything": everything,
        "place": _places(row, everything=everything),
        "next_to": _next_to(row, known.notes, everything=everything),
        "opened": _opened(request, one),
        "roles": [(role, role_words(role)) for role in Role],
        "measured": measures.measured(row, transcript) if missing is None else None,
        "answers": [(said.value, answering.words(said)) for said in Said],
        "records": taking_up.open_records(row.client) if known.notes else (),
        "key": (gaps.KEY, gaps.KEY * gaps.PER_SECOND),
        "is_silent": transcript.times is Times.BOTH and not transcript.written,
        "is_written": transcript.written,
    }


def _places(row: models.Heard, *, everything: bool) -> Callable[..., str]:
    def at(turn: int, anchor: str = "", *, all: bool = everything) -> str:  # noqa: A002  (as the address has it)
        return place(row, turn, anchor, everything=all)

    return at


def _next_to(row: models.Heard, notes: tuple[Note, ...], *, everything: bool) -> dict[str, tuple[str, str]]:
    """Return the addresses of the moments before and after each listed one, by its id; "" at the ends."""
    at = [place(row, one.moment.first, f"m-{one.moment.id}", everything=everything) for one in notes]
    around = zip(notes, ["", *at], [*at[1:], ""], strict=False)
    return {one.moment.id: (before, after) for one, before, after in around}


def _opened(request: HttpRequest, one: Opened) -> lines.Opened | None:
    """Return the turn that is to be put right, where one was asked for."""
    turn = number(request.GET.get("turn", ""), -1)
    return lines.opened(one.transcript, one.texts, turn, number(request.GET.get("from", ""), 0)) if turn >= 0 else None
