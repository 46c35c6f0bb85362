"""What became of bills, each by the last that was known of it."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from reattune.language import _, plural
from reattune.model import Observation, Source
from reattune.noticing.numbers import Spelled, clauses, figure, figures
from reattune.noticing.phrases import days_late, days_unpaid, known_reason, not_yet_paid, observed, paid_late, several

MOST_DAYS = 6
"""How many lengths of waiting are listed one by one."""


def bills(seen: Sequence[Observation]) -> str:
    """Return what became of the bills, each by the last that was known of it."""
    known = _each(seen)
    if len(known) == 1:
        return _("One bill in these weeks: {what}.").format(what=observed("payment", known[0]))
    values = [str(one.value) for one in known if one.weight > 0]
    left_out = len(known) - len(values)
    late = sorted(days for value in values if (days := days_late(value)) is not None)
    unpaid = sorted(days for value in values if (days := days_unpaid(value)) is not None)
    if len(late) == len(known):
        told = [_("all were paid after they were due (days after: {days})").format(days=_waits(late))]
    elif len(unpaid) == len(known):
        none_yet = _("none was paid yet, as far as is known (days after they were due: {days})")
        told = [none_yet.format(days=_waits(unpaid))]
    else:
        told = _clauses(values, late, unpaid, left_out)
    opening = plural(
        "Of {n} bill in these weeks, {{what}}.", "Of {n} bills in these weeks, {{what}}.", Spelled(len(known))
    )
    return opening.format(what=clauses(told))


def _clauses(values: Sequence[str], late: Sequence[int], unpaid: Sequence[int], left_out: int) -> list[str]:
    """Return one clause for each thing that became of bills."""
    told: list[str] = []
    for value, count in sorted(Counter(values).items()):
        if value == "paid_on_time":
            told.append(plural("{n} was paid on time", "{n} were paid on time", Spelled(count)))
        elif days_late(value) is None and days_unpaid(value) is None:
            told.append(several(value, count, recorded=True))
    return [*told, *_late(late), *_unpaid(unpaid), *([known_reason(left_out)] if left_out else [])]


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
        return [_("one was {what}").format(what=paid_late(days[0]))]
    several_late = plural(
        "{n} was paid after it was due (days after: {{days}})",
        "{n} were paid after they were due (days after: {{days}})",
        Spelled(len(days)),
    )
    return [several_late.format(days=_waits(days))] if days else []


def _unpaid(days: Sequence[int]) -> list[str]:
    """Return the clause for bills not yet paid, if any."""
    if len(days) == 1:
        return [_("one was {what}").format(what=not_yet_paid(days[0]))]
    several_unpaid = plural(
        "{n} was not yet paid, as far as is known (days after it was due: {{days}})",
        "{n} were not yet paid, as far as is known (days after they were due: {{days}})",
        Spelled(len(days)),
    )
    return [several_unpaid.format(days=_waits(days))] if days else []


def _waits(days: Sequence[int]) -> str:
    """Return lengths of waiting in days, or their span where there are many."""
    if len(days) <= MOST_DAYS:
        return figures(days)
    return _("{least} to {most}").format(least=figure(days[0]), most=figure(days[-1]))
