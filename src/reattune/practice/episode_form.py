"""A repair record as a form, and back: everything may stay blank, and what was typed is never lost to a slip."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, TypeVar

from django.utils.datastructures import MultiValueDict

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice.capturing import past_day, plain, some_day
from reattune.practice.typed import LATEST
from reattune.repair.episode import Record, from_dict
from reattune.repair.steps import Step
from reattune.repair.strategies import Strategy

BOXES = ("text", "my_part", "wish", "expected", "actual", "response", "now", "question", "kept_words")
CHOICES = ("place", "with_whom", "movement", "noticer", "view")
SLIDERS = ("closeness", "leading")
FURTHEST = 3
"""Positions are asked from -3 to 3, and kept from -1 to 1."""
LATER = {"hold": "hold_until", "not_yet": "not_yet_until"}
"""What the two questions "until when" are kept as."""
WEEK, MONTH = timedelta(weeks=1), timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Offered:
    """What a form offers on a day: the next session, the strategies, and the episodes that may be called similar."""

    today: date
    next_session: date | None
    strategies: tuple[Strategy, ...]
    similar: tuple[str, ...]


Name = TypeVar("Name", bound=str)


class Form:
    """What a form holds, whether it comes from a record or was just typed."""

    def __init__(self, values: MultiValueDict[str, str]) -> None:
        self._values = values

    def get(self, name: str) -> str:
        """Return a field's value, "" where there is none."""
        return self._values.get(name) or ""

    def all(self, name: str) -> list[str]:
        """Return every value of a field."""
        return self._values.getlist(name)

    def has(self, *names: str) -> bool:
        """Return whether anything was said in any of these fields."""
        return any(value.strip() for name in names for value in self.all(name))


def shown(record: Record) -> Form:
    """Return a record as a form holds it."""
    plain_values = record.as_dict()
    values: dict[str, list[str]] = {name: [_text(plain_values[name])] for name in ("day", *BOXES, *CHOICES)}
    for name in SLIDERS:
        values |= _position(name, getattr(record, name))
    values["tried"] = [one.value for one in record.tried]
    values["similar"] = list(record.similar)
    for step, days in record.steps.items():
        values[f"step_{step.value}"] = [one.isoformat() for one in days]
    for question, name in LATER.items():
        day = getattr(record, name)
        values[question] = ["" if day is None else "day"]
        values[f"{question}_day"] = ["" if day is None else day.isoformat()]
    values["mended_therapist"] = ["yes"] if record.mended_therapist else []
    return Form(MultiValueDict(values))


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _position(name: str, value: float | None) -> dict[str, list[str]]:
    """Return a position as a tapped step where it is one of the seven, else as a number."""
    steps = None if value is None else round(value * FURTHEST, 2)
    tapped = steps is not None and steps == round(steps)
    return {
        name: [str(round(steps)) if steps is not None and tapped else ""],
        f"{name}_number": ["" if steps is None or tapped else f"{steps:g}"],
        f"{name}_was": ["" if steps is None else f"{steps:g}"],
    }


def read(form: Form, base: Record, offered: Offered) -> tuple[Record, dict[str, str]]:
    """Return the record that a form says, and what is to be put right, by field.

    Args:
        form: What was typed.
        base: The record as it is kept; its id, what it says of things the form did not offer, and the day it was put
            away stay.
        offered: What the form offered.

    Returns:
        The record and the troubles; a field in trouble is as `base` has it.
    """
    troubles: dict[str, str] = {}
    given: dict[str, Any] = base.as_dict()
    given |= {name: plain(form.get(name)) for name in BOXES}
    given |= {name: form.get(name) or None for name in CHOICES}
    given["view"] = _whole(form.get("view"))
    _try(troubles, given, "day", lambda: past_day(form.get("day"), offered.today).isoformat())
    for name in SLIDERS:
        _try(troubles, given, name, lambda name=name: _read_position(form, name))
    for question, name in LATER.items():
        before = getattr(base, name)
        _try(troubles, given, name, lambda question=question, before=before: _until(form, question, offered, before))
    given["tried"] = [one.value for one in _ticked(base.tried, form.all("tried"), offered.strategies)]
    given["similar"] = list(_ticked(base.similar, form.all("similar"), offered.similar, keeps=True))
    given["steps"] = {step.value: _days(form.all(f"step_{step.value}"), offered.today) for step in Step}
    given["mended_therapist"] = form.get("mended_therapist") == "yes"
    try:
        return from_dict(given), troubles
    except ReattuneError as error:
        return base, {**troubles, "": str(error)}


def _ticked(
    before: Sequence[Name], typed: Sequence[str], offered: Sequence[Name], *, keeps: bool = False
) -> list[Name]:
    """Return what is ticked: what was there before, in its order, then what is new; nothing that was not offered.

    With `keeps`, what was there before and was not offered cannot be unticked.
    """
    known = dict.fromkeys((*before, *offered))
    return [one for one in known if one in typed or (keeps and one not in offered)]


def _try(troubles: dict[str, str], given: dict[str, Any], name: str, reading: Any) -> None:
    try:
        given[name] = reading()
    except ReattuneError as error:
        troubles[name] = str(error)


def _whole(typed: str) -> object:
    return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) == 1 else typed or None


def _read_position(form: Form, name: str) -> float | None:
    """Return a position: of the number and the tapped step whichever was changed, the number before the step."""
    was, number = form.get(f"{name}_was"), form.get(f"{name}_number").strip().replace(",", ".")
    changed = number and number != was
    typed = number if changed else form.get(name) or number
    if not typed:
        return None
    try:
        steps = float(typed)
    except ValueError:
        steps = float("nan")
    if not -FURTHEST <= steps <= FURTHEST:
        raise ReattuneError(
            _("“{typed}” is not a position; give a number from -3 to 3, or leave it blank.").format(typed=typed)
        )
    return steps / FURTHEST


def _until(form: Form, question: str, offered: Offered, before: date | None) -> str | None:
    typed = form.get(f"{question}_day")
    is_new = bool(typed.strip()) and typed != _text(before)
    # Whoever typed another day meant it, even where "no day" was left chosen.
    match form.get(question) or ("day" if is_new else ""):
        case "session" if offered.next_session is not None:
            return offered.next_session.isoformat()
        case "week":
            return (offered.today + WEEK).isoformat()
        case "month":
            return (offered.today + MONTH).isoformat()
        case "day":
            found = some_day(typed)
            if found > LATEST:
                raise ReattuneError(_("{typed} is very far away; choose a nearer day.").format(typed=typed))
            return found.isoformat()
        case _:
            return None


def _days(typed: Sequence[str], today: date) -> list[str]:
    found = []
    for one in typed:
        try:
            found.append(past_day(one, today).isoformat())
        except ReattuneError:
            continue
    return found


def without(record: Record, box: str) -> Record:
    """Return a record with one box empty: what was thought there, and is not to be kept."""
    return replace(record, **{box: ""}) if box in BOXES else record  # type: ignore[arg-type]  # every box is a text


def said_in(form: Form, sections: Mapping[str, Sequence[str]]) -> dict[str, bool]:
    """Return for each folded section whether anything was said in it, so that it stays open."""
    return {section: form.has(*names) for section, names in sections.items()}
