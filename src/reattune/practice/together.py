"""What came up, told so that two people can look at it: the therapist's own changes first, plain days, no numbers."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from reattune.charts import day
from reattune.language import _
from reattune.model import Direction, Noticing, Observation, OwnAct, Part, Source, Voice
from reattune.noticing.phrases import SESSIONS, USUAL_VALUES, days_late, days_unpaid, parse, rows, stated_reason

AROUND = timedelta(days=3)
"""How near to a public holiday a day is said to be around it."""
FORMS = frozenset({"rating", "gap"})
"""Filled in every week or so; a list of their days says nothing."""
KEY = 16
"""Characters of the word that a row is chosen by."""


@dataclass(frozen=True, slots=True)
class Line:
    """What there was, and when: its days, or for forms the weeks they were filled in."""

    said: str
    when: str


@dataclass(frozen=True, slots=True)
class Row:
    """One row that can be corrected: a word to choose it by that tells nothing, its place, its day, what it says."""

    key: str
    source: Source
    at: date
    said: str


@dataclass(frozen=True, slots=True)
class Shared:
    """One noticing for two people; the therapist speaks as "I", and "you" is the client."""

    mine: tuple[Line, ...]
    seen: tuple[Line, ...]
    readings: tuple[str, ...]
    opening: str


def shared(noticing: Noticing, holidays: Mapping[date, str]) -> Shared:
    """Return a noticing as two people can look at it.

    Args:
        noticing: What came up.
        holidays: Public holidays by day.

    Returns:
        The therapist's own changes, the days, what else it could be with benign readings first, and a way to begin.
    """
    # A break that stands in two files is one break.
    mine = tuple(dict.fromkeys(Line(_mine(act), _stretch(act)) for act in sorted(noticing.own, key=lambda act: act.at)))
    readings = tuple(_readings(noticing, holidays))
    return Shared(mine, _seen(noticing, holidays), readings, _opening(noticing.direction))


def changed(noticing: Noticing) -> tuple[Row, ...]:
    """Return the rows in which something was not as planned, each once, by day.

    Args:
        noticing: What came up.
    """
    found = {}
    for part, one in _changed(noticing):
        said = _said(part, str(one.value))
        key = hashlib.sha256(f"{one.at}|{said}|{one.source.file}|{one.source.row}".encode()).hexdigest()[:KEY]
        found[key] = Row(key, one.source, one.at, said)
    return tuple(sorted(found.values(), key=lambda row: (row.at, row.said, row.key)))


def _stretch(act: OwnAct) -> str:
    if act.until is None or act.until == act.at:
        return day(act.at)
    return _("{first} to {last}").format(first=day(act.at), last=day(act.until))


def _seen(noticing: Noticing, holidays: Mapping[date, str]) -> tuple[Line, ...]:
    """Return what was seen, each kind of thing once, in the order in which it began."""
    found: dict[str, list[tuple[date, str]]] = {}
    spans = set()
    for part, one in _changed(noticing):
        said = _said(part, str(one.value))
        found.setdefault(said, []).append((one.at, stated_reason(one, holidays.get(one.at, ""))))
        if parse(part.stream).kind in FORMS:
            spans.add(said)
    ordered = sorted(found.items(), key=lambda pair: (min(pair[1]), pair[0]))
    return tuple(Line(said, _between(days) if said in spans else _days(days)) for said, days in ordered)


def _changed(noticing: Noticing) -> list[tuple[Part, Observation]]:
    every = [(part, one) for part in noticing.parts for one in rows(part)]
    # A bill that was paid in the end is told once, as paid.
    paid = {one.at for _part, one in every if days_late(str(one.value)) is not None}
    return [
        (part, one)
        for part, one in every
        if one.value not in USUAL_VALUES and not (one.at in paid and days_unpaid(str(one.value)) is not None)
    ]


def _between(days: list[tuple[date, str]]) -> str:
    first, last = min(days)[0], max(days)[0]
    return day(first) if first == last else _("between {first} and {last}").format(first=day(first), last=day(last))


def _days(days: list[tuple[date, str]]) -> str:
    told = []
    for at, reason in sorted(set(days)):
        told.append(_("{day} ({reason})").format(day=day(at), reason=reason) if reason else day(at))
    return ", ".join(told)


def _said(part: Part, value: str) -> str:
    stream = parse(part.stream)
    match stream.kind:
        case "attendance" | "rescheduling":
            return _session(value)
        case "payment":
            return _bill(value)
        case "rating":
            return _("what I filled in") if stream.by is Voice.THERAPIST else _("what you filled in")
        case "gap":
            return _("what each of us filled in")
        case "unanswered":
            return _("the form was left blank")
        case kind:
            spoken = kind.startswith("speech ")
            return _("what we said, as a transcript has it") if spoken else _("something that was written down")


def _session(value: str) -> str:
    known = {
        "late": _("we began later than planned"),
        "cancelled": _("the session was cancelled"),
        "cancelled_short_notice": _("the session was cancelled at short notice"),
        "did_not_attend": _("we did not meet"),
        "moved_early": _("the session was moved well ahead"),
        "moved_days": _("the session was moved"),
        "moved_short": _("the session was moved at short notice"),
    }
    return known.get(value, _("the session was not as planned"))


def _bill(value: str) -> str:
    if days_late(value) is not None:
        return _("the bill was paid after its day")
    if days_unpaid(value) is not None:
        return _("the bill was still open, as far as is known")
    return _("something about a bill")


def _mine(act: OwnAct) -> str:
    known = {
        "moved": _("I moved the session"),
        "cancelled": _("I cancelled the session"),
        "break": _("I was away"),
        "late": _("I began late"),
        "unavailable": _("I was not available"),
    }
    return known.get(act.kind, _("I changed something"))


def _readings(noticing: Noticing, holidays: Mapping[date, str]) -> list[str]:
    near = _near(noticing, holidays)
    told = [_("There was a public holiday around then: {name}.").format(name=name) for name in near]
    if noticing.direction is Direction.ATTUNED:
        return [*told, _("It may be a good stretch, or a quieter time elsewhere.")]
    told += dict.fromkeys(_everyday(parse(part.stream).kind) for part in noticing.parts)
    if noticing.own:
        told.append(_("It may have to do with what I changed."))
    return [*told, _("It may be nothing at all."), _("It may also have to do with how our sessions have felt.")]


def _near(noticing: Noticing, holidays: Mapping[date, str]) -> list[str]:
    """Return the names of the public holidays around days on which a session was not as planned."""
    days = [one.at for part, one in _changed(noticing) if part.stream in SESSIONS]
    return list(dict.fromkeys(holidays[at] for at in sorted(holidays) if any(abs(at - one) <= AROUND for one in days)))


def _everyday(kind: str) -> str:
    match kind:
        case "attendance" | "rescheduling":
            return _("It may be holidays, work, health, or the way here.")
        case "payment":
            return _("It may be a replaced card, a late salary, or money being short.")
        case "rating" | "gap":
            return _("Answers move with the day, with sleep, and with how a form is read.")
        case "unanswered":
            return _("Time may have been short, or nobody may have asked for the form.")
        case kind if kind.startswith("speech "):
            return _("Some sessions are harder to talk in than others, and a transcript mishears.")
        case _:
            return _("It may be chance, or something outside our sessions.")


def _opening(direction: Direction) -> str:
    match direction:
        case Direction.ATTUNED:
            return _("Something seems to have been good lately. Would you like to say what it was for you?")
        case _:
            return _("I noticed these days and would like to know how it has been for you. What do you make of it?")
