"""What is told of the cells of a pair: means by window, best lags, and one figure for all, each under its name.

Names and definitions: `ccfRes` of rMEA 1.3.0 (code read, output equal), but for `max_z`, which is ours.
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from reattune.nonverbal.exact import Floats
from reattune.nonverbal.lagged import Lagged


class Statistic(StrEnum):
    """One figure for all cells; three ways that can point in three directions, so each stands under its name."""

    MAX_Z = "max Z"
    """Mean over windows of the largest signed cell. Status: ours."""
    MEAN_Z = "mean Z"
    """Mean of all signed cells: `grandAver` of rMEA without ABS."""
    MEAN_ABSOLUTE = "mean |Z|"
    """Mean of all cells without their sign: `grandAver` of rMEA with ABS."""


@dataclass(frozen=True, slots=True)
class Summaries:
    """Means of cells; nan where nothing is there to take a mean of.

    Args:
        all_lags: of each window, over all lags.
        lag_zero: of each window, the cell at lag 0.
        s1_lead: of each window, over lags above 0, where the first series leads; nothing where the only lag is 0.
        s2_lead: over lags below 0.
        s1_lead_0: over lags above and at 0.
        s2_lead_0: over lags below and at 0.
        best_lag: seconds of the first largest cell of each window.
        max_z: the largest cell of each window.
        grand: the mean of all cells, not of the windows' means.
    """

    all_lags: Floats
    lag_zero: Floats
    s1_lead: Floats | None
    s2_lead: Floats | None
    s1_lead_0: Floats
    s2_lead_0: Floats
    best_lag: Floats
    max_z: Floats
    grand: float


def summaries(found: Lagged) -> Summaries:
    """Return what rMEA 1.3.0 tells of a pair's cells, and each window's largest.

    Args:
        found: the cells.

    Returns:
        The summaries.
    """
    cells, middle = found.cells, found.cells.shape[1] // 2
    return Summaries(
        all_lags=mean(cells),
        lag_zero=cells[:, middle],
        s1_lead=mean(cells[:, middle + 1 :]) if middle else None,
        s2_lead=mean(cells[:, :middle]) if middle else None,
        s1_lead_0=mean(cells[:, middle:]),
        s2_lead_0=mean(cells[:, : middle + 1]),
        best_lag=_best(found),
        max_z=largest(cells),
        grand=float(mean(cells.reshape(1, -1))[0]),
    )


def figures(cells: Floats) -> dict[Statistic, float]:
    """Return the three figures for all cells of a pair.

    Args:
        cells: signed cells, nan where missing.

    Returns:
        A figure for each name; nan where no cell is there.
    """
    return of_totals(totals(cells))


def totals(cells: Floats) -> Floats:
    """Return what the three figures are made of, so that windows may be looked at in parts and added.

    Args:
        cells: signed cells, nan where missing.

    Returns:
        The sum of the windows' largest and how many they are; the sums of cells with and without their sign, and how
        many they are.
    """
    most = largest(cells)
    windows, present = ~np.isnan(most), ~np.isnan(cells)
    if present.all():
        return np.array([most.sum(), most.size, cells.sum(), np.abs(cells).sum(), cells.size])
    known = cells[present]
    return np.array([most[windows].sum(), windows.sum(), known.sum(), np.abs(known).sum(), known.size])


def of_totals(added: Floats) -> dict[Statistic, float]:
    """Return the three figures from what `totals` returns, of one part or of several added.

    Args:
        added: the totals.

    Returns:
        A figure for each name; nan where no cell is there.
    """
    most, windows, signed, unsigned, count = (float(one) for one in added)
    none = float("nan")
    return {
        Statistic.MAX_Z: most / windows if windows else none,
        Statistic.MEAN_Z: signed / count if count else none,
        Statistic.MEAN_ABSOLUTE: unsigned / count if count else none,
    }


def mean(rows: Floats) -> Floats:
    """Return the mean of each row over what is present.

    Args:
        rows: `[n, m]`, nan where missing.

    Returns:
        One mean a row; nan where a row holds nothing.
    """
    total = rows.sum(axis=1)
    holes = np.flatnonzero(np.isnan(total))
    means = total / rows.shape[1]
    if holes.size:
        part = rows[holes]
        present = ~np.isnan(part)
        count = present.sum(axis=1).astype(np.float64)
        count[count == 0] = np.nan
        means[holes] = np.where(present, part, 0.0).sum(axis=1) / count
    return np.asarray(means)


def largest(cells: Floats) -> Floats:
    """Return the largest cell of each row.

    Args:
        cells: nan where missing.

    Returns:
        One a row; nan where a row holds nothing.
    """
    return np.asarray(np.fmax.reduce(cells, axis=1))


def _best(found: Lagged) -> Floats:
    cells = found.cells
    best = found.lags_s[np.where(np.isnan(cells), -np.inf, cells).argmax(axis=1)]
    return np.where(np.isnan(cells).all(axis=1), np.nan, best)
