"""What a client said and shared, as it reaches the therapist: at once, in that person's words, outside noticing."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Any
from uuid import UUID

from django.db.models import Q

from reattune.language import _
from reattune.model import RiskAnswer, Share, Source, Voice
from reattune.practice import models
from reattune.practice.check_in import wording
from reattune.practice.check_in.asked import FELT_OFF, WORDLESS, When, colour_names, questions
from reattune.practice.check_in.wording import Form
from reattune.practice.mapping.said import FILE
from reattune.practice.models.voice import SHARED, waited
from reattune.practice.voices.kinds import Kind, name_of

LATELY = timedelta(weeks=2)
RISK = timedelta(weeks=8)
TO_READ = (Kind.ANSWER, Kind.NOTE, Kind.MOMENT, Kind.LINE, Kind.CORRECTION, Kind.ORDINARY, Kind.REQUEST)
"""What stands on Today by itself; other kinds stand where they belong, and here where they are to be raised."""

ABOUT_NOTICING = frozenset({Kind.LINE.value, Kind.CORRECTION.value, Kind.ORDINARY.value})


@dataclass(frozen=True, slots=True)
class Told:
    """One thing said: to what, in which words (as they were written), and what was shown besides."""

    title: str
    text: str = ""
    shown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reached:
    """What one client said at one time and shared in one way; `first` is the row that it is spoken about from."""

    client: models.Client
    day: date
    is_raised: bool
    first: UUID
    told: tuple[Told, ...]
    noticing: date | None = None
    """The day of what came up, where something was said about that."""


def lately(today: date) -> tuple[Reached, ...]:
    """Return what clients shared in the last two weeks, and what they asked to have raised until it was; newest first.

    Args:
        today: The day of asking.
    """
    since = today - LATELY
    now = Q(share=Share.NOW.value, shared_on__gt=since) | Q(share=Share.RAISE_FOR_ME.value)
    # What waited for the end is told for two weeks from then on.
    now |= waited(today) & ~waited(since)
    kinds = Q(kind__in=TO_READ) | Q(share=Share.RAISE_FOR_ME.value)
    rows = models.Said.objects.filter(now, kinds, taken_up=None).exclude(kind=Kind.RATING.value)
    return tuple(
        _grouped(rows.select_related("client").order_by("-day", "client__codename", "sitting", "share", "made"))
    )


def _grouped(rows: Iterable[models.Said]) -> Iterator[Reached]:
    for _key, group in groupby(rows, lambda row: (row.day, row.client_id, row.sitting or row.pk, _raised(row))):
        found = list(group)
        first = found[0]
        yield Reached(first.client, first.day, _raised(first), first.pk, tuple(map(told, found)), _noticing(first))


def _noticing(row: models.Said) -> date | None:
    at = row.words.get("noticing") if row.kind in ABOUT_NOTICING else None
    return date.fromisoformat(str(at)) if at else None


def _raised(row: models.Said) -> bool:
    return bool(row.share == Share.RAISE_FOR_ME.value)


def risk(today: date) -> Iterator[tuple[models.Client, RiskAnswer]]:
    """Yield each risk item that was answered and shared lately, as it was answered.

    Args:
        today: The day of asking.
    """
    rows = models.Said.objects.filter(kind=Kind.RATING.value, share__in=SHARED, day__gt=today - RISK)
    for row in rows.select_related("client"):
        words = row.words
        for number in words.get("risk", ()):
            value = float(words["items"][number - 1])
            yield (
                row.client,
                RiskAnswer(row.day, words["instrument"], number, value, Voice.CLIENT, Source(FILE, str(row.pk))),
            )


def told(row: models.Said, forms: Mapping[str, Form] | None = None) -> Told:
    """Return something said, as its reader sees it.

    Args:
        row: What was said and may be read.
        forms: As `wording.every` returns them, where they were read already: for the second row and all others.
    """
    words = row.words
    match Kind(row.kind):
        case Kind.ANSWER:
            return _answer(words)
        case Kind.RATING:
            return _rating(words, wording.every() if forms is None else forms)
        case Kind.CORRECTION as kind:
            return Told(name_of(kind), words.get("text", ""), (words["what"],) if words.get("what") else ())
        case kind:
            return Told(name_of(kind), words.get("text", ""))


def _answer(words: Mapping[str, Any]) -> Told:
    when = When(words.get("when") or When.AFTER)
    asked = next((one for one in questions(when) if one.id == words.get("question")), None)
    if asked is None:
        return Told(name_of(Kind.ANSWER), words.get("text", ""))
    chosen = [one.words for one in asked.choices if one.value == words.get("choice")]
    return Told(asked.words, words.get("text", ""), (*chosen, *placed(words)))


def placed(words: Mapping[str, Any]) -> Iterator[str]:
    """Yield what an answer shows without words, in words that both can read.

    Args:
        words: Of an answer.
    """
    if words.get("closeness") is not None:
        yield _("nearness {n}, from −3 (far apart) to 3 (near)").format(n=_signed(words["closeness"]))
    if words.get("leading") is not None:
        yield _("who led {n}, from −3 (the therapist) to 3 (the client)").format(n=_signed(words["leading"]))
    if words.get("colour"):
        yield _("colour: {colour}").format(colour=colour_names().get(words["colour"], words["colour"]))


def _signed(number: int) -> str:
    return f"{number}".replace("-", "−")


def _rating(words: Mapping[str, Any], forms: Mapping[str, Form]) -> Told:
    instrument = str(words.get("instrument", ""))
    form = forms.get(instrument)
    answers = words.get("items", ())
    if form is None or len(form.items) != len(answers):
        given = (_("item {n}: {value}").format(n=n, value=one) for n, one in enumerate(answers, 1) if one is not None)
        return Told(instrument.upper(), "", tuple(given))
    names = dict(form.choices)
    pairs = ((item.words, one) for item, one in zip(form.items, answers, strict=True) if one is not None)
    return Told(form.name, "", tuple(f"{item} {names.get(one) or one}" for item, one in pairs))


def is_off(words: Mapping[str, Any]) -> bool:
    """Say whether an answer says that something felt off: so it was chosen, or shown or told without a "no".

    Args:
        words: Of an answer.
    """
    if words.get("question") != FELT_OFF:
        return False
    choice = words.get("choice", "")
    return choice in {"yes", WORDLESS} or (choice != "no" and bool(words.get("text")))


def arrived(row: models.Said) -> None:
    """Open something to talk about where somebody shared that something felt off, in their words.

    Args:
        row: What was said and shared just now.
    """
    if row.kind == Kind.ANSWER.value and row.share in SHARED and is_off(row.words):
        from reattune.practice.voices import talks  # noqa: PLC0415  (talks say things, and what is said arrives here)

        talks.open_from(row)
