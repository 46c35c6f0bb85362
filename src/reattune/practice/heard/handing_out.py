"""A transcript as it is handed out: the file as it came, and its turns, to be read without this program."""

from collections.abc import Mapping
from typing import Any

from reattune.model import Turn
from reattune.practice import models
from reattune.practice.heard.bringing import original
from reattune.practice.heard.transcript import script_in, transcript_of
from reattune.practice.importing.held import plain_name

FOLDER = "transcripts"
TAKEN_ALONG = ("name", "format", "tool", "sha256", "roles", "corrections", "figures", "dynamics")


def told(heard: models.Heard) -> dict[str, Any]:
    """Return the words of a transcript as they are handed out: what it is, and each turn or entry in order.

    Args:
        heard: The transcript; without words its turns have a mark in place of each.
    """
    words = heard.words
    rest = {name: words[name] for name in TAKEN_ALONG if words.get(name)}
    if not words.get("script"):
        return dict(words)
    if words.get("roles"):
        return {**rest, "turns": [_turn(turn) for turn in transcript_of(heard, words).turns]}
    return {**rest, "entries": [{"label": one.label, "text": one.text} for one in script_in(words).cues]}


def originals(client: models.Client) -> Mapping[str, bytes]:
    """Return the files of a client's transcripts as they came, by the names under which they are handed out."""
    found: dict[str, bytes] = {}
    for heard in client.heard.order_by("day", "made"):
        content = original(heard)
        if content is not None:
            found[_unlike(f"{heard.day.isoformat()} {plain_name(str(heard.words.get('name', '')))}", found)] = content
    return {f"{FOLDER}/{name}": content for name, content in found.items()}


def _turn(turn: Turn) -> dict[str, Any]:
    times = {"start": turn.start, "end": turn.end}
    return {"who": turn.role.value, "text": turn.text, **{name: at for name, at in times.items() if at is not None}}


def _unlike(name: str, taken: Mapping[str, bytes]) -> str:
    stem, point, ending = name.rpartition(".")
    names = (
        name,
        *(f"{stem or name} ({number}){point}{ending if stem else ''}" for number in range(2, len(taken) + 3)),
    )
    return next(one for one in names if one not in taken)
