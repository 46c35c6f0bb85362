"""What an instrument is: its items, range and keys, never its item text."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from reattune.model.kinds import Purpose


@dataclass(frozen=True, slots=True)
class Cutoff:
    """A labelled line on a score axis, with where it comes from and how far that was verified."""

    value: float
    label: str
    source: str
    status: str
    """verified, second-hand or from memory."""


@dataclass(frozen=True, slots=True)
class Instrument:
    """How answers to an instrument become a score, and what may be said about it.

    `minimum`, `maximum` bound the score (not the items); `step` is the distance between attainable scores.
    `higher_is_better` is None where that is not known.
    """

    id: str
    version: str
    name: str
    purpose: Purpose
    minimum: float
    maximum: float
    step: float
    higher_is_better: bool | None
    item_count: int = 0
    item_minimum: float = 0.0
    item_maximum: float = 0.0
    reversed_items: tuple[int, ...] = ()
    subscales: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    scoring: str = "sum"
    """sum or mean of the items."""
    max_missing: int = 0
    """How many missing items may be replaced by the mean of the answered ones."""
    risk_items: tuple[int, ...] = ()
    cutoffs: tuple[Cutoff, ...] = ()
    licence: str = ""
    notice: str = ""
    permission: str = ""
    key_status: str = ""
    """verified, second-hand or from memory: how sure the scoring key is."""

    @property
    def attainable(self) -> int:
        """The number of attainable scores."""
        return round((self.maximum - self.minimum) / self.step) + 1
