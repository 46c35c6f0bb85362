"""Movement of two people: correlations, shifts, and pairs that never met."""

import time
from collections.abc import Callable, Iterator

import numpy as np

from reattune.nonverbal import exact
from reattune.nonverbal.lagged import Lagged, Settings, fisher, lagged
from reattune.nonverbal.null import shifted
from reattune.nonverbal.pseudo import shuffle
from reattune.nonverbal.summaries import Statistic
from reattune.nonverbal.susy import susy
from reattune.nonverbal.wcc import wcc

COLUMNS = ("what", "found", "demanded")
RATE = 25
RUNS = 200
"""Invented dyads of five minutes, at four values a second, of which none moves together."""


def movement(drawn: np.random.Generator, samples: int, width: int = 13) -> np.ndarray:
    """Return invented movement that hangs together over `width` samples."""
    return np.abs(np.convolve(drawn.normal(size=samples + width - 1), np.ones(width) / width, "valid"))


def still(drawn: np.random.Generator, samples: int) -> np.ndarray:
    """Return movement in bursts, with long motionless stretches and ripples of 1e-9 on large offsets."""
    series = movement(drawn, samples)
    for offset in (0.0, 0.1, 1.0, 1e3):
        for ripple in (0.0, 1e-9):
            at, long = drawn.integers(samples), drawn.integers(300, 1500)
            series[at : at + long] = offset + ripple * drawn.normal(size=series[at : at + long].size)
    series[drawn.integers(samples, size=20)] *= 1e4
    return series


def seconds(work: Callable[[], object], runs: int) -> float:
    """Return the least CPU seconds of several runs."""
    least = np.inf
    for _run in range(runs):
        before = time.process_time()
        work()
        least = min(least, time.process_time() - before)
    return float(least)


def worst(found: Lagged, one: np.ndarray, two: np.ndarray) -> tuple[float, int, int]:
    """Return the largest difference from two passes, cells whose being missing differs, and cells that are missing."""
    shape, largest, differ = found.settings.shape, 0.0, 0
    lags = np.arange(-shape.lag, shape.lag + 1)
    for start, row in zip(np.rint(found.starts_s * RATE).astype(int), found.cells, strict=True):
        first, second = start + np.maximum(-lags, 0), start + np.maximum(lags, 0)
        slow = fisher(exact.pearson(one, two, first, second, shape.width))
        differ += int((np.isnan(slow) != np.isnan(row)).sum())
        apart = np.abs(slow - row)[~np.isnan(slow - row)]
        largest = max(largest, float(apart.max(initial=0.0)))
    return largest, differ, int(np.isnan(found.cells).sum())


def rows() -> Iterator[tuple[object, ...]]:
    """Give the figures, one after another."""
    drawn = np.random.default_rng(0)
    dyads = [(movement(drawn, 600 * RATE), movement(drawn, 600 * RATE)) for _dyad in range(20)]
    one, two = dyads[0]
    yield "10 min, 57 x 251 cells", f"{1e3 * seconds(lambda: lagged(one, two, RATE, 5, 30, 10), 30):.1f} ms", "5 ms"
    yield "10 min, 588 x 151 cells", f"{1e3 * seconds(lambda: lagged(one, two, RATE, 3, 10, 1), 10):.1f} ms", "-"
    settings = Settings(RATE, 5, 30, 10)
    pairs = seconds(lambda: list(shuffle(dyads, settings, subset=200)), 3)
    yield "200 pairs that never met, 10 min", f"{pairs:.2f} s", "1.3 s"
    yield "SUSY, 30 s, lag 5 s", f"{1e3 * seconds(lambda: susy(one, two, RATE, 30, 5), 10):.1f} ms", "-"
    yield "wcc, 585 x 251 cells", f"{1e3 * seconds(lambda: wcc(one, two, 250, 125, 25), 10):.1f} ms", "-"
    session = [np.concatenate([dyad[side] for dyad in dyads[:5]]) for side in (0, 1)]
    yield "100 shifts of 50 min, 60/10 s, lag 5 s", f"{seconds(lambda: shifted(*session, RATE), 3):.2f} s", "3 s"
    frozen = session[0].copy()
    frozen[20_000:30_000] = np.nan
    yield "the same, 400 s of it missing", f"{seconds(lambda: shifted(frozen, session[1], RATE), 1):.2f} s", "15 s"
    yield from exactness(drawn)
    for kind in ("independent", "coupled, then turned"):
        yield from honesty(kind)


def exactness(drawn: np.random.Generator) -> Iterator[tuple[object, ...]]:
    """Give the largest difference from two passes where people sit still."""
    for window, step, lag in ((30, 10, 5), (10, 1, 3)):
        one, two = still(drawn, 600 * RATE), still(drawn, 600 * RATE)
        apart, differ, missing = worst(lagged(one, two, RATE, lag, window, step), one, two)
        name = f"stillness and ripples, {window}/{step} s: largest difference from two passes"
        yield name, f"{apart:.0e} ({differ} of {missing} missing cells differ)", "1e-08 (0)"


def honesty(kind: str) -> Iterator[tuple[object, ...]]:
    """Give how often a figure lies beyond chance where there is nothing but chance."""
    beyond = dict.fromkeys(Statistic, 0)
    for seed in range(RUNS):
        drawn = np.random.default_rng(1000 + seed)
        one, two = movement(drawn, 1200, 9), movement(drawn, 1200, 9)
        if kind != "independent":
            two = np.roll(0.8 * np.roll(one, 3) + 0.6 * two, int(drawn.integers(200, 1000)))
        for each in shifted(one, two, 4, 2, 20, 10, seed=seed).against:
            beyond[each.statistic] += bool(each.beyond)
    for statistic, count in beyond.items():
        name = statistic.replace("|", "\\|")
        yield f"beyond chance by chance, {kind}: {name}", f"{100 * count / RUNS:.1f} % of {RUNS}", "5 %"
