"""The timeline of one relationship: a specification any face can draw, and the same data as rows of a table."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from reattune.charts.marks import Shape, shape_of, spoken_shape
from reattune.charts.slots import agreed_slots
from reattune.model import (
    Break,
    BreakBy,
    Instrument,
    Noticing,
    OwnAct,
    Rating,
    Relationship,
    Session,
    Source,
    Timing,
    Voice,
)

WEEKS_IN_A_WINDOW = 80
VERIFIED = "verified"


@dataclass(frozen=True, slots=True)
class Slot:
    """One agreed slot: the day planned, the day it was last planned for, its shape, its words and its row."""

    planned: date
    happened: date
    shape: Shape
    said: str
    source: Source


@dataclass(frozen=True, slots=True)
class Band:
    """A break, both ends included."""

    start: date
    end: date
    by: BreakBy
    source: Source


@dataclass(frozen=True, slots=True)
class Flag:
    """A noticing: its number on the page, its day, and the first day it rests on."""

    number: int
    at: date
    since: date


@dataclass(frozen=True, slots=True)
class Turn:
    """Something the therapist did to the frame."""

    at: date
    kind: str
    source: Source


class SignKind(StrEnum):
    """What was kept by hand: a record of something between two people, or a moment's felt sense."""

    EPISODE = "episode"
    MET = "met"
    OFF = "off"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Sign:
    """Something kept by hand: its day, its kind, what is said of it, and its identity."""

    at: date
    kind: SignKind
    said: str
    key: str


@dataclass(frozen=True, slots=True)
class Dot:
    """One answered rating."""

    at: date
    score: float
    source: Source


@dataclass(frozen=True, slots=True)
class Line:
    """One person's ratings, in runs: a run ends where a session in between has no answer from that person."""

    by: Voice
    runs: tuple[tuple[Dot, ...], ...]

    @property
    def count(self) -> int:
        """How many ratings were answered."""
        return sum(len(run) for run in self.runs)


@dataclass(frozen=True, slots=True)
class Panel:
    """Ratings with one instrument at one timing; the two people are never merged, nor before with after."""

    instrument: str
    name: str
    timing: Timing
    minimum: float
    maximum: float
    range_learned: bool
    higher_is_better: bool | None
    cutoffs: tuple[tuple[float, str], ...]
    lines: tuple[Line, ...]
    gaps: tuple[date, ...]
    """Sessions for which nobody's answer is recorded."""
    sessions: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """All that is drawn about one relationship between two days."""

    codename: str
    start: date
    end: date
    slots: tuple[Slot, ...]
    bands: tuple[Band, ...]
    turns: tuple[Turn, ...]
    flags: tuple[Flag, ...]
    panels: tuple[Panel, ...]
    signs: tuple[Sign, ...] = ()


def windows(start: date, end: date) -> tuple[tuple[date, date], ...]:
    """Cut a stretch of time into readable windows, newest first.

    Args:
        start: The first day.
        end: The last day.

    Returns:
        Pairs of first and last day, each of at most `WEEKS_IN_A_WINDOW` weeks.
    """
    found = []
    last = end
    while last >= start:
        first = max(start, last - timedelta(weeks=WEEKS_IN_A_WINDOW) + timedelta(days=1))
        found.append((first, last))
        last = first - timedelta(days=1)
    return tuple(found)


def timeline(
    relationship: Relationship,
    window: tuple[date, date],
    *,
    noticings: Sequence[Noticing],
    own: Sequence[OwnAct],
    instruments: Mapping[str, Instrument],
    score: Callable[[Rating], float | None],
) -> Timeline:
    """Specify the timeline of one relationship.

    Args:
        relationship: Whose.
        window: First and last day to draw.
        noticings: In time order; their numbers on the page are their places here, from 1.
        own: What the therapist did to the frame.
        instruments: Definitions by id; an unknown one takes its range from the answers.
        score: Scores one rating, or says None where it cannot be scored.

    Returns:
        The specification.
    """
    start, end = window
    sessions = agreed_slots(relationship, start, end)
    slots = tuple(_slot(one, end) for one in sessions)
    return Timeline(
        codename=relationship.codename,
        start=start,
        end=end,
        slots=slots,
        bands=tuple(_band(one, window) for one in _overlapping(relationship.frame.breaks, window)),
        turns=tuple(Turn(one.at, one.kind, one.source) for one in sorted(own, key=_act) if start <= one.at <= end),
        flags=tuple(
            Flag(number, one.at, max(start, one.since))
            for number, one in enumerate(noticings, 1)
            if start <= one.at <= end
        ),
        panels=_panels(relationship.ratings, window, slots, instruments, score),
    )


def _slot(session: Session, end: date) -> Slot:
    happened = session.start.date() if session.start.date() <= end else session.slot.date()
    return Slot(session.slot.date(), happened, shape_of(session), spoken_shape(session), session.source)


def _overlapping(breaks: Iterable[Break], window: tuple[date, date]) -> list[Break]:
    start, end = window
    return sorted(
        (one for one in breaks if one.start <= end and one.end >= start and (one.agreed is None or one.agreed <= end)),
        key=lambda one: (one.start, one.end, one.source),
    )


def _band(one: Break, window: tuple[date, date]) -> Band:
    start, end = window
    return Band(max(one.start, start), min(one.end, end), one.by, one.source)


def _act(act: OwnAct) -> tuple[date, str, Source]:
    return act.at, act.kind, act.source


def _panels(
    ratings: Iterable[Rating],
    window: tuple[date, date],
    slots: Sequence[Slot],
    instruments: Mapping[str, Instrument],
    score: Callable[[Rating], float | None],
) -> tuple[Panel, ...]:
    start, end = window
    days = tuple(sorted({one.happened for one in slots}))
    moved = {one.planned: one.happened for one in slots if one.planned not in days}
    dots: dict[tuple[str, Timing], dict[Voice, list[Dot]]] = {}
    for rating in ratings:
        value = score(rating)
        if value is None or not start <= rating.session_date <= end:
            continue
        voices = dots.setdefault((rating.instrument, rating.timing), {})
        voices.setdefault(rating.by, []).append(
            Dot(moved.get(rating.session_date, rating.session_date), value, rating.source)
        )
    order = list(Timing)
    keys = sorted(dots, key=lambda key: (key[0], order.index(key[1])))
    return tuple(_panel(key, dots[key], days, instruments.get(key[0])) for key in keys)


def _panel(
    key: tuple[str, Timing], voices: Mapping[Voice, list[Dot]], days: tuple[date, ...], instrument: Instrument | None
) -> Panel:
    name, timing = key
    answered = {dot.at for dots in voices.values() for dot in dots}
    scores = [dot.score for dots in voices.values() for dot in dots]
    first = min(answered)
    asked = tuple(one for one in days if one >= first)
    return Panel(
        instrument=name,
        name=instrument.name if instrument else name,
        timing=timing,
        minimum=min(scores) if instrument is None else instrument.minimum,
        maximum=max(scores) if instrument is None else instrument.maximum,
        range_learned=instrument is None,
        higher_is_better=None if instrument is None else instrument.higher_is_better,
        cutoffs=() if instrument is None else _cutoffs(instrument),
        lines=tuple(Line(by, _runs(voices[by], days)) for by in Voice if by in voices),
        gaps=tuple(one for one in asked if one not in answered),
        sessions=len(asked),
    )


def _cutoffs(instrument: Instrument) -> tuple[tuple[float, str], ...]:
    return tuple((one.value, one.label) for one in instrument.cutoffs if one.status == VERIFIED)


def _runs(dots: Iterable[Dot], days: tuple[date, ...]) -> tuple[tuple[Dot, ...], ...]:
    ordered = sorted(dots, key=lambda dot: (dot.at, dot.source))
    runs: list[list[Dot]] = []
    for dot in ordered:
        if runs and not any(runs[-1][-1].at < one < dot.at for one in days):
            runs[-1].append(dot)
        else:
            runs.append([dot])
    return tuple(tuple(run) for run in runs)
