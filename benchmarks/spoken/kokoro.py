"""The development part of Multilingual KokoroChat (English), as transcripts with their client's rating.

The corpus (Qi et al., ACL 2025; Suzuki et al., LREC 2026; UEC Inaba Lab; commit 26e755c) is CC BY-NC-ND 4.0 and is no
part of the project: this reads it in the folder one names, and writes nothing of it anywhere.
"""

import json
import re
import tarfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import numpy as np
from sklearn.model_selection import GroupKFold

from reattune.model import Role, Source, Times, Transcript, Turn
from reattune.reading.transcripts.turns import merged

PART = Path("kokorochat-en-dev") / "English-dev.tar.xz"
WHERE = (
    "KokoroChat is not there. Get it under its licence (CC BY-NC-ND 4.0) from the GitHub repository "
    "UEC-InabaLab/MultilingualKokoroChat, commit 26e755c; keep the dialogues of clients and counsellors whose ids are "
    "not multiples of 3 as DATA/kokorochat-en-dev/English-dev.tar.xz, and say --data DATA."
)
LOW = 50
FOLDS = 5


@dataclass(frozen=True, slots=True)
class Dialogue:
    """One dialogue: what was written, and what the client-player said of it."""

    number: int
    client: int
    counsellor: int
    score: float
    messages: tuple[Turn, ...]

    def transcript(self, share: float = 1.0) -> Transcript:
        """Return its turns; with `share`, those of the first messages only (at least four)."""
        kept = self.messages if share >= 1 else self.messages[: max(4, int(share * len(self.messages)))]
        source = Source(str(self.number), "")
        return Transcript(date(2024, 1, 1), source, merged(kept), Times.BOTH, "en", written=True)


def dialogues(data: Path | None) -> list[Dialogue]:
    """Return the dialogues in the order of their numbers; none where the folder does not have them."""
    file = None if data is None else data / PART
    if file is None or not file.exists():
        return []
    return sorted(_read(file), key=lambda one: one.number)


def scores(found: Sequence[Dialogue]) -> np.ndarray:
    return np.array([one.score for one in found], dtype=float)


def folds(found: Sequence[Dialogue], by: str = "client") -> list[tuple[np.ndarray, np.ndarray]]:
    """Return the five splits, in each of which no client (or counsellor) is on both sides."""
    groups = [getattr(one, by) for one in found]
    return list(GroupKFold(FOLDS).split(np.zeros(len(found)), groups=groups))


def _read(file: Path) -> Iterator[Dialogue]:
    with tarfile.open(file) as archive:
        for member in archive:
            opened = archive.extractfile(member) if member.isfile() and member.name.endswith(".json") else None
            if opened is not None:
                number = re.search(r"(\d+)\.json$", member.name)
                yield _dialogue(int(number.group(1)) if number else 0, json.load(opened))


def _dialogue(number: int, found: dict) -> Dialogue:
    review = found["review_by_client"]
    begun = datetime.fromisoformat(found["dialogue"][0]["time"])
    messages = []
    for index, one in enumerate(found["dialogue"]):
        role = Role.CLIENT if one["role"] == "client" else Role.THERAPIST
        at = (datetime.fromisoformat(one["time"]) - begun).total_seconds()
        messages.append(Turn(role, one["role"], one["content"], str(index + 1), at, at))
    return Dialogue(number, review["client_id"], review["counselor_id"], review["score"], tuple(messages))
