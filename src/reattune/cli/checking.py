"""What was read, what was set aside and why, and what cannot be shown."""

from rich.console import Console
from rich.table import Table
from rich.text import Text

from reattune.account.counts import asked, counted, folded, remarks, rows_read, set_aside
from reattune.account.spoken import plain
from reattune.language import _, plural
from reattune.model import Practice

DIM = "dim"
BOLD = "bold"


def show_check(console: Console, practice: Practice) -> None:
    """Print what reading a practice gave.

    Args:
        console: Where to print.
        practice: What was read.
    """
    counts = rows_read(practice)
    people = plural("{n} relationship", "{n} relationships", len(asked(practice)))
    heading = Text(_("What was read"), style=BOLD)
    read = plural("{n} row", "{n} rows", counted(counts))
    console.print(heading.append(f"  {people}, {read}", style="not bold dim"))
    table = _table(_("file"), _("what"), _("rows"))
    for file, kind, count in counts:
        table.add_row(Text(file), Text(kind), str(count))
    console.print(table)
    _show_aside(console, practice)
    _show_rest(console, practice)


def _table(*names: str) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style=DIM)
    for name in names:
        table.add_column(name, overflow="fold")
    return table


def _show_aside(console: Console, practice: Practice) -> None:
    aside = set_aside(practice)
    console.print()
    heading = Text(_("What was set aside"), style=BOLD)
    rows = plural("{n} row", "{n} rows", len(aside))
    console.print(heading.append(f"  {rows}", style="not bold dim"))
    if not aside:
        console.print(Text(_("Nothing.")))
        return
    table = _table(_("file and row"), _("field"), _("why, and what to do"))
    for one in aside:
        place = f"{one.file}:{one.row}" if one.row else one.file
        table.add_row(Text(plain(place)), Text(plain(one.field)), Text(plain(one.why)))
    console.print(table)


def _show_rest(console: Console, practice: Practice) -> None:
    skipped = folded(practice)
    if skipped:
        console.print()
        console.print(Text(_("What is not analysed"), style=BOLD))
        table = _table(_("what"), _("why"))
        for one in skipped:
            table.add_row(Text(plain(one.what)), Text(plain(one.why)))
        console.print(table)
    said = remarks(practice)
    if said:
        console.print()
        console.print(Text(_("How it was understood"), style=BOLD))
        for remark in said:
            console.print(Text(plain(remark)))
