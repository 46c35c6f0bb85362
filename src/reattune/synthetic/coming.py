"""How one person comes over time: what became of each slot, who asked, how long before, and which reason was given."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reattune.synthetic import life as lives
from reattune.synthetic import rates
from reattune.synthetic.conduct import AWAY, WITHDRAWING, chosen, tendencies
from reattune.synthetic.effects import Effects
from reattune.synthetic.plans import Life, Plan
from reattune.synthetic.usual import Usual

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

ATTENDED, LATE, CANCELLED, SHORT_NOTICE, ABSENT = range(5)
KEPT, EARLY, DAYS, SHORT = range(4)
_NUMBERS = 10
"""Uniform numbers for each slot, always as many, so that a plan changes nobody's chance."""


@dataclass(frozen=True, slots=True)
class Came:
    """What became of `T` slots: codes of `ATTENDANCE` and `RESCHEDULING`, and the rest of each row.

    `by_therapist` is 1 where the therapist moved the slot and 2 where they cancelled it; `notice` the hours before the
    slot at which a change was asked for; `recorded` whether the rows say that the client asked. `withdrawn` are the
    changes and absences that come of what was planted, `covered` those of them with an ordinary reason.
    """

    codes: Ints
    moves: Ints
    by_therapist: Ints
    notice: Floats
    recorded: Bools
    reasons: tuple[str, ...]
    withdrawn: Bools
    covered: Bools
    where: Floats
    """A uniform number for each slot that decides where it is moved to."""
    chances: Floats
    """This person's own chances of each outcome `[5]`."""
    moving: Floats
    """This person's own chances of keeping and of moving `[4]`."""

    @property
    def held(self) -> Bools:
        """Whether each session took place."""
        held: Bools = (self.codes <= LATE) & (self.by_therapist < 2)  # noqa: PLR2004
        return held


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around one person's coming: odds of being away and of moving `[T]`, a stretch, the agreed notice."""

    odds: Floats
    moves: Floats
    stretch: lives.Stretch
    notice_hours: int


def came(usual: Usual, plan: Plan, change: Effects, around: Around, rng: np.random.Generator) -> Came:
    """Return how one person comes.

    Args:
        usual: how people usually are (with this life).
        plan: what is planted, resolved.
        change: what it does in each session.
        around: what else tilts the odds, and what was agreed.
        rng: where chance comes from.
    """
    sessions = len(change.odds)
    chances = tendencies(1, rng, usual.attendance)
    moving = tendencies(1, rng, usual.rescheduling)
    chance = rng.random((_NUMBERS, sessions))
    tilted = chances[:, None, :] * around.odds[None, :, None] ** np.array(AWAY)
    codes = _codes(tilted[0], chance[0], change)
    moves = chosen(moving, chance[1:2], change.moves * around.moves, AWAY[:4])[0]
    ill = around.stretch.inside(sessions)
    by_therapist = np.where(chance[2] < usual.therapist_cancels, 2, 0)
    by_therapist = np.where((by_therapist == 0) & (chance[3] < usual.therapist_moves), 1, by_therapist)
    stretch_notice = 6.0 + 84.0 * chance[4]
    codes = np.where(ill, np.where(stretch_notice < around.notice_hours, SHORT_NOTICE, CANCELLED), codes)
    absent = _staying_away(change, sessions)
    codes = np.where(absent, ABSENT, codes)
    # A slot that the client cancels or does not attend is not there to be moved.
    by_therapist = np.where(ill | absent | ((by_therapist == 1) & (codes > LATE)), 0, by_therapist)
    moves = np.where((codes <= LATE) & (by_therapist == 0), moves, KEPT)
    withdrawn = _withdrawn(codes, moves, change, chance[5]) & ~ill & (by_therapist == 0)
    reasons, covered = _reasons(codes, moves, withdrawn, (usual.stated, plan), ill, chance[6:8])
    return Came(
        codes=codes,
        moves=moves,
        by_therapist=by_therapist,
        notice=np.where(ill, stretch_notice, _notice(codes, moves, around.notice_hours, chance[4])),
        recorded=ill | (chance[8] < usual.initiator_recorded),
        reasons=tuple("" if by_therapist[index] else one for index, one in enumerate(reasons)),
        withdrawn=withdrawn | absent,
        covered=covered,
        where=chance[9],
        chances=chances[0],
        moving=moving[0],
    )


def _codes(weights: Floats, chance: Floats, change: Effects) -> Ints:
    """Return outcomes from one person's tilted weights `[T, 5]`, tilted further by what was planted."""
    below = np.cumsum(weights * change.odds[:, None] ** np.array(WITHDRAWING), axis=1)
    codes: Ints = (chance[:, None] * below[:, -1:] >= below[:, :-1]).sum(axis=1)
    return codes


def _staying_away(change: Effects, sessions: int) -> Bools:
    absent: Bools = np.arange(sessions) >= (sessions if change.absent is None else change.absent)
    return absent


def _withdrawn(codes: Ints, moves: Ints, change: Effects, chance: Floats) -> Bools:
    """Return which changes and absences are due to what was planted: of odds x m, the share 1 - 1/m."""
    excess = np.where(
        (codes == SHORT_NOTICE) | (codes == ABSENT),
        1.0 - 1.0 / np.maximum(change.odds, 1.0),
        np.where(moves != KEPT, 1.0 - 1.0 / np.maximum(change.moves, 1.0), 0.0),
    )
    withdrawn: Bools = chance < excess
    return withdrawn


def _reasons(
    codes: Ints, moves: Ints, withdrawn: Bools, how: tuple[float, Plan], ill: Bools, chance: Floats
) -> tuple[list[str], Bools]:
    """Return the reason given for each slot ("" for none), and whether it is a cover."""
    stated, plan = how
    askable = (codes == CANCELLED) | (codes == SHORT_NOTICE) | (moves != KEPT)
    ordinary = np.full(len(codes), stated)
    if plan.life is Life.CARER:
        ordinary = np.where(codes == SHORT_NOTICE, rates.CARER_STATED.value, ordinary)
    given = askable & (chance[0] < np.where(withdrawn, plan.cover, ordinary))
    words = [
        lives.reason_of_stretch(plan.life) if ill[index] else lives.reason(plan.life, number) if given[index] else ""
        for index, number in enumerate(chance[1].tolist())
    ]
    return words, given & withdrawn & ~ill


def _notice(codes: Ints, moves: Ints, agreed: int, chance: Floats) -> Floats:
    """Return how many hours before the slot a change was asked for."""
    short = 0.5 + chance * (agreed - 1.0)
    week = 168.0
    in_time = agreed + 1.0 + 100.0 * chance
    moved = np.select(
        [moves == EARLY, moves == DAYS], [week * (1.0 + chance), agreed + chance * (week - 0.5 - agreed)], short
    )
    notice: Floats = np.where(codes == CANCELLED, in_time, np.where(codes == SHORT_NOTICE, short, moved))
    return notice
