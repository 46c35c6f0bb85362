"""One folder on this computer that is looked at again and again: what is new there is taken in."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.db import DatabaseError, transaction

from reattune.errors import ReattuneError
from reattune.language import _, plural
from reattune.practice import jobs, models
from reattune.practice.auditing import Action, record
from reattune.practice.clock import today
from reattune.practice.importing import taking, working
from reattune.practice.importing.sharing import Links, Sharing, Whose
from reattune.practice.keeping import kept
from reattune.practice.scope import is_shared
from reattune.practice.sqlcipher import keyed
from reattune.reading.layout import FileKind

EVERY_SECONDS = 60
SETTLED_SECONDS = 3
"""A file that was changed this lately may still be written; the next look takes it."""
MOST = 200
"""Files in it that are looked at; a folder with more is most likely not the one that was meant."""
_ENDINGS = (".ics", ".csv", ".tsv", ".xlsx", ".xlsm", ".json")
_SEEN = 2000
_REASONS = 5


def watched() -> dict[str, Any] | None:
    """Return the folder that is looked at: `where`, and what was said of it last; None where there is none."""
    feed = _feed()
    if feed is None:
        return None
    words = feed.words
    said = [*([words["trouble"]] if words.get("trouble") else []), *words.get("reasons", [])]
    return {"where": words.get("where", ""), "trouble": " ".join(said)}


def watch(where: str) -> None:
    """Look at a folder from now on, in place of the one before.

    Args:
        where: The folder, as a person typed it.

    Raises:
        ReattuneError: There is no such folder, or the practice is a shared one.
    """
    if is_shared():
        # It would be a folder of the server, which no therapist may look about in.
        raise ReattuneError(_("A shared practice looks at no folder by itself; take files in here, or by an address."))
    path = Path(where.strip()).expanduser()
    if not where.strip() or not path.is_absolute() or not path.is_dir():
        message = _("“{where}” is no folder on this computer; give its whole path.")
        raise ReattuneError(message.format(where=where.strip()[:200]))
    feed = _feed() or models.Feed(kind=models.Feed.Kind.FOLDER)
    feed.words = {"where": str(path), "seen": {}}
    with transaction.atomic():
        feed.save()
        record(Action.SETTINGS, what="watched folder", purpose="keeping")


def stop() -> None:
    """Look at no folder any more; what was taken in stays."""
    feed = _feed()
    if feed is not None:
        with transaction.atomic():
            feed.delete()
            record(Action.SETTINGS, what="watched folder let go", purpose="keeping")


@jobs.regularly(EVERY_SECONDS)
def look() -> int:
    """Look at the folder once, and return how many files were taken in and kept.

    New and changed files become previews; those whose columns and labels are all known are kept at once.
    """
    feed = _feed()
    if feed is None:
        return 0
    words = feed.words
    seen: dict[str, str] = dict(words.get("seen") or {})
    reasons: list[str] = []
    trouble, count, new = "", 0, False
    try:
        for path, stamp in _files(Path(words["where"])):
            if seen.get(path.name) != stamp:
                seen[path.name], new = stamp, True
                taken, why = _taken_or_why(path)
                count += taken
                reasons += [why] if why else []
    except OSError as error:
        why = error.strerror or type(error).__name__
        trouble = _("The folder {where} could not be opened ({why}).").format(where=words["where"], why=why)
    except ReattuneError as error:
        trouble = str(error)
    # What was wrong with a file is said until another one comes.
    reasons = reasons if new else words.get("reasons", [])
    lately = [*words.get("lately", []), *([[today(kept().zone).isoformat(), count]] if count else [])]
    kept_seen = dict(list(seen.items())[-_SEEN:])
    found = {**words, "seen": kept_seen, "trouble": trouble, "reasons": reasons[-_REASONS:], "lately": lately[-30:]}
    if found != words:
        feed.words = found
        feed.checked = datetime.now(UTC)
        feed.save()
    return count


def news() -> str:
    """Return what is to be said today of files that were taken in by themselves, "" where nothing is."""
    feed = _feed()
    if feed is None:
        return ""
    day = today(kept().zone).isoformat()
    count = sum(n for on, n in feed.words.get("lately", ()) if on == day)
    return plural("{n} file was taken in.", "{n} files were taken in.", count) if count else ""


def _taken_or_why(path: Path) -> tuple[int, str]:
    """Take one file in; where that cannot be, say why, and the others go on."""
    try:
        return _taken(path), ""
    except (keyed.LockedError, DatabaseError):
        raise
    except OSError as error:
        why = error.strerror or type(error).__name__
        return 0, _("{file} could not be opened ({why}).").format(file=path.name, why=why)
    except ReattuneError as error:
        return 0, str(error)
    except Exception as error:  # noqa: BLE001  (one strange file must not stop the others, now and at every look)
        return 0, _("{file} could not be opened ({why}).").format(file=path.name, why=type(error).__name__)


def _taken(path: Path) -> int:
    """Take one file in, and return 1 where it could be kept at once."""
    with path.open("rb") as file:
        content = file.read(taking.LARGEST + 1)  # as much as shows that it is too large
    imported = taking.receive(path.name, content)
    if imported.state == models.Import.State.KEPT or not working.read_soon(imported):
        return 0
    if not is_known(imported):
        return 0
    return int(working.keep_soon(imported))


def is_known(imported: models.Import) -> bool:
    """Say whether all of a previewed file can be kept without asking: its columns, words, days, and every label."""
    words = imported.words
    if imported.kind in {"", taking.UNKNOWN} or words.get("unmapped") or words.get("two_ways"):
        return False
    labels = [one["label"] for one in words.get("labels") or ()]
    if imported.kind == FileKind.CALENDAR.name.lower() and not words.get("feed") and imported.feed_id is None:
        return False
    sharing = Sharing(labels, imported.client_id, Links())
    return all(sharing.whose(label, models.Record.Kind.SESSION) is not Whose.WAITING for label in labels)


def _feed() -> models.Feed | None:
    return models.Feed.objects.filter(kind=models.Feed.Kind.FOLDER).first()


def _files(where: Path) -> Iterator[tuple[Path, str]]:
    count = 0
    for path in sorted(where.iterdir()):
        if path.name.startswith((".", "~$", "_")) or not path.name.casefold().endswith(_ENDINGS) or not path.is_file():
            continue
        found = path.stat()
        if time.time() - found.st_mtime < SETTLED_SECONDS:
            continue
        count += 1
        if count > MOST:
            message = _("There are more than {n} files in {where}; only the first ones are looked at.")
            raise ReattuneError(message.format(n=MOST, where=where))
        yield path, f"{found.st_mtime_ns}:{found.st_size}"
