"""What was tried in an episode or a talk, and what each of the two said of how it is: at first, and later."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.urls import reverse

from reattune.learning.noticings import Course, Said, course
from reattune.model import Voice
from reattune.practice import clock, models
from reattune.practice.keeping import kept
from reattune.practice.mapping.episodes import record_of
from reattune.practice.picture import opening_words
from reattune.practice.voices import side_words, talks
from reattune.practice.voices.afterwards import LATER
from reattune.practice.voices.kinds import Kind


@dataclass(frozen=True, slots=True)
class Looked:
    """One episode or talk looked back on: whose, what it is called, where it is, and its course."""

    client: models.Client
    title: str
    address: str
    since: str
    """Where what followed it is shown."""
    course: Course


def courses(episodes: Sequence[models.Episode], every: Sequence[models.Talk]) -> tuple[Looked, ...]:
    """Return the course of each episode, talks about it included, and of each talk without one, newest first.

    Args:
        episodes: The therapist's records, each with its client.
        every: Talks that the therapist may see, each with its client.
    """
    said, names, zone = _said(every), talks.titles(list(every)), kept().zone
    of_episode: dict[UUID | None, list[models.Talk]] = defaultdict(list)
    for talk in every:
        of_episode[talk.episode_id].append(talk)
    alone = [talk for talk in every if talk.episode_id not in {one.pk for one in episodes}]
    found = [_of_episode(one, of_episode[one.pk], said, zone) for one in episodes]
    found += [_of_talk(talk, names[talk.pk], said) for talk in alone]
    return tuple(sorted(found, key=lambda one: one.course.day, reverse=True))


def _of_episode(
    row: models.Episode, about: Iterable[models.Talk], said: Mapping[UUID, list[Said]], zone: ZoneInfo
) -> Looked:
    record = record_of(row)
    spoken = [one for talk in about for one in said.get(talk.pk, ())]
    if record.now and not any(one.by is Voice.THERAPIST for one in spoken):
        spoken.append(Said(_day(row.changed, zone), Voice.THERAPIST, record.now))
    return Looked(
        row.client,
        opening_words(row.words, 100),
        reverse("episode", kwargs={"client": row.client_id, "episode": row.pk}),
        reverse("since", kwargs={"client": row.client_id, "episode": row.pk}),
        course(row.day, record.tried, spoken),
    )


def _of_talk(row: models.Talk, title: str, said: Mapping[UUID, list[Said]]) -> Looked:
    return Looked(
        row.client,
        title,
        reverse("talk", kwargs={"client": row.client_id, "talk": row.pk}),
        reverse("since-talk", kwargs={"client": row.client_id, "talk": row.pk}),
        course(row.day, (), said.get(row.pk, ())),
    )


def _said(every: Sequence[models.Talk]) -> dict[UUID, list[Said]]:
    """Return what each said in each talk of how it is, as far as the therapist may read it, in two questions."""
    found: dict[UUID, list[Said]] = defaultdict(list)
    zone = kept().zone
    for side in models.Side.objects.filter(talk__in=every, saved__isnull=False):
        words, by = side.words, Voice(side.by)
        found[side.talk_id] += _spoken(_day(side.saved, zone), by, words, felt=str(words.get("felt") or ""))
        for one in words.get(LATER, ()):
            found[side.talk_id] += _spoken(date.fromisoformat(str(one["day"])), by, one)
    later = models.Said.objects.filter(talk__in=every, kind=Kind.AFTERWARDS.value).order_by("day", "made")
    for row in later:
        words = row.words
        found[row.talk_id] += _spoken(row.day, Voice.CLIENT, {**words, "now_text": words.get("now_text") or ""})
    return found


def _spoken(day: date, by: Voice, words: Mapping[str, Any], felt: str = "") -> list[Said]:
    # A number stands beside its words where it was given, and is never set against another one.
    now = [one.text for one in side_words.told_now({**words, "view": ""})]
    told = " · ".join(one for one in (felt, *now) if one)
    return [Said(day, by, told)] if told else []


def _day(moment: datetime, zone: ZoneInfo) -> date:
    # In a practice shown as on another day, nothing was said after that day.
    return min(moment.astimezone(zone).date(), clock.today(zone))
