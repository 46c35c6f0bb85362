"""One session at the terminal: what was read, moments in order of time, counts, and figures that need no words."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from reattune.cli import read_words
from reattune.cli.read_words import Block, Line
from reattune.cli.session import Session
from reattune.language import _
from reattune.speech.overlooked import invitation

DIM, BOLD = "dim", "bold"
QUOTED = 220
"""Characters of a quote that are printed; all of it stands on the page and in the JSON."""
ROWS = 5
"""Remarks about the file that are printed; all stand in the JSON."""


def show_session(console: Console, session: Session, written: Sequence[Path] = ()) -> None:
    """Print a session.

    Args:
        console: Where to print.
        session: What was looked at.
        written: Files that were written, to be named at the end.
    """
    console.print(Text(session.script.name, style=BOLD))
    console.print(Text(read_words.heading(session)))
    if not session.why:
        console.print(Text(read_words.limits(), style=DIM))
    for part in _parts(session):
        console.print()
        console.print(part)
    for path in written:
        console.print(Text(_("Written: {path}").format(path=path), overflow="fold"))


def _parts(session: Session) -> Iterator[RenderableType]:
    for one in read_words.blocks(session):
        yield _block(one)
    counted = [*read_words.counts(session), *read_words.omitted(session)]
    if not session.why and not session.listed.moments:
        counted.insert(0, _("No moment is listed; that says nothing of how the session was."))
    yield Group(*map(Text, counted))
    if unmarked := read_words.quiet(session):
        said = Text(invitation(), style=DIM)
        yield Group(Text(_("A quiet look"), style=BOLD), said, *map(_quoted, unmarked))
    yield Group(Text(_("How it was said"), style=BOLD), *map(Text, read_words.wordless(session)))
    if remarks := read_words.aside(session):
        more = len(remarks) - ROWS
        lines = [*remarks[:ROWS], *([_("… and {n} more.").format(n=more)] if more > 0 else [])]
        yield Group(Text(_("About the file"), style=BOLD), *(Text(line, style=DIM) for line in lines))
    yield Text(_("Reattune does not say that anything happened. You were there."), style=DIM)


def _block(one: Block) -> RenderableType:
    head = Text(f"{one.when}  ", style=DIM).append(one.title, style="not dim bold")
    body: list[RenderableType] = [Text(" ".join(one.benign))] if one.benign else []
    body += [_quoted(line) for line in one.lines]
    if one.further:
        body.append(Text(one.further, style=DIM))
    body += [_told(line) for line in one.before]
    if one.attempts or one.afterwards:
        body.append(Text(_("Later, what may have been an attempt to reach each other:"), style=DIM))
        body += [_quoted(line, why=False) for line in one.attempts]
    body += [Text(line, style=DIM) for line in one.afterwards]
    return Group(head, Padding(Group(*body), (0, 0, 0, 7)))


def _quoted(line: Line, *, why: bool = True) -> RenderableType:
    grid = Table.grid(padding=(0, 1))
    grid.add_column(no_wrap=True, style=DIM)
    grid.add_column()
    words = Text(f"{line.who}: {_quote(line)}")
    grid.add_row(line.when, words.append(f"  {line.sentence}", style=DIM) if why else words)
    return grid


def _told(line: Line) -> Text:
    return Text(line.sentence, style=DIM).append(f" {_quote(line)}")


def _quote(line: Line) -> str:
    """Return exact words in quotation marks; where they go on before or after, three points stand outside of them."""
    words, more = line.quote, len(line.quote) > QUOTED
    if more:
        cut = words.rfind(" ", 0, QUOTED)
        words = words[: cut if cut > 0 else QUOTED]
    return f"{'… ' if line.more else ''}“{words}”{' …' if more else ''}"
