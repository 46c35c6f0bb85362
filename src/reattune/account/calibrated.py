"""How much would have come up at several budgets, in sentences and rows, without a verdict on any of it."""

from collections.abc import Callable
from dataclasses import dataclass

from reattune.account.standing import direction_words
from reattune.account.threshold import threshold_words
from reattune.calibration import AtBudget, Calibration
from reattune.charts import day
from reattune.language import _, decimal, plural
from reattune.model import Direction, Threshold
from reattune.noticing.numbers import clauses

WEEK = 7
MONTH = 365.25 / 12


@dataclass(frozen=True, slots=True)
class Calibrated:
    """A calibration told: what a face sets above, in and below a table.

    `covers` is the time, the people and the sessions gone through, "" where there are none. Where there is `too_little`
    to say anything, that sentence stands alone and the rest is empty.
    """

    title: str
    covers: str
    too_little: str
    opening: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    own: tuple[bool, ...]
    """Which rows are at the practice's own budget."""
    closing: tuple[str, ...]


def calibrated(found: Calibration) -> Calibrated:
    """Tell how much would have come up.

    Args:
        found: What came up at each budget.

    Returns:
        The sentences and the table.
    """
    title, covers = _("How much would have come up"), _covers(found)
    if not found.enough:
        return Calibrated(title, covers, too_little(found), (), (), (), (), ())
    columns = _columns(found)
    return Calibrated(
        title=title,
        covers=covers,
        too_little="",
        opening=opening(found),
        columns=tuple(name for name, _cell in columns),
        rows=tuple(tuple(cell(one) for _name, cell in columns) for one in found.budgets),
        own=tuple(one.own for one in found.budgets),
        closing=closing(found),
    )


def _covers(found: Calibration) -> str:
    if not found.ticks:
        return ""
    people = plural("{n} relationship", "{n} relationships", len(found.relationships))
    sessions = plural("{n} agreed session", "{n} agreed sessions", found.ticks)
    time = _("{start} to {end}").format(start=day(found.start), end=day(found.end))
    return f"{time}, {people}, {sessions}"


def _columns(found: Calibration) -> tuple[tuple[str, Callable[[AtBudget], str]], ...]:
    """Return each column's name, and how a budget's cell in it is written; directions nobody went in are left out."""
    ways = [way for way in Direction if any(one.directions[way] for one in found.budgets)]
    return (
        (_("budget a month"), lambda one: _budget(one, found)),
        (_("came up"), lambda one: str(one.noticings)),
        *((direction_words(way), _counter(way)) for way in ways),
        (_("added"), lambda one: str(one.added)),
        (_most_word(found), lambda one: _("about {n}").format(n=_promised(one))),
        (_("a month"), lambda one: f"{one.per_month:.1f}"),
        (_("people"), lambda one: str(one.with_any)),
        (_("longest without"), lambda one: _length(one.longest_without)),
    )


def _counter(way: Direction) -> Callable[[AtBudget], str]:
    return lambda one: str(one.directions[way])


def too_little(found: Calibration) -> str:
    """Return that there is too little to say anything about, and why."""
    if not found.ticks:
        return _("Too little to say: no agreed session is recorded in these months.")
    days = plural("{n} day", "{n} days", found.days)
    return _(
        "Too little to say: only {days} are recorded, and in less than three months a few noticings more or fewer "
        "mean nothing."
    ).format(days=days)


def opening(found: Calibration) -> tuple[str, ...]:
    """Return what stands before the table: what was done, and what cannot be known from it."""
    said = [
        _(
            "The same time gone through again, day by day, as it would have come up live. A larger number is not "
            "better, and neither is a smaller one: nobody can know from this which of them were about something."
        )
    ]
    if found.begun is not None:
        there = plural("about {n} month", "about {n} months", max(1, round(found.days / MONTH)))
        asked = plural("{n} month", "{n} months", found.months_asked)
        said.append(
            _("Your files begin on {day}, so this covers {there} and not {asked}.").format(
                day=day(found.begun), there=there, asked=asked
            )
        )
    if found.alone:
        names = clauses(list(found.relationships))
        said.append(
            _("The budget is shared by the whole caseload; what is counted here is {names} alone.").format(names=names)
        )
    return tuple(words for words in (*said, threshold_words(found.threshold), at_your_budget(found)) if words)


def _budget(one: AtBudget, found: Calibration) -> str:
    if not found.spread:
        return _("none set")
    value = decimal(f"{one.budget_per_month:g}")
    return _("{budget}, yours").format(budget=value) if one.own else value


def _promised(one: AtBudget) -> int:
    return max(1, round(one.promised))


def at_your_budget(found: Calibration) -> str:
    """Return in words what the line of the practice's own budget holds."""
    one = found.own
    if not one.noticings and not one.added:
        said = _("nothing came up")
    else:
        said = plural("{n} noticing came up", "{n} noticings came up", one.noticings)
        ways = [f"{n} {direction_words(way)}" for way, n in one.directions.items() if n]
        if ways:
            said = _("{noticings} ({ways})").format(noticings=said, ways=", ".join(ways))
        if len(found.relationships) > 1:
            people = plural("with {n} of {{all}} relationships", "with {n} of {{all}} relationships", one.with_any)
            said = f"{said}, {people.format(all=len(found.relationships))}"
        if one.added:
            said += plural(
                "; {n} more was added to one still open", "; {n} more were added to one still open", one.added
            )
    begin = (
        _("At your budget of {budget} a month {said}.").format(budget=decimal(f"{one.budget_per_month:g}"), said=said)
        if found.spread
        else _("In this time {said}.").format(said=said)
    )
    longest = _("The longest time with none was {length}.").format(length=_length(one.longest_without))
    return " ".join(words for words in (begin, longest, _promise(found), _measured(found)) if words)


def _promise(found: Calibration) -> str:
    """Return what the guaranteed threshold promises; the simulated one promises nothing."""
    if found.threshold is Threshold.SIMULATED:
        return ""
    return _("Even if nothing had changed, at most about {n} would have come up.").format(n=_promised(found.own))


def _measured(found: Calibration) -> str:
    """Return what would have come up if nothing had changed, as far as imagined sessions tell."""
    one = found.used
    if one is None:
        return ""
    over = plural("{n} imagined session", "{n} imagined sessions", one.sessions)
    said = _(
        "By simulation from this practice's own model ({over}), about {n} would have come up if nothing had changed."
    )
    return said.format(over=over, n=round(one.share * found.own.promised))


def _most_word(found: Calibration) -> str:
    return _("spent") if found.threshold is Threshold.SIMULATED else _("at most")


def _length(days: int) -> str:
    if days < 2 * WEEK:
        return plural("{n} day", "{n} days", days)
    return plural("{n} week", "{n} weeks", days // WEEK)


def closing(found: Calibration) -> tuple[str, ...]:
    """Return what the columns mean, and what was counted how."""
    simulated = found.threshold is Threshold.SIMULATED
    said = [
        _(
            "spent: what the sessions were allowed to spend, added up. About so many, the added ones among them, are "
            "meant to come up in this time even if nothing had changed; nothing guarantees it."
        )
        if simulated
        else _(
            "at most: even if nothing had changed with anyone, at most about so many, the added ones among them, would "
            "have come up in this time, by this model. It is what the sessions were allowed to spend, added up."
        ),
        _(
            "added: to one that was still open, in the same direction. people: with how many relationships anything "
            "came up, and longest without: the longest time in which nothing did; both count the added ones too."
        ),
    ]
    if not found.spread:
        said.append(
            _(
                "No practice.toml was found, so no budget is spread over a caseload: every session spends 1/50, "
                "and other budgets would say the same."
            )
        )
    said.extend(_capped(found))
    if found.ordinary_marks:
        marks = plural("{n} noticing", "{n} noticings", found.ordinary_marks)
        said.append(
            _(
                "You have called {marks} ordinary. Each line takes these marks as they are; a mark belongs to a day, "
                "and at another budget nothing may have come up on it."
            ).format(marks=marks)
        )
    if found.spread:
        said.append(_("The budget is set in practice.toml (budget_per_month). Reattune does not choose it for you."))
    return tuple(said)


def _capped(found: Calibration) -> list[str]:
    """Return which budgets bring the same, because no session may spend more than 1/50."""
    same = [decimal(f"{one.budget_per_month:g}") for one in found.budgets if one.at_the_most == found.ticks]
    if not found.spread or not same:
        return []
    if len(same) == 1:
        text = _(
            "At {budgets}, every session spends the most that one ever may (1/50); a larger budget brings no more."
        )
    else:
        text = _("At {budgets}, every session spends the most that one ever may (1/50), so these lines are the same.")
    return [text.format(budgets=clauses(same))]
