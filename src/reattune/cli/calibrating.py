"""How much would have come up at several budgets, in words first and without a verdict on any of it."""

from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from reattune.calibration import AtBudget, Calibration
from reattune.charts import day
from reattune.cli.deciding import threshold_words
from reattune.language import _, plural
from reattune.model import Direction, Threshold
from reattune.noticing.numbers import clauses

DIM = "dim"
BOLD = "bold"
WEEK = 7
MONTH = 365.25 / 12


def show_calibration(console: Console, found: Calibration, written: Sequence[Path] = ()) -> None:
    """Print how much would have come up.

    Args:
        console: Where to print.
        found: What came up at each budget.
        written: Files that were written, to be named at the end.
    """
    console.print(_heading(found))
    console.print()
    if not found.enough:
        console.print(Text(too_little(found)))
    else:
        for words in opening(found):
            console.print(Text(words))
            console.print()
        console.print(_table(found))
        console.print()
        for words in closing(found):
            console.print(Text(words, style=DIM))
    for path in written:
        console.print(Text(_("Written: {path}").format(path=path), overflow="fold"))


def _heading(found: Calibration) -> Text:
    heading = Text(_("How much would have come up"), style=BOLD)
    if not found.ticks:
        return heading
    people = plural("{n} relationship", "{n} relationships", len(found.relationships))
    sessions = plural("{n} agreed session", "{n} agreed sessions", found.ticks)
    time = _("{start} to {end}").format(start=day(found.start), end=day(found.end))
    return heading.append(f"  {time}, {people}, {sessions}", style="not bold dim")


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


def _table(found: Calibration) -> Table:
    ways = [way for way in Direction if any(one.directions[way] for one in found.budgets)]
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style=DIM)
    table.add_column(_("budget a month"), min_width=8)
    for name in (_("came up"), *map(direction_words, ways), _("added"), _most_word(found), _("a month")):
        table.add_column(name, justify="right")
    table.add_column(_("people"), justify="right")
    table.add_column(_("longest without"), min_width=8, justify="right")
    for one in found.budgets:
        table.add_row(
            Text(_budget(one, found)),
            str(one.noticings),
            *(str(one.directions[way]) for way in ways),
            str(one.added),
            _("about {n}").format(n=_promised(one)),
            f"{one.per_month:.1f}",
            str(one.with_any),
            _length(one.longest_without),
        )
    return table


def _budget(one: AtBudget, found: Calibration) -> str:
    if not found.spread:
        return _("none set")
    value = f"{one.budget_per_month:g}"
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
        _("At your budget of {budget} a month {said}.").format(budget=f"{one.budget_per_month:g}", said=said)
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


def direction_words(direction: Direction) -> str:
    """Return a direction as people would say it."""
    match direction:
        case Direction.AWAY:
            return _("away")
        case Direction.AGAINST:
            return _("against")
        case Direction.ATTUNED:
            return _("being met")
        case Direction.CHANGED:
            return _("changed")


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
    same = [f"{one.budget_per_month:g}" for one in found.budgets if one.at_the_most == found.ticks]
    if not found.spread or not same:
        return []
    if len(same) == 1:
        text = _(
            "At {budgets}, every session spends the most that one ever may (1/50); a larger budget brings no more."
        )
    else:
        text = _("At {budgets}, every session spends the most that one ever may (1/50), so these lines are the same.")
    return [text.format(budgets=clauses(same))]
