"""Something to talk about: begun by either, in their own words, seen by the other once its beginner lets them.

What a client begins and has not shown is sealed for their own key; without one, they begin and show it in one step.
"""

from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from reattune.language import _
from reattune.model import Voice
from reattune.practice import auditing, backing, clock, models, scope
from reattune.practice.auditing import Action
from reattune.practice.keeping import kept
from reattune.practice.models.voice import SHARED
from reattune.practice.voices import own

WHAT = "talk"
LONGEST_TITLE = 120
CLIENT, THERAPIST = Voice.CLIENT.value, Voice.THERAPIST.value


def open_from(said: models.Said) -> models.Talk:
    """Open something to talk about from what a client shared, once for each thing said.

    Args:
        said: What was said; it must be shared, and is linked to the talk.

    Returns:
        The talk, in the client's words and open to both; the same one however often it is asked for.
    """
    with transaction.atomic():
        backing.queue(f"said {said.pk}")
        row = models.Said.every.get(pk=said.pk)
        talk: models.Talk | None = models.Talk.every.filter(pk=row.talk_id).first()
        if talk is None:
            talk = models.Talk(client=row.client, by=CLIENT, day=row.day, shown=_today())
            talk.words = {"said": str(row.pk)}
            talk.save(force_insert=True)
            models.Said.every.filter(pk=row.pk).update(talk=talk)
            auditing.record(Action.WROTE, row.client_id, WHAT, "sharing", who=CLIENT)
        elif talk.shown is None and begun_with(talk) == row.pk:
            talk.shown = _today()
            talk.save(update_fields=["shown"])
    said.talk_id = talk.pk
    return talk


def withdrawn(said: models.Said) -> None:
    """Let a talk go out of the therapist's sight with the words that it began with.

    Args:
        said: What its author no longer shares; what both wrote in the talk stays theirs.
    """
    talk = models.Talk.every.filter(pk=said.talk_id, by=CLIENT).first()
    if talk is not None and begun_with(talk) == said.pk:
        # A therapist who takes out a sheet changes what they do not see from then on, which a database would refuse.
        with scope.use(scope.EVERYONE):
            models.Talk.every.filter(pk=talk.pk).update(shown=None)


def begun_with(talk: models.Talk, key: own.Own | None = None) -> UUID | None:
    """Return the identity of the words that a talk began with, if it began so.

    Args:
        talk: Which.
        key: The client's own key, where it is open.
    """
    found = words_of(talk, key).get("said")
    return UUID(str(found)) if found else None


def begin_by_therapist(
    client: models.Client,
    title: str,
    day: date,
    *,
    shown: bool,
    episode: models.Episode | None = None,
    noticing: date | None = None,
) -> models.Talk:
    """Begin something to talk about as the therapist.

    Args:
        client: With whom.
        title: What it is called, in a few words.
        day: The day it is about.
        shown: Whether the client may see at once that it is there.
        episode: The therapist's own record of it; the client never sees that.
        noticing: The day on which it came up.

    Returns:
        The talk.
    """
    talk = models.Talk(client=client, by=THERAPIST, day=day, episode=episode, noticing=noticing)
    talk.shown = _today() if shown else None
    talk.words = {"title": title}
    with transaction.atomic():
        talk.save(force_insert=True)
        auditing.record(Action.WROTE, client.pk, WHAT, "therapy")
    return talk


def begin_by_client(client: models.Client, title: str, day: date, *, shown: bool) -> models.Talk | None:
    """Begin something to talk about as the client.

    Args:
        client: Whose voice.
        title: What it is called, in a few words.
        day: The day it is about.
        shown: Whether the therapist may see it at once.

    Returns:
        The talk; None where it was to be theirs alone and they have no key for that: then nothing was kept.
    """
    talk = models.Talk(client=client, by=CLIENT, day=day)
    words = {"title": title}
    talk.own = own.put(client, talk.packed(words), talk.about)
    if talk.own is None and not shown:
        return None
    if shown:
        talk.words, talk.shown = words, _today()
    with transaction.atomic():
        talk.save(force_insert=True)
        if shown:
            auditing.record(Action.WROTE, client.pk, WHAT, "sharing", who=CLIENT)
    return talk


def show(talk: models.Talk, key: own.Own | None = None) -> None:
    """Let the other see a talk.

    Args:
        talk: Begun by whoever shows it.
        key: The client's own key, needed for one that was theirs alone.
    """
    with transaction.atomic():
        _as_it_is(talk)
        if talk.shown is not None:
            return
        talk.words, talk.shown = words_of(talk, key), _today()
        talk.save(update_fields=["sealed", "shown"])
        _audit(talk, Action.CHANGED)


def hide(talk: models.Talk) -> None:
    """Take a talk back from the other's pages; what the other wrote in it stays theirs.

    Args:
        talk: Begun by whoever takes it back; a client's title is kept where they have a key of their own.
    """
    with transaction.atomic():
        _as_it_is(talk)
        if talk.shown is None:
            return
        if talk.by == CLIENT:
            talk.own = talk.own or own.put(talk.client, talk.packed(talk.words), talk.about)
            talk.sealed = None
        talk.shown = None
        talk.save(update_fields=["sealed", "own", "shown"])
        _audit(talk, Action.UNDID)


def _as_it_is(talk: models.Talk) -> None:
    """Take over what another window has done to a talk meanwhile."""
    backing.queue(f"talk {talk.pk}")
    talk.refresh_from_db(fields=("sealed", "own", "shown"))


def words_of(talk: models.Talk, key: own.Own | None = None) -> dict[str, Any]:
    """Return the words of a talk, an empty object where whoever asks cannot read them.

    Args:
        talk: Which.
        key: The client's own key, where it is open.
    """
    if talk.sealed is not None:
        return talk.words
    return (key and key.words(talk)) or {}


def titles(talks: list[models.Talk], key: own.Own | None = None) -> dict[UUID, str]:
    """Return what each talk is called, in one question: its title, or the beginning of the words it began with.

    Args:
        talks: Of one client.
        key: The client's own key, where it is open.
    """
    every = {talk.pk: words_of(talk, key) for talk in talks}
    wanted = [words["said"] for words in every.values() if words.get("said")]
    said = {str(row.pk): row for row in models.Said.every.filter(pk__in=wanted, share__in=SHARED)} if wanted else {}
    return {pk: _title(words, said.get(str(words.get("said", "")))) for pk, words in every.items()}


def named(found: list[models.Talk]) -> list[tuple[models.Talk, str]]:
    """Return talks, each with its title; arguments as of `titles`."""
    names = titles(found)
    return [(talk, names[talk.pk]) for talk in found]


def title(talk: models.Talk, key: own.Own | None = None) -> str:
    """Return what a talk is called; arguments as of `titles`."""
    return titles([talk], key)[talk.pk]


def for_therapist(client: models.Client) -> list[models.Talk]:
    """Return what a therapist may see, newest first.

    Args:
        client: With whom.
    """
    return list(models.Talk.objects.filter(client=client))


def for_client(client: models.Client, key: own.Own | None = None) -> list[models.Talk]:
    """Return what a client may see, newest first; what is only theirs needs their own key.

    Args:
        client: Who asks.
        key: Their own key, where it is open.
    """
    mine = models.Side.every.filter(talk=OuterRef("pk"), by=CLIENT)
    # A talk that the therapist took back takes the client's own words from nobody.
    wrote = Exists(mine.filter(shown__isnull=False) if key is None else mine.filter(saved__isnull=False))
    may = Q(shown__isnull=False) | wrote
    if key is not None:
        may = Q(by=CLIENT) | may
    return list(models.Talk.every.filter(may, client=client))


def short(text: str, most: int = LONGEST_TITLE) -> str:
    """Return the beginning of a text, on one line, cut between words.

    Args:
        text: Any.
        most: How many characters at most.
    """
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    cut = line[: most - 1]
    return f"{cut[: cut.rfind(' ')] if ' ' in cut else cut}…"


def _title(words: dict[str, Any], said: models.Said | None) -> str:
    found = str(words.get("title") or "") or (str(said.words.get("text") or "") if said else "")
    return short(found) or _("Something to talk about")


def _audit(talk: models.Talk, action: Action) -> None:
    purpose = "sharing" if talk.by == CLIENT else "therapy"
    auditing.record(action, talk.client_id, WHAT, purpose, who=talk.by if talk.by == CLIENT else "")


def _today() -> date:
    return clock.today(kept().zone)
