"""KokoroChat: the larger local model, trained and measured by the product's own code, clients apart."""

import sys
import tempfile
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import numpy as np

from reattune.speech.larger import measured, recipes
from reattune.speech.larger.blocks import Part
from reattune.speech.larger.encoder import MODEL, Encodes, Vectors, load
from reattune.speech.larger.texts import FIGURES, Piece
from reattune.speech.larger.training import Lesson, lesson, unseen
from spoken import kokoro

COLUMNS = ("messages", "model", "r (95 % by client)", "r within clients", "AUC below 50 (95 %)", "mean error")
COURSE = Part("numbers", FIGURES, 1.0)


class Kept:
    """An encoder whose vectors are kept in a folder outside the project, by the hash of each text; never the text.

    Args:
        encoder: the one that reads what is not kept yet.
        folder: where vectors are kept.
    """

    def __init__(self, encoder: Encodes, folder: Path) -> None:
        self.digest = encoder.digest
        self._encoder = encoder
        self._file = folder / f"{encoder.digest[:16]}.npz"
        self._known: dict[bytes, Vectors] = {}
        if self._file.exists():
            with np.load(self._file, allow_pickle=False) as opened:
                keys = [row.tobytes() for row in opened["keys"]]
                self._known = dict(zip(keys, opened["vectors"], strict=True))

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """Return one row for each text, and keep those that were not kept yet."""
        keys = [sha256(text.encode()).digest()[:16] for text in texts]
        new = dict.fromkeys(key for key in keys if key not in self._known)
        if new:
            wanted = {key: text for key, text in zip(keys, texts, strict=True) if key in new}
            found = self._encoder.vectors(list(wanted.values())).astype(np.float16)
            self._known.update(zip(wanted, found, strict=True))
            self._save()
        return np.array([self._known[key] for key in keys], np.float32)

    def _save(self) -> None:
        keys = np.frombuffer(b"".join(self._known), np.uint8).reshape(-1, 16)
        np.savez(self._file, keys=keys, vectors=np.array(list(self._known.values())))


def given(data: Path | None) -> Encodes | None:
    """Return the encoder in DATA/encoder, if one is there; its vectors are kept in the system's temporary folder."""
    if data is None or not (data / "encoder" / MODEL).exists():
        return None
    folder = Path(tempfile.gettempdir()) / "reattune-vectors"
    folder.mkdir(mode=0o700, exist_ok=True)
    return Kept(load(data / "encoder"), folder)


def rows(data: Path | None, encoder: Encodes | None = None, shares: Sequence[float] = (1.0, 0.5)) -> list[tuple]:
    """Return the table: baselines that read no word, words alone, and with the encoder where one is given."""
    found = kokoro.dialogues(data)
    if not found:
        print(kokoro.WHERE)
        return []
    reads = encoder or given(data)
    return [line for share in shares for line in _of(found, share, reads)]


def _of(found: Sequence[kokoro.Dialogue], share: float, encoder: Encodes | None) -> list[tuple]:
    taught = lesson_of(found, share)
    lengths = Lesson(
        tuple(Piece({}, {FIGURES: piece.figures[FIGURES][:1]}) for piece in taught.pieces),
        taught.outcomes,
        taught.groups,
    )
    said = [
        ("how many turns, and nothing else", unseen((COURSE,), lengths)),
        ("figures without words", unseen((COURSE,), taught)),
        ("words and markers", unseen(recipes.session(encoder=False), taught, say=_say)),
    ]
    if encoder is not None:
        said.append(("words, markers, encoder", unseen(recipes.session(encoder=True), taught, encoder, say=_say)))
    messages = "all" if share >= 1 else f"first {share:.0%}"
    return [(messages, *_shown(measured.row(name, taught, each[:, 0], kokoro.LOW))) for name, each in said]


def lesson_of(found: Sequence[kokoro.Dialogue], share: float = 1.0) -> Lesson:
    """Return dialogues as a lesson, each rated by its client."""
    transcripts = [one.transcript(share) for one in found]
    return lesson(transcripts, [one.score for one in found], [str(one.client) for one in found])


def _shown(row: dict) -> tuple:
    def drawn(measure: str) -> str:
        return "{value:.3f} ({low:.3f} to {high:.3f})".format(**row[measure])

    return (
        row["name"],
        drawn("together"),
        f"{row['within']['value']:.3f}",
        drawn("order"),
        f"{row['error']['value']:.1f}",
    )


def _say(said: str) -> None:
    print(f"  {said}", file=sys.stderr, flush=True)
