"""What a model of one's own says of a session, what it rests on, and when it says nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

import numpy as np

from reattune.errors import ReattuneError
from reattune.language import _, plural
from reattune.model import Role, Transcript
from reattune.speech.larger.blocks import Part
from reattune.speech.larger.calibration import Band, Slope
from reattune.speech.larger.encoder import Encodes
from reattune.speech.larger.model import Model
from reattune.speech.larger.ridge import Block
from reattune.speech.larger.texts import MARKERS, Piece, edition, session
from reattune.speech.larger.tfidf import Terms
from reattune.speech.markers.definitions import candidates

LEAST_TURNS = 20
"""With fewer turns of the client's, nothing is said."""
MOST = 6
"""How many terms are named for and against."""


@dataclass(frozen=True, slots=True)
class Term:
    """One term of a session and what it adds to the prediction."""

    text: str
    where: str
    adds: float


@dataclass(frozen=True, slots=True)
class Resembles:
    """How a session resembles those the model learned from; or `why` nothing is said of it.

    `score` is on the scale of the ratings, and four in five sessions weighed alike were rated within `rated`; `low` is
    the share of them that was rated low, and `band` a point at which that was measured. `usual` and all `parts` add up
    to the score. It is about those raters, never the probability of a rupture.
    """

    score: float | None = None
    low: float | None = None
    terms: tuple[Term, ...] = ()
    why: str = ""
    rated: tuple[float, float] | None = None
    band: Band | None = None
    usual: float = 0.0
    parts: tuple[Term, ...] = ()
    """What each block adds to what it usually adds, the largest first; its `text` is the kind of block."""
    markers: tuple[Term, ...] = ()
    """The named markers that add and take most, each with its definition."""


def resembles(model: Model, transcript: Transcript, encoder: Encodes | None = None) -> Resembles:
    """Return what a model says of one session.

    Args:
        model: one for scores.
        transcript: turns with roles.
        encoder: the one it was trained with, where it was.

    Returns:
        The score it resembles with the terms that carry it; or why nothing is said.

    Raises:
        ReattuneError: the model is not for scores, or the encoder is missing or another.
    """
    if model.goal != "score":
        raise ReattuneError(_("This model is for single turns; train one on rated sessions to read whole sessions."))
    matching(model, encoder)
    piece = session(transcript)
    why = outside(model, transcript, piece)
    if why:
        return Resembles(why=why)
    blocks = model.reader.blocks([piece], encoder)
    score = float(model.line.of(blocks)[0, 0])
    low = float(Slope(**model.about["slope"]).share(np.array([score]))[0])
    return Resembles(
        score,
        low,
        rated=(score + model.about["under"], score + model.about["over"]),
        band=next((Band(**band) for band in reversed(model.about["bands"]) if low >= band["at"]), None),
        usual=float(model.line.base[0]) + sum(model.about["usual"].values()),
        parts=_parts(model, blocks),
        terms=_terms(model, blocks),
        markers=_markers(model, blocks),
    )


def matching(model: Model, encoder: Encodes | None) -> None:
    """Stop where markers or the encoder are not those a model was trained with.

    Raises:
        ReattuneError: the encoder is missing, or something is another.
    """
    if model.about.get("markers", edition()) != edition():
        raise ReattuneError(_("The model was trained with another version of Reattune's markers; train it again."))
    if model.encoder and encoder is None:
        raise ReattuneError(_("This model reads with a sentence encoder; say which folder holds it with --encoder."))
    if model.encoder and encoder is not None and encoder.digest != model.encoder:
        raise ReattuneError(_("This is not the encoder the model was trained with; use that one, or train again."))


def outside(model: Model, transcript: Transcript, piece: Piece) -> str:
    """Return why nothing can be said of a session, "" where something can.

    Args:
        model: one for scores.
        transcript: the session.
        piece: the same, as it is read.
    """
    client = sum(turn.role is Role.CLIENT for turn in transcript.turns)
    if client < LEAST_TURNS:
        found = plural("{n} turn", "{n} turns", client)
        message = _("the client has {found}; with fewer than {least} nothing is said")
        return message.format(found=found, least=LEAST_TURNS)
    if not any(turn.role is Role.THERAPIST for turn in transcript.turns):
        return _("nobody in it is the therapist")
    if familiar(model, [piece])[0] < float(model.about.get("familiar", 0.0)):
        return _("its words are far from those the model learned from (another language, or another kind of talk)")
    return ""


def familiar(model: Model, pieces: Sequence[Piece]) -> list[float]:
    """Return for each piece which share of its terms the model knows."""
    shares = []
    part = next(part for part in model.reader.parts if part.kind == "words")
    known = frozenset(cast("Terms", model.reader.learned[part.name]).terms)
    for piece in pieces:
        words = " ".join(piece.said[part.of]).lower().split()
        shares.append(sum(word.strip(".,;:!?\"'()…") in known for word in words) / max(1, len(words)))
    return shares


def _parts(model: Model, blocks: Mapping[str, Block]) -> tuple[Term, ...]:
    """Return what each block adds, less what it usually does."""
    found = []
    for part in model.reader.parts:
        adds = (blocks[part.name] @ model.line.weights[part.name])[0, 0] - model.about["usual"][part.name]
        found.append(Term(part.kind, part.of, float(adds)))
    return tuple(sorted(found, key=lambda term: -abs(term.adds)))


def _terms(model: Model, blocks: Mapping[str, Block]) -> tuple[Term, ...]:
    """Return the terms of a session that add most and take most, each with where it stands."""
    found: list[Term] = []
    for part in model.reader.parts:
        known = model.reader.learned[part.name]
        if part.kind == "words" and isinstance(known, Terms):
            row, weights = blocks[part.name], model.line.weights[part.name][:, 0]
            found += [
                Term(known.terms[place], part.of, float(value * weights[place]))
                for place, value in zip(row.indices, row.data, strict=True)
            ]
    return _ends(found)


def _markers(model: Model, blocks: Mapping[str, Block]) -> tuple[Term, ...]:
    """Return the named markers that add most and take most, against what is usual."""
    name = Part("numbers", MARKERS, 1.0).name
    if name not in blocks:
        return ()
    adds = blocks[name][0] * model.line.weights[name][:, 0]
    return _ends([Term(one.says(), MARKERS, float(value)) for one, value in zip(candidates(), adds, strict=True)])


def _ends(found: Sequence[Term]) -> tuple[Term, ...]:
    ordered = sorted(found, key=lambda term: (term.adds, term.text, term.where))
    return tuple(ordered[:MOST] + ordered[-MOST:]) if len(ordered) > 2 * MOST else tuple(ordered)
