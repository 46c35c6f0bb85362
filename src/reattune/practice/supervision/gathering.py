"""What there is about one episode or talk that could be brought to supervision: stored words, and nothing made up."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q

from reattune.account.told import dated
from reattune.language import _
from reattune.model import Noticing
from reattune.noticing import telling
from reattune.practice import attaching, consent, models
from reattune.practice.heard import allowed, taking_up
from reattune.practice.keeping import kept
from reattune.practice.mapping.codec import load
from reattune.practice.mapping.episodes import record_of
from reattune.practice.supervision.sheet import Part
from reattune.practice.voices import side_words
from reattune.practice.voices.kinds import Kind, name_of
from reattune.practice.voices.talks import CLIENT, THERAPIST
from reattune.repair import strategies
from reattune.repair.episode import Record

NEAR = timedelta(days=21)
"""How near to the day of it something the client shared is offered."""
MOST = 20
SAID, SIDE, TALK = "said", "side", "talk"
THING = "thing:"
"""Before the ref of what a record is about."""
NOT_OFFERED = (Kind.REQUEST.value, Kind.RATING.value)
"""Asked of the therapist, or scored: neither is something to bring."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What is brought: an episode, or a talk with the therapist's record of it where there is one."""

    client: models.Client
    day: date
    episode: models.Episode | None = None
    talk: models.Talk | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that could go along, as it was kept."""

    ref: str
    part: Part
    text: str
    label: str = ""
    day: date | None = None
    quote: bool = False


def of_episode(episode: models.Episode) -> Subject:
    """Return an episode as what is brought."""
    return Subject(episode.client, episode.day, episode=episode)


def of_talk(talk: models.Talk) -> Subject:
    """Return a talk as what is brought."""
    return Subject(talk.client, talk.day, episode=talk.episode, talk=talk)


def question(subject: Subject) -> str:
    """Return the question that stands in the record already; "" where there is none."""
    return record_of(subject.episode).question if subject.episode else ""


def found(subject: Subject) -> tuple[Found, ...]:
    """Return all that could go along, as it was kept.

    Args:
        subject: What is brought.

    Returns:
        The client's own words only where they agreed to supervision, and only what they shared.
    """
    things: list[Found] = []
    if subject.episode is not None:
        things += _of_record(record_of(subject.episode))
        things += _attached(subject.episode, spoken=_may_be_quoted(subject.client))
    if subject.talk is not None:
        things += _my_side(subject.talk)
    things += _rivals(subject)
    if consent.is_given(subject.client, consent.Purpose.SUPERVISION):
        things += _client_words(subject)
    return tuple(one for one in things if one.text.strip())


def _of_record(record: Record) -> Iterator[Found]:
    asked = (
        ("text", _("What happened"), record.text),
        ("wish", _("What was hoped for"), record.wish),
        ("expected", _("Which answer was expected"), record.expected),
        ("actual", _("Which answer came"), record.actual),
        ("response", _("How I answered, and what it brought about"), record.response),
    )
    for name, label, text in asked:
        yield Found(f"record:{name}", Part.EVIDENCE, text, label, record.day, quote=True)
    for one in record.tried:
        yield Found(f"tried:{one.value}", Part.TRIED, strategies.words(one))
    yield Found("record:my_part", Part.MINE, record.my_part, quote=True)
    yield Found("record:now", Part.MINE, record.now, _("How I see it now"), quote=True)


def _may_be_quoted(client: models.Client) -> bool:
    """Say whether words of a transcript may be brought: both that it is read and that they go there was agreed to."""
    return allowed.is_agreed(client) and consent.is_given(client, consent.Purpose.SUPERVISION)


def _attached(episode: models.Episode, *, spoken: bool) -> Iterator[Found]:
    """Yield what a record is about; what was said in a session only where `spoken` may be brought."""
    for one in attaching.attached(episode):
        if taking_up.is_spoken(one.ref) and not spoken:
            continue
        yield Found(f"{THING}{one.ref}", Part.EVIDENCE, dated(one.said), "", one.day)


def _my_side(talk: models.Talk) -> Iterator[Found]:
    side = models.Side.objects.filter(talk=talk, by="therapist").first()
    if talk.by == THERAPIST:
        yield Found(f"talk:{talk.pk}", Part.EVIDENCE, str(talk.words.get("title", "")), _("What it is about"), talk.day)
    for name, label, text in _fields(side):
        yield Found(f"mine:{name}", Part.MINE, text, label, talk.day, quote=True)


def _fields(side: models.Side | None) -> Iterator[tuple[str, str, str]]:
    """Yield what a side says: the field, what was asked, and the words."""
    words: dict[str, Any] = side.words if side is not None else {}
    for name, label in side_words.labels().items():
        if isinstance(words.get(name), str):
            yield name, label, words[name]


def _rivals(subject: Subject) -> Iterator[Found]:
    told: list[str] = []
    for one in _noticings(subject):
        # Without holidays: which one was near says when it was.
        told += telling.readings(load(Noticing, one.words["noticing"], kept().zone))
    told = told or [_("It may be chance, or something outside our sessions."), _("It may be nothing at all.")]
    for number, text in enumerate(dict.fromkeys(told)):
        yield Found(f"reading:{number}", Part.RIVALS, dated(text))


def _noticings(subject: Subject) -> Iterable[models.Noticed]:
    days = [subject.talk.noticing] if subject.talk is not None and subject.talk.noticing else []
    if subject.episode is not None:
        days += [one.day for one in subject.episode.attached.all() if one.kind == attaching.NOTICING]
    found: Iterable[models.Noticed] = subject.client.noticed.filter(at__in=days)
    return found


def _client_words(subject: Subject) -> Iterator[Found]:
    talks = _talks(subject)
    near = Q(day__range=(subject.day - NEAR, subject.day + NEAR)) | Q(talk__in=talks)
    every = models.Said.objects.filter(near, client=subject.client).exclude(kind__in=NOT_OFFERED)
    for one in every[:MOST]:
        yield Found(
            f"{SAID}:{one.pk}",
            Part.CLIENT,
            str(one.words.get("text", "")),
            name_of(Kind(one.kind)),
            one.day,
            quote=True,
        )
    for talk in models.Talk.objects.filter(pk__in=talks, by=CLIENT, shown__isnull=False):
        title = str(talk.words.get("title", ""))
        yield Found(f"{TALK}:{talk.pk}", Part.CLIENT, title, _("What it is about"), talk.day, quote=True)
    for side in models.Side.objects.filter(talk__in=talks, by="client", shown__isnull=False).select_related("talk"):
        for name, label, text in _fields(side):
            yield Found(f"{SIDE}:{side.pk}:{name}", Part.CLIENT, text, label, side.talk.day, quote=True)


def _talks(subject: Subject) -> list[UUID]:
    """Return the talks it belongs to, among those a therapist may see."""
    found = models.Talk.objects.filter(client=subject.client)
    about = Q(pk=subject.talk.pk) if subject.talk is not None else Q(episode=subject.episode)
    return list(found.filter(about).values_list("pk", flat=True))
