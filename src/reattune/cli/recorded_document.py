"""`reattune.listening/1` and `reattune.watching/1`: one recording as JSON; the same gives the same bytes."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from importlib.resources import files
from typing import Any

from reattune.cli.recorded import Heard, Seen
from reattune.model import MovementFigures, Recording, SoundFigures
from reattune.nonverbal import telling
from reattune.nonverbal.listening_json import as_json as heard_json
from reattune.nonverbal.watching_json import as_json as seen_json

LISTENING, WATCHING = "reattune.listening/1", "reattune.watching/1"
Json = dict[str, Any]


def schema(name: str) -> Mapping[str, Any]:
    """Return the JSON Schema of a document.

    Args:
        name: `LISTENING` or `WATCHING`.
    """
    file = f"{name.replace('/', '-')}.json"
    found: Mapping[str, Any] = json.loads(files("reattune.cli").joinpath("schema", file).read_text(encoding="utf-8"))
    return found


def heard_document(found: Heard, version: str) -> Json:
    """Return a recording that was listened to as a document.

    Args:
        found: What was found.
        version: Reattune's version.
    """
    told = {one.id: telling.moment(one, found.listened.way) for one in found.listened.moments}
    return {
        "schema": LISTENING,
        "version": version,
        "file": _file(found.recording),
        "day": found.day.isoformat() if found.day else None,
        "way": found.listened.way.value,
        "transcript": found.transcript or None,
        "notes": list(found.notes),
        "figures": _figures(found.figures),
        "listened": heard_json(found.listened),
        "told": [
            {"id": key, "sentence": one.sentence, "ordinary": list(one.ordinary), "part": one.part, "rests": one.rests}
            for key, one in told.items()
        ],
    }


def seen_document(found: Seen, version: str) -> Json:
    """Return a recording that was watched as a document.

    Args:
        found: What was found.
        version: Reattune's version.
    """
    return {
        "schema": WATCHING,
        "version": version,
        "file": _file(found.recording) if found.recording else {"name": found.name},
        "day": found.day.isoformat() if found.day else None,
        "figures": _figures(found.figures),
        "watched": seen_json(found.watched),
        "told": [
            {"id": one.id, "sentence": one.sentence, "ordinary": list(one.readings)} for one in found.watched.moments
        ],
        "result": found.watched.result,
        "remarks": list(found.watched.remarks),
        "set_aside": [asdict(one) for one in found.aside],
    }


def _file(recording: Recording) -> Json:
    return asdict(recording)


def _figures(figures: SoundFigures | MovementFigures) -> Json:
    return {name: value for name, value in asdict(figures).items() if name not in {"day", "source", "known_at"}}
