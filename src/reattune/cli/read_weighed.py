"""A session by its named markers, whole and by five minutes: research only, in the JSON and on no screen."""

from collections.abc import Sequence
from math import isnan
from typing import Any

from reattune.cli.session import LONGEST, Session
from reattune.language import _
from reattune.speech.markers import Abstained, Part, Weighed, Window, resembles, weigh, windows

Json = dict[str, Any]
DIGITS = 6
"""Digits after the point, so that the same session gives the same bytes everywhere."""


def research(session: Session) -> Json:
    """Return what a session's named markers come to, never without what they were learned from.

    Args:
        session: What was looked at.

    Returns:
        The domain; the session with every marker's part, or why it was not weighed; and its five-minute windows.
    """
    why = session.why
    if not why and len(session.transcript.turns) > LONGEST:
        why = _("It is too long to be weighed; give one session a file.")
    found = Abstained(why) if why else weigh(session.reading.context)
    return {
        "resembles": resembles(),
        "session": None if isinstance(found, Abstained) else _weighed(found),
        "why_not": found.why if isinstance(found, Abstained) else "",
        "windows": [] if why else [_window(one) for one in windows(session.reading)],
    }


def _weighed(found: Weighed) -> Json:
    return {
        "score": _short(found.score),
        "base": _short(found.base),
        "redrawn": [_short(one) for one in found.redrawn],
        "rated": [_short(one) for one in found.rated],
        "rated_low": _short(found.low),
        "band": found.band,
        "precision": found.precision,
        "remark": found.remark,
        "markers": [_part(one) for one in found.parts],
    }


def _part(part: Part) -> Json:
    return {
        "name": part.marker.name,
        "value": None if isnan(part.value) else _short(part.value),  # what the file does not say, such as a latency
        "usual": _short(part.usual),
        "points": _short(part.points),
        "turns": list(part.turns),
    }


def _window(window: Window) -> Json:
    return {
        "begin": window.begin,
        "end": window.end,
        "start": window.start,
        "kind": window.kind.value,
        "away": window.away,
        "against": window.against,
        "attuned": window.attuned,
        "attempts": window.repair,
        "points": _short(window.points),
        "markers": _clearest(window.parts),
    }


def _clearest(parts: Sequence[tuple[Any, float]]) -> list[Json]:
    return [{"name": marker.name, "points": _short(points)} for marker, points in parts if _short(points)]


def _short(value: float) -> float:
    return round(float(value), DIGITS)
