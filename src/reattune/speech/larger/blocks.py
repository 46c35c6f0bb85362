"""Blocks of features: what of a piece is read, in which way, and how much it counts; learned once, then applied."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.speech.larger.encoder import Encodes
from reattune.speech.larger.ridge import Block
from reattune.speech.larger.texts import Kind, Piece
from reattune.speech.larger.tfidf import Terms, learn

Numbers = NDArray[np.float64]
FURTHEST = 4.0
"""Standard deviations beyond which a figure counts no more."""
MOST_TERMS = 60_000
NOTHING = 1e-9
"""Less than this is rounding."""


@dataclass(frozen=True, slots=True)
class Part:
    """One block: which stretch of turns (`of`), read as words, letters, vectors or figures, and its weight."""

    kind: Kind
    of: str
    weight: float

    @property
    def name(self) -> str:
        """What the block is called in a model's file and its card."""
        return f"{self.kind}: {self.of}"


@dataclass(frozen=True)
class Scale:
    """The middle and the spread of numbers in training."""

    middle: Numbers
    spread: Numbers

    def apply(self, numbers: Numbers) -> Numbers:
        """Return numbers in standard deviations from the middle, none too far out, each column counting its share."""
        steps = np.clip((numbers - self.middle) / self.spread, -FURTHEST, FURTHEST)
        return np.asarray(steps / np.sqrt(numbers.shape[1]))


Learned = Terms | Scale


@dataclass(frozen=True)
class Reader:
    """What was learned about each block from the pieces of training."""

    parts: tuple[Part, ...]
    learned: Mapping[str, Learned]

    def blocks(self, pieces: Sequence[Piece], encoder: Encodes | None = None) -> dict[str, Block]:
        """Return the blocks of pieces, scaled by their weights.

        Args:
            pieces: sessions or turns.
            encoder: the one the model was trained with, where it was.

        Raises:
            ReattuneError: an encoder is needed and none is given.
        """
        found: dict[str, Block] = {}
        for part in self.parts:
            known = self.learned[part.name]
            rows = known.matrix(joined(pieces, part)) if isinstance(known, Terms) else None
            found[part.name] = _weighed(known.apply(raw(pieces, part, encoder)) if rows is None else rows, part)  # type: ignore[union-attr]
        return found


def read(
    parts: Sequence[Part], pieces: Sequence[Piece], encoder: Encodes | None, least: int
) -> tuple[Reader, dict[str, Block]]:
    """Return what is learned about the blocks from the pieces of training, and these pieces' own blocks.

    Args:
        parts: the blocks.
        pieces: those of training.
        encoder: where a block needs one.
        least: in how many pieces a term has to stand.
    """
    learned: dict[str, Learned] = {}
    found: dict[str, Block] = {}
    for part in parts:
        if part.kind == "words" or part.kind == "letters":  # noqa: PLR1714 - so that its type is known
            learned[part.name], rows = learn(part.kind, joined(pieces, part), least, MOST_TERMS)
        else:
            numbers = raw(pieces, part, encoder)
            spread = numbers.std(axis=0)
            scale = Scale(numbers.mean(axis=0), np.where(spread > NOTHING, spread, 1.0))
            learned[part.name], rows = scale, scale.apply(numbers)
        found[part.name] = _weighed(rows, part)
    return Reader(tuple(parts), learned), found


def joined(pieces: Sequence[Piece], part: Part) -> list[str]:
    """Return each piece's stretch of turns as one text."""
    return [" ".join(piece.said[part.of]) for piece in pieces]


def raw(pieces: Sequence[Piece], part: Part, encoder: Encodes | None) -> Numbers:
    """Return each piece's figures, or the mean of the vectors of its turns.

    Raises:
        ReattuneError: an encoder is needed and none is given.
    """
    if part.kind == "numbers":
        return np.array([piece.figures[part.of] for piece in pieces], float)
    if encoder is None:
        raise ReattuneError(_("This model reads with a sentence encoder; say which folder holds it with --encoder."))
    texts = sorted({text for piece in pieces for text in piece.said[part.of]})
    places = {text: number for number, text in enumerate(texts)}
    vectors = encoder.vectors(texts)
    rows = np.zeros((len(pieces), vectors.shape[1]))
    for number, piece in enumerate(pieces):
        if piece.said[part.of]:
            rows[number] = vectors[[places[text] for text in piece.said[part.of]]].mean(axis=0)
    return rows


def _weighed(rows: Block, part: Part) -> Block:
    # A weight says how much a block counts in the kernel, which is a product of two rows.
    scaled = rows * np.sqrt(part.weight)
    return sparse.csr_matrix(scaled) if sparse.issparse(scaled) else np.asarray(scaled)
