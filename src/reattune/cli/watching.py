"""`reattune watch`: movement in one recording, or in a series of another program, held against chance."""

from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from reattune.cli.given import Html, Json
from reattune.cli.listening import Day, Keep
from reattune.cli.reading import way_to_ask
from reattune.cli.recorded import Seen, day_given, is_kept, opened, seen, telling
from reattune.cli.recorded_document import seen_document
from reattune.cli.recorded_page import seen_page
from reattune.cli.recorded_table import show_seen
from reattune.cli.recorded_who import asked_places, places_of
from reattune.cli.terminal import console, waiting
from reattune.cli.writing import to_standard_output, write_whole
from reattune.errors import NothingToReadError, UnreadableError
from reattune.language import _
from reattune.nonverbal.watching import watch, watch_series
from reattune.nonverbal.watching_json import as_json
from reattune.noticing.document import dump
from reattune.reading.kept_recordings import SEEN, beside, write_seen
from reattune.reading.movement import Moved, is_series, read_movement
from reattune.reading.recordings.video import pictures

File = Annotated[
    Path, typer.Argument(metavar="FILE", help=_("A video of one session, or motion energy that another program wrote."))
]
Client = Annotated[
    str | None,
    typer.Option(
        metavar="WHERE",
        help=_("Where the client is: left, right, top, bottom, or left,top,width,height in percent."),
    ),
]
Therapist = Annotated[str | None, typer.Option(metavar="WHERE", help=_("Where you are; of two halves one is enough."))]
Rate = Annotated[
    float | None,
    typer.Option(min=0.1, max=1000, metavar="N", help=_("Values a second, where a series does not say it.")),
]


def watch_command(
    file: File,
    client: Client = None,
    therapist: Therapist = None,
    rate: Rate = None,
    day: Day = None,
    keep: Keep = None,
    html: Html = None,
    json: Json = None,
) -> None:
    """Look at the movement in one recording, print what was seen, and write what was asked for."""
    when, kept = day_given(file, day), is_kept(file, keep)
    found = _series(file, rate, when) if file.is_file() and is_series(file) else _film(file, client, therapist, when)
    with waiting() as say:
        say(_("Writing …"))
        written = []
        if kept:
            path = beside(file, SEEN)
            write_seen(path, file, found.figures, as_json(found.watched))
            written.append(path)
        if html is not None:
            write_whole(html, seen_page(found, version("reattune")))
            written.append(html)
    if json is not None:
        if to_standard_output(json, dump(seen_document(found, version("reattune")))):
            return
        written.append(json)
    show_seen(console(), found, written)


def _film(file: Path, client: str | None, therapist: str | None, day: date | None) -> Seen:
    recording = opened(file)
    if recording.video is None:
        message = _("{file} has no pictures; to listen to it: reattune listen FILE")
        raise NothingToReadError(message.format(file=file.name))
    line = console(stderr=True)
    regions = places_of(client, therapist) or asked_places(
        way_to_ask(), lambda one: line.print(Text(one), soft_wrap=True)
    )
    with waiting() as say:
        said = telling(say, _("Watching: {done} of {total}"))
        watched = watch(
            pictures(file), regions, name=file.name, seconds=recording.seconds, notes=recording.remarks, say=said
        )
    return seen(file.name, day, watched, recording)


def _series(file: Path, rate: float | None, day: date | None) -> Seen:
    try:
        moved: Moved = read_movement(file, file.name, per_second=rate)
    except UnreadableError as error:
        raise NothingToReadError(str(error)) from error
    with waiting() as say:
        said = telling(say, _("Looking at movement: {done} of {total}"))
        return seen(file.name, day, watch_series(moved.movement, say=said), aside=moved.quarantined)
