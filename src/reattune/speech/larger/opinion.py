"""A reader's second opinion on single turns: which codes a model of one's own would give, and where it is clearest."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.model import Role, Transcript
from reattune.speech.larger.applying import familiar, matching
from reattune.speech.larger.around import smoothed
from reattune.speech.larger.encoder import Encodes
from reattune.speech.larger.model import Model
from reattune.speech.larger.texts import Piece, turns

MOST = 12
"""Turns that are listed, where nothing else is asked for."""


@dataclass(frozen=True, slots=True)
class Coded:
    """One turn and the code it would get; `clear` is how far that code stands before the next."""

    turn: int
    code: str
    clear: float


@dataclass(frozen=True, slots=True)
class Opinion:
    """The turns of a session that would be coded, in their order; or `why` nothing is said of it.

    `usual` is the code that came most often in training; its turns are counted and not listed.
    """

    listed: tuple[Coded, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    usual: str = ""
    why: str = ""


def opinion(model: Model, transcript: Transcript, encoder: Encodes | None = None, most: int = MOST) -> Opinion:
    """Return which turns a model would code.

    Args:
        model: one for codes of turns.
        transcript: each entry of the file as a turn, with roles.
        encoder: the one it was trained with, where it was.
        most: how many turns are listed, those first whose code is clearest.

    Returns:
        The turns and how often each code would be given; or why nothing is said.

    Raises:
        ReattuneError: the model is not for codes, or the encoder is missing or another.
    """
    if model.goal != "code" or model.second is None:
        raise ReattuneError(_("This model is for whole sessions; train one on coded turns to read single turns."))
    matching(model, encoder)
    roles = {Role(role) for role in model.about["roles"]}
    at = [number for number, turn in enumerate(transcript.turns) if turn.role in roles and turn.text.strip()]
    if not at:
        return Opinion(why=_("nobody in it has a role whose turns were coded where the model learned"))
    whole = Piece({"turn": tuple(transcript.turns[number].text for number in at)}, {})
    if familiar(model, [whole])[0] < model.about["familiar"]:
        return Opinion(
            why=_("its words are far from those the model learned from (another language, or another kind of talk)")
        )
    first = model.line.of(model.reader.blocks(turns(transcript, at), encoder))
    scores = smoothed(model.second, first, np.zeros(len(at), int))
    chosen = scores.argmax(axis=1)
    best = np.sort(scores, axis=1)
    found = [
        Coded(number, model.outcomes[code], float(row[-1] - row[-2]))
        for number, code, row in zip(at, chosen, best, strict=True)
    ]
    counts = Counter(one.code for one in found)
    others = sorted((one for one in found if one.code != model.outcomes[0]), key=lambda one: (-one.clear, one.turn))
    listed = tuple(sorted(others[:most], key=lambda one: one.turn))
    return Opinion(listed, {code: counts[code] for code in model.outcomes}, model.outcomes[0])
