"""The client's side of the invented practice: what some said and shared, and what two people wrote of one day."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import uuid4

from reattune.model import Share, Voice
from reattune.practice import consent, models
from reattune.practice.voices import side_rows, side_words, talks
from reattune.practice.voices.kinds import Kind
from reattune.practice.voices.saying import Place, say
from reattune.practice.voices.sides import Wants

Words = Mapping[str, Any]
PLACED = frozenset({"client", "kind", "share", "day", "talk", "about"})
"""What says where something belongs; everything else is its words."""


def add(words: Words, known: Mapping[str, models.Client]) -> None:
    """Keep the invented voices, as desk.toml says them.

    Args:
        words: The whole file.
        known: The clients by codename.
    """
    for one in words.get("consent", ()):
        consent.write(
            known[one["client"]], consent.Purpose(one["purpose"]), given=one["given"], by=one["by"], day=one["day"]
        )
    begun = {one["name"]: _talk(one, known[one["client"]]) for one in words.get("talk", ())}
    said: dict[str, models.Said] = {}
    for one in words.get("said", ()):
        row = _said(one, known[one["client"]], begun, said)
        if row is not None and "name" in one:
            said[one["name"]] = row


def _talk(one: Words, client: models.Client) -> models.Talk:
    talk = talks.begin_by_therapist(client, one["title"], one["day"], shown=True, episode=_episode(one, client))
    for voice in Voice:
        if voice.value in one["sides"]:
            words = {**side_words.blank(), **one["sides"][voice.value]}
            side_rows.save(talk, side_rows.Author(voice), words, Wants.SHOW, "")
    return talk


def _episode(one: Words, client: models.Client) -> models.Episode | None:
    day: date | None = one.get("episode")
    return None if day is None else client.episodes.filter(day=day).first()


def _said(
    one: Words, client: models.Client, begun: Mapping[str, models.Talk], said: Mapping[str, models.Said]
) -> models.Said | None:
    place = Place(
        sitting=uuid4() if one["kind"] == Kind.ANSWER else None,
        talk=begun[one["talk"]].pk if "talk" in one else None,
        about=said[one["about"]].pk if "about" in one else None,
    )
    words = {name: value for name, value in one.items() if name not in PLACED | {"name"}}
    return say(client, Kind(one["kind"]), words, Share(one["share"]), one["day"], place)
