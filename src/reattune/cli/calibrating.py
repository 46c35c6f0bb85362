"""How much would have come up at several budgets, in words first and without a verdict on any of it."""

from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from reattune.account.calibrated import Calibrated, calibrated
from reattune.calibration import Calibration
from reattune.language import _

DIM = "dim"
BOLD = "bold"
NARROWEST = 8
"""Of the first and the last column, which hold words."""


def show_calibration(console: Console, found: Calibration, written: Sequence[Path] = ()) -> None:
    """Print how much would have come up.

    Args:
        console: Where to print.
        found: What came up at each budget.
        written: Files that were written, to be named at the end.
    """
    told = calibrated(found)
    console.print(_heading(told))
    console.print()
    if told.too_little:
        console.print(Text(told.too_little))
    else:
        for words in told.opening:
            console.print(Text(words))
            console.print()
        console.print(_table(told))
        console.print()
        for words in told.closing:
            console.print(Text(words, style=DIM))
    for path in written:
        console.print(Text(_("Written: {path}").format(path=path), overflow="fold"))


def _heading(told: Calibrated) -> Text:
    heading = Text(told.title, style=BOLD)
    return heading.append(f"  {told.covers}", style="not bold dim") if told.covers else heading


def _table(told: Calibrated) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style=DIM)
    first, *middle, last = told.columns
    table.add_column(first, min_width=NARROWEST)
    for name in middle:
        table.add_column(name, justify="right")
    table.add_column(last, min_width=NARROWEST, justify="right")
    for budget, *cells in told.rows:
        table.add_row(Text(budget), *cells)
    return table
