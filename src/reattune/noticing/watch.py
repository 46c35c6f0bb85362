"""One relationship through time: each tick takes in what could be known by then, and may bring something up."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date, timedelta
from math import floor

import numpy as np

from reattune.model import (
    Direction,
    Mark,
    Noticed,
    Noticing,
    Observation,
    Outcomes,
    OwnAct,
    Part,
    Scores,
    Seen,
    Series,
    Shift,
    Streams,
    Threshold,
    Tilt,
)
from reattune.noticing.budget import Budget
from reattune.noticing.evidence import Detectors, Sighting, Tally
from reattune.noticing.imagined import begin
from reattune.noticing.looseness import factor
from reattune.noticing.ordinary import Ordinary, called_ordinary
from reattune.noticing.prior import Prior
from reattune.noticing.usual import Floats
from reattune.noticing.weights import ORDER

MOST_SESSIONS = 1000
STAYS_OPEN = 10
"""Ticks after its last crossing for which a noticing stays open, unless a person closes it."""
OWN_BEFORE = timedelta(days=21)
LONGEST = 12
"""Ticks that a noticing looks back at most."""
SMALLEST_SHARE = 0.05
"""A stream with less of the evidence than this is not named."""


@dataclass(slots=True)
class _Open:
    """An open noticing: the days of its crossings, and the tick of the last."""

    days: list[date]
    last_tick: int

    def still(self, clock: int, closed: AbstractSet[date]) -> bool:
        """Return whether it is open at tick `clock`, with the noticings of these days marked."""
        return clock - self.last_tick <= STAYS_OPEN and closed.isdisjoint(self.days)


@dataclass(slots=True)
class Watch:
    """The state of noticing for one relationship; a tick costs the same however long the past.

    Args:
        series: its streams, in a fixed order; observations are handed in tick by tick, not read from here.
        prior: the frozen prior's patterns.
        own: what the therapist did, as context.
        marks: what the therapist made of earlier noticings.
        threshold: which threshold decides what comes up.
    """

    series: Sequence[Series]
    prior: Prior
    own: Sequence[OwnAct] = ()
    marks: Sequence[Mark] = ()
    threshold: Threshold = Threshold.GUARANTEED
    noticings: list[Noticing] = field(default_factory=list)
    _detectors: Detectors = field(init=False)
    _plain: Detectors = field(init=False)
    """The same without the boost, which says how unusual something is."""
    _most_spent: float = 0.0
    _memory: list[list[tuple[int, Seen]]] = field(init=False)
    _open: dict[Direction, _Open] = field(default_factory=dict)
    _ordinary: Ordinary = field(init=False)

    def __post_init__(self) -> None:
        """Start from the prior, with nothing seen."""
        usuals = [begin(self.prior.patterns[one.name], 1) for one in self.series]
        plain = [begin(self.prior.patterns[one.name], 1) for one in self.series]
        self._detectors = Detectors(usuals, 1, boosted=self.threshold is Threshold.GUARANTEED)
        self._plain = Detectors(plain, 1)
        self._memory = [[] for _ in self.series]
        self._ordinary = Ordinary([*usuals, *plain])

    def tick(self, day: date, spend: float, arrived: Sequence[Sequence[Observation]]) -> Noticing | None:
        """Take in one tick and return what comes up, if anything.

        Args:
            day: the tick's day.
            spend: what this tick may spend (see `Budget.at`).
            arrived: per stream, the observations that count at this tick, in order.

        Returns:
            A noticing when the evidence reaches 1, else None.
        """
        clock = self._detectors.clock
        self._ordinary.apply(clock, [mark for mark in self.marks if mark.on < day], self.noticings, [*self.series] * 2)
        sightings = [[_sighting(one) for one in stream] for stream in arrived]
        tally = self._detectors.tick(np.array([spend * self._factor(spend)]), sightings)
        plain = self._plain.tick(np.array([spend]), sightings)
        self._most_spent = max(self._most_spent, spend)
        for series, memory, stream, chances in zip(self.series, self._memory, arrived, tally.usual, strict=True):
            for one, chance in zip(stream, chances, strict=True):
                memory.append((clock, Seen(one, _usual(series.pattern, one, float(chance[0]), memory))))
        if tally.total[0] < 1.0:
            return None
        noticing = self._notice(day, clock, self._once(float(plain.total[0])), tally)
        self.noticings.append(noticing)
        self._detectors.forget(np.array([True]))
        self._plain.forget(np.array([True]))
        self._most_spent = 0.0
        return noticing

    def _factor(self, spend: float) -> float:
        """Return by how much this tick's spend is multiplied: only streams seen at an earlier tick are known to be."""
        if self.threshold is Threshold.GUARANTEED:
            return 1.0
        begun = zip(self.series, self._memory, strict=True)
        return factor([self.prior.patterns[one.name] for one, memory in begun if memory], spend)

    def _once(self, plain: float) -> int:
        """Return N of "at most about once in N sessions", from the evidence that keeps the promise by itself."""
        kept = max(1.0, plain) if self.threshold is Threshold.GUARANTEED else plain
        return max(1, min(MOST_SESSIONS, floor(kept / self._most_spent)))

    def open(self) -> tuple[date, ...]:
        """Return the days of the noticings that are still open, in order."""
        closed = {mark.noticing for mark in self.marks}
        clock = self._detectors.clock
        return tuple(sorted(one.days[0] for one in self._open.values() if one.still(clock, closed)))

    def _notice(self, day: date, clock: int, once: int, tally: Tally) -> Noticing:
        """Say what came up: the direction with most of the evidence, and the rows it rests on."""
        d = int(tally.by_direction[:, 0].argmax())
        onset = max(int(tally.onset[d, 0]), clock + 1 - LONGEST)
        direction = ORDER[d]
        parts = self._parts(tally.by_stream[d, :, 0], onset, direction)
        since = min(seen.observation.at for part in parts for seen in part.seen)
        marked = [mark for mark in self.marks if mark.on < day]
        return Noticing(
            at=day,
            direction=direction,
            once_in_sessions=once,
            parts=parts,
            own=tuple(act for act in self.own if act.known_at <= day and since - OWN_BEFORE <= act.at <= day),
            adds_to=self._adds_to(direction, day, clock, marked),
            called_ordinary=len(called_ordinary(marked)),
        )

    def _parts(self, evidence: Floats, onset: int, direction: Direction) -> tuple[Part, ...]:
        """Return each named stream's part, with its observations since the onset."""
        share = evidence / evidence.sum()
        named: list[tuple[Series, float, tuple[Seen, ...]]] = []
        for series, memory, part in zip(self.series, self._memory, share, strict=True):
            seen = tuple(one for tick, one in memory if tick >= onset)
            if seen and (part >= SMALLEST_SHARE):
                named.append((series, float(part), seen))
        if not named:
            best = int(evidence.argmax())
            named.append((self.series[best], 1.0, (self._memory[best][-1][1],)))
        whole = sum(part for _, part, _ in named)
        return tuple(
            Part(series.name, series.basis, part / whole, seen, _shift(series.pattern, direction))
            for series, part, seen in sorted(named, key=lambda one: (-one[1], one[0].name))
        )

    def _adds_to(self, direction: Direction, day: date, clock: int, marked: Sequence[Mark]) -> date | None:
        """Return the open noticing in this direction, if any, and keep the new one open."""
        closed = {mark.noticing for mark in marked}
        still = self._open.get(direction)
        if still is not None and still.still(clock, closed):
            still.last_tick = clock
            still.days.append(day)
            return still.days[0]
        self._open[direction] = _Open([day], clock)
        return None


def watch(
    streams: Streams,
    prior: Prior,
    budget: Budget,
    marks: Sequence[Mark] = (),
    threshold: Threshold = Threshold.GUARANTEED,
) -> Noticed:
    """Go through one relationship's ticks in order and return all that comes up, as it would have live.

    Args:
        streams: ticks and observations up to the day of asking.
        prior: frozen at the first tick (see `prior.fit`).
        budget: what each tick may spend.
        marks: what the therapist made of earlier noticings.
        threshold: which threshold decides what comes up.

    Returns:
        The noticings in time order; nothing not known at a noticing's day is used for it.
    """
    if streams.silent:
        return Noticed(streams.codename, len(streams.ticks), (), prior.name, streams.silent)
    one = Watch(streams.series, prior, streams.own, marks, threshold)
    waiting = [list(series.observations) for series in streams.series]
    for queue in waiting:
        queue.sort(key=lambda seen: (seen.known_at, seen.at, seen.group, seen.source))
    place = [0] * len(waiting)
    for day in streams.ticks:
        arrived: list[list[Observation]] = []
        for index, queue in enumerate(waiting):
            begin = place[index]
            while place[index] < len(queue) and queue[place[index]].known_at <= day:
                place[index] += 1
            arrived.append(queue[begin : place[index]])
        one.tick(day, budget.at(day), arrived)
    return Noticed(streams.codename, len(streams.ticks), tuple(one.noticings), prior.name, open=one.open())


def _sighting(one: Observation) -> Sighting:
    """Return one observation as the detectors take it."""
    return Sighting(
        code=np.array([one.code]),
        group=np.array([one.group]),
        seen=np.array([True]),
        weight=np.array([one.weight]),
        foreseen=np.array([one.foreseen]),
    )


def _usual(pattern: Outcomes | Scores, one: Observation, chance: float, memory: Sequence[tuple[int, Seen]]) -> float:
    """Return how usual an observation was; of a bill, how usual it was to be paid so late or later."""
    if isinstance(pattern, Scores) or pattern.tilt is not Tilt.HAZARD:
        return chance
    for _, earlier in reversed(memory):
        if earlier.observation.at == one.at and earlier.observation.group == one.group - 1:
            return earlier.usual * (chance if one.code else 1.0)
    return chance if one.code else 1.0


def _shift(pattern: Outcomes | Scores, direction: Direction) -> Shift:
    """Return which way scores moved, where only one way has this direction."""
    match pattern:
        case Scores(falls=falls, rises=rises) if direction is falls and direction is not rises:
            return Shift.LOWER
        case Scores(falls=falls, rises=rises) if direction is rises and direction is not falls:
            return Shift.HIGHER
        case _:
            return Shift.NONE
