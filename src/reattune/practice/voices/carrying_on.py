"""Carrying outside: what was different this time, what to try elsewhere, and how it went, in the client's words.

Nothing is counted, nothing is due, and nobody is told what came of what: each stands with its day.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.model import Share, Voice
from reattune.practice import models
from reattune.practice.voices import alike, own, saying, talks
from reattune.practice.voices.here import only_with_words
from reattune.practice.voices.kinds import Kind
from reattune.practice.voices.shown import readers
from reattune.practice.voices.side_rows import Author

KINDS = (Kind.DIFFERENT, Kind.TRY, Kind.WENT)


@dataclass(frozen=True, slots=True)
class Carried:
    """One thing carried on: its day, its words, the talk that it goes back to, and how it went, for something tried."""

    id: UUID
    day: date
    text: str
    role: str
    talk: UUID | None
    title: str
    readers: str
    went: tuple["Carried", ...] = ()


@dataclass(frozen=True, slots=True)
class All:
    """Everything of one client that somebody may read, newest first."""

    different: tuple[Carried, ...]
    tries: tuple[Carried, ...]
    loose: tuple[Carried, ...]
    """How something went that is not here to be read itself."""


@dataclass(frozen=True, slots=True)
class Said:
    """What is to be kept: its words, by role with whom, what it goes back to, and who may read it."""

    kind: Kind
    text: str
    role: str = ""
    talk: UUID | None = None
    about: UUID | None = None
    share: Share = Share.ONLY_ME


def keep(client: models.Client, said: Said, day: date) -> models.Said:
    """Keep something that the client carries on.

    Args:
        client: Whose voice.
        said: What.
        day: The day of saying it.

    Raises:
        ReattuneError: There are no words, or too many; or it is to be theirs alone, and they have no key for that.
    """
    text = alike.short(said.text)
    if not text:
        raise ReattuneError(_("Say it in a few words; nothing was kept yet."))
    words = {"text": text, **({"role": said.role} if said.role else {})}
    row = saying.say(client, said.kind, words, said.share, day, saying.Place(talk=said.talk, about=said.about))
    if row is None:
        raise own.OwnKeyError(only_with_words())
    return row


def carried(client: models.Client, reader: Author) -> All:
    """Return everything that is carried on, as somebody may read it.

    Args:
        client: Whose.
        reader: Who reads it; without their own key a client reads what the therapist may read, too.
    """
    found = _readable(client, reader)
    names = _titles(client, reader)
    tries = {row.pk for row, _words in found if row.kind == Kind.TRY.value}
    went: dict[UUID | None, list[Carried]] = {}
    for row, words in found:
        if row.kind == Kind.WENT.value:
            about = row.about_said_id if row.about_said_id in tries else None
            went.setdefault(about, []).append(_one(row, words, names))
    return All(
        different=tuple(_one(row, words, names) for row, words in found if row.kind == Kind.DIFFERENT.value),
        tries=tuple(
            _one(row, words, names, tuple(reversed(went.get(row.pk, ()))))
            for row, words in found
            if row.kind == Kind.TRY.value
        ),
        loose=tuple(went.get(None, ())),
    )


def tried(client: models.Client, reader: Author, said: UUID) -> models.Said | None:
    """Return something to try that a client may say more about; None where they cannot read it just now.

    Args:
        client: Whose.
        reader: Who asks.
        said: Its identity.
    """
    every = (row for row, _words in _readable(client, reader) if row.kind == Kind.TRY.value)
    return next((row for row in every if row.pk == said), None)


def talks_of(client: models.Client, reader: Author) -> list[tuple[models.Talk, str]]:
    """Return what something carried on can go back to, newest first, each with its title.

    Args:
        client: Whose.
        reader: Who asks.
    """
    found = talks.for_client(client, reader.key) if reader.voice is Voice.CLIENT else talks.for_therapist(client)
    names = talks.titles(found, reader.key)
    return [(one, names[one.pk]) for one in found]


def _titles(client: models.Client, reader: Author) -> dict[UUID, str]:
    return {talk.pk: name for talk, name in talks_of(client, reader)}


def _readable(client: models.Client, reader: Author) -> list[tuple[models.Said, dict[str, object]]]:
    mine = reader.voice is Voice.CLIENT and reader.key is not None
    table = models.Said.every if mine else models.Said.objects
    rows = table.filter(client=client, kind__in=[one.value for one in KINDS]).select_related("client")
    if reader.voice is Voice.THERAPIST:
        return [(row, row.words) for row in rows]
    found = ((row, saying.words_for_author(row, reader.key)) for row in rows)
    return [(row, words) for row, words in found if words is not None]


def _one(row: models.Said, words: dict[str, object], names: dict[UUID, str], went: tuple[Carried, ...] = ()) -> Carried:
    talk = row.talk_id if row.talk_id in names else None
    return Carried(
        id=row.pk,
        day=row.day,
        text=str(words.get("text", "")),
        role=dict(alike.role_words()).get(str(words.get("role", "")), ""),
        talk=talk,
        title=names[talk] if talk else "",
        readers=readers(Share(row.share)),
        went=went,
    )
