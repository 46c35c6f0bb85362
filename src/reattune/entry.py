"""The one door for people at a terminal: `reattune` alone opens the desk; all commands are found here."""

import io
import os
import sys
from collections.abc import Sequence

PEOPLE = "people"
DESK = ("open", "backup", "restore", "rekey", "doctor", "export", "serve", "unit", "passphrase", PEOPLE)
"""The desk's own commands; all others are the command line's, which needs no desk."""
HELP = ("-h", "--help")
RECORDED = ("listen", "watch")
ONE_THREAD = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS")
"""What numpy's linear algebra reads, once, when it is loaded."""


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command; without any, open the person's own desk.

    Args:
        arguments: What stands after the program's name; by default what the shell gave.

    Returns:
        0 done, 2 nothing could be read or not all is in order, 64 wrong usage, 70 something unexpected.
    """
    words = list(sys.argv[1:] if arguments is None else arguments) or [DESK[0]]
    if words[0] in RECORDED:
        # Thousands of small products follow each other: several threads would wait for each other longer than they
        # work. It must be said before numpy is loaded; whoever has said otherwise is heard.
        for name in ONE_THREAD:
            os.environ.setdefault(name, "1")
    # Loaded here, so that a command does not wait for what only others need.
    from reattune.cli import app  # noqa: PLC0415

    if words[0] in (*DESK, *HELP):
        from reattune.practice import commands  # noqa: PLC0415

        known = {command.name for command in app.app.registered_commands}
        from reattune.practice.postgres import commands as shared  # noqa: PLC0415

        every = (*commands.app.registered_commands, *shared.app.registered_commands)
        app.app.registered_commands[:0] = [command for command in every if command.name not in known]
        if all(one.name != PEOPLE for one in app.app.registered_groups):
            from reattune.practice import people_commands  # noqa: PLC0415

            app.app.add_typer(people_commands.app, name=PEOPLE)
    for command in app.app.registered_commands:
        command.short_help = command.help  # else the list of commands cuts each sentence off where its line ends
    return app.run(words)


def main() -> None:
    """Run the command and end the program with its exit status."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal or a pipe that knows few letters gets a question mark for the others, and no refusal.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    sys.exit(run())
