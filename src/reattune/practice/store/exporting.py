"""Everything about one client in plain files, written so that the client can read them."""

import csv
import io
import json
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from reattune.practice import clock, models
from reattune.practice.heard.handing_out import originals
from reattune.practice.keeping import kept
from reattune.practice.recorded import handing_out as recordings
from reattune.practice.store import gathering
from reattune.practice.store.reading_page import page

PAGE, ALL, NOTICED, SEEN, LOOK = "read-me-first.html", "everything.json", "noticed.csv", "seen.csv", "look.css"
ROWS = "rows"
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet would work out instead of showing it."""
MODE = 0o600 << 16

STYLE = """body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; font: 1.05rem/1.6 Georgia, serif;
  color: #2c2a26; background: #fbf9f5; }
h1, h2, h3 { font-weight: 600; line-height: 1.3; }
h2 { margin-top: 2.5rem; border-top: 1px solid #d9d3c7; padding-top: 1rem; }
table { border-collapse: collapse; width: 100%; font-size: 0.95rem; }
caption { text-align: left; color: #5c574e; padding-bottom: 0.3rem; }
th, td { text-align: left; vertical-align: top; padding: 0.3rem 0.7rem 0.3rem 0; border-bottom: 1px solid #e7e2d8; }
td:first-child { white-space: nowrap; }
dt { color: #5c574e; } dd { margin: 0 0 0.4rem 1.2rem; white-space: pre-wrap; }
@media print { body { background: none; margin: 0; } }
"""


def export(client: models.Client) -> bytes:
    """Return a zip of everything kept about a client: a page to read, and the same as JSON and tables.

    What was seen and by whom is in it; that this was made is for the caller to say in the audit.

    Args:
        client: Whom it is about; nobody else's words are in it.
    """
    found = {**gathering.everything(client), "what_came_up": gathering.noticed(client)}
    return packed(client, found, files={**originals(client), **recordings.originals(client)})


def packed(
    client: models.Client, found: Mapping[str, Any], note: str = "", files: Mapping[str, bytes] | None = None
) -> bytes:
    """Return what was gathered about a client as a zip.

    Args:
        client: Whom it is about.
        found: As `gathering.everything` gives it, with `what_came_up`.
        note: What its first page says besides.
        files: Further files, as they are.
    """
    texts = {
        PAGE: page(client.codename, found, note),
        LOOK: STYLE,
        ALL: json.dumps(found, ensure_ascii=False, indent=2) + "\n",
        NOTICED: _table(
            {"noticed": one["day"], "what_was_seen": one["what_was_seen"], **row}
            for one in found["what_came_up"]
            for row in one["rows"]
        ),
        SEEN: _table(found["seen"]),
        **{f"{ROWS}/{kind}.csv": _table(rows) for kind, rows in _by_kind(found["record"]).items()},
    }
    return _zipped({name: text.encode("utf-8", "replace") for name, text in texts.items()} | dict(files or {}))


def _zipped(files: Mapping[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, clock.now(kept().zone).timetuple()[:6])
            entry.external_attr, entry.compress_type = MODE, zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return held.getvalue()


def _by_kind(records: Iterable[Mapping[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for one in records:
        found[one["kind"]].append({"taken_in": one["made"], **one["words"]})
    return dict(found)


def _table(rows: Iterable[Mapping[str, Any]]) -> str:
    """Return rows as a table that spreadsheets show as it is."""
    lines = [_flat(one) for one in rows]
    columns = list(dict.fromkeys(name for line in lines for name in line))
    held = io.StringIO()
    writer = csv.DictWriter(held, columns, restval="", lineterminator="\r\n")
    writer.writerow({name: _cell(name) for name in columns})
    writer.writerows(lines)
    # The mark at the beginning lets every spreadsheet know the letters.
    return "\ufeff" + held.getvalue()


def _flat(row: Mapping[str, Any], before: str = "") -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in row.items():
        if isinstance(value, Mapping):
            found |= _flat(value, f"{before}{name}_")
        elif isinstance(value, list):
            found[before + name] = _cell("; ".join("" if one is None else str(one) for one in value))
        else:
            found[before + name] = _cell("" if value is None else value)
    return found


def _cell(value: Any) -> str:
    text = str(value)
    return f"'{text}" if text.startswith(FORMULA) and isinstance(value, str) else text
