"""What was watched as JSON and back, the same in a file beside a recording and in the application's store."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.model import Role
from reattune.nonverbal.moved import Moved, Rule
from reattune.nonverbal.watched import Amount, Fault, Kind, Ribbons, Together, Watched

SCHEMA = "reattune.watched/1"


def as_json(watched: Watched) -> dict[str, Any]:
    """Return what was watched as values that JSON knows, with the schema's name.

    Args:
        watched: what was watched.
    """
    found = asdict(watched)
    found["ribbons"] = {name: [_short(one) for one in values] for name, values in found["ribbons"].items()}
    found["moments"] = [{**one, "figures": dict(one["figures"])} for one in found["moments"]]
    return {"schema": SCHEMA, **{name: list(one) if isinstance(one, tuple) else one for name, one in found.items()}}


def from_json(given: Mapping[str, Any]) -> Watched:
    """Return what was watched from its JSON.

    Args:
        given: what `as_json` returned.

    Raises:
        ReattuneError: it is of another schema, or something is missing or of the wrong kind.
    """
    if given.get("schema") != SCHEMA:
        message = _("This is not what Reattune keeps of movement ({schema}); run: reattune watch FILE")
        raise ReattuneError(message.format(schema=given.get("schema")))
    try:
        return _watched(given)
    except (KeyError, TypeError, ValueError, AttributeError) as fault:
        message = _("What was kept of movement is damaged at {place}; run: reattune watch FILE")
        raise ReattuneError(message.format(place=fault)) from fault


def _watched(given: Mapping[str, Any]) -> Watched:
    ribbons = given["ribbons"]
    return Watched(
        name=str(given["name"]),
        seconds=float(given["seconds"]),
        usable=float(given["usable"]),
        unit=str(given["unit"]),
        comparable=bool(given["comparable"]),
        client=Amount(**given["client"]) if given["client"] else None,
        therapist=Amount(**given["therapist"]) if given["therapist"] else None,
        together=Together(**given["together"]) if given["together"] else None,
        ribbons=Ribbons(*(_values(ribbons[name]) for name in ("client", "therapist", "together"))),
        faults=tuple(_fault(one) for one in given["faults"]),
        moments=tuple(_moment(one) for one in given["moments"]),
        notes=tuple(str(one) for one in given["notes"]),
    )


def _values(given: list[float | None]) -> tuple[float | None, ...]:
    return tuple(None if one is None else float(one) for one in given)


def _fault(given: Mapping[str, Any]) -> Fault:
    role = Role(given["role"]) if given["role"] else None
    return Fault(float(given["start"]), float(given["end"]), Kind(given["kind"]), role)


def _moment(given: Mapping[str, Any]) -> Moved:
    figures = {str(name): float(one) for name, one in given["figures"].items()}
    return Moved(str(given["id"]), float(given["start"]), float(given["end"]), Rule(given["rule"]), figures)


def _short(value: float | None) -> float | None:
    """Return a value with the four figures that a drawing can show."""
    return None if value is None else float(f"{value:.4g}")
