"""Contrast pairs: how often the rules find more in the snippet that is a marker than in its benign look-alike.

    python benchmarks/spoken/pairs.py [--pairs FILE ...] [--draws 2000]

Without --pairs, every file of tests/speech/pairs. What a pair is and how they were made: the README there.
"""

import argparse
import random
import re
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import fmean

from reattune.model import Role, Source, Times, Transcript, Turn
from reattune.speech.overlooked import leanings
from reattune.speech.reading import read

FOLDER = Path(__file__).resolve().parents[2] / "tests" / "speech" / "pairs"
DAY = date(2025, 1, 1)
ROLES = {"T": Role.THERAPIST, "C": Role.CLIENT}
DRAWS = 2000
SEED = 6

LEXICON = re.compile(
    r"\b("
    r"but|can'?t|won'?t|don'?t (think|want|need|see|know|like|care|have a problem)"
    r"|not (a|the|my|really|that) (problem|big|going|bad)|i'?m (fine|not)|i guess|whatever|no\.?$"
    r"|why should|it'?s not|what'?s the (point|big deal)|doesn'?t (help|work|bother)|hard|pointless"
    r"|leave me|already (told|tried)|you (don'?t|can'?t) understand|waste"
    r")\b",
    re.IGNORECASE,
)
"""The word list of section 4.1 of the speech notes: what one gets without looking at the place of the words."""

Lines = tuple[tuple[str, str], ...]
Score = Callable[["Pair", Lines], float]


@dataclass(frozen=True, slots=True)
class Pair:
    """A snippet in which the last turn by `role` is of a family, and the look-alike in which it is not."""

    id: str
    family: str
    role: Role
    marked: Lines
    benign: Lines

    def target(self, lines: Lines) -> str:
        """Return the last words of the one whose turn it is about."""
        return next(text for who, text in reversed(lines) if ROLES[who] is self.role)

    @property
    def same_words(self) -> bool:
        """Whether only what stands before differs."""
        return self.target(self.marked) == self.target(self.benign)


@dataclass(frozen=True, slots=True)
class Outcome:
    """One pair by one way of scoring: the marked version scored higher (1), lower (0), or the same (a half)."""

    pair: Pair
    value: float

    @property
    def strict(self) -> float:
        """The same with a tie counted as wrong."""
        return float(self.value == 1.0)


def load(file: Path) -> list[Pair]:
    """Return the pairs of a file in its order."""
    return [
        Pair(one["id"], one["family"], Role(one["speaker"]), _lines(one["marked"]), _lines(one["benign"]))
        for one in tomllib.loads(file.read_text("utf-8"))["pair"]
    ]


def transcript(name: str, lines: Lines) -> Transcript:
    """Return a snippet as the reader takes it: roles known, no times."""
    turns = tuple(Turn(ROLES[who], who, text, str(row)) for row, (who, text) in enumerate(lines, start=1))
    return Transcript(DAY, Source(name, ""), turns, Times.NONE, "en")


def by_rules(pair: Pair, lines: Lines) -> float:
    """Return the summed strength of what the rules of the pair's family find anywhere in the snippet."""
    hits = read(transcript(pair.id, lines)).hits
    return sum(hit.strength for hit in hits if hit.family == pair.family)


def by_rules_and_leanings(pair: Pair, lines: Lines) -> float:
    """Return the same with how each turn leans, which orders turns that no rule marks."""
    reading = read(transcript(pair.id, lines))
    hits = (*reading.hits, *leanings(reading, pair.role))
    return sum(hit.strength for hit in hits if hit.family == pair.family)


def by_length(pair: Pair, lines: Lines) -> float:
    return len(pair.target(lines).split())


def by_lexicon(pair: Pair, lines: Lines) -> float:
    return sum(1 for _ in LEXICON.finditer(pair.target(lines)))


WAYS: Mapping[str, Score] = {
    "rules and leanings": by_rules_and_leanings,
    "rules alone": by_rules,
    "length only (more words)": by_length,
    "word list of about 20": by_lexicon,
}


def outcomes(pairs: Iterable[Pair], score: Score) -> list[Outcome]:
    """Return for each pair which version scored higher."""
    return [Outcome(pair, compared(score(pair, pair.marked), score(pair, pair.benign))) for pair in pairs]


def compared(marked: float, benign: float) -> float:
    return 0.5 if marked == benign else float(marked > benign)


def accuracy(found: Sequence[Outcome]) -> float:
    return fmean(one.value for one in found)


def strict(found: Sequence[Outcome]) -> float:
    return fmean(one.strict for one in found)


def families(found: Iterable[Outcome]) -> dict[str, list[Outcome]]:
    """Return the outcomes by family, in the order of the file."""
    groups: dict[str, list[Outcome]] = {}
    for one in found:
        groups.setdefault(one.pair.family, []).append(one)
    return groups


def interval(
    found: Sequence[Outcome], figure: Callable[[Sequence[Outcome]], float] = accuracy, draws: int = DRAWS
) -> tuple[float, float]:
    """Return the 95 % interval of a figure, whole families drawn with replacement."""
    groups, rng = list(families(found).values()), random.Random(SEED)
    drawn = sorted(
        figure([one for group in rng.choices(groups, k=len(groups)) for one in group]) for _draw in range(draws)
    )
    return drawn[int(0.025 * (draws - 1))], drawn[round(0.975 * (draws - 1))]


def measured(pairs: Sequence[Pair]) -> dict[str, list[Outcome]]:
    """Return the outcomes of every way of scoring."""
    return {name: outcomes(pairs, score) for name, score in WAYS.items()}


def table(found: Mapping[str, Sequence[Outcome]], draws: int = DRAWS) -> Iterable[str]:
    """Yield the lines of the table of one half: each way of scoring, with its intervals."""
    yield "| read by | pair accuracy (ties a half) | ties wrong | same words | other words |"
    yield "|---|---|---|---|---|"
    for name, results in found.items():
        kinds = [[one for one in results if one.pair.same_words is same] for same in (True, False)]
        cells = [
            _with_interval(accuracy(results), interval(results, accuracy, draws)),
            _with_interval(strict(results), interval(results, strict, draws)),
            *(f"{_short(accuracy(kind))} (n = {len(kind)})" if kind else "-" for kind in kinds),
        ]
        yield f"| {name} | {' | '.join(cells)} |"


def family_table(found: Mapping[str, Sequence[Outcome]]) -> Iterable[str]:
    """Yield the lines of the table by family; of rules and leanings the strict figure too."""
    yield f"| family | n | {' | '.join(found)} | both, ties wrong |"
    yield f"|---|---|{'---|' * len(found)}---|"
    grouped = {name: families(results) for name, results in found.items()}
    for family, own in grouped["rules and leanings"].items():
        cells = [_short(accuracy(groups[family])) for groups in grouped.values()]
        yield f"| {family} | {len(own)} | {' | '.join(cells)} | {_short(strict(own))} |"


def page(file: Path, draws: int = DRAWS) -> str:
    """Return what is printed for one file of pairs."""
    pairs = load(file)
    found = measured(pairs)
    head = f"## {file.stem}: {len(pairs)} pairs, {len(families(found['rules alone']))} families"
    said = "Intervals: 95 %, bootstrap over families. `same words`: pairs that differ only in what stands before."
    return "\n".join([head, "", said, "", *table(found, draws), "", *family_table(found), ""])


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", nargs="+", type=Path, metavar="FILE", help="files of pairs")
    parser.add_argument("--draws", type=int, default=DRAWS, help="draws of the bootstrap")
    asked = parser.parse_args(argv)
    for file in asked.pairs or sorted(FOLDER.glob("*.toml")):
        print(page(file, asked.draws))
    return 0


def _lines(found: Iterable[Sequence[str]]) -> Lines:
    return tuple((who, text) for who, text in found)


def _short(value: float) -> str:
    return f"{value:.2f}".replace("0.", ".", 1) if value < 1 else "1.00"


def _with_interval(value: float, ends: tuple[float, float]) -> str:
    return f"{_short(value)} ({_short(ends[0])}-{_short(ends[1])})"


if __name__ == "__main__":
    raise SystemExit(main())
