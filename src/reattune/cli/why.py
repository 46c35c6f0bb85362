"""Why something came up: every number back to the rows it rests on."""

import re
from collections.abc import Iterable

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from reattune.account.quiet import quiet_words
from reattune.account.scored import answered_words, form_name
from reattune.account.standing import added_words, verdict_words
from reattune.account.threshold import threshold_words
from reattune.account.told import Account, Told, ToldPart, accounts, where
from reattune.caseload import Caseload
from reattune.charts import day
from reattune.language import _, decimal, plural
from reattune.model import Source, Voice

DIM = "dim"
BOLD = "bold"


def show_why(console: Console, caseload: Caseload) -> None:
    """Print every noticing of what was asked about, newest first, with its rows.

    Args:
        console: Where to print.
        caseload: What came up.
    """
    for index, account in enumerate(accounts(caseload)):
        if index:
            console.rule(style=DIM)
        _show(console, account, caseload)


def _show(console: Console, account: Account, caseload: Caseload) -> None:
    heading = Text(account.codename, style=BOLD)
    sessions = plural("{n} agreed session counted", "{n} agreed sessions counted", len(account.streams.ticks))
    console.print(heading.append(f"  {_('as of')} {day(caseload.as_of)}, {sessions}", style="not bold dim"))
    if account.silent:
        console.print(Text(account.silent))
    elif not account.told:
        console.print(Text(quiet_words(account, caseload.as_of)))
    for one in reversed(account.told):
        console.print()
        _noticing(console, one)
    _voices(console, account, caseload)
    console.print()
    console.print(Text(_numbers(caseload), style=DIM))
    if words := threshold_words(caseload.threshold):
        console.print(Text(words, style=DIM))
    for remark in account.streams.remarks:
        console.print(Text(remark, style=DIM))


def _noticing(console: Console, one: Told) -> None:
    console.print(Text(f"{one.number}. {day(one.at)}", style=BOLD))
    body = [one.said, *one.readings, *one.yours, one.note, verdict_words(one.verdict), added_words(one)]
    for words in body:
        if words:
            console.print(Padding(Text(words), (0, 0, 0, 3)))
    console.print(Padding(Text(f"{one.once} {one.basis}", style=DIM), (0, 0, 0, 3)))
    for part in one.parts:
        console.print(Padding(_rows(part, console.width), (1, 0, 0, 3)))


def _rows(part: ToldPart, width: int) -> Table:
    title = _("{stream}: {words}, share {share}").format(
        stream=part.stream, words=part.share_words, share=decimal(f"{part.share:.2f}")
    )
    table = Table(
        title=Text(title),
        title_justify="left",
        title_style="not italic",
        box=None,
        pad_edge=False,
        header_style=DIM,
        padding=(0, 2, 0, 0),
    )
    table.add_column(_("date"), no_wrap=True)
    table.add_column(_("what was seen"), ratio=2)
    table.add_column(_("usual here"), ratio=1)
    table.add_column(_("row"), no_wrap=True)
    for row in part.rows:
        table.add_row(day(row.at), Text(row.said), Text(row.usual), Text(_place(row.source, width // 3 + 6)))
    return table


def _place(source: Source, width: int) -> str:
    """Return a row as a person looks it up; where it is too long for a line only its path is broken."""
    number = where(source).removeprefix(source.file)
    room = max(1, width - len(number))
    lines = [""]
    for piece in re.findall(r"[^/]*/|[^/]+", source.file):
        for cut in (piece[start : start + room] for start in range(0, len(piece), room)):
            if len(lines[-1]) + len(cut) <= room:
                lines[-1] += cut
            else:
                lines.append(cut)
    return "\n".join(line for line in lines if line) + number


def _voices(console: Console, account: Account, caseload: Caseload) -> None:
    lines = []
    for one in account.spoken:
        who = _("the client") if one.by is Voice.CLIENT else _("you")
        lines.append(f"{day(one.day)}, {who}: {one.words} ({where(one.source)})")
    for answer in account.answered:
        said = answered_words(answer, form_name(caseload.practice, answer.instrument))
        lines.append(f"{said} ({where(answer.source)})")
    _listed(console, lines)


def _listed(console: Console, lines: Iterable[str]) -> None:
    for index, words in enumerate(lines):
        if not index:
            console.print()
            console.print(Text(_("Said and answered, outside noticing"), style=BOLD))
        console.print(Padding(Text(words), (0, 0, 0, 3)))


def _numbers(caseload: Caseload) -> str:
    return _(
        "At a budget of {budget} a month that turn out to be nothing, over the whole caseload; "
        "spent per session now: {spend}; prior: {prior}."
    ).format(
        budget=decimal(f"{caseload.budget_per_month:g}"),
        spend=decimal(f"{caseload.spend_per_tick:.4g}"),
        prior=caseload.prior,
    )
