"""What became of bills, each by the last that was known of it."""

from collections import Counter
from collections.abc import Sequence

from reattune.language import _, plural
from reattune.model import Observation
from reattune.noticing.numbers import Spelled, clauses, figure, figures
from reattune.noticing.phrases import days_late, days_unpaid, not_yet_paid, observed, paid_late, several

MOST_DAYS = 6
"""How many lengths of waiting are listed one by one."""


def bills(seen: Sequence[Observation]) -> str:
    """Return what became of the bills, each by the last that was known of it."""
    latest = {one.source: one for one in sorted(seen, key=lambda one: (one.known_at, one.at, one.group))}
    known = [latest[source] for source in sorted(latest)]
    if len(known) == 1:
        return _("One bill in these weeks: {what}.").format(what=observed("payment", known[0]))
    values = [str(one.value) for one in known]
    late = sorted(days for value in values if (days := days_late(value)) is not None)
    unpaid = sorted(days for value in values if (days := days_unpaid(value)) is not None)
    told: list[str] = []
    for value, count in sorted(Counter(values).items()):
        if value == "paid_on_time":
            told.append(plural("{n} was paid on time", "{n} were paid on time", Spelled(count)))
        elif days_late(value) is None and days_unpaid(value) is None:
            told.append(several(value, count, recorded=True))
    told.extend(_late(late) + _unpaid(unpaid))
    opening = plural(
        "Of {n} bill in these weeks, {{what}}.", "Of {n} bills in these weeks, {{what}}.", Spelled(len(known))
    )
    return opening.format(what=clauses(told))


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
