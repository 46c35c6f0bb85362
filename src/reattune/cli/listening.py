"""`reattune listen`: one recording, moments worth listening to again, and figures that say how they are known."""

from collections.abc import Callable, Sequence
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from reattune.cli.given import Html, Json
from reattune.cli.given import day as typed_day
from reattune.cli.reading import way_to_ask
from reattune.cli.recorded import (
    Beside,
    Heard,
    day_given,
    first_heard,
    heard,
    is_kept,
    known_transcript,
    opened,
    telling,
)
from reattune.cli.recorded_document import heard_document
from reattune.cli.recorded_page import heard_page
from reattune.cli.recorded_table import show_heard
from reattune.cli.recorded_who import asked_channels, channels_of, marks_of
from reattune.cli.terminal import console, waiting
from reattune.cli.writing import to_standard_output, write_whole
from reattune.errors import NothingToReadError
from reattune.language import _
from reattune.model import Recording
from reattune.nonverbal.listening import listen
from reattune.nonverbal.listening_json import as_json
from reattune.nonverbal.who import Who
from reattune.noticing.document import dump
from reattune.reading.kept_recordings import HEARD, beside, write_heard
from reattune.reading.recordings.audio import RATE, chunks

TWO = 2

File = Annotated[
    Path, typer.Argument(metavar="FILE", help=_("A recording of one session: sound, or video with sound."))
]
Channels = Annotated[
    str | None,
    typer.Option(metavar="A,B", help=_("Whose microphone each of two channels is: client,therapist or the reverse.")),
]
Mark = Annotated[
    list[str] | None,
    typer.Option(
        metavar="ROLE=FROM-TO",
        help=_("Where one person alone speaks, such as client=0:12-0:30; about 20 seconds for each of you."),
    ),
]
Transcribed = Annotated[
    Path | None,
    typer.Option(
        "--transcript", metavar="FILE", help=_("A transcript with times. Default: one of that day beside it.")
    ),
]
Room = Annotated[bool, typer.Option("--room", help=_("Do not ask who speaks: only the quiet of the whole room."))]
Day = Annotated[
    date | None,
    typer.Option(parser=typed_day, metavar="DATE", help=_("The session’s day. Default: as the file’s name begins.")),
]
Keep = Annotated[
    bool | None,
    typer.Option("--keep/--no-keep", help=_("Keep what was found beside it. Default: in a folder called sessions.")),
]


def listen_command(
    file: File,
    channels: Channels = None,
    mark: Mark = None,
    transcript: Transcribed = None,
    room: Room = False,
    day: Day = None,
    keep: Keep = None,
    html: Html = None,
    json: Json = None,
) -> None:
    """Listen to one recording, print what is worth listening to again, and write what was asked for."""
    with waiting() as say:
        say(_("Opening …"))
        recording = opened(file)
    if recording.audio is None:
        raise NothingToReadError(
            _("{file} has no sound; to look at movement: reattune watch FILE").format(file=file.name)
        )
    when = day_given(file, day)
    kept = is_kept(file, keep)
    beside_it = Beside() if room else known_transcript(file, when, transcript)
    who = Who(guess=False) if room else who_speaks(file, recording, beside_it, channels, mark or ())
    with waiting() as say:
        said = telling(say, _("Listening: {done} of {total}"))
        listened = listen(chunks(file), recording.seconds, who, say=said)
        found = heard(recording, when, listened, beside_it.name, beside_it.notes)
        written = _written(file, found, html, kept, say)
    if json is not None:
        if to_standard_output(json, dump(heard_document(found, version("reattune")))):
            return
        written.append(json)
    show_heard(console(), found, written)


def who_speaks(
    file: Path,
    recording: Recording,
    beside_it: Beside,
    channels: str | None,
    marks: Sequence[str],
) -> Who:
    """Return what is known of who speaks; whose microphone is whose is asked where nothing else says who spoke.

    Args:
        file: The recording.
        recording: What its container says.
        beside_it: The session's transcript.
        channels: What was typed as `--channels`.
        marks: What was typed as `--mark`.
    """
    roles = channels_of(channels) if channels else None
    seeds = marks_of(marks)
    two = recording.audio is not None and recording.audio.channels == TWO
    if two and roles is None and beside_it.transcript is None and not seeds and (ask := way_to_ask()) is not None:
        line = console(stderr=True)
        roles = asked_channels(first_heard(chunks(file), RATE), ask, lambda one: line.print(Text(one), soft_wrap=True))
    return Who(channels=roles, seeds=seeds, transcript=beside_it.transcript)


def _written(file: Path, found: Heard, html: Path | None, kept: bool, say: Callable[[str], None]) -> list[Path]:
    say(_("Writing …"))
    written = []
    if kept:
        path = beside(file, HEARD)
        write_heard(path, file, found.figures, as_json(found.listened))
        written.append(path)
    if html is not None:
        write_whole(html, heard_page(found, version("reattune")))
        written.append(html)
    return written
