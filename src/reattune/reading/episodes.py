"""episodes.toml: what happened between two people, in two voices that never merge.

What a client has not shared is dropped here, before anything else could see it: with and without it every
output is the same.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from reattune.errors import UnreadableError
from reattune.language import _
from reattune.model import Episode, EpisodeVoice, Quarantined, Source
from reattune.reading.fields import FieldError
from reattune.reading.gathered import Gathered, Place
from reattune.reading.toml_values import (
    as_day,
    as_number,
    as_table,
    as_tables,
    as_text,
    as_texts,
    parse_toml,
    read_text,
)

SHARED = frozenset({"shared_with_therapist", "shared_with_client", "supervision_anonymised"})
"""Visibilities that a client's voice needs for the therapist to read it; anything else, and nothing, is private."""

_BLOCK = re.compile(r"^(?=[ \t]*\[\[[ \t]*episode[ \t]*\]\])", re.MULTILINE)
_CLIENT = re.compile(r"^[ \t]*\[[ \t]*episode[ \t]*\.[ \t]*client[ \t]*\]", re.MULTILINE)
_THERAPIST = re.compile(r"^[ \t]*\[[ \t]*episode[ \t]*\.[ \t]*therapist[ \t]*\]", re.MULTILINE)
_HIGHEST_VIEW = 4


def read_episodes(path: Path, place: Place) -> Gathered:
    """Read one relationship's repair record.

    Args:
        path: The file.
        place: Where reading happens.

    Returns:
        The episodes as the therapist may see them, and the entries set aside.

    Raises:
        UnreadableError: Where the file cannot be opened.
    """
    name = place.name(path)
    kept: dict[str, Episode] = {}
    aside: list[Quarantined] = []
    for number, block in enumerate(_visible(read_text(path, name), name, aside), start=1):
        row = _row(block, number)
        try:
            episode = _episode(block, Source(name, row))
        except FieldError as error:
            aside.append(Quarantined(name, row, "episode", error.why))
            continue
        if episode.id in kept:
            aside.append(Quarantined(name, row, "id", _("stands twice; the first was kept, give this one its own id")))
        else:
            kept[episode.id] = episode
    # A reference to what cannot be seen would be a trace of it.
    linked = [
        replace(each, similar_to=tuple(other for other in each.similar_to if other in kept)) for each in kept.values()
    ]
    linked.sort(key=lambda each: (each.day, each.id))
    return Gathered(episodes=tuple(("", each) for each in linked), quarantined=tuple(aside))


def _visible(text: str, name: str, aside: list[Quarantined]) -> Iterable[Mapping[str, object]]:
    """Yield the episodes a therapist may know of, without voices that are not shared with them."""
    for block in _blocks(text, name, aside):
        client = block.get("client")
        if client is None or _is_shared(client):
            yield block
        elif "therapist" in block:
            yield {key: value for key, value in block.items() if key != "client"}


def _is_shared(client: object) -> bool:
    if not isinstance(client, dict):
        return False
    visibility = client.get("visibility")
    return isinstance(visibility, str) and visibility.strip() in SHARED


def _blocks(text: str, name: str, aside: list[Quarantined]) -> Iterable[Mapping[str, object]]:
    try:
        return as_tables(parse_toml(text, name), "episode")
    except FieldError as error:
        aside.append(Quarantined(name, "", "episode", error.why))
        return ()
    except UnreadableError:
        return _blocks_one_by_one(text, name, aside)


def _blocks_one_by_one(text: str, name: str, aside: list[Quarantined]) -> Iterable[Mapping[str, object]]:
    """Read each episode by itself, so that one slip of the keyboard costs one episode only.

    Nothing is said about where in the file it is: the place would move with lines that are not shared.
    """
    for part in _BLOCK.split(text):
        if not part.strip():
            continue
        try:
            yield from as_tables(parse_toml(part, name), "episode")
        except (UnreadableError, FieldError):
            if not _CLIENT.search(part) or _THERAPIST.search(part):
                aside.append(Quarantined(name, "", "episode", _("an episode is not TOML; check its quotation marks")))


def _row(block: Mapping[str, object], number: int) -> str:
    given = block.get("id")
    return given if isinstance(given, str) and given else f"episode {number}"


def _episode(block: Mapping[str, object], source: Source) -> Episode:
    day = as_day(block, "date")
    if day is None:
        raise FieldError(_("has no date; give the day it happened"))
    return Episode(
        id=source.row,
        day=day,
        where=as_text(block, "where"),
        source=source,
        with_whom=as_text(block, "with") or "therapist",
        movement=as_text(block, "movement") or "unsure",
        who_noticed=as_text(block, "who_noticed"),
        tried=as_texts(block, "tried"),
        similar_to=as_texts(block, "similar_to"),
        client=_voice(block, "client"),
        therapist=_voice(block, "therapist"),
    )


def _voice(block: Mapping[str, object], whose: str) -> EpisodeVoice | None:
    if whose not in block:
        return None
    table = as_table(block, whose)
    return EpisodeVoice(
        words=as_text(table, "words"),
        wish=as_text(table, "wish"),
        expected=as_text(table, "expected"),
        actual=as_text(table, "actual"),
        response=as_text(table, "response"),
        view=_view(table),
        visibility=as_text(table, "visibility"),
        not_yet_until=as_day(table, "not_yet_until"),
    )


def _view(table: Mapping[str, object]) -> int | None:
    view = as_number(table, "view")
    if view is None:
        return None
    if view != int(view) or not 0 <= view <= _HIGHEST_VIEW:
        raise FieldError(_("view {n} is not a whole number from 0 to 4").format(n=f"{view:g}"))
    return int(view)
