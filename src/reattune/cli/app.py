"""The commands: notice, why, check, calibrate, criteria, read, listen and watch; others join by entry point."""

import sys
from collections.abc import Sequence
from datetime import date
from importlib.metadata import entry_points, version
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from reattune.calibration import MONTHS, MOST_MONTHS, calibrate
from reattune.caseload import Caseload, notice
from reattune.cli.calibrating import show_calibration
from reattune.cli.checking import show_check
from reattune.cli.criteria import show_criteria
from reattune.cli.criteria_document import document
from reattune.cli.criteria_page import criteria_page
from reattune.cli.deciding import threshold_word
from reattune.cli.deidentifying import deidentify_command
from reattune.cli.given import Html, Json, budget, day
from reattune.cli.listening import listen_command
from reattune.cli.reading import read_command
from reattune.cli.report import report
from reattune.cli.side_by_side import compare
from reattune.cli.speech_train import speech
from reattune.cli.table import show_table
from reattune.cli.terminal import console, waiting
from reattune.cli.watching import watch_command
from reattune.cli.why import show_why
from reattune.cli.writing import to_standard_output, write_whole
from reattune.criteria import every
from reattune.errors import NothingToReadError, ReattuneError
from reattune.language import _
from reattune.model import Practice, Threshold
from reattune.noticing.document import dump
from reattune.reading import read_folder

ANALYSED, NOTHING_READ, WRONG_USAGE, UNEXPECTED, INTERRUPTED = 0, 2, 64, 70, 130
COMMANDS = "reattune.commands"

app = typer.Typer(
    name="reattune",
    help=_("Notice when something may have shifted between two people, and think about it together."),
    add_completion=False,
    no_args_is_help=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.add_typer(speech, name="speech")


Folder = Annotated[Path, typer.Argument(help=_("A practice's folder, or one relationship's."), metavar="FOLDER")]
AsOf = Annotated[
    date | None,
    typer.Option(parser=day, metavar="DATE", help=_("Say what could be known on this day. Default: today.")),
]
Budget = Annotated[
    float | None,
    typer.Option(
        parser=budget,
        metavar="N",
        help=_("How many noticings a month may turn out to be nothing, over the whole caseload."),
    ),
]
Deciding = Annotated[
    Threshold | None,
    typer.Option(
        "--threshold",
        parser=threshold_word,
        metavar="WORD",
        help=_("guaranteed, or simulated (measured, not guaranteed); else the practice's."),
    ),
]


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"reattune {version('reattune')}")
        raise typer.Exit


@app.callback()
def _root(
    *,
    _shown: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help=_("Print the version and stop."))
    ] = False,
) -> None:
    """Carry the options that stand before every command."""


@app.command("notice", help=_("Read a practice's files and say, in words, what came up."))
def notice_command(
    folder: Folder,
    as_of: AsOf = None,
    budget: Budget = None,
    threshold: Deciding = None,
    json: Json = None,
    html: Html = None,
) -> None:
    """Print the calm table, and write what was asked for."""
    caseload = _caseload(folder, as_of, budget, threshold)
    written = []
    if html is not None:
        write_whole(html, report(caseload, version("reattune")))
        written.append(html)
    if json is not None:
        text = dump(caseload.document())
        if to_standard_output(json, text):
            return
        written.append(json)
    show_table(console(), caseload, written)


@app.command("why", help=_("Show the rows that every noticing rests on, for one relationship or all."))
def why_command(folder: Folder, as_of: AsOf = None, budget: Budget = None, threshold: Deciding = None) -> None:
    """Print every noticing with its rows."""
    show_why(console(), _caseload(folder, as_of, budget, threshold))


@app.command("check", help=_("Say what was read, what was set aside and why."))
def check_command(folder: Folder, as_of: AsOf = None) -> None:
    """Print what reading gave."""
    with waiting() as say:
        say(_("Reading …"))
        practice = _read(folder, as_of)
    show_check(console(), practice)


@app.command("calibrate", help=_("Say how much would have come up in the last two years, at several budgets."))
def calibrate_command(
    folder: Folder,
    as_of: AsOf = None,
    months: Annotated[
        int, typer.Option(metavar="N", min=1, max=MOST_MONTHS, help=_("How many months to go through."))
    ] = MONTHS,
    threshold: Deciding = None,
    json: Json = None,
) -> None:
    """Print what would have come up at several budgets."""
    with waiting() as say:
        say(_("Reading …"))
        found = calibrate(_read(folder, as_of), as_of or _today(), months, progress=say, threshold=threshold)
    if json is None:
        show_calibration(console(), found)
    elif not to_standard_output(json, dump(found.document())):
        show_calibration(console(), found, [json])


@app.command("criteria", help=_("Put every published criterion side by side on every series of ratings, for research."))
def criteria_command(folder: Folder, as_of: AsOf = None, html: Html = None, json: Json = None) -> None:
    """Print what each criterion marks, and write what was asked for."""
    caseload = _caseload(folder, as_of, None)
    criteria = every()
    found = compare(caseload, criteria)
    written = []
    if html is not None:
        write_whole(html, criteria_page(found, criteria, caseload.as_of, version("reattune")))
        written.append(html)
    if json is not None:
        if to_standard_output(json, dump(document(found, caseload.as_of, criteria))):
            return
        written.append(json)
    show_criteria(console(), found, criteria, caseload.as_of, written)


app.command("read", help=_("Read one transcript and list moments worth reading again, with their words."))(read_command)
app.command("listen", help=_("Listen to one recording: who spoke when, the quiet, moments to listen to again."))(
    listen_command
)
app.command("watch", help=_("Look at the movement in one video, or in motion energy of another program."))(
    watch_command
)
app.command("deidentify", help=_("Write one transcript out with names, places, dates and numbers replaced."))(
    deidentify_command
)


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the day it is where the person sits


def _caseload(folder: Path, as_of: date | None, budget: float | None, threshold: Threshold | None = None) -> Caseload:
    day = as_of or _today()
    with waiting() as say:
        say(_("Reading …"))
        practice = _read(folder, as_of)
        return notice(practice, day, budget, say, threshold)


def _read(folder: Path, as_of: date | None) -> Practice:
    if not folder.exists():
        raise NothingToReadError(
            _("There is no folder {folder}; give the folder that holds a practice, or one relationship’s.").format(
                folder=folder
            )
        )
    return read_folder(folder, as_of=as_of)


def _join() -> None:
    """Let other rooms bring commands of their own; a built-in one is never replaced."""
    taken = {command.name for command in app.registered_commands} | {group.name for group in app.registered_groups}
    for entry in sorted(entry_points(group=COMMANDS), key=lambda entry: (entry.name, entry.value)):
        if entry.name in taken:
            continue
        taken.add(entry.name)
        brought = entry.load()
        if isinstance(brought, typer.Typer):
            app.add_typer(brought, name=entry.name)
        else:
            app.command(entry.name)(brought)


def run(arguments: Sequence[str] | None = None) -> int:  # noqa: PLR0911 - one way out per ending
    """Run one command.

    Args:
        arguments: What stands after the program's name; by default what the shell gave.

    Returns:
        0 analysed, 2 nothing could be read, 64 wrong usage, 70 something unexpected.
    """
    try:
        _join()
        result = typer.main.get_command(app).main(
            args=None if arguments is None else list(arguments), prog_name="reattune", standalone_mode=False
        )
    except typer.Exit as ending:
        return ending.exit_code
    except NothingToReadError as error:
        return _end(str(error), NOTHING_READ)
    except ReattuneError as error:
        return _end(str(error), WRONG_USAGE)
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except BrokenPipeError:
        sys.stderr.close()
        return ANALYSED
    except Exception as error:  # noqa: BLE001 - people get a sentence, never a traceback
        # Wrong usage knows how to show itself; typer does not export its class.
        if callable(show := getattr(error, "show", None)):
            show()
            return WRONG_USAGE
        said = _("Something unexpected happened inside Reattune ({kind}: {error}). Your files are untouched.")
        return _end(said.format(kind=type(error).__name__, error=error), UNEXPECTED)
    return result if isinstance(result, int) else ANALYSED


def _end(said: str, status: int) -> int:
    console(stderr=True).print(Text(said), soft_wrap=True)
    return status


def main() -> None:
    """Run the command line and end the program with its exit status."""
    sys.exit(run())
