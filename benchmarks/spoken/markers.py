"""KokoroChat: the named markers beside length alone and the figures without words, client- and counsellor-disjoint."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

import numpy as np

from reattune.speech.markers.definitions import candidates
from reattune.speech.markers.seeing import Looker
from reattune.speech.place import prepare
from spoken import baselines, fitting, intervals
from spoken.kokoro import LOW, WHERE, Dialogue, dialogues, folds, scores

HEAD = (
    "| model | grouped by | r | Spearman | within-rater r | MAE | AUC low | AP |",
    "|---|---|---|---|---|---|---|---|",
)
CEILING = """
Human ceiling: nobody has rated these dialogues twice, so there is none for this very figure. Nearest known: counsellors
on their clients' alliance ratings, r .22 to .30 (CARE, other data); trained 3RS teams agree at ICC .85 to .98, on
totals of whole sessions of real therapy.
From the reference, same splits: TF-IDF of all words r .637, AUC .805; of the first half r .448, AUC .728."""
BINS = 10
MOST_MARKS = 125
"""The client with most of the marks of not going on; the figures are repeated without them."""


@dataclass(frozen=True)
class Row:
    """One model's scores for dialogues it never learned from, and how likely it held low to be."""

    name: str
    by: str
    said: np.ndarray
    low: np.ndarray

    def line(self, found: Sequence[Dialogue]) -> str:
        """Return the row of the table, with intervals by cluster bootstrap over clients."""
        truth, clients = scores(found), [one.client for one in found]
        low = truth < LOW
        flat = np.ptp(self.said) < 1e-9 or self.name == "mean"
        spread = partial(_ranged, truth=truth, said=self.said, clients=clients)
        r = "–" if flat else spread(intervals.pearson)
        rest = (
            ("–", "–")
            if flat
            else (
                _figure(intervals.spearman(truth, self.said)),
                _figure(intervals.within(truth, self.said, clients)),
            )
        )
        ranked = ".500" if flat else _ranged(intervals.auc, low, self.low, clients)
        precise = _figure(low.mean() if flat else intervals.precision(low, self.low))
        error = f"{intervals.error(truth, self.said):.1f}"
        return f"| {self.name} | {self.by} | {r} | {rest[0]} | {rest[1]} | {error} | {ranked} | {precise} |"


def rows(data: Path | None) -> list[str]:
    """Return the tables as text, or where the corpus is to be had."""
    found = dialogues(data)
    return list(_tables(found)) if found else [WHERE]


def matrix(found: Sequence[Dialogue], share: float = 1.0) -> np.ndarray:
    """Return dialogues by candidates."""
    with ProcessPoolExecutor(2) as pool:
        return np.array(list(pool.map(values, found, [share] * len(found), chunksize=100)))


def values(one: Dialogue, share: float = 1.0) -> np.ndarray:
    """Return every candidate's value of one dialogue."""
    return _looker().look(prepare(one.transcript(share))).values()


@cache
def _looker() -> Looker:
    return Looker(candidates())


def _tables(found: Sequence[Dialogue]) -> Iterator[str]:
    whole, half = matrix(found), matrix(found, 0.5)
    truth, clients = scores(found), [one.client for one in found]
    counts = f"{len(found)} dialogues, {len(set(clients))} clients, low {np.sum(truth < LOW)}"
    yield f"KokoroChat, development part: {counts}"
    yield ""
    yield from HEAD
    kept: dict[str, list[Row]] = {}
    for by in ("client", "counsellor"):
        kept[by] = list(_models(found, by, whole, None))
        yield from (row.line(found) for row in kept[by])
    yield "\nThe first half of the messages only:\n"
    yield from HEAD
    early = list(_models(found, "client", half, whole))
    yield from (row.line(found) for row in early)
    yield ""
    yield from _gains("whole", found, kept["client"])
    yield from _gains("first half", found, early)
    yield from _apart(found, kept["client"][-1])
    yield from _calibration(found, kept["client"][-1])
    yield CEILING


def _models(found: Sequence[Dialogue], by: str, rows: np.ndarray, choosing: np.ndarray | None) -> Iterator[Row]:
    share = 1.0 if choosing is None else 0.5
    figures = baselines.figures(found, share)
    average = baselines.mean(found, by)
    yield Row("mean", by, average, -average)
    yield Row("number of turns", by, *baselines.fitted(figures[:, [baselines.TURNS]], found, by))
    yield Row("length only (words of each)", by, *baselines.fitted(figures[:, 1:3], found, by))
    yield Row("14 dynamics, no words", by, *baselines.fitted(figures, found, by))
    said = fitting.out_of_fold(rows, scores(found), folds(found, by), choosing=choosing)
    yield Row("64 named markers", by, said, -said)


def _gains(what: str, found: Sequence[Dialogue], models: Sequence[Row]) -> Iterator[str]:
    """How much the last model adds to the one before it, both drawn alike."""
    truth, clients = scores(found), [one.client for one in found]
    low = truth < LOW
    before, after = models[-2], models[-1]
    for name, figure, old, new, aim in (
        ("r", intervals.pearson, before.said, after.said, truth),
        ("AUC", intervals.auc, before.low, after.low, low),
    ):
        drawn = [figure(aim[draw], new[draw]) - figure(aim[draw], old[draw]) for draw in intervals.draws(clients)]
        lower, upper = np.percentile(drawn, (2.5, 97.5))
        gain = figure(aim, new) - figure(aim, old)
        yield f"{what}: markers over dynamics, {name} {gain:+.3f} [{lower:+.3f}, {upper:+.3f}]"


def _apart(found: Sequence[Dialogue], row: Row) -> Iterator[str]:
    truth = scores(found)
    others = np.array([one.client != MOST_MARKS for one in found])
    r, ranked = intervals.pearson(truth[others], row.said[others]), intervals.auc(truth[others] < LOW, row.low[others])
    yield f"without client {MOST_MARKS}: r {_figure(r)}, AUC {_figure(ranked)} ({int(others.sum())} dialogues)"


def _calibration(found: Sequence[Dialogue], row: Row) -> Iterator[str]:
    low = scores(found) < LOW
    share = fitting.calibrated(row.said, low, folds(found))
    brier, base = float(np.mean((share - low) ** 2)), float(low.mean() * (1 - low.mean()))
    bins = np.array_split(np.argsort(share), BINS)
    ece = sum(len(one) * abs(share[one].mean() - low[one].mean()) for one in bins) / len(share)
    yield f"calibrated (Platt, out of fold): ECE {ece:.3f}, Brier {brier:.3f} (of the base rate alone {base:.3f})"


def _ranged(figure: intervals.Figure, truth: np.ndarray, said: np.ndarray, clients: Sequence[int]) -> str:
    lower, upper = intervals.interval(figure, truth, said, clients)
    return f"{_figure(figure(truth, said))} [{_figure(lower)}, {_figure(upper)}]"


def _figure(value: float) -> str:
    return f"{value:.3f}".replace("0.", ".", 1)
