"""Similar moments: either may see a likeness between something talked about and another moment, here or outside.

Offered from the next session on; exceptions stand first; nothing is named but what the two say, and nobody but by role.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from reattune.errors import ReattuneError
from reattune.language import _, plural
from reattune.model import Share, Voice
from reattune.noticing.numbers import Spelled
from reattune.practice import auditing, models
from reattune.practice.around import days_since
from reattune.practice.auditing import Action
from reattune.practice.voices import own, saying, talks
from reattune.practice.voices.alike import moment_lines, role_words, words_for
from reattune.practice.voices.here import only_with_words
from reattune.practice.voices.kinds import Kind
from reattune.practice.voices.side_rows import Author
from reattune.repair.similar import Decision, may_link

WHAT = "likeness"
CLIENT = Voice.CLIENT.value


@dataclass(frozen=True, slots=True)
class Like:
    """One likeness as somebody reads it: whose, what the other moment is, and what is alike or otherwise in it."""

    id: UUID
    by: Voice
    day: date
    title: str
    talk: UUID | None
    """The other talk, where it is one."""
    moment: tuple[tuple[str, str], ...]
    """What is said of a moment outside: what is told, and its words."""
    wish: bool
    response: bool
    exception: str
    text: str
    shown: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Likenesses of one kind: what they have in common, how many they are, in words, and each of them."""

    heading: str
    count: str
    likes: tuple[Like, ...]


def may_begin(talk: models.Talk, today: date) -> Decision:
    """Return whether linking a talk to other moments is offered today, and why.

    Args:
        talk: Which.
        today: The day of asking.
    """
    return may_link(today, talk.day, days_since(talk.client, talk.day, today))


def others(talk: models.Talk, reader: Author) -> list[models.Talk]:
    """Return the other talks that a reader may link one to, newest first.

    Args:
        talk: Which is to be linked.
        reader: Who wants to.
    """
    return [one for one in _talks(talk.client, reader).values() if one.pk != talk.pk]


def link(
    talk: models.Talk, reader: Author, words: Mapping[str, Any], other: models.Talk, day: date, *, shown: bool
) -> None:
    """Keep that somebody sees a likeness between two talks.

    Args:
        talk: Which.
        reader: Who sees it.
        words: As `alike.read` returns them.
        other: The other talk; its reader may see it.
        day: The day of saying so.
        shown: Whether the other of the two may read it.

    Raises:
        ReattuneError: The other could not see one of the two talks; or it is to be the client's alone without a key.
    """
    if shown and not _both_see((talk, other), reader):
        raise ReattuneError(
            _("One of the two is yours alone still. Show that first, or keep this for yourself. Nothing was kept.")
        )
    _keep(models.Likeness(client=talk.client, talk=talk, other=other), reader, words, day, shown=shown)


def link_outside(
    talk: models.Talk, reader: Author, words: Mapping[str, Any], moment: Mapping[str, str], day: date, *, shown: bool
) -> None:
    """Keep that somebody sees a likeness to a moment outside; a client's moment is kept as something they said.

    Args:
        talk: Which.
        reader: Who sees it.
        words: As `alike.read` returns them.
        moment: As `alike.read_moment` returns it.
        day: The day of saying so.
        shown: Whether the other of the two may read it.

    Raises:
        ReattuneError: As of `link`.
    """
    if shown and not _both_see((talk,), reader):
        raise ReattuneError(_("This is yours alone still. Show it first, or keep this for yourself. Nothing was kept."))
    with transaction.atomic():
        row = models.Likeness(client=talk.client, talk=talk)
        if reader.voice is Voice.CLIENT:
            share = Share.NOW if shown else Share.ONLY_ME
            row.outside = saying.say(talk.client, Kind.OUTSIDE, moment, share, day, saying.Place(talk=talk.pk))
            if row.outside is None:
                raise own.OwnKeyError(only_with_words())
            _keep(row, reader, words, day, shown=shown)
        else:
            _keep(row, reader, {**words, "moment": dict(moment)}, day, shown=shown)


def _keep(row: models.Likeness, reader: Author, words: Mapping[str, Any], day: date, *, shown: bool) -> None:
    row.by, row.day, row.shown = reader.voice.value, day, day if shown else None
    is_client = reader.voice is Voice.CLIENT
    if is_client:
        row.own = own.put(row.client, row.packed(dict(words)), row.about)
        if row.own is None and not shown:
            raise own.OwnKeyError(only_with_words())
    if shown or not is_client:
        row.words = dict(words)
    with transaction.atomic():
        row.save(force_insert=True)
        _audit(row, Action.WROTE)


def change(row: models.Likeness, reader: Author, *, shown: bool) -> None:
    """Let the other read a likeness, or take it back from them.

    Args:
        row: Of the reader's own.
        reader: Whose it is.
        shown: Whether the other may read it from now on.

    Raises:
        ReattuneError: As of `link`; or a client has no key to keep it for themselves with.
    """
    day = row.shown or row.day
    if shown and not _both_see([one for one in (row.talk, row.other) if one is not None], reader):
        raise ReattuneError(_("It belongs to something that is yours alone still; show that first."))
    words = words_for(row, reader.key)
    row.shown = day if shown else None
    if reader.voice is Voice.CLIENT:
        row.own = row.own or own.put(row.client, row.packed(words), row.about)
        if row.own is None and not shown:
            raise own.OwnKeyError(only_with_words())
        row.sealed = None
    if shown or reader.voice is Voice.THERAPIST:
        row.words = words
    with transaction.atomic():
        if shown and row.outside is not None and reader.voice is Voice.CLIENT:
            _share_moment(row.outside, reader, day)
        row.save(update_fields=["sealed", "own", "shown"])
        auditing.record(Action.CHANGED if shown else Action.UNDID, row.client_id, WHAT, "sharing", who=row.by)


def _share_moment(said: models.Said, reader: Author, day: date) -> None:
    moment = saying.words_for_author(said, reader.key)
    if moment is not None and said.share == Share.ONLY_ME.value:
        saying.share(said, moment, Share.NOW, day)


def take_away(row: models.Likeness) -> None:
    """Delete a likeness; a moment outside that a client told stays among what they said.

    Args:
        row: Of whoever asks.
    """
    with transaction.atomic():
        _audit(row, Action.UNDID)
        row.delete()


def mine(talk: models.Talk, reader: Author, likeness: UUID) -> models.Likeness | None:
    """Return a likeness of the reader's own that is about a talk; None where there is none that they may read.

    Args:
        talk: Which.
        reader: Who asks.
        likeness: Its identity.
    """
    rows = _rows(talk.client, reader).filter(talk=talk, by=reader.voice.value, pk=likeness)
    found: models.Likeness | None = rows.select_related("talk", "other", "outside", "client").first()
    return found


def seen(talk: models.Talk, reader: Author) -> tuple[Like, ...]:
    """Return what somebody may read about moments like a talk, newest first.

    Args:
        talk: Which.
        reader: Who reads it.
    """
    known = _talks(talk.client, reader)
    names = talks.titles(list(known.values()), reader.key)
    rows = _rows(talk.client, reader).filter(Q(talk=talk) | Q(other=talk)).select_related("outside", "client")
    found = (_like(row, talk, reader, names) for row in rows.order_by("-day", "-made"))
    return tuple(one for one in found if one is not None)


def grouped(likes: tuple[Like, ...]) -> tuple[Group, ...]:
    """Return likenesses as they are told: times it went otherwise first; one may stand in several groups.

    Args:
        likes: Of one talk.
    """
    named = (
        (_("Times it went otherwise"), [one for one in likes if one.exception]),
        (_("The same wish"), [one for one in likes if one.wish]),
        (_("The same came back"), [one for one in likes if one.response]),
        (_("Alike in another way"), [one for one in likes if not (one.exception or one.wish or one.response)]),
    )
    return tuple(Group(heading, _count(len(found)), tuple(found)) for heading, found in named if found)


def _like(row: models.Likeness, talk: models.Talk, reader: Author, names: Mapping[UUID, str]) -> Like | None:
    words = words_for(row, reader.key)
    other = row.other_id if row.talk_id == talk.pk else row.talk_id
    if other is not None and other not in names:
        return None
    moment = _moment(row, words, reader) if other is None else {}
    if moment is None:
        return None
    roles = dict(role_words())
    title = names[other] if other else _("A moment with {who}").format(who=roles.get(moment.get("role", ""), "…"))
    return Like(
        id=row.pk,
        by=Voice(row.by),
        day=row.day,
        title=title,
        talk=other,
        moment=moment_lines(moment),
        wish=bool(words.get("wish")),
        response=bool(words.get("response")),
        exception=str(words.get("exception", "")),
        text=str(words.get("text", "")),
        shown=row.shown is not None,
    )


def _moment(row: models.Likeness, words: Mapping[str, Any], reader: Author) -> Mapping[str, Any] | None:
    if row.outside is None:
        return dict(words.get("moment", {}))
    return saying.words_for_author(row.outside, reader.key if reader.voice is Voice.CLIENT else None)


def _talks(client: models.Client, reader: Author) -> dict[UUID, models.Talk]:
    mine = reader.voice is Voice.CLIENT
    found = talks.for_client(client, reader.key) if mine else talks.for_therapist(client)
    return {one.pk: one for one in found}


def _rows(client: models.Client, reader: Author) -> Any:
    if reader.voice is Voice.THERAPIST:
        return models.Likeness.objects.filter(client=client)
    shown = Q(shown__isnull=False)
    return models.Likeness.every.filter(shown if reader.key is None else shown | Q(by=CLIENT), client=client)


def _both_see(found: Any, reader: Author) -> bool:
    return all(one.shown is not None or one.by != reader.voice.value for one in found)


def _audit(row: models.Likeness, action: Action) -> None:
    if row.by == Voice.THERAPIST.value:
        auditing.record(action, row.client_id, WHAT, "therapy")
    elif row.shown is not None:
        auditing.record(action, row.client_id, WHAT, "sharing", who=CLIENT)


def _count(number: int) -> str:
    return plural("{n} moment", "{n} moments", Spelled(number))
