"""What listening found as plain JSON values, and back; everything is checked on the way in."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from math import isfinite
from typing import Any, TypeVar

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.model import Between, Pauses, Role, Silence, Span, Spoke, Way
from reattune.nonverbal.listened import Listened, Moment, Taken, Voiced, Window

T = TypeVar("T")
DECIMALS = 4
"""Digits kept after the point: a tenth of a millisecond."""


class UnreadableListenedError(ReattuneError):
    """What was kept of a recording is not what listening writes."""


def as_json(listened: Listened) -> dict[str, Any]:
    """Return what listening found as values that JSON knows.

    Args:
        listened: what was found.

    Returns:
        Dictionaries, lists, texts, finite numbers and None; `from_json` makes the same of it, times to .1 ms.
    """
    return {
        "seconds": _number(listened.seconds),
        "way": listened.way.value,
        "bleeds": listened.bleeds,
        "spoke": [[_number(one.start), _number(one.end), _name(one.role)] for one in listened.spoke],
        "turns": [_turn(one) for one in listened.turns],
        "silences": [
            [_number(one.start), _number(one.end), one.between.value, _spans(one.sounds)] for one in listened.silences
        ],
        "sounds": _spans(listened.sounds),
        "voices": [_plain(one) for one in listened.voices],
        "windows": [_plain(one) for one in listened.windows],
        "moments": [_plain(one) for one in listened.moments],
        "together": None if listened.together is None else _number(listened.together),
        "peaks": [round(float(one), 3) for one in listened.peaks],
        "remarks": list(listened.remarks),
    }


def _turn(turn: Taken) -> list[Any]:
    units = [[_number(one.start), _number(one.end)] for one in turn.units]
    return [_name(turn.role), _number(turn.start), _number(turn.end), units]


def _plain(record: Any) -> dict[str, Any]:
    return {field.name: _value(getattr(record, field.name)) for field in fields(record)}


def _value(value: Any) -> Any:
    match value:
        case Role() | Between():
            return value.value
        case float():
            return _number(value)
        case Span():
            return [_number(value.start), _number(value.end)]
        case Pauses():
            return _plain(value)
        case tuple():
            return [_value(one) for one in value]
        case _:
            return value


def _number(value: float) -> float:
    return round(float(value), DECIMALS)


def _name(role: Role | None) -> str | None:
    return None if role is None else role.value


def _spans(spans: Sequence[Span]) -> list[list[float]]:
    return [[_number(one.start), _number(one.end)] for one in spans]


def from_json(kept: Mapping[str, Any]) -> Listened:
    """Return what listening found from what `as_json` made of it.

    Args:
        kept: the values.

    Returns:
        What was found.

    Raises:
        UnreadableListenedError: something is missing or is not what it should be.
    """
    try:
        return _read(kept)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError, OverflowError) as error:
        message = _(
            "What is kept of this recording cannot be read: {what}. Listen to the recording again to make it anew."
        )
        raise UnreadableListenedError(message.format(what=str(error) or type(error).__name__)) from error


def _read(kept: Mapping[str, Any]) -> Listened:
    return Listened(
        seconds=_float(kept["seconds"]),
        way=Way(kept["way"]),
        bleeds=_of(bool, kept["bleeds"]),
        spoke=_each(kept["spoke"], lambda one: Spoke(_float(one[0]), _float(one[1]), _role(one[2]))),
        turns=_each(kept["turns"], _taken),
        silences=_each(
            kept["silences"],
            lambda one: Silence(_float(one[0]), _float(one[1]), Between(one[2]), _each(one[3], _span)),
        ),
        sounds=_each(kept["sounds"], _span),
        voices=_each(kept["voices"], _voiced),
        windows=_each(kept["windows"], _window),
        moments=_each(kept["moments"], _moment),
        together=_maybe(kept["together"]),
        peaks=_each(kept["peaks"], _float),
        remarks=_each(kept["remarks"], lambda one: _of(str, one)),
    )


def _each(values: Any, make: Callable[[Any], T]) -> tuple[T, ...]:
    return tuple(make(one) for one in _of(list, values))


def _of(kind: type[T], value: Any) -> T:
    if not isinstance(value, kind):
        raise TypeError(_("a {kind} was expected").format(kind=kind.__name__))
    return value


def _float(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
        raise TypeError(_("a number was expected"))
    return float(value)


def _whole(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(_("a whole number was expected"))
    return value


def _maybe(value: Any) -> float | None:
    return None if value is None else _float(value)


def _maybe_whole(value: Any) -> int | None:
    return None if value is None else _whole(value)


def _role(value: Any) -> Role | None:
    return None if value is None else Role(value)


def _span(value: Any) -> Span:
    return Span(_float(value[0]), _float(value[1]))


def _taken(value: Any) -> Taken:
    role = _role(value[0])
    units = _each(value[3], lambda one: Spoke(_float(one[0]), _float(one[1]), role))
    return Taken(role, _float(value[1]), _float(value[2]), units)


def _voiced(value: Any) -> Voiced:
    numbers = (_maybe(value[name]) for name in ("hertz", "span", "decibels", "rate"))
    return Voiced(_role(value["role"]), _float(value["start"]), _float(value["end"]), *numbers)


def _pauses(value: Any) -> Pauses:
    return Pauses(
        Between(value["between"]),
        _whole(value["of_two"]),
        _whole(value["of_three"]),
        _float(value["seconds"]),
        _float(value["longest"]),
    )


def _window(value: Any) -> Window:
    return Window(
        start=_float(value["start"]),
        end=_float(value["end"]),
        silent=_float(value["silent"]),
        pauses=_each(value["pauses"], _pauses),
        client_share=_maybe(value["client_share"]),
        reply=_maybe(value["reply"]),
        minimal=_maybe(value["minimal"]),
        latency=_maybe(value["latency"]),
        overlap=_maybe(value["overlap"]),
        interrupted_by_client=_maybe_whole(value["interrupted_by_client"]),
        interrupted_by_therapist=_maybe_whole(value["interrupted_by_therapist"]),
        client_rate=_maybe(value["client_rate"]),
    )


def _moment(value: Any) -> Moment:
    return Moment(
        id=_of(str, value["id"]),
        start=_float(value["start"]),
        end=_float(value["end"]),
        rule=_of(str, value["rule"]),
        rests=_each(value["rests"], _span),
        figures=_each(value["figures"], lambda one: (_of(str, one[0]), _float(one[1]))),
        role=_role(value["role"]),
        weight=_float(value["weight"]),
    )
