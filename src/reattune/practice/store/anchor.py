"""The end of the audit, noted in a file beside the store, so that a cut-off chain is found."""

import json
from contextlib import suppress
from pathlib import Path

from reattune.practice.vault.whole import write_private

FILE = "audit-anchor.json"


def note(home: Path, tail: tuple[int, str] | None) -> None:
    """Note the number and digest of the last line; written wholly or not at all."""
    if tail is None:
        return
    write_private(home / FILE, json.dumps({"line": tail[0], "digest": tail[1]}).encode())


def noted(home: Path) -> tuple[int, str] | None:
    """Return what was noted last; None where nothing was, or the note cannot be read."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        found = json.loads((home / FILE).read_text("utf-8"))
        return int(found["line"]), str(found["digest"])
    return None
