"""Ridge regression on blocks of features, solved over the rows: few sessions, many terms."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.linalg import cho_factor, cho_solve

Numbers = NDArray[np.float64]
Block: TypeAlias = Any
"""A sparse (CSR) or a plain matrix; one row for each session or turn."""


@dataclass(frozen=True)
class Line:
    """A weighted sum: what each feature of each block adds to each outcome, and what remains without any."""

    weights: Mapping[str, Numbers]
    base: Numbers

    def of(self, blocks: Mapping[str, Block]) -> Numbers:
        """Return one row of outcomes for each row of the blocks."""
        return self.base + sum(np.asarray(blocks[name] @ weight) for name, weight in self.weights.items())


def kernel(blocks: Mapping[str, Block]) -> Numbers:
    """Return how alike each two rows are: the sum over all blocks."""
    total: Numbers | None = None
    for block in blocks.values():
        alike = block @ block.T
        dense = np.asarray(alike.toarray() if sparse.issparse(alike) else alike, float)
        total = dense if total is None else total + dense
    assert total is not None
    return total


def fit(
    blocks: Mapping[str, Block], alike: Numbers, outcomes: Numbers, strength: float, weights: Numbers | None = None
) -> Line:
    """Return the line that fits outcomes best while its weights stay small.

    Args:
        blocks: the features, already scaled.
        alike: their `kernel`, which does not depend on the strength.
        outcomes: one row for each row of the blocks.
        strength: how small the weights are kept.
        weights: how much each row counts; all the same by default.
    """
    counts = np.ones(len(outcomes)) if weights is None else weights / weights.mean()
    share = counts / counts.sum()
    middle = share @ outcomes
    centred = _centred(alike, share)
    root = np.sqrt(counts)
    system = centred * root[:, None] * root[None, :]
    system.flat[:: len(system) + 1] += strength
    dual = root[:, None] * cho_solve(
        cho_factor(system, lower=True, overwrite_a=True, check_finite=False),
        root[:, None] * (outcomes - middle),
        check_finite=False,
    )
    dual -= share[:, None] * dual.sum(axis=0)
    found = {name: np.asarray(block.T @ dual) for name, block in blocks.items()}
    means = {name: np.asarray(share @ block).ravel() for name, block in blocks.items()}
    base = middle - sum(means[name] @ found[name] for name in found)
    return Line(found, np.asarray(base))


def _centred(alike: Numbers, share: Numbers) -> Numbers:
    rows = alike @ share
    return alike - rows[:, None] - rows[None, :] + share @ rows
