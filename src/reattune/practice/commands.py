"""The desk's own commands: open, backup, restore, rekey, doctor, export. The desk is loaded only by what needs it."""

import getpass
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Annotated

import typer

from reattune.errors import NothingToReadError, ReattuneError
from reattune.language import _, plural

PASSPHRASE = "REATTUNE_PASSPHRASE"  # noqa: S105  (the name of a variable)
"""An environment variable with the passphrase, for a backup that runs by itself."""
DATABASE = "REATTUNE_DATABASE"
"""An environment variable with the address of a shared practice's database, where it holds a password."""
NOTED = "database"
"""The file in a shared practice's folder that says which database it is kept in."""
NOT_IN_ORDER = 2
"""The exit status where `doctor` found something."""
HIGHEST_PORT = 65_535

app = typer.Typer(name="reattune")
Home = Annotated[
    Path | None,
    typer.Option(metavar="DIR", help=_("The practice's folder. Default: your own, among your programs' data.")),
]


def own_home() -> Path:
    """Return the folder of the person's own practice, where this system keeps a program's data."""
    match sys.platform:
        case "win32":
            base = os.environ.get("LOCALAPPDATA") or str(Path.home() / "AppData" / "Local")
        case "darwin":
            base = str(Path.home() / "Library" / "Application Support")
        case _:
            base = os.environ.get("XDG_DATA_HOME", "")
            # A path that is not absolute is to be ignored, says the convention.
            base = base if Path(base).is_absolute() else str(Path.home() / ".local" / "share")
    return Path(base) / "reattune"


@app.command("open", help=_("Open the desk in the browser; reattune alone does the same."))
def open_command(
    home: Home = None,
    port: Annotated[
        int,
        typer.Option(
            metavar="N", min=0, max=HIGHEST_PORT, show_default=False, help=_("The port; any free one by default.")
        ),
    ] = 0,
    no_browser: Annotated[bool, typer.Option("--no-browser", help=_("Do not open the browser."))] = False,
) -> None:
    """Serve the desk until Ctrl-C."""
    from reattune.practice import warming  # noqa: PLC0415
    from reattune.practice.serving import serve  # noqa: PLC0415

    serve(home_of(home), port, open_browser=not no_browser, ready=warming.begin, said=typer.echo)


@app.command("backup", help=_("Make a backup of the practice, sealed as the practice is."))
def backup_command(
    home: Home = None,
    to: Annotated[Path | None, typer.Option(metavar="DIR", help=_("Where to. Default: backups in its folder."))] = None,
) -> None:
    """Make a backup and say where it lies."""
    with _unlocked(home_of(home), beside=True):
        from reattune.practice import auditing, desk  # noqa: PLC0415
        from reattune.practice.store.backups import make  # noqa: PLC0415

        made = make(desk.store_path(), None if to is None else to.absolute())
        auditing.record(auditing.Action.BACKED_UP, what="practice", purpose="keeping")
    typer.echo(_("The backup is {file}").format(file=made.path))
    typer.echo(_("Keep the whole folder together: the keys of all its backups lie in it, sealed, in one file."))
    for words in made.besides:
        typer.echo(words)


@app.command("export", help=_("Hand out all that is kept, in open formats: one archive for each person."))
def export_command(
    to: Annotated[
        Path, typer.Argument(metavar="DIR", help=_("An empty or new folder; what lies in it is not sealed."))
    ],
    home: Home = None,
) -> None:
    """Write one archive for each person into a folder of its own."""
    with _unlocked(home_of(home), beside=True):
        from reattune.practice.store.handing_out import hand_out_all  # noqa: PLC0415

        count = hand_out_all(to.absolute(), typer.echo)
    typer.echo(plural("{n} archive written.", "{n} archives written.", count))
    typer.echo(
        _("They are not sealed: whoever has the folder can read them. Keep it accordingly, or delete it when done.")
    )


@app.command("restore", help=_("Put a backup back; what is there now is kept beside it."))
def restore_command(
    backup: Annotated[Path, typer.Argument(metavar="BACKUP", help=_("A backup, as named by: reattune backup"))],
    home: Home = None,
) -> None:
    """Put a backup back, with the passphrase or the recovery code."""
    where = home_of(home)
    set_up_desk(where)
    from reattune.practice import backing  # noqa: PLC0415
    from reattune.practice.running import refuse_if_running  # noqa: PLC0415

    refuse_if_running(where)
    if backing.is_postgres():
        from reattune.practice.postgres.restoring import restore as put_back  # noqa: PLC0415

        typer.echo(put_back(where, backup, passphrase(_("Passphrase or recovery code: "))))
        return
    from reattune.practice.store.restoring import restore  # noqa: PLC0415

    found = backup if backup.exists() or backup.name != str(backup) else where / "backups" / backup
    restored = restore(where, found, passphrase(_("Passphrase or recovery code: ")))
    typer.echo(restored.words)


@app.command("rekey", help=_("Seal the whole practice with new keys, and make a new recovery code."))
def rekey_command(home: Home = None) -> None:
    """Seal everything anew and print the new code, which is shown this once."""
    from reattune.practice.running import refuse_if_running  # noqa: PLC0415

    where = _existing(home_of(home))
    set_up_desk(where)
    from reattune.practice import backing  # noqa: PLC0415

    if backing.is_postgres():
        from reattune.practice.store.rekeying import refuse_shared  # noqa: PLC0415

        refuse_shared()
    refuse_if_running(where)
    given = passphrase(_("Passphrase: "))
    with _unlocked(where, given):
        from reattune.practice.store.rekeying import rekey  # noqa: PLC0415

        code = rekey(given)
    typer.echo(_("The practice has new keys. The new recovery code, shown only now; write it down:"))
    typer.echo(f"\n    {code}\n")
    typer.echo(_("The former code no longer opens the practice; put its sheet away for good."))


@app.command("doctor", help=_("See whether everything about the practice is in order, and say what to do."))
def doctor_command(home: Home = None) -> None:
    """Print each finding; the exit status says whether all is in order."""
    where = _existing(home_of(home))
    set_up_desk(where)
    from reattune.practice.store.doctor import examine  # noqa: PLC0415

    findings = list(examine(where, passphrase(_("Passphrase: "))))
    for one in findings:
        typer.echo(f"{'+' if one.ok else '!'} {one.words}")
        if one.what_to_do:
            typer.echo(f"  {one.what_to_do}")
    if all(one.ok for one in findings):
        typer.echo(_("Everything is in order."))
        return
    raise typer.Exit(NOT_IN_ORDER)


def home_of(given: Path | None) -> Path:
    """Return the folder that was named, else the person's own."""
    return own_home() if given is None else given.absolute()


def _existing(home: Path) -> Path:
    from reattune.practice.vault import Vault  # noqa: PLC0415

    if not Vault.exists(home):
        raise NothingToReadError(
            _("There is no practice in {folder}; name its folder with --home, or set one up with: reattune").format(
                folder=home
            )
        )
    return home


def passphrase(asked: str) -> str:
    """Return the passphrase: from the environment, typed without being shown, or the first line of what is piped in."""
    if PASSPHRASE in os.environ:
        return os.environ[PASSPHRASE]
    if sys.stdin.isatty():
        return getpass.getpass(asked)
    piped = sys.stdin.readline().rstrip("\r\n")
    if not piped:
        message = _("No passphrase came. Type it, pipe it in as the first line, or put it into {variable}.")
        raise ReattuneError(message.format(variable=PASSPHRASE))
    return piped


def set_up_desk(home: Path | None = None) -> None:
    """Make Django ready; where a folder's practice is kept in a database, that is used from then on.

    Args:
        home: The folder; None where it does not matter.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "reattune.practice.settings")
    import django  # noqa: PLC0415

    django.setup()
    address = os.environ.get(DATABASE) or (_noted(home) if home is not None else "")
    if address and home is not None:
        from reattune.practice.postgres import connecting  # noqa: PLC0415  (only a shared practice needs the driver)

        connecting.use(address)


def _noted(home: Path) -> str:
    with suppress(OSError):
        return (home / NOTED).read_text("utf-8").strip()
    return ""


@contextmanager
def _unlocked(home: Path, given: str | None = None, *, beside: bool = False) -> Iterator[None]:
    """Open a practice that is there for the time of a command."""
    _existing(home)
    set_up_desk(home)
    from reattune.practice import desk  # noqa: PLC0415

    desk.at(home)
    desk.unlock(passphrase(_("Passphrase: ")) if given is None else given, beside=beside)
    try:
        yield
    finally:
        desk.lock()


@contextmanager
def opened(home: Path | None, database: str | None = None) -> Iterator[None]:
    """Open a practice for the time of a command, beside a desk or server that has it open.

    Args:
        home: Its folder; None for the person's own.
        database: The address of its database, where it is a shared practice.
    """
    if database is not None:
        os.environ[DATABASE] = database
    with _unlocked(home_of(home), beside=True):
        yield
