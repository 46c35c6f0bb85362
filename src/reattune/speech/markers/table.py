"""The regression table: markers with their coefficients, where they come from, and how far they carry."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

import numpy as np

from reattune.speech.markers.definitions import Marker, Stretch
from reattune.speech.markers.seeing import Looker

FILE = "markers.toml"
MOST = 64
"""Markers in a table, at most: what may be shipped of a corpus that may not."""
CLIPPED = 3.0
"""Standard deviations from the mean beyond which a value counts no more."""


@dataclass(frozen=True, slots=True)
class Band:
    """Sessions weighed at least like this were rated low as often as `precision` says, among raters never learned from.

    `lower` and `upper` are its 95 % interval, `share` is how many of all reach it, `at` the calibrated figure.
    """

    name: str
    at: float
    precision: float
    lower: float
    upper: float
    share: float


@dataclass(frozen=True)
class Fit:
    """One regression on the markers of a table: of whole sessions, or of their first half."""

    coefficients: np.ndarray
    """Points of the score for one standard deviation."""
    errors: np.ndarray
    means: np.ndarray
    deviations: np.ndarray
    score: float
    """The mean score."""
    slope: float
    offset: float
    """Platt: the logit of low is offset + slope x score."""
    under: float
    over: float
    """Four in five were rated between score + under and score + over."""
    farthest: float
    """The root mean square of the standardised values, of all but one in two hundred."""
    bands: tuple[Band, ...]

    def standardised(self, values: np.ndarray) -> np.ndarray:
        """Return values in standard deviations, 0 where one is not known."""
        found: np.ndarray = np.nan_to_num((values - self.means) / self.deviations)
        return found


@dataclass(frozen=True)
class Table:
    """Markers, what was estimated for them, and where all of it comes from."""

    markers: tuple[Marker, ...]
    whole: Fit
    first_half: Fit
    about: Mapping[str, Any]

    @cached_property
    def looker(self) -> Looker:
        """What looks for the markers."""
        return Looker(self.markers)


@cache
def table() -> Table:
    """Return the table that comes with Reattune."""
    return read(files(__package__).joinpath(FILE).read_text("utf-8"))


def read(text: str) -> Table:
    """Return a table from its text.

    Args:
        text: TOML as `benchmarks/spoken/train_markers.py` writes it.

    Returns:
        The table; its markers in the order of the text.
    """
    found = tomllib.loads(text)
    rows = found["marker"]
    markers = tuple(Marker(row["of"], Stretch(row["stretch"])) for row in rows)
    whole, half = (_fit(found[name], [row[name] for row in rows]) for name in ("whole", "first_half"))
    return Table(markers, whole, half, found["about"])


def _fit(found: Mapping[str, Any], rows: list[Mapping[str, float]]) -> Fit:
    column = {name: np.array([row[name] for row in rows]) for name in ("coefficient", "error", "mean", "deviation")}
    return Fit(
        coefficients=column["coefficient"],
        errors=column["error"],
        means=column["mean"],
        deviations=column["deviation"],
        **{name: float(found[name]) for name in ("score", "slope", "offset", "under", "over", "farthest")},
        bands=tuple(Band(**band) for band in found["band"]),
    )
