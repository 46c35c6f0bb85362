"""KokoroChat dialogues as they are published: one JSON file each, with the rating of the person in the client's part.

Multilingual KokoroChat (Suzuki et al., LREC 2026) and KokoroChat (Qi et al., ACL 2025), UEC Inaba Lab: CC BY-NC-ND 4.0.
"""

import json
import re
import tarfile
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import Any

from reattune.errors import UnreadableError
from reattune.language import _
from reattune.model import Role, Source, Times, Transcript, Turn
from reattune.reading.transcripts.turns import merged

MARK = "trained on CC BY-NC-ND data: non-commercial, do not pass on"
_NUMBER = re.compile(r"(\d+)\.json$")
_LOOKED_AT = 5
_SCORE, _CLIENT = "score", "client_id"
_ROLES = {"client": Role.CLIENT, "counselor": Role.THERAPIST}


def holds_dialogues(path: Path) -> bool:
    """Return whether a folder or archive holds dialogues in KokoroChat's form."""
    try:
        return any(
            "review_by_client" in data[-8192:].decode("utf-8", "replace")
            for _n, data in islice(_files(path), _LOOKED_AT)
        )
    except (OSError, tarfile.TarError, EOFError):
        return False


def read_dialogues(path: Path) -> Iterator[tuple[Transcript, str, float]]:
    """Yield each dialogue with who rated it and the score, in order of their numbers.

    Args:
        path: the folder with the JSON files, or the archive.

    Raises:
        UnreadableError: one is not as published, naming it.
    """
    for name, data in sorted(_files(path), key=lambda each: (_number(each[0]), each[0])):
        try:
            found = json.loads(data)
            review = found["review_by_client"]
            yield _transcript(name, found["dialogue"]), str(review[_CLIENT]), float(review[_SCORE])
        except (KeyError, TypeError, ValueError, IndexError) as error:
            message = _("{file} is not a dialogue as KokoroChat has them ({why}); get it again.")
            raise UnreadableError(message.format(file=name, why=error)) from error


def _files(path: Path) -> Iterator[tuple[str, bytes]]:
    if path.is_dir():
        yield from ((file.name, file.read_bytes()) for file in sorted(path.rglob("*.json")))
    elif path.is_file():
        with tarfile.open(path) as archive:
            for member in archive:
                opened = archive.extractfile(member) if member.isfile() and member.name.endswith(".json") else None
                if opened is not None:
                    yield member.name.rpartition("/")[2], opened.read()


def _number(name: str) -> int:
    found = _NUMBER.search(name)
    return int(found[1]) if found else 0


def _transcript(name: str, messages: Iterable[dict[str, Any]]) -> Transcript:
    times = [(each, datetime.fromisoformat(each["time"])) for each in messages]
    begun = times[0][1]
    turns = []
    for row, (each, time) in enumerate(times, start=1):
        seconds = (time - begun).total_seconds()
        turns.append(Turn(_ROLES[each["role"]], each["role"], each["content"] or "", str(row), seconds, seconds))
    day = date(begun.year, begun.month, begun.day)
    return Transcript(day, Source(name, ""), merged(turns), Times.BOTH, "en", written=True)
