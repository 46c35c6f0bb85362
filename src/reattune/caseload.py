"""A whole caseload, from records to what came up: streams, then noticing. The library's main door."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from importlib.metadata import version

from reattune.errors import ReattuneError
from reattune.model import Noticed, Practice, Streams, Threshold
from reattune.noticing.budget import Budget
from reattune.noticing.document import document
from reattune.noticing.prior import DEFAULT, fit
from reattune.noticing.watch import watch
from reattune.streams import observe


@dataclass(frozen=True, slots=True)
class Caseload:
    """What came up in a practice up to `as_of`, and all that is needed to say why.

    `streams` and `noticed` are by codename; only those in `practice.asked` are to be shown (all when empty).
    """

    practice: Practice
    as_of: date
    budget_per_month: float
    spend_per_tick: float
    prior: str
    streams: Mapping[str, Streams]
    noticed: Mapping[str, Noticed]
    threshold: Threshold = Threshold.GUARANTEED

    def document(self) -> dict[str, object]:
        """Return the same as the JSON document of the contract (docs/contract.md), ready to be written."""
        return document(
            self.practice,
            self.noticed,
            self.streams,
            version=version("reattune"),
            as_of=self.as_of,
            budget_per_month=self.budget_per_month,
            spend_per_tick=self.spend_per_tick,
            prior=self.prior,
            threshold=self.threshold,
        )


def notice(
    practice: Practice,
    as_of: date | None = None,
    budget: float | None = None,
    progress: Callable[[str], None] | None = None,
    threshold: Threshold | None = None,
) -> Caseload:
    """Return what came up in a practice, each noticing as it could have come up live, up to and with `as_of`.

    Args:
        practice: what was read.
        as_of: the day of asking (today in the practice's time zone by default); nothing known later is used.
        budget: noticings a month that would come up even if nothing had changed; the practice's own by default.
        progress: called with each codename as it is looked at.
        threshold: which threshold decides what comes up (see `Threshold`); the practice's own by default.

    Returns:
        The caseload: streams and noticings by codename.

    Raises:
        ReattuneError: the budget is not above 0.
    """
    prepared = prepare(practice, as_of, budget, threshold)
    noticed = {}
    for codename in prepared.codenames:
        if progress is not None:
            progress(codename)
        noticed[codename] = prepared.look(codename)
    names = sorted({one.prior for one in noticed.values()})
    return Caseload(
        practice=practice,
        as_of=prepared.as_of,
        budget_per_month=prepared.spending.per_month,
        spend_per_tick=prepared.spending.at(prepared.as_of + timedelta(days=1)),
        prior=names[-1] if names else DEFAULT,
        streams=prepared.streams,
        noticed=noticed,
        threshold=prepared.threshold,
    )


@dataclass(frozen=True, slots=True)
class Prepared:
    """A practice ready to be looked at, one relationship at a time and in any order."""

    practice: Practice
    as_of: date
    streams: Mapping[str, Streams]
    spending: Budget
    threshold: Threshold

    @property
    def codenames(self) -> tuple[str, ...]:
        """Return those to be looked at, by codename."""
        asked = self.practice.asked
        return tuple(name for name in self.streams if not asked or name in asked)

    def look(self, codename: str) -> Noticed:
        """Return what came up for one relationship; what came up for others makes no difference."""
        own = self.streams[codename]
        marks = [
            mark
            for one in self.practice.relationships
            if one.codename == codename
            for mark in one.marks
            if mark.on <= self.as_of
        ]
        return watch(own, fit(own, self.streams.values()), self.spending, marks, self.threshold)


def prepare(
    practice: Practice, as_of: date | None = None, budget: float | None = None, threshold: Threshold | None = None
) -> Prepared:
    """Return a practice ready to be looked at; arguments and errors as of `notice`."""
    per_month = practice.budget_per_month if budget is None else budget
    if not 0 < per_month < float("inf"):
        raise ReattuneError(f"A budget of {per_month} a month is not possible; give a number above 0, such as 2.")
    day = datetime.now(practice.time_zone).date() if as_of is None else as_of
    streams = {
        one.codename: observe(one, practice.holidays, practice.instruments, day)
        for one in sorted(practice.relationships, key=lambda one: one.codename)
    }
    ticks = (tick for one in streams.values() for tick in one.ticks)
    return Prepared(
        practice=practice,
        as_of=day,
        streams=streams,
        spending=Budget(per_month, ticks, known=practice.has_settings),
        threshold=practice.threshold if threshold is None else threshold,
    )
