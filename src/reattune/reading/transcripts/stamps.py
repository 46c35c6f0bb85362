"""Stamps of time in scripts: f4 and MAXQDA (`#00:01:02-3#`), Transana (`¤<62300>`), a clock in brackets."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reattune.reading.transcripts.prefixes import Prefix

F4, TRANSANA = "f4", "Transana"
_F4 = re.compile(r"#(\d{1,2}):(\d{2}):(\d{2})(?:[-.,](\d{1,3}))?#")
_TRANSANA = re.compile(r"¤\s*<(\d{1,10})>")
_CLOCK = re.compile(r"\s*[\[(]?(?:(\d{1,2}):)?(\d{1,2}):(\d{2})(?:[.,](\d{1,3}))?(?:[\])]\s*|\s+(?=[^\W\d_]))")
_ANY = re.compile(rf"{_F4.pattern}|{_TRANSANA.pattern}")

Times = tuple[float | None, float | None]


@dataclass(frozen=True, slots=True)
class Stamped:
    """Words without their stamps; `first` and `last` are the stamps before the first word and after the last."""

    text: str
    first: float | None = None
    last: float | None = None
    tool: str = ""

    def after(self, prefix: Prefix) -> "Stamped":
        """Return the words after what says who speaks, with the time that stands beside it or right after it."""
        rest = self.text[prefix.after :]
        clock = _CLOCK.match(f"[{prefix.clock}]") if prefix.clock else _CLOCK.match(rest)
        begun = self.first if clock is None else _of_clock(clock)
        rest = rest if prefix.clock or clock is None else rest[clock.end() :]
        return replace(self, text=rest, first=begun)


def stamped(text: str) -> Stamped:
    """Return a paragraph's words without stamps, and what the stamps at its two ends say."""
    found = [(match.start(), match.end(), *_of(match)) for match in _ANY.finditer(text)]
    if not found:
        clock = _CLOCK.match(text)
        return Stamped(text[clock.end() :], _of_clock(clock)) if clock else Stamped(text)
    # A label may stand before a stamp that opens the turn, and so what is before the words is looked at without it.
    opening = re.match(r"\s*(?:[^\s:：#¤]{1,30}(?: [^\s:：#¤]{1,30}){0,3}[:：]\s*)?", text)
    begin = 0 if opening is None else opening.end()
    first = found[0][2] if found[0][0] <= begin else None
    last = found[-1][2] if not text[found[-1][1] :].strip() and (len(found) > 1 or first is None) else None
    return Stamped(_without(text), first, last, found[0][3])


def by_turns(turns: Sequence[Sequence[Stamped]]) -> list[Times]:
    """Return the beginning and end of each turn as the stamps say them.

    Where most turns are stamped at their end alone (f4's own way), a turn's beginning is the stamp of the turn
    before, and no end is given: the silence between two turns lies somewhere inside, and cannot be measured.
    Transana's codes open what comes after them, wherever they stand, and never end anything.
    """
    first = [turn[0].first for turn in turns]
    last = [turn[-1].last for turn in turns]
    opened, closed = (sum(value is not None for value in values) for values in (first, last))
    marked = any(part.tool == TRANSANA for turn in turns for part in turn)
    if not marked and opened * 2 >= len(turns) and closed * 2 >= len(turns) and _apart(first, last):
        return list(zip(first, last, strict=True))
    if not marked and opened >= closed:
        return [(begin, None) for begin in first]
    return [(before if begin is None else begin, None) for begin, before in zip(first, [None, *last], strict=False)]


def _apart(first: list[float | None], last: list[float | None]) -> bool:
    """Return whether somewhere a turn begins at another time than that at which the one before ended."""
    pairs = zip(first[1:], last, strict=False)
    return any(begin is not None and end is not None and begin != end for begin, end in pairs)


def _without(text: str) -> str:
    words = ""
    last = 0
    for match in _ANY.finditer(text):
        words += text[last : match.start()]
        last = match.end() + (words[-1:] in {"", " ", "\t"} and text[match.end() : match.end() + 1] == " ")
    return words + text[last:]


def _of(match: re.Match[str]) -> tuple[float, str]:
    hours, minutes, seconds, part, milliseconds = match.groups()
    if milliseconds is not None:
        return int(milliseconds) / 1000, TRANSANA
    return _seconds(hours, minutes, seconds, part), F4


def _of_clock(match: re.Match[str]) -> float:
    return _seconds(*match.groups())


def _seconds(hours: str | None, minutes: str, seconds: str, part: str | None) -> float:
    whole = int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds)
    return whole + (float(f"0.{part}") if part else 0.0)
