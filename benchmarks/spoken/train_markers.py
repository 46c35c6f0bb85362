"""Make the table of markers that comes with Reattune: src/reattune/speech/markers/markers.toml.

    .venv/bin/python benchmarks/spoken/train_markers.py DATA        about two minutes on two cores

Markers are written from knowledge first (src/reattune/speech/markers) and estimated here second. No text enters the
table: only names, our own definitions, and figures.
"""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from reattune.language import use
from reattune.speech.markers.definitions import Marker, candidates
from reattune.speech.markers.table import FILE
from spoken import fitting, intervals, kokoro, markers
from spoken.kokoro import LOW

TABLE = Path(__file__).resolve().parents[2] / "src" / "reattune" / "speech" / "markers" / FILE
BANDS = {"weak": 0.5, "moderate": 0.6, "strong": 0.7}
"""Precision that a band must have among held-out raters: our own choice."""
DRAWS = 300
FARTHEST = 99.5
FOUR_IN_FIVE = (10, 90)
ABOUT = {
    "target": "the client-player's own score (0 to 100) of a text-counselling dialogue; low is below 50",
    "learned_from": "Multilingual KokoroChat, English, development part: ids of client and counsellor no multiple of 3",
    "source": "github.com/UEC-InabaLab/MultilingualKokoroChat, commit 26e755c",
    "by": "KokoroChat: Qi et al., ACL 2025; Multilingual KokoroChat: Suzuki et al., LREC 2026; UEC Inaba Lab",
    "licence": "the corpus: CC BY-NC-ND 4.0; this table holds none of its text",
    "split": "figures of bands and calibration: out of fold, GroupKFold(5) by client_id, dialogues in numeric order",
    "errors": "bootstrap over clients (300 draws) of the ridge coefficients, the choice of markers kept",
    "made_by": "benchmarks/spoken/train_markers.py",
}


def main() -> int:
    found = kokoro.dialogues(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
    if not found:
        print(kokoro.WHERE)
        return 0
    with use("en"):
        TABLE.write_text("\n".join(lines(found)) + "\n", "utf-8")
    print(TABLE)
    return 0


def lines(found: Sequence[kokoro.Dialogue]) -> Iterator[str]:
    """Yield the table's lines."""
    whole, half = markers.matrix(found), markers.matrix(found, 0.5)
    kept = fitting.choose(whole, kokoro.scores(found))
    names = candidates()
    yield "[about]"
    yield from _pairs(ABOUT)
    yield from _pairs({"dialogues": len(found), "clients": len({one.client for one in found})})
    rows: list[dict[str, object]] = [_named(names[index], whole[:, index]) for index in kept]
    for part, matrix in (("whole", whole), ("first_half", half)):
        said = fitting.out_of_fold(matrix, kokoro.scores(found), kokoro.folds(found), choosing=whole)
        columns = _estimated(matrix[:, kept], found)
        for row, figures in zip(rows, columns, strict=True):
            row[part] = figures
        yield from _fit(part, said, matrix[:, kept], found)
    for row in rows:
        yield "\n[[marker]]"
        yield from _pairs(row)


def _named(marker: Marker, values: np.ndarray) -> dict[str, object]:
    seen = int(np.sum(values != 0))
    said = marker.says()
    return {"name": marker.name, "of": marker.of, "stretch": marker.stretch.value, "definition": said, "n": seen}


def _estimated(rows: np.ndarray, found: Sequence[kokoro.Dialogue]) -> list[dict[str, float]]:
    """Each marker's coefficient, its standard error, mean and standard deviation."""
    truth = kokoro.scores(found)
    scale, model = fitting.ridge(rows, truth)
    clients = [one.client for one in found]
    drawn = [fitting.ridge(rows[draw], truth[draw])[1].coef_ for draw in intervals.draws(clients, DRAWS)]
    errors = np.std(drawn, axis=0)
    columns = zip(model.coef_, errors, scale.means, scale.deviations, strict=True)
    return [dict(zip(("coefficient", "error", "mean", "deviation"), map(_short, one), strict=True)) for one in columns]


def _fit(part: str, said: np.ndarray, rows: np.ndarray, found: Sequence[kokoro.Dialogue]) -> Iterator[str]:
    truth = kokoro.scores(found)
    low = truth < LOW
    scale, model = fitting.ridge(rows, truth)
    slope, offset = fitting.platt(said, low)
    under, over = np.percentile(truth - said, FOUR_IN_FIVE)
    far = np.sqrt(np.mean(np.square((rows - scale.means) / scale.deviations), axis=1))
    yield f"\n[{part}]"
    figures = {
        "score": float(model.intercept_),
        "slope": slope,
        "offset": offset,
        "under": float(under),
        "over": float(over),
        "farthest": float(np.percentile(far, FARTHEST)),
    }
    yield from _pairs({name: _short(value) for name, value in figures.items()})
    share = fitting.calibrated(said, low, kokoro.folds(found))
    for band in bands(share, low, [one.client for one in found]):
        yield f"\n[[{part}.band]]"
        yield from _pairs(band)


def bands(share: np.ndarray, low: np.ndarray, clients: Sequence[int]) -> Iterator[dict[str, object]]:
    """Yield each band: the least share from which on its precision holds, with what it then was."""
    order = np.argsort(-share, kind="stable")
    precise = np.cumsum(low[order]) / np.arange(1, len(order) + 1)
    for name, aim in BANDS.items():
        reached = np.flatnonzero(precise >= aim)
        if not reached.size:
            continue
        at = share[order][reached[-1]]
        drawn = [low[draw][share[draw] >= at].mean() for draw in intervals.draws(clients)]
        lower, upper = np.percentile(drawn, (2.5, 97.5))
        figures = {"at": at, "precision": low[share >= at].mean(), "lower": lower, "upper": upper}
        yield {
            "name": name,
            **{key: _short(value) for key, value in figures.items()},
            "share": _short(np.mean(share >= at)),
        }


def _short(value: float) -> float:
    return float(f"{float(value):.5g}")


def _pairs(row: Mapping[str, object]) -> Iterator[str]:
    for name, value in row.items():
        if isinstance(value, dict):
            inner = ", ".join(f"{key} = {figure}" for key, figure in value.items())
            yield f"{name} = {{ {inner} }}"
        else:
            yield f"{name} = {json.dumps(value, ensure_ascii=False)}"


if __name__ == "__main__":
    raise SystemExit(main())
