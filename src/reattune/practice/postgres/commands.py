"""The commands of whoever runs a shared practice: serve it, and print the unit by which systemd does."""

import os
from pathlib import Path
from typing import Annotated

import typer

from reattune.language import _
from reattune.practice import commands

CREDENTIAL = "passphrase"

app = typer.Typer(name="reattune")
Address = Annotated[
    str,
    typer.Option(
        metavar="ADDRESS", envvar=commands.DATABASE, help=_("The database: postgresql://reattune@localhost/reattune")
    ),
]
Bind = Annotated[str, typer.Option(metavar="HOST:PORT", help=_("This computer’s address and port to listen at."))]
Names = Annotated[
    list[str] | None,
    typer.Option("--host", metavar="NAME", help=_("The name by which a proxy with HTTPS leads here.")),
]


@app.command("serve", help=_("Serve a practice that several people share, kept in PostgreSQL."))
def serve_command(
    database: Address, home: commands.Home = None, bind: Bind = "127.0.0.1:8430", names: Names = None
) -> None:
    """Serve until Ctrl-C or until systemd says to end."""
    commands.set_up_desk()
    from reattune.practice import warming  # noqa: PLC0415
    from reattune.practice.postgres import serving  # noqa: PLC0415

    place = serving.place_of(bind, names or ())
    given = passphrase()
    warming.begin()
    serving.serve(commands.home_of(home), database, place, given, said=typer.echo)


def passphrase() -> str:
    """Return the passphrase: from systemd's own store of credentials, else as the other commands take it."""
    folder = os.environ.get("CREDENTIALS_DIRECTORY", "")
    file = Path(folder) / CREDENTIAL
    if folder and file.is_file():
        return file.read_text("utf-8").rstrip("\r\n")
    return commands.passphrase(_("Passphrase: "))


@app.command("unit", help=_("Print a unit by which systemd serves the practice."))
def unit_command(
    database: Address, home: commands.Home = None, bind: Bind = "127.0.0.1:8430", names: Names = None
) -> None:
    """Print it; what to do with it stands at its head."""
    from reattune.practice.postgres.unit import unit  # noqa: PLC0415

    typer.echo(unit(commands.home_of(home), database, bind, names or ()), nl=False)
