"""What a card says of a score model: figures on raters it did not learn from, beside baselines that read nothing."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reattune.language import _
from reattune.speech.larger import recipes
from reattune.speech.larger.blocks import Part
from reattune.speech.larger.calibration import WITHIN, Slope, bands, calibrate, unseen_chances
from reattune.speech.larger.encoder import Encodes
from reattune.speech.larger.figures import Numbers, interval, order, together, within
from reattune.speech.larger.texts import FIGURES, Piece
from reattune.speech.larger.training import Lesson, Say, unseen

COURSE = Part("numbers", FIGURES, 1.0)
"""The 14 figures of a session's course, without a word."""
Row = dict[str, Any]


def validation(
    taught: Lesson, below: float, encoder: Encodes | None = None, least: int = 5, say: Say | None = None
) -> tuple[list[Row], Numbers]:
    """Return the table of a card, and what is said of each session by a model that does not know its rater.

    Args:
        taught: all rated sessions.
        below: a score under this is called low.
        encoder: the user's, or None.
        least: in how many sessions a term has to stand.
        say: is told how far it is.
    """
    found = unseen(recipes.session(encoder=encoder is not None), taught, encoder, least, say)[:, 0]
    lengths = Lesson(tuple(_length_alone(piece) for piece in taught.pieces), taught.outcomes, taught.groups)
    without = unseen((COURSE,), taught)[:, 0]
    return [
        row(_("how many turns, and nothing else"), taught, unseen((COURSE,), lengths)[:, 0], below),
        row(_("figures without words (lengths, shares, pauses)"), taught, without, below),
        row(_("this model"), taught, found, below),
    ], found


def row(name: str, taught: Lesson, found: Numbers, below: float) -> Row:
    """Return one line of a card's table: figures with intervals by drawing raters anew.

    Args:
        name: what was measured.
        taught: the sessions with their scores.
        found: what was said of each.
        below: a score under this is called low.
    """
    said = taught.outcomes[:, 0]
    low = (said < below).astype(float)
    groups = np.array(taught.groups)

    def drawn(measure: str) -> dict[str, float]:
        def of(rows: NDArray[np.int64]) -> float:
            if measure == "together":
                return together(said[rows], found[rows])
            if measure == "within":
                return within(said[rows], found[rows], list(groups[rows]))
            return order(low[rows], -found[rows]) if measure == "order" else float(np.abs(said - found)[rows].mean())

        figure = interval(of, taught.groups)
        return {"value": figure.value, "low": figure.low, "high": figure.high}

    return {"name": name, **{measure: drawn(measure) for measure in ("together", "within", "order", "error")}}


def slope(taught: Lesson, found: Numbers, below: float) -> tuple[Slope, float, float]:
    """Return how a prediction becomes a share of sessions rated low, and how far shares were off (mean, and without).

    Args:
        taught: the sessions with their scores.
        found: what was said of each by a model that does not know its rater.
        below: a score under this is called low.
    """
    low = (taught.outcomes[:, 0] < below).astype(float)
    chances = unseen_chances(found, low, taught.groups)
    return calibrate(found, low), float(((chances - low) ** 2).mean()), float(low.mean() * (1 - low.mean()))


def reach(taught: Lesson, found: Numbers, below: float) -> dict[str, Any]:
    """Return what a prediction is told with: how many are low in all, bands, and how far off four in five scores lay.

    Args:
        taught: the sessions with their scores.
        found: what was said of each by a model that does not know its rater.
        below: a score under this is called low.
    """
    said = taught.outcomes[:, 0]
    low = (said < below).astype(float)
    under, over = np.quantile(said - found, WITHIN)
    reached = bands(unseen_chances(found, low, taught.groups), low)
    return {"bands": reached, "under": float(under), "over": float(over), "low_share": float(low.mean())}


def _length_alone(piece: Piece) -> Piece:
    return Piece({}, {FIGURES: piece.figures[FIGURES][:1]})


def low_quarter(scores: Sequence[float]) -> float:
    """Return the score under which about a quarter of the sessions lie."""
    return float(np.quantile(np.array(scores, float), 0.25))
