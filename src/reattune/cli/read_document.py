"""`reattune.reading/1`: one session read, for other programs; the same session gives the same bytes."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from importlib.resources import files
from typing import Any

from reattune.cli.read_weighed import research
from reattune.cli.session import Session
from reattune.model import Pause
from reattune.speech.dynamics import row
from reattune.speech.moments import Moment
from reattune.speech.rule import Hit
from reattune.speech.telling import Quoted

SCHEMA = "reattune.reading/1"
Json = dict[str, Any]


def schema() -> Mapping[str, Any]:
    """Return the JSON Schema of the document."""
    text = files("reattune.cli").joinpath("schema", "reattune.reading-1.json").read_text(encoding="utf-8")
    found: Mapping[str, Any] = json.loads(text)
    return found


def reading_document(session: Session, version: str) -> Json:
    """Return a session as a document.

    Args:
        session: What was looked at.
        version: Reattune's version.

    Returns:
        What was read, its turns, its moments in words, and its figures; no words at all where none were to be read.
    """
    script = session.script
    chosen = {one.id for one in session.listed.moments}
    figures = asdict(session.figures)
    return {
        "schema": SCHEMA,
        "version": version,
        "file": {
            "name": script.name,
            "format": script.format,
            "tool": script.tool,
            "sha256": script.sha256,
            "times": script.times.value,
            "language": script.language,
            "typed": script.written,
        },
        "day": session.day.isoformat() if session.day else None,
        "who": {turn.label: turn.role.value for turn in session.transcript.turns},
        "words_read": not session.why,
        "why_not": session.why,
        "turns": _turns(session),
        "moments": [_moment(session, one, listed=one.id in chosen) for one in session.moments],
        "overlooked": [
            {"turn": hit.turn, "start": hit.start, "end": hit.end, "leans": hit.family.value}
            for hit in session.overlooked
        ],
        "research": research(session),
        "left_out": session.listed.left_out,
        "weak": session.listed.weak,
        "figures": {name: figures[name] for name in sorted(figures.keys() - {"day", "source", "known_at", "why"})},
        "dynamics": row(session.dynamics),
        "silences": [
            {
                "turn": one.turn,
                "after": None if session.wordless else one.after,
                "between": one.between.value,
                "mark": "" if session.wordless else one.mark,
                "seconds": one.seconds,
                "start": one.start,
            }
            for one in session.silences
        ],
        "changes": [asdict(one) for one in session.changes],
        "set_aside": [asdict(one) for one in session.aside],
        "not_analysed": [asdict(one) for one in script.not_analysed],
        "remarks": list(script.remarks),
    }


def _turns(session: Session) -> list[Json]:
    return [
        {
            "role": line.turn.role.value,
            "label": line.turn.label,
            "row": line.turn.row,
            "start": line.turn.start,
            "end": line.turn.end,
            "words": line.words,
            "text": None if session.wordless else line.turn.text,
            "pauses": [] if session.wordless else [_pause(one) for one in line.turn.pauses],
        }
        for line in session.reading.context.lines
    ]


def _pause(pause: Pause) -> Json:
    return {"after": pause.after, "mark": pause.mark, "seconds": pause.seconds}


def _moment(session: Session, moment: Moment, *, listed: bool) -> Json:
    told = session.told(moment)
    return {
        "id": moment.id,
        "listed": listed,
        "direction": moment.direction.value if moment.direction else None,
        "role": moment.role.value,
        "first": moment.first,
        "last": moment.last,
        "start": moment.start,
        "end": moment.end,
        "strength": moment.strength,
        "title": told.title,
        "benign": list(told.benign),
        "marks": [_mark(session, hit) for hit in moment.hits],
        "before": [_quoted(one) for one in told.before],
        "attempts": [_quoted(one) for one in told.attempts],
        "afterwards": list(told.afterwards),
        "honest": told.honest,
    }


def _mark(session: Session, hit: Hit) -> Json:
    return {
        "rule": hit.rule,
        "family": hit.family.value,
        "turn": hit.turn,
        "start": hit.start,
        "end": hit.end,
        "quote": session.reading.quote(hit),
        "reason": hit.reason,
        "strength": hit.strength,
    }


def _quoted(one: Quoted) -> Json:
    return {"sentence": one.sentence, "quote": one.quote, "turn": one.turn}
