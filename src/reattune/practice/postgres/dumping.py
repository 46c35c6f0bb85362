"""The database as one sealed file and back, by PostgreSQL's own programs; it never lies open on disk."""

import os
import secrets
import shutil
import struct
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from django.db import connection
from psycopg.conninfo import make_conninfo

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice.scope import Reach
from reattune.practice.vault import DamagedVaultError, Sealer

BEGINS = b"reattune dump 1\n"
PIECE = 2**20
LENGTH = struct.Struct(">I")
DEBIAN = Path("/usr/lib/postgresql")
LEFT_OUT = ("practice_clientkey", "practice_ownkey", "django_session")
"""Tables whose rows no copy may have: everybody's keys, and who is signed in."""


class DumpError(ReattuneError):
    """A copy of the database could not be made, read or put back."""


def dump(into: Path, sealer: Sealer) -> None:
    """Write the database into a sealed file.

    Args:
        into: The file; it must not be there.
        sealer: What seals it.

    Raises:
        DumpError: PostgreSQL's program is missing or refused; nothing half written passes for a copy.
    """
    besides = [f"--exclude-table-data={one}" for one in LEFT_OUT]
    command = ("pg_dump", "--format=custom", "--no-owner", "--no-privileges", "--enable-row-security", *besides)
    with into.open("xb") as file, _running(command) as running:
        assert running.stdout is not None
        _seal(running.stdout, file, sealer)
        file.flush()
        os.fsync(file.fileno())


def look_over(sealed: Path, sealer: Sealer) -> None:
    """Read a sealed file to its end.

    Raises:
        DumpError: A piece was changed, is missing, or was sealed with other keys.
    """
    with sealed.open("rb") as file:
        for _piece in _opened(file, sealer, sealed.name):
            pass


def put_back(sealed: Path, sealer: Sealer) -> None:
    """Fill the empty database from a sealed file; it is looked over first.

    Raises:
        DumpError: It is not whole, or PostgreSQL refused it.
    """
    look_over(sealed, sealer)
    command = ("pg_restore", "--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction")
    with sealed.open("rb") as file, _running(command) as running:
        assert running.stdin is not None
        for piece in _opened(file, sealer, sealed.name):
            running.stdin.write(piece)
        running.stdin.close()


def _seal(plain: IO[bytes], into: IO[bytes], sealer: Sealer) -> None:
    name = secrets.token_hex(16)
    into.write(BEGINS + name.encode())
    number, piece = 0, plain.read(PIECE)
    while True:
        after = plain.read(PIECE) if piece else b""
        # Bound to its place and to whether it is the last, so that none can be moved, taken out or cut off.
        sealed = sealer.seal(piece, _about(name, number, last=not after))
        into.write(LENGTH.pack(len(sealed)) + sealed)
        if not after:
            return
        number, piece = number + 1, after


def _opened(file: IO[bytes], sealer: Sealer, called: str) -> Iterator[bytes]:
    broken = DumpError(_("The backup {name} is not whole, or was sealed with other keys.").format(name=called))
    if file.read(len(BEGINS)) != BEGINS:
        raise broken
    name = file.read(32).decode("ascii", "replace")
    number, found = 0, _piece(file)
    while found is not None:
        after = _piece(file)
        try:
            yield sealer.open(found, _about(name, number, last=after is None))
        except DamagedVaultError as error:
            raise broken from error
        number, found = number + 1, after
    if not number:
        raise broken


def _piece(file: IO[bytes]) -> bytes | None:
    length = file.read(LENGTH.size)
    return file.read(LENGTH.unpack(length)[0]) if len(length) == LENGTH.size else None


def _about(name: str, number: int, *, last: bool) -> str:
    return f"{name}:{number}:{'last' if last else 'more'}"


@contextmanager
def _running(command: Sequence[str]) -> Iterator["subprocess.Popen[bytes]"]:
    where, environment = _where()
    program = find(command[0])
    # What it says goes to a pipe that is read at the end; it is a few lines at most.
    made = subprocess.Popen(  # noqa: S603  (PostgreSQL's own program, with words of ours)
        [program, *command[1:], f"--dbname={where}"],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    broken = False
    try:
        yield made
    except BrokenPipeError:
        broken = True
    except BaseException:
        made.kill()
        raise
    finally:
        for pipe in (made.stdin, made.stdout):
            if pipe is not None and not broken:
                pipe.close()
        said = made.stderr.read().decode("utf-8", "replace") if made.stderr else ""
        if made.stderr:
            made.stderr.close()
        status = made.wait()
    if status or broken:
        lines = said.strip().splitlines() or [_("it gave no reason")]
        message = _("PostgreSQL’s {program} could not do it ({reason}). Nothing was changed.")
        raise DumpError(message.format(program=command[0], reason=lines[0]))


def find(program: str) -> str:
    """Return where one of PostgreSQL's programs lies, the newest version of it.

    Raises:
        DumpError: It is not installed.
    """
    aside = sorted(map(str, DEBIAN.glob("*/bin")), key=lambda one: [int(n) for n in one.split("/") if n.isdigit()])
    places = os.pathsep.join((*reversed(aside), os.environ.get("PATH", os.defpath)))
    found = shutil.which(program, path=places)
    if found is None:
        message = _("PostgreSQL’s own {program} is needed for this; on Debian: apt-get install postgresql-client")
        raise DumpError(message.format(program=program))
    return found


def _where() -> tuple[str, dict[str, str]]:
    """Return the database's address without its password, and an environment with it."""
    known = connection.settings_dict
    words = {"user": known["USER"], "host": known["HOST"], "port": known["PORT"], **known["OPTIONS"]}
    said = make_conninfo(dbname=known["NAME"], **{name: one for name, one in words.items() if one})
    options = f"-c reattune.reach={Reach.EVERYONE.value}"
    secret = {"PGPASSWORD": known["PASSWORD"]} if known["PASSWORD"] else {}
    return said, {**os.environ, "PGOPTIONS": options, **secret}
