"""The client's side of the invented practice: what some said and shared, and what two people wrote of one day."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any
from uuid import uuid4

from reattune.model import Share, Voice
from reattune.practice import consent, models
from reattune.practice.keeping import kept
from reattune.practice.voices import afterwards, alike, side_rows, side_words, talks
from reattune.practice.voices.kinds import Kind
from reattune.practice.voices.saying import Place, say
from reattune.practice.voices.sides import Wants

Words = Mapping[str, Any]
PLACED = frozenset({"client", "kind", "share", "day", "talk", "about"})
"""What says where something belongs; everything else is its words."""
APART = frozenset({"written", "later"})
"""What says when a side was written, and what was said of it later; everything else is its words."""
EVENING = time(19)


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
    for one in words.get("likeness", ()):
        _likeness(one, begun[one["talk"]], said[one["outside"]])


def _talk(one: Words, client: models.Client) -> models.Talk:
    talk = talks.begin_by_therapist(client, one["title"], one["day"], shown=True, episode=_episode(one, client))
    shown = max(side["written"] for side in one["sides"].values())
    for voice in Voice:
        if voice.value in one["sides"]:
            _side(talk, voice, one["sides"][voice.value], shown)
    models.Talk.every.filter(pk=talk.pk).update(shown=one["day"])
    return talk


def _side(talk: models.Talk, voice: Voice, given: Words, shown: date) -> None:
    """Keep one side as written on its day and shown when both were there, and what the therapist said of it later."""
    placed = {name: given[name] for name in given if name not in APART}
    side_rows.save(talk, side_rows.Author(voice), {**side_words.blank(), **placed}, Wants.SHOW, "")
    saved, read = (datetime.combine(day, EVENING, kept().zone) for day in (given["written"], shown))
    models.Side.every.filter(talk=talk, by=voice.value).update(saved=saved, shown=read)
    for one in given.get("later", ()):
        said = {"view": "", "mended": False, **{name: one[name] for name in one if name not in {"day", "shared"}}}
        afterwards.say_by_therapist(talk, said, one["day"], shared=one["shared"])


def _likeness(one: Words, talk: models.Talk, outside: models.Said) -> None:
    row = models.Likeness(
        client=talk.client, by=one["by"], talk=talk, outside=outside, day=one["day"], shown=one["day"]
    )
    row.words = alike.read(
        {
            **{f"same_{name}": "yes" for name in alike.MARKS if one.get(name)},
            "otherwise": one.get("exception", ""),
            "like_text": one.get("text", ""),
        }
    )
    row.save(force_insert=True)


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
