"""What every published criterion returns, and what must be said of each: its source, and whether that was verified."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum, StrEnum

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


class State(IntEnum):
    """What became of a session by the end of the series as far as it is known."""

    NONE = 0
    """Not marked."""
    PENDING = 1
    """Marked; the time in which it may yet be repaired has not run out."""
    REPAIRED = 2
    UNREPAIRED = 3
    CENSORED = 4
    """Marked; the therapy ended before the time in which it may have been repaired had run out."""


class Status(StrEnum):
    """How far the parameters of a criterion were checked at their source."""

    VERIFIED = "verified"
    SECOND_HAND = "second-hand"
    FROM_MEMORY = "from memory"
    OWN = "our own choice"


@dataclass(frozen=True, slots=True)
class Scale:
    """What a criterion may have to know about an instrument.

    `minimum` and `maximum` are the attainable ends; `sd_between` (score units) is the spread of people's scores in a
    sample and `reliability` the instrument's, where they are known. `items` is how many items a total is the sum of.
    """

    minimum: float
    maximum: float
    higher_is_better: bool = True
    sd_between: float | None = None
    reliability: float | None = None
    items: int = 1


@dataclass(frozen=True, slots=True)
class Marked:
    """What one criterion says of series `[..., T]`.

    A session is marked where its `statistic` (larger is further from usual; -inf where the rule has nothing to say of a
    session) reaches `cutoff`; moving the cut-off is all that is needed to compare criteria at equal false alarms.
    `state` holds `State` codes, `repaired_at` the index of the session of repair (-1: none), and `magnitude` the fall
    in score units (nan where not marked). `began` is the index of the first session of the unbroken decline that leads
    to a marked session (-1 where not marked).
    """

    statistic: Floats
    cutoff: float
    marked: Bools
    state: NDArray[np.int8]
    repaired_at: Ints
    magnitude: Floats
    began: Ints

    @property
    def number(self) -> Ints:
        """How many sessions of each series are marked, `[...]`."""
        found: Ints = self.marked.sum(axis=-1, dtype=np.int64)
        return found

    @property
    def length(self) -> Ints:
        """Sessions from the first of the decline to the repair, `[..., T]`; -1 where nothing was repaired."""
        repaired = self.repaired_at >= 0
        return np.where(repaired, self.repaired_at - self.began, -1)


@dataclass(frozen=True, slots=True)
class Criterion:
    """One published way to mark sessions, with its own name.

    `mark(scores, scale, ended=False)` takes series `[..., T]` with nan for missing sessions, higher better or worse as
    the scale says; `ended` says that the therapy is over, so that what is still open is censored and not pending.
    `fewest` is the number of answered sessions below which it has nothing to say, and `parameters` says in words what
    was set to what. `needs` names the fields of the scale that must be known (`sd_between`, `reliability`), and
    `causal` says that the statistic of a session does not depend on any later one.
    """

    name: str
    said: str
    parameters: str
    citation: str
    status: Status
    note: str
    fewest: int
    mark: Callable[..., Marked]
    needs: tuple[str, ...] = ()
    causal: bool = False
