"""Learning from a user's own sessions, measured on raters that were not learned from."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reattune.errors import ReattuneError
from reattune.language import _, plural
from reattune.model import Transcript
from reattune.speech.larger import recipes
from reattune.speech.larger.blocks import NOTHING, Numbers, Part, Reader, read
from reattune.speech.larger.encoder import Encodes
from reattune.speech.larger.model import Model
from reattune.speech.larger.ridge import Line, fit, kernel
from reattune.speech.larger.texts import Piece, session

FOLDS, INNER = 5, 4
LEAST_SESSIONS, LEAST_RATERS = 100, 10
"""Fewer say nothing about anybody who was not among them."""

Places = NDArray[np.int64]
Split = tuple[Places, Places]
Say = Callable[[str], None]


@dataclass(frozen=True)
class Lesson:
    """Pieces to learn from, each with its outcomes and the group (rater, video) it belongs to."""

    pieces: tuple[Piece, ...]
    outcomes: Numbers
    groups: tuple[str, ...]

    def at(self, places: Places) -> "Lesson":
        """Return some of them."""
        kept = [int(place) for place in places]
        pieces, groups = [self.pieces[place] for place in kept], [self.groups[place] for place in kept]
        return Lesson(tuple(pieces), self.outcomes[places], tuple(groups))


def lesson(transcripts: Sequence[Transcript], scores: Sequence[float], raters: Sequence[str]) -> Lesson:
    """Return rated sessions as a lesson.

    Args:
        transcripts: the sessions.
        scores: how each was rated.
        raters: who rated it.

    Raises:
        ReattuneError: there are too few sessions or raters to say anything about others, or all scores are the same.
    """
    told = {"sessions": LEAST_SESSIONS, "raters": LEAST_RATERS}
    if len(transcripts) < LEAST_SESSIONS or len(set(raters)) < LEAST_RATERS:
        message = _("There are {found} by {people}; it takes at least {sessions} by {raters} different people.")
        found = plural("{n} rated session", "{n} rated sessions", len(transcripts))
        people = plural("{n} person", "{n} people", len(set(raters)))
        raise ReattuneError(message.format(found=found, people=people, **told))
    outcomes = np.array(scores, float)[:, None]
    if float(outcomes.std()) < NOTHING:
        raise ReattuneError(_("All scores are the same, so that there is nothing to learn from them."))
    return Lesson(tuple(session(transcript) for transcript in transcripts), outcomes, tuple(raters))


@dataclass(frozen=True)
class Taught:
    """What one lesson taught."""

    reader: Reader
    line: Line
    strength: float

    def say(self, pieces: Sequence[Piece], encoder: Encodes | None) -> Numbers:
        """Return what it says of pieces."""
        return self.line.of(self.reader.blocks(pieces, encoder))


def teach(parts: Sequence[Part], taught: Lesson, encoder: Encodes | None = None, least: int = 5) -> Taught:
    """Return what pieces of training teach; how small weights are kept is chosen on groups within them.

    Args:
        parts: the blocks.
        taught: the pieces of training, and no other.
        encoder: where a block needs one.
        least: in how many pieces a term has to stand.
    """
    reader, blocks = read(parts, taught.pieces, encoder, least)
    alike = kernel(blocks)
    losses = np.zeros(len(recipes.STRENGTHS))
    for known, unseen in splits(taught.groups, INNER):
        own = {name: block[known] for name, block in blocks.items()}
        other = {name: block[unseen] for name, block in blocks.items()}
        for number, strength in enumerate(recipes.STRENGTHS):
            line = fit(own, alike[np.ix_(known, known)], taught.outcomes[known], strength)
            losses[number] += float(((line.of(other) - taught.outcomes[unseen]) ** 2).sum())
    strength = recipes.STRENGTHS[int(np.argmin(losses))]
    return Taught(reader, fit(blocks, alike, taught.outcomes, strength), strength)


def unseen(
    parts: Sequence[Part], taught: Lesson, encoder: Encodes | None = None, least: int = 5, say: Say | None = None
) -> Numbers:
    """Return what would be said of each piece by a model that knows nobody of its group.

    Args:
        parts: the blocks.
        taught: all pieces.
        encoder: where a block needs one.
        least: in how many pieces a term has to stand.
        say: is told how far it is.
    """
    found = np.zeros_like(taught.outcomes)
    for number, (known, other) in enumerate(splits(taught.groups, FOLDS), start=1):
        found[other] = teach(parts, taught.at(known), encoder, least).say(taught.at(other).pieces, encoder)
        if say is not None:
            say(_("measured on unseen people: part {n} of {all}").format(n=number, all=FOLDS))
    return found


def splits(groups: Sequence[str], many: int) -> Iterator[Split]:
    """Yield which pieces to learn from and which to measure on; no group is on both sides."""
    try:
        from sklearn.model_selection import GroupKFold  # noqa: PLC0415 - only those who train have it
    except ImportError as error:
        raise ReattuneError(_("Training needs more: install reattune with the extra “train”.")) from error
    names = {name: number for number, name in enumerate(sorted(set(groups), key=_by_number))}
    places = [names[group] for group in groups]
    yield from GroupKFold(min(many, len(names))).split(np.zeros(len(groups)), groups=places)


def _by_number(name: str) -> tuple[int, str]:
    return (int(name) if name.isdecimal() else 0, name)


def score_model(
    taught: Lesson, encoder: Encodes | None, about: dict[str, Any], least: int = recipes.SESSION_TERMS
) -> Model:
    """Return the model that all sessions teach.

    Args:
        taught: all rated sessions.
        encoder: the user's, or None.
        about: what the card says: the corpus, and the figures measured on unseen raters.
        least: in how many sessions a term has to stand.
    """
    found = teach(recipes.session(encoder=encoder is not None), taught, encoder, least)
    blocks = found.reader.blocks(taught.pieces, encoder)
    usual = {name: float(np.mean(block @ found.line.weights[name][:, 0])) for name, block in blocks.items()}
    made = Model("score", ("score",), found.reader, found.line, "" if encoder is None else encoder.digest)
    return replace(made, about={**about, "strength": found.strength, "usual": usual})
