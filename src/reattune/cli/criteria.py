"""Every criterion side by side on every series of ratings, for the terminal."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from reattune.account.told import where
from reattune.charts import day
from reattune.charts.raster import SYMBOLS, lines, sign_words, used
from reattune.cli.criteria_words import (
    Session,
    count_words,
    counts,
    not_run,
    notes,
    noticed_words,
    opening,
    ran,
    raster_of,
    series_name,
    sessions,
    status_words,
    unknown_words,
    why_silent,
)
from reattune.cli.side_by_side import Beside, Compared
from reattune.criteria import Criterion
from reattune.language import _, decimal, plural

DIM = "dim"
BOLD = "bold"
INDENT = (0, 0, 0, 2)


def show_criteria(
    console: Console,
    found: Sequence[Compared],
    criteria: Iterable[Criterion],
    as_of: date,
    written: Sequence[Path] = (),
) -> None:
    """Print every series under every criterion.

    Args:
        console: Where to print.
        found: The relationships.
        criteria: The criteria that were run, to be explained at the end.
        as_of: The day of asking.
        written: Files that were written, to be named at the end.
    """
    people = plural("{n} relationship", "{n} relationships", len(found))
    heading = Text(_("Criteria side by side, as of {day}").format(day=day(as_of)), style=BOLD)
    console.print(heading.append(f"  {people}", style="not bold dim"))
    for words in opening():
        console.print()
        console.print(Text(words))
    _legend(console, found)
    for one in found:
        console.print()
        console.rule(style=DIM)
        _show(console, one)
    if any(one.series for one in found):
        console.print()
        console.rule(style=DIM)
        _explain(console, criteria)
    for path in written:
        console.print(Text(_("Written: {path}").format(path=path), overflow="fold"))


def _legend(console: Console, found: Sequence[Compared]) -> None:
    charts = [chart for one in found for series in one.series if (chart := raster_of(series, one)) is not None]
    if not charts:
        return
    console.print()
    for sign in used(charts):
        console.print(Text(f"{SYMBOLS[sign]} {sign_words(sign)}", style=DIM))
    console.print(Text(_("blank: no answer, or the criterion has nothing to say of this session yet"), style=DIM))


def _show(console: Console, one: Compared) -> None:
    ended = one.account.relationship.ended
    heading = Text(one.account.codename, style=BOLD)
    if one.ended and ended is not None:
        heading.append(f"  {_('ended {day}').format(day=day(ended))}", style="not bold dim")
    console.print(heading)
    if why := why_silent(one):
        console.print(Text(why, style=DIM))
        return
    console.print(Text(noticed_words(one)))
    for series in one.series:
        console.print()
        console.print(Text(series_name(series), style=BOLD).append(f"  {count_words(series)}", style="not bold dim"))
        _one_series(console, series, one)


def _one_series(console: Console, series: Beside, whose: Compared) -> None:
    for words in notes(series):
        console.print(Padding(Text(words, style=DIM), INDENT, expand=False))
    chart = raster_of(series, whose)
    if chart is not None:
        for words in lines(chart, console.width - 2):
            console.print(Padding(Text(words, no_wrap=True, overflow="crop"), INDENT, expand=False))
        console.print()
    if words := counts(series):
        console.print(Padding(Text(words), INDENT, expand=False))
    if marked := [one for one in sessions(series) if one.said]:
        console.print()
        console.print(Padding(_sessions(marked, ran(series)), INDENT, expand=False))
        console.print()
    for why, names in not_run(series):
        console.print(Padding(Text(f"{names}: {why}" if names else why, style=DIM), INDENT, expand=False))


def _sessions(marked: Iterable[Session], run: int) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style=DIM)
    table.add_column(_("session"), justify="right")
    table.add_column(_("date"), no_wrap=True)
    table.add_column(_("answer"), justify="right")
    table.add_column(_("marked by"), justify="right", no_wrap=True)
    table.add_column(_("row"), overflow="fold")
    for one in marked:
        score, source = one.place.score, one.place.source
        table.add_row(
            str(one.number),
            day(one.place.day),
            "–" if score is None else decimal(f"{score:g}"),
            _("{n} of {all}").format(n=len(one.said), all=run),
            Text("–" if source is None else where(source)),
        )
    return table


def _explain(console: Console, criteria: Iterable[Criterion]) -> None:
    console.print(Text(_("What each one marks"), style=BOLD))
    for one in criteria:
        console.print()
        words = Text(one.name, style=BOLD).append(f" ({status_words(one.status)}): ", style="not bold")
        words.append(f"{one.said}. {one.parameters}.", style="not bold")
        console.print(words)
    console.print()
    console.print(Text(unknown_words(), style=DIM))
