"""The calm table: who one might think about, in words, the most recent change first."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from reattune.account.counts import counted, folded, rows_read, set_aside
from reattune.account.quiet import little, quiet_line
from reattune.account.scored import answered_words, form_name
from reattune.account.spoken import plain
from reattune.account.threshold import threshold_words
from reattune.account.told import (
    Account,
    accounts,
    dated,
    lately,
    recently_spoken,
    stream_words,
    where,
)
from reattune.caseload import Caseload
from reattune.charts import Shape, day, legend, strip
from reattune.charts.marks import SYMBOLS
from reattune.language import _, plural
from reattune.model import Voice
from reattune.noticing import telling
from reattune.noticing.numbers import clauses

DIM = "dim"
BOLD = "bold"


def show_table(console: Console, caseload: Caseload, written: Sequence[Path] = ()) -> None:
    """Print the caseload.

    Args:
        console: Where to print.
        caseload: What came up.
        written: Files that were written, to be named at the end.
    """
    told = accounts(caseload)
    console.print(_heading(caseload, told))
    console.print()
    console.print(_caseload(told, caseload))
    if words := _legend(told, caseload, console.width):
        console.print()
        console.print(Text(words, style=DIM))
    for part in (*_answered(told, caseload), *_spoken(told, caseload)):
        console.print()
        console.print(part)
    console.print()
    console.print(_limits(told, caseload))
    for path in written:
        console.print(Text(_("Written: {path}").format(path=path), overflow="fold"))


def _heading(caseload: Caseload, told: Sequence[Account]) -> Text:
    people = plural("{n} relationship", "{n} relationships", len(told))
    heading = Text(_("Worth a look, as of {day}").format(day=day(caseload.as_of)), style=BOLD)
    return heading.append(f"  {people}", style="not bold dim")


def _caseload(told: Iterable[Account], caseload: Caseload) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 1, 0), show_edge=False, header_style=DIM)
    table.add_column(_("who"), no_wrap=True, style=BOLD)
    table.add_column(_("last session"), no_wrap=True)
    table.add_column(_("lately"), no_wrap=True, width=12, justify="right")
    table.add_column(_("what came up"), ratio=1)
    for one in told:
        last = day(one.last_session) if one.last_session else "–"
        signs = "" if one.silent else strip(one.relationship, caseload.as_of)
        table.add_row(Text(one.codename), last, Text(signs), _words(one, caseload))
    return table


def _words(account: Account, caseload: Caseload) -> RenderableType:
    if account.silent:
        return Text(account.silent, style=DIM)
    latest = account.latest
    if latest is None:
        return Text(quiet_line(account, caseload.as_of), style=DIM)
    if not lately(account, caseload.as_of):
        said = _("Nothing new in eight weeks; the last was on {day}.").format(day=day(latest.at))
        return Text(said, style=DIM)
    came_up = Text(f"{day(latest.at)}. {latest.said}")
    more = " ".join((*latest.readings, *latest.yours))
    return Group(came_up, Text(more, style=DIM)) if more else came_up


def _legend(told: Iterable[Account], caseload: Caseload, width: int) -> str:
    used = {sign for one in told if not one.silent for sign in strip(one.relationship, caseload.as_of)}
    named = [f"{SYMBOLS[shape]} {legend(shape)}" for shape in Shape if SYMBOLS[shape] in used]
    if not named:
        return ""
    lines = [_("Lately, oldest first:")]
    for words in named:
        if len(lines[-1]) + len(words) + 3 > width:
            lines.append(" ")
        lines[-1] += f"  {words}"
    return "\n".join(lines)


def _answered(told: Iterable[Account], caseload: Caseload) -> list[RenderableType]:
    lines = [
        Text(
            f"{one.codename}  "
            f"{answered_words(answer, form_name(caseload.practice, answer.instrument))} ({where(answer.source)})"
        )
        for one in told
        for answer in one.answered
    ]
    return [Group(Text(_("Answered"), style=BOLD), *lines)] if lines else []


def _spoken(told: Sequence[Account], caseload: Caseload) -> list[RenderableType]:
    lines = []
    for one, said in recently_spoken(told, caseload.as_of):
        who = one.codename if said.by is Voice.CLIENT else _("you, about {codename}").format(codename=one.codename)
        lines.append(Text(f"{who}, {day(said.day)}: {said.words}"))
    return [Group(Text(_("In their own words, lately"), style=BOLD), *lines)] if lines else []


def _closing(told: Sequence[Account], caseload: Caseload) -> str:
    """Return what quiet means, for the quiet ones' sake; "" where nobody could be quiet, for nothing was looked at."""
    if all(one.silent or little(one, caseload.as_of) for one in told):
        return ""
    if any(one.told for one in told):
        return _(
            "Where nothing stood out, all may or may not be well: before people leave, sessions often grow quieter."
        )
    return dated(telling.quiet(caseload.as_of))


def _switched_off(told: Iterable[Account]) -> list[str]:
    """Return which streams are left out because a frame.toml asks for it, relationships with the same ones together."""
    who: dict[tuple[str, ...], list[str]] = {}
    for one in sorted(told, key=lambda one: one.codename):
        if one.relationship.off and not one.silent:
            who.setdefault(tuple(sorted(one.relationship.off)), []).append(one.codename)
    return [_left_out(streams, names) for streams, names in sorted(who.items())]


def _left_out(streams: Sequence[str], names: Sequence[str]) -> str:
    what = clauses([plain(stream_words(one)) for one in streams])
    if len(streams) == 1:
        text = _("{what} is left out for {codename}, as frame.toml asks.")
    else:
        text = _("{what} are left out for {codename}, as frame.toml asks.")
    return text.format(what=what, codename=clauses(names))


def _limits(told: Sequence[Account], caseload: Caseload) -> RenderableType:
    practice = caseload.practice
    aside, skipped = set_aside(practice), folded(practice)
    read = plural("{n} row read", "{n} rows read", counted(rows_read(practice)))
    left = plural("{n} row set aside", "{n} rows set aside", len(aside))
    counts = _("{read}, {left} (see reattune check).").format(read=read, left=left) if aside else f"{read}, {left}."
    closing = [
        words
        for words in (_closing(told, caseload), *_switched_off(told), threshold_words(caseload.threshold), counts)
        if words
    ]
    lines = [Text(words, style=DIM) for words in closing]
    if skipped:
        more = plural("{n} thing was not analysed", "{n} things were not analysed", len(skipped))
        lines.append(Text(_("{more} (see reattune check).").format(more=more), style=DIM))
    last = _("Reattune does not say that anything happened. To see the rows: reattune why FOLDER/codename.")
    lines.append(Text(last, style=DIM))
    return Padding(Group(*lines), 0)
