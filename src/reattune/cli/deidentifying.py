"""`reattune deidentify`: one transcript written out with names, places, dates and numbers replaced."""

from collections.abc import Iterator, Sequence
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from reattune.cli.reading import File, Who, script_of, way_to_ask
from reattune.cli.terminal import console, waiting
from reattune.cli.who import settled
from reattune.cli.writing import to_standard_output
from reattune.errors import NothingToReadError, ReattuneError
from reattune.language import _, plural
from reattune.model import Transcript
from reattune.noticing.document import dump
from reattune.reading.transcripts.sessions import why_not
from reattune.speech.deidentify.document import as_document, as_text
from reattune.speech.deidentify.finding import Found, find
from reattune.speech.deidentify.masking import entries, masked
from reattune.speech.deidentify.naming import plain
from reattune.speech.deidentify.piece import kind_words
from reattune.speech.deidentify.telling import cannot, counted

SHOWN = 3
"""Places of one entry that are shown in a review."""

Out = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help=_("Where it is written: plain text, or JSON where the name ends in .json.")),
]
Keep = Annotated[
    list[str] | None, typer.Option(metavar="WORDS", help=_("Leave this as it is; may be given many times."))
]
Also = Annotated[
    list[str] | None, typer.Option(metavar="WORDS", help=_("Replace this everywhere, too; may be given many times."))
]
Review = Annotated[bool, typer.Option("--review", help=_("List all that was found, with the words around it."))]


def deidentify_command(
    file: File, out: Out = None, keep: Keep = None, also: Also = None, who: Who = None, review: Review = False
) -> None:
    """Find what may tell who it is about, list it where asked for, and write the transcript without it."""
    if out is None and not review:
        raise ReattuneError(_("Nothing was asked for: give --out FILE to write it, or --review to see what is found."))
    transcript = _transcript(file, who)
    with waiting() as say:
        say(_("Reading …"))
        found = find(transcript, also=also or (), keep=keep or ())
    beside = console(stderr=True)
    _say_unfound(transcript, (*(keep or ()), *(also or ())), beside)
    if review:
        for line in _review(transcript, found):
            console().print(line, soft_wrap=True)
    if out is not None:
        what = masked(transcript, found, {})
        text = dump(as_document(what, version("reattune"))) if out.suffix.lower() == ".json" else as_text(what)
        written = to_standard_output(out, text)
        count = ", ".join(counted(what.replaced)) or _("nothing was found")
        where = _("standard output") if written else str(out)
        beside.print(Text(_("Written to {where}: {count}.").format(where=where, count=count)), soft_wrap=True)
    for sentence in cannot(found):
        beside.print(Text(sentence), soft_wrap=True)


def _transcript(file: Path, who: list[str] | None) -> Transcript:
    with waiting() as say:
        say(_("Reading …"))
        script = script_of(file)
    beside = console(stderr=True)
    speakers = settled(script, file, who or (), way_to_ask(), lambda line: beside.print(Text(line), soft_wrap=True))
    why = why_not(script, speakers)
    if why:
        raise NothingToReadError(_("{file}: {why}.").format(file=script.name, why=why))
    # The day of a session is no part of what leaves.
    return speakers.transcript(script, date.min)


def _say_unfound(transcript: Transcript, typed: Sequence[str], beside: Console) -> None:
    """Say which words that were typed stand nowhere: most likely they are spelled otherwise."""
    whole = plain(" ".join(turn.text for turn in transcript.turns))
    for words in typed:
        if plain(words) not in whole:
            beside.print(Text(_("“{words}” stands nowhere in it.").format(words=words)), soft_wrap=True)


def _review(transcript: Transcript, found: Found) -> Iterator[Text]:
    kind = None
    for entry in entries(transcript, found, {}):
        if entry.kind is not kind:
            kind = entry.kind
            yield Text(f"\n{kind_words(kind)}", style="bold")
        count = plural("{n} place", "{n} places", len(entry.contexts))
        yield Text(f"  {entry.replacement}  {' / '.join(entry.forms)}  ({count})")
        for one in entry.contexts[:SHOWN]:
            said = Text(f"      {one.turn + 1}: …{one.before}")
            said.append(one.text, style="underline")
            yield said.append(f"{one.after}…")
