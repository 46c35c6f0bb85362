"""What became of bills, each by the last that was known of it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from reattune.language import _, plural
from reattune.model import Observation, Source
from reattune.noticing.numbers import Spelled, alike, clauses, figure, figures
from reattune.noticing.phrases import (
    days_late,
    days_unpaid,
    known_reason,
    not_yet_paid,
    observed,
    paid_late,
    several,
    unpaid_by,
)

MOST_DAYS = 6
"""How many lengths of waiting are listed one by one."""
STRETCHES = (0, 7, 14, 30, 60)
"""The days after which the payment stream looks at a bill again; after the last it never does."""


@dataclass(frozen=True, slots=True)
class _Became:
    """What became of bills: days after which they were paid, days they have waited, and stretches last looked at."""

    late: tuple[int, ...]
    waiting: tuple[int, ...]
    stale: tuple[int, ...]


def bills(seen: Sequence[Observation], at: date) -> str:
    """Return what became of the bills up to a day, each by the last that was known of it.

    Args:
        seen: the observations of one payment stream.
        at: the day up to which a bill not yet paid has waited.
    """
    known = _each(seen)
    if len(known) == 1:
        return _("One bill in these weeks: {what}.").format(what=_one(known[0], at))
    values = [str(one.value) for one in known if one.weight > 0]
    became = _became([one for one in known if one.weight > 0], at)
    with alike(_counts(len(known), became)):
        if len(became.late) == len(known):
            told = [_("all were paid after they were due (days after: {days})").format(days=_waits(became.late))]
        elif len(became.waiting) == len(known):
            none_yet = _("none was paid yet, as far as is known (days after they were due: {days})")
            told = [none_yet.format(days=_waits(became.waiting))]
        else:
            told = _clauses(values, became, len(known) - len(values))
        opening = plural(
            "Of {n} bill in these weeks, {{what}}.", "Of {n} bills in these weeks, {{what}}.", Spelled(len(known))
        )
        return opening.format(what=clauses(told))


def _became(known: Sequence[Observation], at: date) -> _Became:
    """Return what became of bills, in days."""
    late = sorted(days for one in known if (days := days_late(str(one.value))) is not None)
    unpaid = [one for one in known if _waits_still(one)]
    waited = [_waited(one, at) for one in unpaid]
    stale = [days_unpaid(str(one.value)) or 0 for one, days in zip(unpaid, waited, strict=True) if days is None]
    return _Became(tuple(late), tuple(sorted(days for days in waited if days is not None)), tuple(sorted(stale)))


def _waited(one: Observation, at: date) -> int | None:
    """Return for how many days a bill has not been paid, or None where the stream no longer says."""
    days, last = (at - one.at).days, days_unpaid(str(one.value)) or 0
    following = next((stretch for stretch in STRETCHES if stretch > last), None)
    # Had it still been unpaid after the next stretch, there would be a row of that: it may have been paid in part.
    return days if following is not None and last < days <= following else None


def _one(one: Observation, at: date) -> str:
    """Return what became of a single bill."""
    days = _waited(one, at) if _waits_still(one) else None
    return observed("payment", one) if days is None else not_yet_paid(days)


def _counts(bills_known: int, became: _Became) -> list[int]:
    """Return the counts that the sentence writes as words or figures."""
    alone = [days[0] for days in (became.late, became.waiting) if len(days) == 1]
    return [bills_known, *alone, *(days for days in became.stale if days > 0)]


def _clauses(values: Sequence[str], became: _Became, left_out: int) -> list[str]:
    """Return one clause for each thing that became of bills."""
    told: list[str] = []
    for value, count in sorted(Counter(values).items()):
        if value == "paid_on_time":
            told.append(plural("{n} was paid on time", "{n} were paid on time", Spelled(count)))
        elif days_late(value) is None and days_unpaid(value) is None:
            told.append(several(value, count, recorded=True))
    told += [*_late(became.late), *_unpaid(became.waiting), *_stale(became.stale)]
    return [*told, *([known_reason(left_out)] if left_out else [])]


def _each(seen: Sequence[Observation]) -> list[Observation]:
    """Return each bill's latest observation, by due date.

    Where a payment stands in a row of its own it belongs to a bill of the same due date that was not yet paid.
    """
    latest: dict[tuple[date, Source], Observation] = {}
    for one in sorted(seen, key=lambda one: (one.known_at, one.at, one.group, one.source)):
        key = (one.at, one.source)
        if key not in latest and one.group > 0 and not _waits_still(one):
            waiting = (other for other in latest if other[0] == one.at and _waits_still(latest[other]))
            latest.pop(next(waiting, key), None)
        latest[key] = one
    return [latest[key] for key in sorted(latest)]


def _waits_still(one: Observation) -> bool:
    """Whether a bill was not yet paid, as far as was known."""
    return days_unpaid(str(one.value)) is not None


def _late(days: Sequence[int]) -> list[str]:
    """Return the clause for bills paid after they were due, if any."""
    if len(days) == 1:
        return [plural("{n} was {{paid}}", "{n} were {{paid}}", Spelled(1)).format(paid=paid_late(days[0]))]
    several_late = plural(
        "{n} was paid after it was due (days after: {{days}})",
        "{n} were paid after they were due (days after: {{days}})",
        Spelled(len(days)),
    )
    return [several_late.format(days=_waits(days))] if days else []


def _unpaid(days: Sequence[int]) -> list[str]:
    """Return the clause for bills not yet paid, if any."""
    if len(days) == 1:
        return [_were(1, not_yet_paid(days[0]))]
    several_unpaid = plural(
        "{n} was not yet paid, as far as is known (days after it was due: {{days}})",
        "{n} were not yet paid, as far as is known (days after they were due: {{days}})",
        Spelled(len(days)),
    )
    return [several_unpaid.format(days=_waits(days))] if days else []


def _stale(stretches: Sequence[int]) -> list[str]:
    """Return a clause for each stretch after which bills were not yet paid, where nothing is known of later."""
    return [_were(count, unpaid_by(days)) for days, count in sorted(Counter(stretches).items())]


def _were(count: int, what: str) -> str:
    """Return "one was not yet paid nine days after it was due"."""
    return plural("{n} was {{what}}", "{n} were {{what}}", Spelled(count)).format(what=what)


def _waits(days: Sequence[int]) -> str:
    """Return lengths of waiting in days, or their span where there are many."""
    if len(days) <= MOST_DAYS:
        return figures(days)
    return _("{least} to {most}").format(least=figure(days[0]), most=figure(days[-1]))
