"""Who can sign in to a shared practice, at the terminal of whoever runs it: add, list, link, stop."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice import commands

app = typer.Typer(name="people", help=_("Who can sign in to a shared practice."), no_args_is_help=True)
Name = Annotated[str, typer.Argument(metavar="NAME", help=_("What they sign in with."))]
Database = Annotated[
    str | None,
    typer.Option(metavar="ADDRESS", help=_("The database of a shared practice, as given to: reattune serve")),
]
Served = Annotated[
    str,
    typer.Option("--address", metavar="URL", help=_("Where the practice is served, such as https://practice.example")),
]
STAFF = ("therapist", "supervisor", "manager", "researcher")


@app.command("add", help=_("Add somebody, and print a link for their first sign-in."))
def add_command(
    name: Name,
    role: Annotated[str, typer.Option(metavar="ROLE", help=_("therapist, supervisor, manager or researcher."))],
    home: commands.Home = None,
    database: Database = None,
    served: Served = "",
) -> None:
    """Add somebody and print their link, which is shown this once."""
    if role not in STAFF:
        message = _("“{role}” is no role here: therapist, supervisor, manager or researcher; clients are invited.")
        raise ReattuneError(message.format(role=role))
    with _opened(home, database):
        from reattune.practice import people  # noqa: PLC0415

        made = people.add(name, people.Role(role))
        _say_link(made.name, people.link(made), served)


@app.command("link", help=_("Print a new link, for somebody who lost their way of signing in."))
def link_command(name: Name, home: commands.Home = None, database: Database = None, served: Served = "") -> None:
    """Print a new link; what let them in before holds until it is used."""
    with _opened(home, database):
        from reattune.practice import people  # noqa: PLC0415

        found = people.named(name)
        if found is None:
            raise _unknown(name)
        _say_link(found.name, people.link(found), served)


@app.command("stop", help=_("Let somebody in no more; where they are signed in, that ends at once."))
def stop_command(name: Name, home: commands.Home = None, database: Database = None) -> None:
    """Let somebody in no more."""
    with _opened(home, database):
        from reattune.practice import people  # noqa: PLC0415

        found = people.named(name)
        if found is None:
            raise _unknown(name)
        people.stop(found)
    typer.echo(_("{name} lets nobody in any more, from now on.").format(name=found.name))


@app.command("list", help=_("List who can sign in; clients are their therapist’s."))
def list_command(home: commands.Home = None, database: Database = None) -> None:
    """Print everybody's name, role, and whether they are let in."""
    with _opened(home, database):
        from reattune.practice import people  # noqa: PLC0415

        for one in people.listed():
            state = "" if one.active else _("(let in no more)")
            typer.echo(f"{one.name}  {people.role_word(people.Role(one.role))}  {state}".rstrip())


@contextmanager
def _opened(home: Path | None, database: str | None) -> Iterator[None]:
    with commands.opened(home, database):
        from reattune.practice import scope  # noqa: PLC0415

        # Whoever runs the server looks after who may come in; nothing of any client is shown here.
        with scope.use(scope.EVERYONE):
            yield


def _say_link(name: str, token: str, served: str) -> None:
    typer.echo(_("{name} can sign in for the first time within three days, once, by this link:").format(name=name))
    typer.echo(f"\n    {served.rstrip('/')}/sign-in/first/{token}/\n")
    typer.echo(_("It is shown only now. Give it to them yourself, not by e-mail where others read it."))


def _unknown(name: str) -> ReattuneError:
    return ReattuneError(_("Nobody signs in as {name}; see: reattune people list").format(name=name))
