"""The commands of whoever runs a shared practice: serve it, print systemd's unit for it, choose another passphrase."""

import getpass
import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from reattune.errors import ReattuneError
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


@app.command("passphrase", help=_("Choose another passphrase for the practice, and print a new recovery code."))
def passphrase_command(home: commands.Home = None) -> None:
    """Have another passphrase open the keys, beside a server that runs; the one of before opens them no more."""
    with commands.opened(home):
        from django.db import transaction  # noqa: PLC0415

        from reattune.practice import auditing, keys  # noqa: PLC0415

        given = _new_passphrase()
        with transaction.atomic():
            auditing.record(auditing.Action.SETTINGS, what="passphrase", purpose="keeping")
            keys.vault().change_passphrase(given)
            code = keys.vault().new_recovery_code()
    typer.echo(
        _("The new passphrase opens the practice from now on. The new recovery code, shown only now; write it down:")
    )
    typer.echo(f"\n    {code}\n")
    typer.echo(_("Where systemd gives the passphrase, give it the new one, too; the command reattune unit says how."))


def _new_passphrase() -> str:
    """Return a new passphrase: typed twice, or the next line of what is piped in."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    typed = getpass.getpass(_("New passphrase: "))
    if getpass.getpass(_("Once more: ")) != typed:
        raise ReattuneError(_("The two are not the same; nothing was changed."))
    return typed
