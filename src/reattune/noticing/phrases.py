"""What one observation is called, and what several of one kind are called: words for rows, and nothing more."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from reattune.language import _, plural
from reattune.model import Observation, Part, Timing, Voice
from reattune.noticing.numbers import Spelled, figure
from reattune.noticing.recordings import shown
from reattune.noticing.transcripts import reads

SESSIONS = frozenset({"attendance", "rescheduling"})
"""Streams about agreed sessions, told together."""

USUAL_VALUES = frozenset({"attended", "kept", "paid_on_time", "answered"})


@dataclass(frozen=True, slots=True)
class StreamName:
    """A stream's name in its parts; empty or None where a part does not apply."""

    kind: str
    instrument: str = ""
    by: Voice | None = None
    timing: Timing | None = None


def parse(stream: str) -> StreamName:
    """Return the parts of a stream's name; a name of no known shape is its own kind."""
    words = stream.split()
    match words:
        case ["rating", *instrument, ("client" | "therapist") as by, ("pre" | "post" | "between") as timing]:
            return StreamName("rating", _instrument(instrument), Voice(by), Timing(timing))
        case ["gap", *instrument, ("pre" | "post" | "between") as timing]:
            return StreamName("gap", _instrument(instrument), None, Timing(timing))
        case ["unanswered", *instrument]:
            return StreamName("unanswered", _instrument(instrument))
        case _:
            return StreamName(stream)


def _instrument(words: list[str]) -> str:
    """Return an instrument's id as it is written on forms."""
    return " ".join(words).upper()


def rows(part: Part) -> list[Observation]:
    """Return a part's observations in order of the days they are about."""
    return sorted((seen.observation for seen in part.seen), key=lambda one: (one.at, one.known_at, one.source))


def unrecorded(observation: Observation) -> bool:
    """Whether it is not recorded who asked for this change."""
    return _("who asked is not recorded") in _reasons(observation)


def unconfirmed(observation: Observation) -> bool:
    """Whether the status may be a default that nobody has looked at."""
    return _("the status may be a default nobody has confirmed") in _reasons(observation)


def stated_reason(observation: Observation, holiday: str = "") -> str:
    """Return the reason that was given, or "" where none was.

    Args:
        observation: one thing seen; its `reason` also holds what streams add of their own (see `streams.reasons`).
        holiday: the public holiday on its day, which nobody gave as a reason.
    """
    ours = {
        holiday,
        _("who asked is not recorded"),
        _("the status may be a default nobody has confirmed"),
        _("known to you, and left out"),
    }
    given = _reasons(observation)[1 if observation.foreseen else 0 :]
    return "; ".join(part for part in given if part and part not in ours)


def _reasons(observation: Observation) -> list[str]:
    """Return the parts of an observation's reason; one that was foreseen begins with the holiday."""
    return [part.strip() for part in observation.reason.split(";")]


_ONE: Mapping[str, Callable[[], str]] = {
    "attended": lambda: _("attended"),
    "late": lambda: _("came late"),
    "cancelled": lambda: _("cancelled"),
    "cancelled_short_notice": lambda: _("cancelled at short notice"),
    "did_not_attend": lambda: _("did not attend"),
    "kept": lambda: _("kept at its time"),
    "moved_early": lambda: _("moved well ahead, at the client's request"),
    "moved_days": lambda: _("moved at the client's request"),
    "moved_short": lambda: _("moved at short notice, at the client's request"),
    "paid_on_time": lambda: _("paid on time"),
    "answered": lambda: _("answered"),
    "skipped": lambda: _("left unanswered"),
}

_ONE_UNRECORDED: Mapping[str, Callable[[], str]] = {
    "cancelled": lambda: _("cancelled (it is not recorded by whom)"),
    "cancelled_short_notice": lambda: _("cancelled at short notice (it is not recorded by whom)"),
    "moved_early": lambda: _("moved well ahead (it is not recorded by whom)"),
    "moved_days": lambda: _("moved (it is not recorded by whom)"),
    "moved_short": lambda: _("moved at short notice (it is not recorded by whom)"),
}

_SEVERAL: Mapping[str, Callable[[int], str]] = {
    "attended": lambda n: plural("{n} was attended", "{n} were attended", n),
    "late": lambda n: plural("the client came late to {n}", "the client came late to {n}", n),
    "cancelled": lambda n: plural("{n} was cancelled", "{n} were cancelled", n),
    "cancelled_short_notice": lambda n: plural(
        "{n} was cancelled at short notice", "{n} were cancelled at short notice", n
    ),
    "did_not_attend": lambda n: plural("the client did not attend {n}", "the client did not attend {n}", n),
    "moved_early": lambda n: plural(
        "{n} was moved well ahead at the client's request", "{n} were moved well ahead at the client's request", n
    ),
    "moved_days": lambda n: plural(
        "{n} was moved at the client's request", "{n} were moved at the client's request", n
    ),
    "moved_short": lambda n: plural(
        "{n} was moved at short notice at the client's request",
        "{n} were moved at short notice at the client's request",
        n,
    ),
}

_SEVERAL_UNRECORDED: Mapping[str, Callable[[int], str]] = {
    "cancelled": lambda n: plural(
        "{n} was cancelled (it is not recorded by whom)",
        "{n} were cancelled (it is not recorded by whom)",
        n,
    ),
    "cancelled_short_notice": lambda n: plural(
        "{n} was cancelled at short notice (it is not recorded by whom)",
        "{n} were cancelled at short notice (it is not recorded by whom)",
        n,
    ),
    "moved_early": lambda n: plural(
        "{n} was moved well ahead (it is not recorded by whom)",
        "{n} were moved well ahead (it is not recorded by whom)",
        n,
    ),
    "moved_days": lambda n: plural(
        "{n} was moved (it is not recorded by whom)",
        "{n} were moved (it is not recorded by whom)",
        n,
    ),
    "moved_short": lambda n: plural(
        "{n} was moved at short notice (it is not recorded by whom)",
        "{n} were moved at short notice (it is not recorded by whom)",
        n,
    ),
}

SESSION_ORDER = ("moved_early", "moved_days", "moved_short", "attended", "late")
"""How session outcomes are ordered in a sentence; the rest follow by name."""

_PAID_LATE = re.compile(r"paid_(\d+)_days?_late")
_UNPAID_AFTER = re.compile(r"unpaid_after_(\d+)_days?")


def days_late(value: str) -> int | None:
    """Return the days after the due date on which a bill was paid, if that is what the value says."""
    found = _PAID_LATE.fullmatch(value)
    return int(found[1]) if found else None


def days_unpaid(value: str) -> int | None:
    """Return the days after the due date on which a bill was not yet paid, if that is what the value says."""
    found = _UNPAID_AFTER.fullmatch(value)
    return int(found[1]) if found else None


def several(value: str, count: int, *, recorded: bool) -> str:
    """Return the clause for sessions with one outcome: "two were cancelled"."""
    number = Spelled(count)
    words = _SEVERAL if recorded or value not in _SEVERAL_UNRECORDED else _SEVERAL_UNRECORDED
    if value in words:
        return words[value](number)
    clause = plural("{n} is recorded as “{{word}}”", "{n} are recorded as “{{word}}”", number)
    return clause.format(word=value.replace("_", " "))


def known_reason(count: int) -> str:
    """Return the clause for what the therapist, or a reason given, has settled: it is not counted with the rest."""
    return plural("{n} is left out for a known reason", "{n} are left out for a known reason", Spelled(count))


def paid_late(days: int) -> str:
    """Return "paid nine days after it was due"."""
    return plural("paid {n} day after it was due", "paid {n} days after it was due", Spelled(days))


def not_yet_paid(days: int) -> str:
    """Return "not yet paid nine days after it was due, as far as is known"."""
    return plural(
        "not yet paid {n} day after it was due, as far as is known",
        "not yet paid {n} days after it was due, as far as is known",
        Spelled(days),
    )


def unpaid_by(days: int) -> str:
    """Return "not yet paid 14 days after the due date", whatever came later."""
    if days == 0:
        return _("not paid by the day it was due")
    return plural(
        "not yet paid {n} day after the due date",
        "not yet paid {n} days after the due date",
        Spelled(days),
    )


def observed(stream: str, observation: Observation) -> str:
    """Return one observation in words, as beside a row: "did not attend", "paid nine days after it was due"."""
    value = observation.value
    said = reads(stream, value) or shown(stream, value)
    if said:
        return said
    if not isinstance(value, str):
        return _scored(parse(stream), value)
    late, unpaid = days_late(value), days_unpaid(value)
    if late is not None:
        return paid_late(late)
    if unpaid is not None:
        return unpaid_by(unpaid)
    words = _ONE_UNRECORDED if unrecorded(observation) and value in _ONE_UNRECORDED else _ONE
    if value not in words:
        return _("recorded as “{word}”").format(word=value.replace("_", " "))
    return _with_notice(words[value](), observation) if value.startswith("moved") else words[value]()


def _with_notice(text: str, observation: Observation) -> str:
    """Add how long before its day a move was known, where that is on record."""
    days = (observation.at - observation.known_at).days
    if days <= 0:
        return text
    known = plural("{{what}}; known {n} day before", "{{what}}; known {n} days before", Spelled(days))
    return known.format(what=text)


def _scored(name: StreamName, value: float) -> str:
    """Return one score in words."""
    if name.kind == "gap":
        return _("therapist's answer minus client's: {value}").format(value=figure(value))
    match name.by:
        case Voice.CLIENT:
            return _("the client's answer: {value}").format(value=figure(value))
        case Voice.THERAPIST:
            return _("your answer: {value}").format(value=figure(value))
        case None:
            return figure(value)
