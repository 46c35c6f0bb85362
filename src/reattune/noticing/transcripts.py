"""What was said, in words: how many of the client's turns read like something, never that they were it."""

import re
from collections.abc import Callable, Mapping, Sequence

from reattune.language import _, plural
from reattune.model import Observation
from reattune.noticing.numbers import Spelled, clauses, figure

ENGAGEMENT = "speech engagement"
LAST = 3
"""How many sessions are listed."""

_COUNT = re.compile(r"(\d+)_of_(\d+)")

_READS: Mapping[str, Callable[[int], str]] = {
    "speech away": lambda n: plural(
        "{n} of {{all}} things the client said reads like moving away",
        "{n} of {{all}} things the client said read like moving away",
        n,
    ),
    "speech against": lambda n: plural(
        "{n} of {{all}} things the client said reads like moving against",
        "{n} of {{all}} things the client said read like moving against",
        n,
    ),
    "speech attuned": lambda n: plural(
        "{n} of {{all}} things the client said reads like being met",
        "{n} of {{all}} things the client said read like being met",
        n,
    ),
}

_MORE: Mapping[str, Callable[[], str]] = {
    "speech away": lambda: _("More of what the client said than usual here reads like moving away ({sessions})."),
    "speech against": lambda: _("More of what the client said than usual here reads like moving against ({sessions})."),
    "speech attuned": lambda: _("More of what the client said than usual here reads like being met ({sessions})."),
}

SPEECH = frozenset({*_READS, ENGAGEMENT})
"""The streams of what was said."""


def reads(stream: str, value: str | float) -> str:
    """Return one session's figure in words, "" where it is none of what was said.

    Args:
        stream: the stream's name.
        value: "9_of_62" for marks, a number of words for how much was said.
    """
    if isinstance(value, str):
        found = _COUNT.fullmatch(value)
        return _READS[stream](int(found[1])).format(all=int(found[2])) if found and stream in _READS else ""
    if stream != ENGAGEMENT:
        return ""
    return _("{words} words each time the client spoke, on average").format(words=figure(value))


def heard(stream: str, seen: Sequence[Observation]) -> str:
    """Return what is told of a stream of what was said: its last sessions, and what such marks are worth.

    Args:
        stream: the stream's name.
        seen: its observations, by day.
    """
    last = [one for one in seen if one.weight > 0][-LAST:] or list(seen)[-LAST:]
    if stream == ENGAGEMENT:
        listed = "; ".join(figure(float(one.value)) for one in last)
        told = plural(
            "The client said less at a time than usual here (words, on average, in the last session: {{words}}).",
            "The client said less at a time than usual here (words, on average, in the last {n} sessions: {{words}}).",
            Spelled(len(last)),
        )
        return told.format(words=listed)
    told = _MORE[stream]().format(sessions=clauses([_counted(str(one.value)) for one in last]))
    return f"{told} {_('Based on a transcript; such marks are often nothing.')}"


def everyday() -> str:
    """Return the everyday reading of what was said."""
    return _("Some sessions are harder to talk in than others, and simple rules often read words wrongly.")


def _counted(value: str) -> str:
    found = _COUNT.fullmatch(value)
    return _("{n} of {all}").format(n=found[1], all=found[2]) if found else value.replace("_", " ")
