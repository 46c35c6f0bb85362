"""Figures of a recording as JSON values, and back; every one is checked, and none is guessed."""

import math
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date
from typing import Any

from reattune.errors import UnreadableError
from reattune.language import _
from reattune.model import Between, MovementFigures, Pauses, SoundFigures, Source, Way

NOT_KEPT = frozenset({"day", "source", "known_at"})
"""What is known from where the figures lie."""
LARGEST = 1e9
MOST_STATISTIC = 120

Check = Callable[[Any], Any]


def plain_sound(figures: SoundFigures) -> dict[str, Any]:
    """Return figures of sound as JSON values, without what is known from where they lie."""
    kept = {name: value for name, value in _values(figures) if name not in {"way", "pauses"}}
    pauses = [{**dict(_values(one)), "between": one.between.value} for one in figures.pauses]
    return {"way": figures.way.value, **kept, "pauses": pauses}


def plain_movement(figures: MovementFigures) -> dict[str, Any]:
    """Return figures of movement as JSON values, the same way."""
    return dict(_values(figures))


def sound_from(kept: object, *, day: date, source: Source, known_at: date) -> SoundFigures:
    """Return figures of sound that were kept as JSON values.

    Args:
        kept: The values.
        day: The session's day.
        source: The recording.
        known_at: The day from which they are known.

    Raises:
        UnreadableError: One is missing or cannot be.
    """
    found = SoundFigures(day=day, source=source, known_at=known_at, **_checked(kept, _SOUND, source))
    _agree(found.silent <= found.seconds, "silent", source)
    _agree(found.minimal is None or found.minimal <= (found.client_turns or 0), "minimal", source)
    return found


def movement_from(kept: object, *, day: date, source: Source, known_at: date) -> MovementFigures:
    """Return figures of movement that were kept as JSON values.

    Args:
        kept: The values.
        day: The session's day.
        source: The recording, or the file with the series.
        known_at: The day from which they are known.

    Raises:
        UnreadableError: One is missing or cannot be.
    """
    found = MovementFigures(day=day, source=source, known_at=known_at, **_checked(kept, _MOVEMENT, source))
    _agree(found.usable <= found.seconds, "usable", source)
    _agree(found.together is None or bool(found.statistic), "statistic", source)
    return found


def _values(record: Any) -> list[tuple[str, Any]]:
    return [(one.name, getattr(record, one.name)) for one in fields(record) if one.name not in NOT_KEPT]


def _checked(kept: object, checks: Mapping[str, Check], source: Source) -> dict[str, Any]:
    if not isinstance(kept, Mapping):
        message = _("The figures of {file} are missing; make them again: listen to it or watch it once more.")
        raise UnreadableError(message.format(file=source.file))
    found = {}
    for name, check in checks.items():
        try:
            found[name] = check(kept.get(name))
        except (TypeError, ValueError, KeyError) as error:
            raise _refused(name, source) from error
    return found


def _agree(holds: bool, name: str, source: Source) -> None:
    if not holds:
        raise _refused(name, source)


def _refused(name: str, source: Source) -> UnreadableError:
    message = _("The figure “{name}” of {file} cannot be; make the figures again: listen to it or watch it once more.")
    return UnreadableError(message.format(name=name, file=source.file))


def _number(value: Any) -> float:
    # In Python a bool is a number; in a file of figures it is a mistake.
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) <= LARGEST:
        raise ValueError(value)
    return float(value)


def _amount(value: Any) -> float:
    if _number(value) < 0:
        raise ValueError(value)
    return float(value)


def _length(value: Any) -> float:
    if _number(value) <= 0:
        raise ValueError(value)
    return float(value)


def _count(value: Any) -> int:
    if not math.isclose(_amount(value), round(value), abs_tol=0.0, rel_tol=0.0):
        raise ValueError(value)
    return int(value)


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError(value)
    return value


def _statistic(value: Any) -> str:
    if not isinstance(value, str) or len(value) > MOST_STATISTIC or not all(sign.isprintable() for sign in value):
        raise ValueError(value)
    return value


def _way(value: Any) -> Way:
    return Way(value)


def _pauses(value: Any) -> tuple[Pauses, ...]:
    if not isinstance(value, list):
        raise TypeError(value)
    found = tuple(
        Pauses(
            Between(one["between"]),
            _count(one["of_two"]),
            _count(one["of_three"]),
            _amount(one["seconds"]),
            _amount(one["longest"]),
        )
        for one in value
    )
    if len({one.between for one in found}) < len(found) or any(one.of_three > one.of_two for one in found):
        raise ValueError(value)
    return found


def _or_none(check: Check) -> Check:
    return lambda value: None if value is None else check(value)


_SOUND: Mapping[str, Check] = {
    "way": _way,
    "seconds": _length,
    "silent": _amount,
    "silences": _count,
    "pauses": _pauses,
    "client_talk": _or_none(_amount),
    "therapist_talk": _or_none(_amount),
    "client_turns": _or_none(_count),
    "minimal": _or_none(_count),
    "reply": _or_none(_amount),
    "latency": _or_none(_number),
    "overlap": _or_none(_amount),
    "interrupted_by_client": _or_none(_count),
    "interrupted_by_therapist": _or_none(_count),
    "client_pitch": _or_none(_length),
    "client_span": _or_none(_amount),
    "pitch_together": _or_none(_number),
}
_MOVEMENT: Mapping[str, Check] = {
    "seconds": _length,
    "usable": _amount,
    "client": _or_none(_amount),
    "therapist": _or_none(_amount),
    "together": _or_none(_number),
    "above_chance": _or_none(_flag),
    "statistic": _statistic,
    "comparable": _flag,
}
