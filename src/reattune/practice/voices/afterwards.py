"""What is said later: how it is now, by each for themselves; that somebody needs time; and when to come back to it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from reattune.language import _
from reattune.model import Share, Voice
from reattune.practice import auditing, models
from reattune.practice.auditing import Action
from reattune.practice.models.voice import SHARED
from reattune.practice.voices import saying, side_rows, side_words
from reattune.practice.voices.kinds import Kind
from reattune.practice.voices.side_words import Line, Words

LATER, TOLD = "afterwards", "told"
"""Where the therapist's own stand in the words of their side."""
TIME, RATHER_NOT, WROTE = "time", "rather_not", "wrote"


@dataclass(frozen=True, slots=True)
class Afterwards:
    """How something is for one of the two, said later."""

    day: date
    by: Voice
    lines: tuple[Line, ...]
    mended: bool
    shared: bool
    """Whether the other may read it."""


@dataclass(frozen=True, slots=True)
class Told:
    """What one of the two has the other know of their writing, in a sentence."""

    day: date
    by: Voice
    words: str


def tell_words() -> tuple[tuple[str, str], ...]:
    """Return what either can have the other know; nobody knows it otherwise."""
    return (
        (TIME, _("I need time with this.")),
        (RATHER_NOT, _("I would rather not write about this.")),
        (WROTE, _("I have written something, and keep it for now.")),
    )


def say_by_client(client: models.Client, talk: models.Talk, words: Words, share: Share, day: date) -> bool:
    """Keep how something is for the client now.

    Args:
        client: Whose voice.
        talk: What it is about.
        words: As `side_words.read_afterwards` returns them.
        share: For them alone, or to be read now.
        day: The day of saying it.

    Returns:
        False where it was to be theirs alone and they have no key for that: then nothing was kept.
    """
    said = {**words, "text": words.get("now_text", "")}
    return saying.say(client, Kind.AFTERWARDS, said, share, day, saying.Place(talk=talk.pk)) is not None


def say_by_therapist(talk: models.Talk, words: Words, day: date, *, shared: bool) -> None:
    """Keep how something is for the therapist now.

    Args:
        talk: What it is about.
        words: As `side_words.read_afterwards` returns them.
        day: The day of saying it.
        shared: Whether the client may read it, from when they can read the therapist's side.
    """
    _add(talk, LATER, {**words, "day": day.isoformat(), "shared": shared})


def tell_by_client(client: models.Client, talk: models.Talk, choice: str, day: date) -> None:
    """Have the therapist know something of the client's writing, in the client's voice.

    Args:
        client: Whose voice.
        talk: What it is about.
        choice: Of `tell_words`.
        day: The day of saying it.
    """
    words = {"tell": choice, "text": dict(tell_words())[choice]}
    saying.say(client, Kind.LINE, words, Share.NOW, day, saying.Place(talk=talk.pk))


def tell_by_therapist(talk: models.Talk, choice: str, day: date) -> None:
    """Have the client know something of the therapist's writing.

    Args:
        talk: What it is about.
        choice: Of `tell_words`.
        day: The day of saying it.
    """
    _add(talk, TOLD, {"tell": choice, "day": day.isoformat()})


def rest(talk: models.Talk, voice: Voice, *, until: date | None = None, away: date | None = None) -> None:
    """Keep when an author wants to come back to a talk, or that they put it away; for themselves alone.

    Args:
        talk: Which.
        voice: Whose wish it is.
        until: The day of coming back.
        away: The day of putting it away.
    """
    with transaction.atomic():
        row = side_rows.row_of(talk, voice)
        row.until, row.away = until, away if voice is Voice.CLIENT else None
        row.save()
        if voice is Voice.THERAPIST:
            models.Talk.every.filter(pk=talk.pk).update(closed=away)
            auditing.record(Action.CHANGED, talk.client_id, "talk", "therapy")


def said_by_client(talk: models.Talk, reader: side_rows.Author) -> tuple[list[Afterwards], list[Told]]:
    """Return what the client said later, oldest first: how it is now, and what they had the therapist know.

    Args:
        talk: What it is about.
        reader: Who reads it; a client with their key open reads what is only theirs, too.
    """
    table = models.Said.objects if reader.voice is Voice.THERAPIST else models.Said.every
    later, told = [], []
    for row in table.filter(talk=talk, kind__in=(Kind.AFTERWARDS.value, Kind.LINE.value)).order_by("day", "made"):
        words = saying.words_for_author(row, reader.key)
        if words is None:
            continue
        if row.kind == Kind.AFTERWARDS.value:
            later.append(_afterwards(words, row.day, Voice.CLIENT, shared=row.share in SHARED))
        elif row.share in SHARED:
            told.append(Told(row.day, Voice.CLIENT, str(words.get("text", ""))))
    return later, told


def said_by_therapist(row: models.Side | None, reader: side_rows.Author) -> tuple[list[Afterwards], list[Told]]:
    """Return what the therapist said later, oldest first.

    Args:
        row: The therapist's side, if there is one.
        reader: Who reads it; a client reads how it is now where that is shared, once the side itself is shown.
    """
    if row is None:
        return [], []
    words, mine, sentences = row.words, reader.voice is Voice.THERAPIST, dict(tell_words())
    later = [
        _afterwards(one, date.fromisoformat(str(one["day"])), Voice.THERAPIST, shared=bool(one["shared"]))
        for one in words.get(LATER, ())
        if mine or (one["shared"] and row.shown is not None)
    ]
    told = [
        Told(date.fromisoformat(str(one["day"])), Voice.THERAPIST, sentences[one["tell"]])
        for one in words.get(TOLD, ())
    ]
    return later, told


def mended_by_both(client: models.Side | None, therapist: models.Side | None, said: Iterable[Afterwards]) -> bool:
    """Say whether both have named a mend, each in the last that they have shown of how it is now.

    Args:
        client: The client's side, if there is one.
        therapist: The therapist's side, if there is one.
        said: What both said later; only what is shared counts.
    """
    latest = {}
    for voice, row in ((Voice.CLIENT, client), (Voice.THERAPIST, therapist)):
        words = side_rows.theirs(row)
        if words is None:
            return False
        latest[voice] = bool(words["mended"])
    for one in sorted((one for one in said if one.shared), key=lambda one: one.day):
        latest[one.by] = one.mended
    return all(latest.values())


def _add(talk: models.Talk, name: str, entry: Mapping[str, Any]) -> None:
    with transaction.atomic():
        row = side_rows.row_of(talk, Voice.THERAPIST)
        words = row.words
        row.words = {**words, name: [*words.get(name, ()), dict(entry)]}
        row.save()
        auditing.record(Action.CHANGED, talk.client_id, side_rows.WHAT, "therapy")


def _afterwards(words: Mapping[str, Any], day: date, by: Voice, *, shared: bool) -> Afterwards:
    lines = side_words.told_now({**words, "now_text": words.get("now_text") or words.get("text") or ""})
    return Afterwards(day, by, lines, mended=bool(words.get("mended")), shared=shared)
