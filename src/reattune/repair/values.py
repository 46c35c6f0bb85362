"""JSON values to the fields of a record: what is missing is blank, what does not fit is said with its field's name."""

import math
from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar

from reattune.errors import ReattuneError
from reattune.language import _

Given = Mapping[str, object]
Member = TypeVar("Member", bound=StrEnum)


def text(given: Given, name: str) -> str:
    """Return a text, empty where there is none."""
    value = given.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise _unfit(name, _("is not a text; write it as words"))
    return value


def required_text(given: Given, name: str) -> str:
    """Return a text that must be there."""
    value = text(given, name)
    if not value:
        raise _unfit(name, _("is missing; give it"))
    return value


def texts(given: Given, name: str) -> tuple[str, ...]:
    """Return a list of texts, empty where there is none."""
    found = []
    for value in _list(given.get(name), name):
        if not isinstance(value, str):
            raise _unfit(name, _("holds something that is not a text; give a list of texts"))
        found.append(value)
    return tuple(found)


def day(given: Given, name: str) -> date | None:
    """Return a day, or None where there is none."""
    value = given.get(name)
    return None if value is None or value == "" else _day(value, name)


def required_day(given: Given, name: str) -> date:
    """Return a day that must be there."""
    value = day(given, name)
    if value is None:
        raise _unfit(name, _("is missing; give the day it happened"))
    return value


def slider(given: Given, name: str) -> float | None:
    """Return a number from -1 to 1, or None where there is none."""
    value = _number(given, name)
    if value is not None and not -1 <= value <= 1:
        raise _unfit(name, _("is not a number from -1 to 1; give one, or leave it blank"))
    return value


def whole(given: Given, name: str, highest: int) -> int | None:
    """Return a whole number from 0 to `highest`, or None where there is none."""
    value = _number(given, name)
    if value is None:
        return None
    if value != int(value) or not 0 <= value <= highest:
        said = _("is not a whole number from 0 to {highest}; give one, or leave it blank").format(highest=highest)
        raise _unfit(name, said)
    return int(value)


def yes_no(given: Given, name: str) -> bool:
    """Return a yes or no, no where there is none."""
    value = given.get(name)
    if value is None or value == "":
        return False
    if not isinstance(value, bool):
        raise _unfit(name, _("is neither true nor false; give one of them"))
    return value


def one_of(given: Given, name: str, members: type[Member]) -> Member | None:
    """Return a member of a closed set, or None where there is none."""
    value = given.get(name)
    return None if value is None or value == "" else _member(value, name, members)


def some_of(given: Given, name: str, members: type[Member]) -> tuple[Member, ...]:
    """Return members of a closed set, each once, in the order given."""
    found = [_member(value, name, members) for value in _list(given.get(name), name)]
    return tuple(dict.fromkeys(found))


def days_by(given: Given, name: str, members: type[Member]) -> dict[Member, tuple[date, ...]]:
    """Return lists of days by members of a closed set, empty where there is nothing."""
    value = given.get(name)
    if value is None or value == "":
        return {}
    if not isinstance(value, Mapping):
        raise _unfit(name, _("is not a table of days; give a list of days for each name"))
    return {
        _member(key, name, members): tuple(_day(each, name) for each in _list(days, name))
        for key, days in value.items()
    }


def _member(value: object, name: str, members: type[Member]) -> Member:
    for member in members:
        if member.value == value:
            return member
    choices = ", ".join(member.value for member in members)
    raise _unfit(name, _("is not known; give one of: {choices}").format(choices=choices))


def _day(value: object, name: str) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    found = _parsed(value) if isinstance(value, str) else None
    if found is None:
        raise _unfit(name, _("is not a day; give year-month-day"))
    return found


def _parsed(value: str) -> date | None:
    try:
        found = date.fromisoformat(value)
    except ValueError:
        return None
    # Weeks and days without hyphens are ISO dates too, and not what was asked for.
    return found if found.isoformat() == value else None


def _number(given: Given, name: str) -> float | None:
    value = given.get(name)
    if value is None or value == "":
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise _unfit(name, _("is not a number; give one, or leave it blank"))
    return value


def _list(value: object, name: str) -> list[object] | tuple[object, ...]:
    if value is None or value == "":
        return []
    if not isinstance(value, list | tuple):
        raise _unfit(name, _("is not a list; give one, empty if need be"))
    return value


def _unfit(name: str, why: str) -> ReattuneError:
    return ReattuneError(_("In this episode, the field {name} {why}.").format(name=name, why=why))
