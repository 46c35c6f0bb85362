"""The past gone through again at several budgets: how much would have come up. No line says which of it was right."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.metadata import version
from itertools import pairwise

from dateutil.relativedelta import relativedelta

from reattune.caseload import Caseload, notice
from reattune.errors import ReattuneError
from reattune.language import _
from reattune.model import Direction, Mark, Noticing, Practice, Threshold, Verdict
from reattune.noticing.budget import MOST, Budget
from reattune.noticing.looseness import TICKS, Used, coarser, pooled, share_used
from reattune.noticing.prior import fit
from reattune.noticing.watch import watch

SCHEMA = "reattune.calibration/1"
BUDGETS = (0.5, 1.0, 2.0, 4.0)
MONTHS = 24
MOST_MONTHS = 240
ENOUGH = timedelta(days=90)
"""A time shorter than this is too short to say anything about."""
MONTH = 365.25 / 12
MEASURED = 3
"""Relationships, those with most sessions, for whom it is measured what comes up if nothing has changed."""
IMAGINED = 60
"""Courses imagined for each of them."""


@dataclass(frozen=True, slots=True)
class AtBudget:
    """What came up in the period at one budget.

    `noticings` began something, `added` were added to one still open; `directions` counts the former only.
    `promised` is what the sessions of the period were allowed to spend, summed: by the model, at most about so many
    (of both kinds) come up even if nothing has changed. `at_the_most` sessions spent the most one may ever spend.
    """

    budget_per_month: float
    own: bool
    noticings: int
    added: int
    per_month: float
    with_any: int
    directions: Mapping[Direction, int]
    longest_without: int
    """The longest run of whole days, both ends of the period included, in which nothing came up or was added."""
    promised: float
    at_the_most: int


@dataclass(frozen=True, slots=True)
class Calibration:
    """The days from `start` to `end` (both included), gone through at several budgets.

    `relationships` had a session in the period and were looked at; `ticks` are their agreed sessions in it. `spread`
    is False where no practice.toml was found: then no budget is spread over a caseload, and only one line is given.
    """

    as_of: date
    months_asked: int
    start: date
    end: date
    begun: date | None
    """The first agreed session of all, where it lies inside what was asked for: there is no more to go by."""
    relationships: tuple[str, ...]
    ticks: int
    spread: bool
    alone: bool
    """Whether only some of the caseload was asked about."""
    ordinary_marks: int
    budgets: tuple[AtBudget, ...]
    threshold: Threshold = Threshold.GUARANTEED
    used: Used | None = None
    """The share of what is spent at the own budget that comes up if nothing has changed, by simulation."""

    @property
    def own(self) -> AtBudget:
        """The line of the practice's own budget."""
        return next(one for one in self.budgets if one.own)

    @property
    def days(self) -> int:
        """The length of the period."""
        return (self.end - self.start).days + 1

    @property
    def enough(self) -> bool:
        """Whether there is enough to say anything."""
        return bool(self.ticks) and self.days >= ENOUGH.days

    def document(self) -> dict[str, object]:
        """Return the same as a JSON document (docs/calibrate.md), ready to be written."""
        return {
            "schema": SCHEMA,
            "version": version("reattune"),
            "as_of": self.as_of.isoformat(),
            "months_asked": self.months_asked,
            "from": self.start.isoformat(),
            "to": self.end.isoformat(),
            "days": self.days,
            "enough": self.enough,
            "relationships": list(self.relationships),
            "sessions": self.ticks,
            "spread_over_caseload": self.spread,
            "ordinary_marks": self.ordinary_marks,
            "budgets": [_line(one, self.threshold) for one in self.budgets] if self.enough else [],
            "threshold": self.threshold.value,
            "measured_if_nothing_had_changed": self._measured(),
        }

    def _measured(self) -> dict[str, object] | None:
        if self.used is None or not self.enough:
            return None
        share, error = self.used.share * self.own.promised, self.used.error * self.own.promised
        sessions = self.used.sessions
        return {"noticings": round(share, 2), "standard_error": round(error, 2), "imagined_sessions": sessions}


def calibrate(
    practice: Practice,
    as_of: date,
    months: int = MONTHS,
    budgets: Sequence[float] = BUDGETS,
    progress: Callable[[str], None] | None = None,
    threshold: Threshold | None = None,
) -> Calibration:
    """Go through the months before a day at several budgets, each noticing as it could have come up live.

    Args:
        practice: what was read.
        as_of: the last day.
        months: how many months up to and with that day; noticings of earlier days are not counted.
        budgets: noticings a month that would come up even if nothing had changed; the practice's own is added.
        progress: called with what is being looked at.
        threshold: which threshold decides what comes up; the practice's own by default.

    Returns:
        What came up at each budget, the smallest budget first.

    Raises:
        ReattuneError: a budget is not above 0, or the months are not between 1 and 240.
    """
    if not 1 <= months <= MOST_MONTHS:
        raise ReattuneError(
            _("{months} months is not possible; give a whole number from 1 to {most}, such as 24.").format(
                months=months, most=MOST_MONTHS
            )
        )
    own = practice.budget_per_month
    caseload = notice(practice, as_of, own, progress, threshold)
    seen = sorted(name for name, one in caseload.noticed.items() if not one.silent)
    days = [day for name in seen for day in caseload.streams[name].ticks if day <= as_of]
    first = as_of + timedelta(days=1) - relativedelta(months=months)
    begun = min(days, default=first)
    start = max(first, begun)
    inside = [day for day in days if day >= start]
    said = progress or _nothing
    lines = []
    # What comes up depends on a budget only through what each session spends; where that is the same, so is the rest.
    known = {_spent(_budget(caseload, own), days): {name: caseload.noticed[name].noticings for name in seen}}
    for budget in sorted({*budgets, own}) if practice.has_settings else [own]:
        spending = _budget(caseload, budget)
        spent = _spent(spending, days)
        if spent not in known:
            known[spent] = _noticings(caseload, seen, spending, said)
        lines.append(_at_budget(budget, own, known[spent], (start, as_of), _spent(spending, inside)))
    held = {name: sum(day >= start for day in caseload.streams[name].ticks) for name in seen}
    return Calibration(
        as_of=as_of,
        months_asked=months,
        start=start,
        end=as_of,
        begun=begun if begun > first else None,
        relationships=tuple(name for name in seen if held[name]),
        ticks=len(inside),
        spread=practice.has_settings,
        alone=bool(practice.asked) and len(practice.relationships) > len(practice.asked),
        ordinary_marks=sum(len(_ordinary(_marks(caseload, name))) for name in seen),
        budgets=tuple(lines),
        threshold=caseload.threshold,
        used=_used(caseload, held, _spent(_budget(caseload, own), inside), said),
    )


def _nothing(_said: str) -> None:
    """Say nothing."""


def _budget(caseload: Caseload, per_month: float) -> Budget:
    practice = caseload.practice
    return Budget(
        per_month, (tick for one in caseload.streams.values() for tick in one.ticks), known=practice.has_settings
    )


def _spent(spending: Budget, days: Iterable[date]) -> tuple[float, ...]:
    return tuple(spending.at(day) for day in days)


def _noticings(
    caseload: Caseload, seen: Iterable[str], spending: Budget, said: Callable[[str], None]
) -> dict[str, tuple[Noticing, ...]]:
    """Return what would have come up at a budget."""
    found = {}
    for name in seen:
        said(_("{codename}, at {budget} a month").format(codename=name, budget=f"{spending.per_month:g}"))
        own = caseload.streams[name]
        found[name] = watch(
            own, fit(own, caseload.streams.values()), spending, _marks(caseload, name), caseload.threshold
        ).noticings
    return found


def _used(
    caseload: Caseload, held: Mapping[str, int], spent: Sequence[float], said: Callable[[str], None]
) -> Used | None:
    """Return the share of what is spent that comes up if nothing has changed, from those with most sessions."""
    found = []
    for name in sorted((name for name in held if held[name]), key=lambda name: (-held[name], name))[:MEASURED]:
        said(_("{codename}, in imagined sessions").format(codename=name))
        own = caseload.streams[name]
        patterns = [coarser(one) for one in fit(own, caseload.streams.values()).patterns.values()]
        spend, length = sum(spent) / len(spent), min(TICKS, len(own.ticks))
        if patterns:
            used = share_used(patterns, spend, caseload.threshold, people=IMAGINED, ticks=length)
            found.append((held[name], used))
    return pooled(found) if found else None


def _marks(caseload: Caseload, codename: str) -> list[Mark]:
    return [
        mark
        for one in caseload.practice.relationships
        if one.codename == codename
        for mark in one.marks
        if mark.on <= caseload.as_of
    ]


def _ordinary(marks: Iterable[Mark]) -> set[date]:
    latest = {mark.noticing: mark.verdict for mark in sorted(marks, key=lambda mark: (mark.on, mark.source))}
    return {day for day, verdict in latest.items() if verdict is Verdict.ORDINARY}


def _at_budget(
    budget: float,
    own: float,
    found: Mapping[str, Sequence[Noticing]],
    period: tuple[date, date],
    spent: Sequence[float],
) -> AtBudget:
    start, end = period
    inside = {name: [one for one in noticings if start <= one.at <= end] for name, noticings in found.items()}
    every = [one for noticings in inside.values() for one in noticings]
    new = [one for one in every if one.adds_to is None]
    count = Counter(one.direction for one in new)
    return AtBudget(
        budget_per_month=budget,
        own=budget == own,
        noticings=len(new),
        added=len(every) - len(new),
        per_month=len(new) / (((end - start).days + 1) / MONTH),
        with_any=sum(bool(noticings) for noticings in inside.values()),
        directions={direction: count[direction] for direction in Direction},
        longest_without=_longest(start, end, {one.at for one in every}),
        promised=float(sum(spent)),
        at_the_most=sum(one >= MOST for one in spent),
    )


def _longest(start: date, end: date, days: Iterable[date]) -> int:
    """Return the longest run of days between two days, both included, with none of these days in it."""
    edges = [start - timedelta(days=1), *sorted(days), end + timedelta(days=1)]
    return max((later - earlier).days - 1 for earlier, later in pairwise(edges))


def _line(one: AtBudget, threshold: Threshold) -> dict[str, object]:
    return {
        "budget_per_month": one.budget_per_month,
        "own": one.own,
        "noticings": one.noticings,
        "added": one.added,
        "per_month": round(one.per_month, 2),
        "relationships_with_any": one.with_any,
        "directions": {direction.value: count for direction, count in one.directions.items()},
        "longest_without_days": one.longest_without,
        "at_most_if_nothing_had_changed": round(one.promised, 2) if threshold is Threshold.GUARANTEED else None,
        "spent": round(one.promised, 2),
        "sessions_at_the_most": one.at_the_most,
    }
