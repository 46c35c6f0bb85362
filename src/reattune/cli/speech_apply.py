"""`reattune speech apply`: one transcript read with a model of one's own, for research and reading again."""

from collections.abc import Iterator
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from reattune.cli.applied_document import opinion_document, resembles_document
from reattune.cli.applied_words import opinion_lines, resembles_lines
from reattune.cli.given import Json
from reattune.cli.reading import MANY, Day, File, Who, script_of, way_to_ask
from reattune.cli.terminal import console, waiting
from reattune.cli.who import settled
from reattune.cli.writing import to_standard_output
from reattune.errors import NothingToReadError
from reattune.language import _
from reattune.model import Script
from reattune.noticing.document import dump
from reattune.reading.transcripts.sessions import day_of, why_not
from reattune.reading.transcripts.speakers import Speakers

if TYPE_CHECKING:
    from reattune.speech.larger.encoder import Encodes
    from reattune.speech.larger.model import Model

MOST = 12
ModelFile = Annotated[Path, typer.Argument(metavar="MODEL", help=_("A model’s file."))]
EncoderFolder = Annotated[
    Path | None,
    typer.Option("--encoder", metavar="FOLDER", help=_("The sentence encoder that the model was trained with.")),
]
Most = Annotated[int, typer.Option(metavar="N", min=0, max=MANY, help=_("How many turns are listed."))]


def apply_command(
    model: ModelFile,
    file: File,
    who: Who = None,
    day: Day = None,
    encoder: EncoderFolder = None,
    most: Most = MOST,
    json: Json = None,
) -> None:
    """Read one transcript with a model, print what it says and what that rests on, and write what was asked for."""
    from reattune.speech.larger.model import load  # noqa: PLC0415 - only those who have a model wait for it

    with waiting() as say:
        say(_("Reading …"))
        known, script = load(model), script_of(file)
    beside = console(stderr=True)
    speakers = settled(script, file, who or (), way_to_ask(), lambda line: beside.print(Text(line), soft_wrap=True))
    why = why_not(script, speakers)
    if why:
        raise NothingToReadError(_("{file}: {why}.").format(file=script.name, why=why))
    with waiting() as say:
        say(_("Reading …"))
        lines, document = _applied(known, script, speakers, day or day_of(file.name), _encoder(encoder), most)
    if json is not None and to_standard_output(json, dump(document)):
        return
    out = console()
    for line in lines:
        out.print(line, soft_wrap=True)
    if json is not None:
        out.print(Text(_("Written: {path}").format(path=json), overflow="fold"))


def _applied(
    model: "Model", script: Script, speakers: Speakers, day: date | None, encoder: "Encodes | None", most: int
) -> tuple[Iterator[Text], dict[str, object]]:
    from reattune.reading.rated import entries  # noqa: PLC0415
    from reattune.speech.larger.applying import resembles  # noqa: PLC0415
    from reattune.speech.larger.opinion import opinion  # noqa: PLC0415

    on, told = day or date.min, {"version": version("reattune"), "day": day.isoformat() if day else None}
    if model.goal == "score":
        found = resembles(model, speakers.transcript(script, on), encoder)
        return resembles_lines(model, script, found), resembles_document(model, script, found, told)
    single = entries(script, speakers, on)
    said = opinion(model, single, encoder, most)
    return opinion_lines(model, single, said), opinion_document(model, script, single, said, told)


def _encoder(folder: Path | None) -> "Encodes | None":
    if folder is None:
        return None
    from reattune.speech.larger.encoded import Remembering  # noqa: PLC0415
    from reattune.speech.larger.encoder import load  # noqa: PLC0415

    return Remembering(load(folder))
