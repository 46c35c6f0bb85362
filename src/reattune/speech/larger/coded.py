"""Learning codes of single turns: first each turn in its place, then what its neighbours and its session are like."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reattune.errors import ReattuneError
from reattune.language import _, plural
from reattune.model import Transcript
from reattune.speech.larger import recipes
from reattune.speech.larger.around import AROUND, around, smoothed
from reattune.speech.larger.blocks import Numbers, Part, Reader, read
from reattune.speech.larger.encoder import Encodes
from reattune.speech.larger.figures import interval, macro
from reattune.speech.larger.model import Model
from reattune.speech.larger.ridge import Line, fit, kernel
from reattune.speech.larger.texts import FIGURES, Piece, turns
from reattune.speech.larger.training import FOLDS, INNER, Places, Say, splits

LEAST_TURNS, LEAST_GROUPS, LEAST_OF_A_CODE = 300, 10, 30
STEPS = np.arange(-0.3, 0.31, 0.05)
"""How much a code's score may be raised or lowered, so that rare codes are chosen often enough."""


@dataclass(frozen=True)
class Codes:
    """Coded turns to learn from: each in its place, with its code, its session and the group the session belongs to."""

    pieces: tuple[Piece, ...]
    names: tuple[str, ...]
    codes: Places
    sessions: Places
    groups: tuple[str, ...]

    def at(self, places: Places) -> "Codes":
        """Return some of them."""
        kept = [int(place) for place in places]
        pieces, groups = tuple(self.pieces[place] for place in kept), tuple(self.groups[place] for place in kept)
        return Codes(pieces, self.names, self.codes[places], self.sessions[places], groups)

    @property
    def outcomes(self) -> Numbers:
        """One column for each code: 1 where a turn has it."""
        return np.eye(len(self.names))[self.codes]

    @property
    def weights(self) -> Numbers:
        """How much each turn counts: rare codes more, yet less than evenly."""
        counts = np.bincount(self.codes, minlength=len(self.names)).astype(float)
        return np.asarray(np.sqrt(len(self.codes) / (len(self.names) * np.maximum(counts, 1)))[self.codes])


def lesson(sessions: Sequence[tuple[Transcript, Mapping[int, str]]], groups: Sequence[str]) -> Codes:
    """Return coded sessions as a lesson.

    Args:
        sessions: each with the codes of its turns, by their number from 0.
        groups: what each session belongs to.

    Raises:
        ReattuneError: there are too few turns, groups, or turns of a code.
    """
    counts = Counter(code for _transcript, codes in sessions for code in codes.values())
    rare = [code for code, many in sorted(counts.items()) if many < LEAST_OF_A_CODE]
    if counts.total() < LEAST_TURNS or len(set(groups)) < LEAST_GROUPS or len(counts) < 2 or rare:  # noqa: PLR2004 - two
        message = _(
            "There are {turns} in {found}; it takes at least {least} in {groups} files or groups, with two codes or"
            " more and {each} turns of each."
        )
        told = {"turns": plural("{n} coded turn", "{n} coded turns", counts.total()), "least": LEAST_TURNS}
        found = plural("{n} group", "{n} groups", len(set(groups)))
        raise ReattuneError(message.format(**told, found=found, groups=LEAST_GROUPS, each=LEAST_OF_A_CODE))
    names = tuple(sorted(counts, key=lambda code: (-counts[code], code)))
    pieces: list[Piece] = []
    codes: list[int] = []
    of_session: list[int] = []
    for number, (transcript, found_codes) in enumerate(sessions):
        at = sorted(found_codes)
        pieces += turns(transcript, at)
        codes += [names.index(found_codes[place]) for place in at]
        of_session += [number] * len(at)
    whose = tuple(groups[number] for number in of_session)
    return Codes(tuple(pieces), names, np.array(codes), np.array(of_session), whose)


@dataclass(frozen=True)
class Taught:
    """What coded turns taught: a line for each turn in its place, and one for it among its neighbours."""

    reader: Reader
    line: Line
    second: Line
    strength: float

    def say(self, asked: Codes, encoder: Encodes | None) -> Numbers:
        """Return a score for each turn and code; the largest is the code it resembles most."""
        return smoothed(self.second, self.line.of(self.reader.blocks(asked.pieces, encoder)), asked.sessions)


def teach(parts: Sequence[Part], taught: Codes, encoder: Encodes | None = None) -> Taught:
    """Return what coded turns teach; all that is chosen is chosen on groups within them.

    Args:
        parts: the blocks.
        taught: the turns of training, and no others.
        encoder: where a block needs one.
    """
    reader, blocks = read(parts, taught.pieces, encoder, recipes.TURN_TERMS)
    alike = kernel(blocks)
    apart = list(splits(taught.groups, INNER))
    inner = np.zeros((len(recipes.TURN_STRENGTHS), *taught.outcomes.shape))
    for known, other in apart:
        own = {name: block[known] for name, block in blocks.items()}
        rest = {name: block[other] for name, block in blocks.items()}
        square = alike[np.ix_(known, known)]
        for number, strength in enumerate(recipes.TURN_STRENGTHS):
            line = fit(own, square, taught.outcomes[known], strength, taught.weights[known])
            inner[number, other] = line.of(rest)
    losses = [float((taught.weights[:, None] * (each - taught.outcomes) ** 2).sum()) for each in inner]
    best = int(np.argmin(losses))
    second = _second(taught, inner[best], apart)
    strength = recipes.TURN_STRENGTHS[best]
    return Taught(reader, fit(blocks, alike, taught.outcomes, strength, taught.weights), second, strength)


def unseen(parts: Sequence[Part], taught: Codes, encoder: Encodes | None = None, say: Say | None = None) -> Places:
    """Return which code each turn would be given by a model that knows nothing of its group."""
    chosen = np.zeros(len(taught.codes), int)
    for number, (known, other) in enumerate(splits(taught.groups, FOLDS), start=1):
        chosen[other] = teach(parts, taught.at(known), encoder).say(taught.at(other), encoder).argmax(axis=1)
        if say is not None:
            say(_("measured on unseen people: part {n} of {all}").format(n=number, all=FOLDS))
    return chosen


def validation(taught: Codes, encoder: Encodes | None = None, say: Say | None = None) -> list[dict[str, Any]]:
    """Return the table of a card: this model, and baselines that read nothing."""
    figures = (Part("numbers", FIGURES, 1.0),)
    most = np.zeros(len(taught.codes), int)
    lengths = replace(taught, pieces=tuple(Piece({}, {FIGURES: piece.figures[FIGURES][:1]}) for piece in taught.pieces))
    return [
        row(_("always the most frequent code"), taught, most),
        row(_("the turn's length, and nothing else"), taught, unseen(figures, lengths)),
        row(_("figures without words (lengths, shares, pauses)"), taught, unseen(figures, taught)),
        row(_("this model"), taught, unseen(recipes.turn(encoder=encoder is not None), taught, encoder, say)),
    ]


def row(name: str, taught: Codes, chosen: Places) -> dict[str, Any]:
    """Return one line of the table: macro-F1 with its interval, drawn over groups."""

    def of(rows: NDArray[np.int64]) -> float:
        return macro(taught.codes[rows], chosen[rows], len(taught.names))

    figure = interval(of, taught.groups)
    return {"name": name, "macro": {"value": figure.value, "low": figure.low, "high": figure.high}}


def code_model(taught: Codes, encoder: Encodes | None, about: dict[str, Any]) -> Model:
    """Return the model that all coded turns teach."""
    found = teach(recipes.turn(encoder=encoder is not None), taught, encoder)
    digest = "" if encoder is None else encoder.digest
    told = {**about, "strength": found.strength, "turns": len(taught.codes)}
    return Model("code", taught.names, found.reader, found.line, digest, told, second=found.second)


def _second(taught: Codes, scores: Numbers, apart: Sequence[tuple[Places, Places]]) -> Line:
    """Return the line over neighbours, with each code raised or lowered so that macro-F1 is best on unseen groups."""
    features = around(scores, taught.sessions)
    inner = np.zeros_like(scores)
    for known, other in apart:
        line = _neighbours(features[known], taught.outcomes[known], taught.weights[known])
        inner[other] = line.of({AROUND: features[other]})
    line = _neighbours(features, taught.outcomes, taught.weights)
    return replace(line, base=line.base + _raised(inner, taught.codes))


def _neighbours(features: Numbers, outcomes: Numbers, weights: Numbers) -> Line:
    middle, spread = features.mean(axis=0), np.maximum(features.std(axis=0), 1e-9)
    steps = np.column_stack([(features - middle) / spread, np.ones(len(features))])
    system = (steps * weights[:, None]).T @ steps
    system.flat[:: len(system) + 1] += [recipes.SECOND_STRENGTH] * (len(system) - 1) + [0.0]
    found = np.linalg.solve(system, (steps * weights[:, None]).T @ outcomes)
    scaled = found[:-1] / spread[:, None]
    return Line({AROUND: scaled}, found[-1] - middle @ scaled)


def _raised(scores: Numbers, codes: Places) -> Numbers:
    many = scores.shape[1]
    best, kept = -1.0, np.zeros(many)
    if many > recipes.MOST_RAISED:
        return kept
    for steps in product(STEPS, repeat=many - 1):
        offsets = np.array([0.0, *steps])
        value = macro(codes, (scores + offsets).argmax(axis=1), many)
        if value > best + 1e-12:
            best, kept = value, offsets
    return kept
