"""Who speaks in a recording, as somebody says it: a microphone each, stretches of each voice, or nobody needs to."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reattune.charts.ribbon import clock
from reattune.errors import ReattuneError
from reattune.language import _
from reattune.model import Role, Span
from reattune.nonverbal.seeded import LEAST
from reattune.practice.recorded.shown.opened import Opened

TWO = (Role.THERAPIST, Role.CLIENT)
CHANNELS, SEEDS, NOBODY = "channels", "seeds", "nobody"
OFFERED, SHORTEST, LONGEST = 18, 2.0, 10.0
"""Stretches that are offered; seconds of each, at least and at most."""
MOST_OWN = 20
_STRETCH = re.compile(r"\s*(?:(\d{1,2}):)?(\d{1,3}):(\d{2})\s*[-–—]\s*(?:(\d{1,2}):)?(\d{1,3}):(\d{2})\s*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Offer:
    """One stretch that can be played and said to be somebody's; `chosen` is whose it was said to be before."""

    start: float
    end: float
    chosen: str

    @property
    def name(self) -> str:
        """What its field is called."""
        return f"stretch-{self.start:.1f}-{self.end:.1f}"

    @property
    def words(self) -> str:
        """When it is."""
        return _("{start} to {end}").format(start=clock(self.start), end=clock(self.end))

    @property
    def seconds(self) -> int:
        """How long it is."""
        return round(self.end - self.start)


def offers(one: Opened) -> tuple[Offer, ...]:
    """Return stretches in which somebody speaks for long, in time order, spread over the recording.

    Args:
        one: The recording; where nothing was heard in it yet, none.
    """
    before = {_key(*spans): role for role, given in _seeds(one).items() for spans in given}
    spoke = one.listened.spoke if one.listened else ()
    long = [Span(each.start, min(each.end, each.start + LONGEST)) for each in spoke if each.seconds >= SHORTEST]
    chosen = _spread(long, one.seconds)
    known = {_key(each.start, each.end) for each in chosen}
    chosen += [Span(*key) for key in before if key not in known]
    return tuple(
        Offer(each.start, each.end, before.get(_key(each.start, each.end), ""))
        for each in sorted(chosen, key=lambda each: each.start)
    )


def said(given: Mapping[str, str], channels: int) -> dict[str, Any]:
    """Return who speaks, as a form says it, in the words of a recording's row.

    Args:
        given: What was sent.
        channels: How many channels the recording has.

    Raises:
        ReattuneError: It is not said, or too little of it.
    """
    way = given.get("way", "")
    if way == NOBODY:
        return {NOBODY: True}
    if way == CHANNELS and channels > 1:
        return {CHANNELS: [role.value for role in _channels(given)]}
    if way == SEEDS:
        return {SEEDS: {role.value: _marked(given, role) for role in TWO}}
    raise ReattuneError(_("It was not said how the two of you can be told apart; choose one of the ways."))


def _channels(given: Mapping[str, str]) -> tuple[Role, Role]:
    first = given.get("first", "")
    if first not in {role.value for role in TWO}:
        raise ReattuneError(_("It was not said whose the first channel is; play it, and choose."))
    return (Role.THERAPIST, Role.CLIENT) if first == Role.THERAPIST else (Role.CLIENT, Role.THERAPIST)


def _marked(given: Mapping[str, str], role: Role) -> list[list[float]]:
    """Return the stretches that were said to be somebody's, and those that were typed.

    Raises:
        ReattuneError: They are too short together, or what was typed is none.
    """
    found = [_span(name) for name, whose in given.items() if name.startswith("stretch-") and whose == role.value]
    found += _typed(given.get(f"own-{role.value}", ""))
    spans = sorted(one for one in found if one is not None)
    if sum(end - start for start, end in spans) < LEAST:
        words = (
            _("Mark at least {n} seconds of your own voice; about 20 do better.")
            if role is Role.THERAPIST
            else _("Mark at least {n} seconds of the client’s voice; about 20 do better.")
        )
        raise ReattuneError(words.format(n=round(LEAST)))
    return [list(one) for one in spans]


def _span(name: str) -> tuple[float, float] | None:
    parts = name.split("-")[1:]
    try:
        start, end = (float(part) for part in parts)
    except ValueError:
        return None
    return (start, end) if 0 <= start < end <= start + 2 * LONGEST else None


def _typed(text: str) -> list[tuple[float, float] | None]:
    found: list[tuple[float, float] | None] = []
    for part in [one for one in re.split(r"[,;\n]", text) if one.strip()][:MOST_OWN]:
        match = _STRETCH.fullmatch(part)
        numbers = [int(one or 0) for one in match.groups()] if match else []
        start, end = (_seconds(numbers[:3]), _seconds(numbers[3:])) if numbers else (0, 0)
        if start >= end:
            message = _("“{text}” is no stretch of time; write it as 3:10-3:20, and the next after a comma.")
            raise ReattuneError(message.format(text=part.strip()[:40]))
        found.append((float(start), float(end)))
    return found


def _seconds(numbers: Sequence[int]) -> int:
    hours, minutes, seconds = numbers
    return 3600 * hours + 60 * minutes + seconds


def _seeds(one: Opened) -> dict[str, list[tuple[float, float]]]:
    given = (one.row.words.get("who") or {}).get(SEEDS) or {}
    return {role: [(float(start), float(end)) for start, end in spans] for role, spans in given.items()}


def _key(start: float, end: float) -> tuple[float, float]:
    return round(start, 1), round(end, 1)


def _spread(long: Sequence[Span], seconds: float) -> list[Span]:
    """Return the longest stretch of each part of the recording."""
    best: dict[int, Span] = {}
    for one in long:
        part = min(OFFERED - 1, int(OFFERED * one.start / max(seconds, 1)))
        if part not in best or one.seconds > best[part].seconds:
            best[part] = one
    return [Span(*_key(one.start, one.end)) for one in best.values()]
