"""Planted withdrawals: how many are noticed in time, and how much comes up for nothing, over many invented practices.

`python benchmarks/planted.py [--seeds 200] [--jobs 2] [--budgets 0.5 2] [--md FILE]`
What is counted, and how, is said in docs/example.md.
"""

import argparse
import random
import sys
import tempfile
import tomllib
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "examples"))

from make_practice import make

from reattune.caseload import Caseload, notice
from reattune.reading import read_folder

BEGIN, AS_OF = date(2025, 1, 6), date(2026, 6, 30)
MONTHS = (AS_OF - BEGIN).days / 30.4375
SETTLING = timedelta(weeks=8)
BENIGN_AFTER = timedelta(weeks=2)
RANDOM_DRAWS = 100
RESAMPLES = 2000
ANY_WAY = {"payment_only", "quiet"}
KINDS = ("strong", "moderate", "payment_only", "attuned", "quiet")


@dataclass(frozen=True)
class Hits:
    """For one kind of change in one practice: how many there were, were noticed, and would have been at random."""

    planted: int
    within_four: int
    within_four_after: int
    random_within_four: float


@dataclass(frozen=True)
class Outcome:
    """One practice at one budget: what was noticed of what was planted, and for nothing (`exposed` in months)."""

    seed: int
    budget: float
    hits: Mapping[str, Hits]
    noticings: int
    for_nothing: int
    for_nothing_benign: int
    random_for_nothing: float
    exposed: float


@dataclass(frozen=True)
class Window:
    """A stretch of one relationship."""

    codename: str
    start: date
    end: date

    def holds(self, codename: str, day: date) -> bool:
        """Whether this day of this relationship is in it."""
        return codename == self.codename and self.start <= day <= self.end


def one_practice(seed: int, budgets: Sequence[float]) -> list[Outcome]:
    """Make one practice, read it as anybody's, and compare at each budget."""
    with tempfile.TemporaryDirectory() as place:
        folder, truth_file = Path(place) / "practice", Path(place) / "truth.toml"
        make(seed, folder, truth_file)
        truth = tomllib.loads(truth_file.read_text("utf-8"))
        practice = read_folder(folder)
    return [_compared(seed, budget, notice(practice, AS_OF, budget), truth) for budget in budgets]


def _compared(seed: int, budget: float, caseload: Caseload, truth: Mapping) -> Outcome:
    changes = truth["change"]
    windows = [Window(change["codename"], change["onset"], change["until"] + SETTLING) for change in changes]
    benign = [Window(part["codename"], part["from"], part["to"] + BENIGN_AFTER) for part in truth["benign"]]
    ticks = [(name, day) for name, streams in sorted(caseload.streams.items()) for day in streams.ticks if day <= AS_OF]
    rings = [
        (name, noticing.at, noticing.direction.value)
        for name, noticed in sorted(caseload.noticed.items())
        for noticing in noticed.noticings
    ]
    outside = [(name, at) for name, at, _ in rings if not any(window.holds(name, at) for window in windows)]
    quiet_ticks = sum(not any(window.holds(name, day) for window in windows) for name, day in ticks)
    draws = random.Random(f"{seed}/{budget}/at random")
    at_random = [[ticks[int(draws.random() * len(ticks))] for _ in rings] for _ in range(RANDOM_DRAWS)]
    loose = [sum(not any(window.holds(*ring) for window in windows) for ring in drawn) for drawn in at_random]
    return Outcome(
        seed,
        budget,
        {
            kind: _hits([change for change in changes if change["kind"] == kind], ticks, rings, at_random)
            for kind in KINDS
        },
        len(rings),
        len(outside),
        sum(any(part.holds(name, at) for part in benign) for name, at in outside),
        sum(loose) / RANDOM_DRAWS,
        MONTHS * quiet_ticks / len(ticks),
    )


def _hits(
    changes: Sequence[Mapping],
    ticks: Sequence[tuple[str, date]],
    rings: Sequence[tuple[str, date, str]],
    at_random: Sequence[Sequence[tuple[str, date]]],
) -> Hits:
    four = five = 0
    by_chance = 0.0
    for change in changes:
        after = [day for name, day in ticks if name == change["codename"] and day >= change["onset"]]
        if not after:
            continue
        first = Window(change["codename"], change["onset"], after[:4][-1])
        more = Window(change["codename"], change["onset"], after[:5][-1])
        right = [
            (name, at) for name, at, direction in rings if change["kind"] in ANY_WAY or direction == change["direction"]
        ]
        four += any(first.holds(*ring) for ring in right)
        five += any(more.holds(*ring) for ring in right)
        by_chance += sum(any(first.holds(*ring) for ring in drawn) for drawn in at_random) / RANDOM_DRAWS
    return Hits(len(changes), four, five, by_chance)


def interval(pairs: Sequence[tuple[float, float]]) -> str:
    """Return a ratio of sums, with its 95 % interval from resampling the practices whole."""
    if not sum(below for _, below in pairs):
        return "-"
    draws = random.Random(len(pairs))
    ratios = []
    for _ in range(RESAMPLES):
        drawn = [pairs[int(draws.random() * len(pairs))] for _ in pairs]
        ratios.append(sum(above for above, _ in drawn) / (sum(below for _, below in drawn) or 1))
    ratios.sort()
    mean = sum(above for above, _ in pairs) / sum(below for _, below in pairs)
    return f"{mean:.3f} [{ratios[int(0.025 * RESAMPLES)]:.3f}, {ratios[int(0.975 * RESAMPLES)]:.3f}]"


def table(outcomes: Sequence[Outcome], budgets: Sequence[float], seeds: int) -> str:
    """Return the comparison as a Markdown table, one column a budget."""
    by_budget = [[outcome for outcome in outcomes if outcome.budget == budget] for budget in budgets]
    lines = [
        f"{seeds} invented practices of fourteen relationships over eighteen months; mean [95 % interval].",
        "",
        "| | " + " | ".join(f"budget {budget:g} a month" for budget in budgets) + " |",
        "|---|" + "---|" * len(budgets),
    ]
    for label, counted in _rows():
        cells = [interval([counted(outcome) for outcome in column]) for column in by_budget]
        lines.append(f"| {label} | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def _rows() -> list[tuple[str, object]]:
    rows: list = []
    for kind in KINDS:
        name = kind.replace("_", " ")
        rows += [
            (f"{name}: noticed by the 4th changed session", partial(_of, kind, "within_four")),
            (f"{name}: by the 4th after the first changed one", partial(_of, kind, "within_four_after")),
            (f"{name}: by the 4th, ringing at random equally often", partial(_of, kind, "random_within_four")),
        ]
    return [
        *rows,
        ("for nothing, a month", lambda outcome: (outcome.for_nothing, outcome.exposed)),
        ("of these beside stated reasons, a month", lambda outcome: (outcome.for_nothing_benign, outcome.exposed)),
        ("for nothing, a month, ringing at random", lambda outcome: (outcome.random_for_nothing, outcome.exposed)),
        ("all noticings, a month", lambda outcome: (outcome.noticings, MONTHS)),
    ]


def _of(kind: str, what: str, outcome: Outcome) -> tuple[float, float]:
    return getattr(outcome.hits[kind], what), outcome.hits[kind].planted


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=200)
    parser.add_argument("--first", type=int, default=1000, help="the first seed")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--budgets", type=float, nargs="+", default=[0.5, 2.0])
    parser.add_argument("--md", type=Path, help="write the table here too")
    given = parser.parse_args()
    outcomes: list[Outcome] = []
    seeds = range(given.first, given.first + given.seeds)
    with ProcessPoolExecutor(given.jobs) as pool:
        for done, found in enumerate(pool.map(partial(one_practice, budgets=given.budgets), seeds), start=1):
            outcomes += found
            if done % 10 == 0 or done == given.seeds:
                print(f"{done} of {given.seeds} practices", file=sys.stderr, flush=True)
    text = table(outcomes, given.budgets, given.seeds)
    print(text)
    if given.md:
        given.md.parent.mkdir(parents=True, exist_ok=True)
        given.md.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
