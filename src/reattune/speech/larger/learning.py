"""From a corpus to a model with its card's figures: the one door for the command and the benchmarks."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from reattune.model import Transcript
from reattune.speech.larger import coded, recipes
from reattune.speech.larger.applying import familiar
from reattune.speech.larger.encoder import Encodes
from reattune.speech.larger.measured import low_quarter, reach, slope, validation
from reattune.speech.larger.model import Model
from reattune.speech.larger.texts import Piece, edition
from reattune.speech.larger.training import Say, lesson, score_model

STRANGE = 0.005
"""The share of training sessions whose words are too rare for the model to speak of sessions like them."""


def from_ratings(
    transcripts: Sequence[Transcript],
    scores: Sequence[float],
    raters: Sequence[str],
    about: Mapping[str, Any],
    *,
    low: float | None = None,
    encoder: Encodes | None = None,
    say: Say | None = None,
) -> Model:
    """Return a model of session ratings.

    Args:
        transcripts: the sessions.
        scores: how each was rated.
        raters: who rated it; figures are measured on raters that were not learned from.
        about: name, licence, target and `by` of the corpus, for the card.
        low: a score under this is called low; by default a quarter of the sessions is.
        encoder: the user's, or None.
        say: is told how far it is.

    Raises:
        ReattuneError: there is too little to learn from.
    """
    taught = lesson(transcripts, scores, raters)
    below = low_quarter(scores) if low is None else low
    table, found = validation(taught, below, encoder, recipes.SESSION_TERMS, say)
    curve, brier, base = slope(taught, found, below)
    told = {
        **about,
        "sessions": len(transcripts),
        "groups": len(set(raters)),
        "below": below,
        "table": table,
        "slope": {"height": curve.height, "steepness": curve.steepness},
        "brier": brier,
        "markers": edition(),
        "brier_base": base,
        **reach(taught, found, below),
    }
    return _knowing(score_model(taught, encoder, told), taught.pieces)


def from_codes(
    sessions: Sequence[tuple[Transcript, Mapping[int, str]]],
    groups: Sequence[str],
    about: Mapping[str, Any],
    encoder: Encodes | None = None,
    say: Say | None = None,
) -> Model:
    """Return a model of the codes of single turns.

    Args:
        sessions: each with the codes of its turns, by their number from 0.
        groups: what each session belongs to (a video, a person); figures are measured on groups not learned from.
        about: name, licence, target and `by` of the corpus, for the card.
        encoder: the user's, or None.
        say: is told how far it is.

    Raises:
        ReattuneError: there is too little to learn from.
    """
    taught = coded.lesson(sessions, groups)
    told = {
        **about,
        "sessions": len(sessions),
        "groups": len(set(groups)),
        "table": coded.validation(taught, encoder, say),
        "roles": sorted({transcript.turns[at].role.value for transcript, codes in sessions for at in codes}),
    }
    whole = [
        Piece({"turn": tuple(transcript.turns[at].text for at in sorted(codes))}, {}) for transcript, codes in sessions
    ]
    return _knowing(coded.code_model(taught, encoder, told), whole)


def _knowing(model: Model, pieces: Sequence[Piece]) -> Model:
    shares = familiar(model, pieces)
    return replace(model, about={**model.about, "familiar": float(np.quantile(shares, STRANGE))})
