"""`reattune read`: one transcript, moments worth reading again with their words, and figures that need no words."""

import sys
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from reattune.cli.given import Json
from reattune.cli.given import day as typed_day
from reattune.cli.read_document import reading_document
from reattune.cli.read_page import read_page
from reattune.cli.read_table import show_session
from reattune.cli.session import look
from reattune.cli.terminal import console, waiting
from reattune.cli.who import Ask, settled
from reattune.cli.writing import to_standard_output, write_whole
from reattune.errors import NothingToReadError, UnreadableError
from reattune.language import _
from reattune.model import Script
from reattune.noticing.document import dump
from reattune.reading.transcripts.known import read_script
from reattune.reading.transcripts.sessions import day_of, why_not
from reattune.speech.moments import MOST

MANY = 1_000_000
"""Moments a session that may be asked for."""

File = Annotated[Path, typer.Argument(metavar="FILE", help=_("A transcript of one session, such as a .vtt file."))]
Who = Annotated[
    list[str] | None,
    typer.Option(
        "--who", metavar="NAME=ROLE", help=_("Who is who: therapist, client or other; once for each name in the file.")
    ),
]
Day = Annotated[
    date | None,
    typer.Option(parser=typed_day, metavar="DATE", help=_("The session’s day. Default: as the file’s name begins.")),
]
Html = Annotated[Path | None, typer.Option(metavar="FILE", help=_("Write the session as a page, with its marks."))]
Every = Annotated[bool, typer.Option("--all", help=_("List every moment, those that rest on little too."))]
Most = Annotated[int, typer.Option(metavar="N", min=0, max=MANY, help=_("How many moments are listed."))]
Wordless = Annotated[bool, typer.Option("--wordless", help=_("Read and write no words: lengths, shares and silences."))]


def read_command(
    file: File,
    who: Who = None,
    day: Day = None,
    html: Html = None,
    json: Json = None,
    every: Every = False,
    most: Most = MOST,
    wordless: Wordless = False,
) -> None:
    """Read one transcript, print what is worth reading again, and write what was asked for."""
    with waiting() as say:
        say(_("Reading …"))
        script = script_of(file)
    beside = console(stderr=True)
    speakers = settled(script, file, who or (), way_to_ask(), lambda line: beside.print(Text(line), soft_wrap=True))
    why = why_not(script, speakers)
    if why:
        raise NothingToReadError(_("{file}: {why}.").format(file=script.name, why=why))
    with waiting() as say:
        session = look(script, speakers, file, day or day_of(file.name), MANY if every else most, every, wordless, say)
        written = []
        if html is not None:
            say(_("Writing …"))
            write_whole(html, read_page(session, version("reattune")))
            written.append(html)
        text = "" if json is None else dump(reading_document(session, version("reattune")))
    if json is not None:
        if to_standard_output(json, text):
            return
        written.append(json)
    show_session(console(), session, written)


def script_of(file: Path) -> Script:
    """Return a transcript as its file has it.

    Raises:
        NothingToReadError: If there is none, or it cannot be read.
    """
    if not file.exists():
        raise NothingToReadError(_("There is no file {file}; give the transcript of one session.").format(file=file))
    if file.is_dir():
        raise NothingToReadError(_("{file} is a folder; give one transcript in it.").format(file=file))
    try:
        return read_script(file, file.name)
    except UnreadableError as error:
        raise NothingToReadError(str(error)) from error


def way_to_ask() -> Ask | None:
    """Return a way to ask the person at the terminal, None where nobody sits there."""
    asking = console(stderr=True)
    if not (sys.stdin.isatty() and asking.is_terminal):
        return None

    def ask(question: str) -> str:
        try:
            return asking.input(Text(question))
        except EOFError as error:
            raise typer.Abort from error

    return ask
