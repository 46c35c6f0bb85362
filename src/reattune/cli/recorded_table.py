"""A recording at the terminal: moments in order of time, figures with how they are known, and what cannot be said."""

from collections.abc import Sequence
from pathlib import Path

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from reattune.cli import recorded_words as words
from reattune.cli.recorded import Heard, Seen
from reattune.language import _

DIM, BOLD = "dim", "bold"
INDENT = 8


def show_heard(console: Console, found: Heard, written: Sequence[Path] = ()) -> None:
    """Print a recording that was listened to.

    Args:
        console: Where to print.
        found: What was found.
        written: Files that were written, to be named at the end.
    """
    parts: list[RenderableType] = list(map(_block, words.heard_blocks(found))) or [Text(words.nothing())]
    parts.append(_section(_("How it was said"), words.figures(found)))
    if silences := words.longest(found):
        parts.append(Group(Text(_("The longest silences"), style=BOLD), _timed(silences)))
    _show(console, (found.recording.name, words.heading(found)), parts, words.heard_remarks(found), written)


def show_seen(console: Console, found: Seen, written: Sequence[Path] = ()) -> None:
    """Print a recording that was watched.

    Args:
        console: Where to print.
        found: What was found.
        written: Files that were written, to be named at the end.
    """
    parts: list[RenderableType] = list(map(_block, words.seen_blocks(found))) or [Text(words.nothing())]
    parts.append(_section(_("Movement"), words.amounts(found)))
    _show(console, (found.name, words.heading(found)), parts, words.seen_remarks(found), written)


def _show(
    console: Console,
    heading: tuple[str, str],
    parts: Sequence[RenderableType],
    remarks: Sequence[str],
    written: Sequence[Path],
) -> None:
    console.print(Text(heading[0], style=BOLD))
    console.print(Text(heading[1]))
    console.print(Text(words.limits(), style=DIM))
    if remarks:
        parts = [*parts, _section(_("What could not be said, and why"), remarks, DIM)]
    for part in (*parts, Text(words.closing(), style=DIM)):
        console.print()
        console.print(part)
    for path in written:
        console.print(Text(_("Written: {path}").format(path=path), overflow="fold"))


def _block(one: words.Block) -> RenderableType:
    head = Text(f"{one.when}  ".rjust(INDENT), style=DIM).append(one.sentence, style="not dim bold")
    body = [Text(" ".join(one.ordinary))]
    body += [Text(line, style=DIM) for line in (one.part, one.rests) if line]
    return Group(head, Padding(Group(*body), (0, 0, 0, INDENT), expand=False))


def _timed(lines: Sequence[words.Quiet]) -> RenderableType:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(no_wrap=True, justify="right", style=DIM)
    grid.add_column()
    for one in lines:
        grid.add_row(one.when, one.said)
    return grid


def _section(title: str, lines: Sequence[str], style: str = "") -> RenderableType:
    return Group(Text(title, style=BOLD), *(Text(line, style=style) for line in lines))
