"""A microphone each, on a channel each: who spoke when, although each may hear the other as well."""

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import uniform_filter1d

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.model import Role, Span, Spoke, Way
from reattune.nonverbal.activity import Heard
from reattune.nonverbal.spans import both, either, seconds
from reattune.nonverbal.told import Told

STEP = 0.01
AVERAGED = 15
"""Hundredths of a second over which levels are averaged before they are compared."""
ONE = 1.0
"""Decibels; where nine tenths of all differences in level lie closer together, both channels hold one microphone."""
MOSTLY = 0.9
"""Which part of the speech of either channel the other must hear too, before they may be one microphone."""
CLEAR = 5.0
"""How many standard deviations within them two groups of differences lie apart, where two people speak."""
BLEEDS = 0.1
"""Which part of speech may be heard by the other microphone too before overlap is no longer reported."""
GAP, SHORTEST = 0.25, 0.1
"""Seconds: quiet that does not end a run of speech, and speech that is none."""

Levels = NDArray[np.float64]
Marks = NDArray[np.bool_]


def by_channel(heard: tuple[Heard, Heard], roles: tuple[Role, Role]) -> Told:
    """Return who spoke when, from two microphones.

    Exchanging both arguments' orders changes nothing; exchanging the roles alone exchanges the roles alone.

    Args:
        heard: what was heard on each channel.
        roles: whose microphone each is.

    Returns:
        Who spoke when. Where both channels hold the same microphone, speech without roles, and a remark.

    Raises:
        ReattuneError: both channels are said to be the same person's.
    """
    if roles[0] is roles[1]:
        raise ReattuneError(_("Both channels are given to the same person; say whose microphone each of them is."))
    count = min(len(heard[0].level), len(heard[1].level))
    speaks = [_marked(one.speech, count) for one in heard]
    spoken = either((*heard[0].speech, *heard[1].speech))
    if _one_microphone(heard, speaks, count):
        return Told(Way.NONE, tuple(Spoke(one.start, one.end) for one in spoken), True, (_same(),))
    levels = [_level(one, count) for one in heard]
    middle, apart = _groups(levels[0] - levels[1], speaks)
    over = levels[0] - levels[1] - middle
    kept = [speaks[0] & ~(speaks[1] & (over < -apart / 2)), speaks[1] & ~(speaks[0] & (over > apart / 2))]
    dropped = int((speaks[0] & ~kept[0]).sum() + (speaks[1] & ~kept[1]).sum())
    bleeds = dropped > BLEEDS * max(1, int((speaks[0] | speaks[1]).sum()))
    spoke = [
        Spoke(one.start, one.end, role)
        for role, marks, ear in zip(roles, kept, heard, strict=True)
        for one in _spans(marks, ear.speech)
    ]
    spoke.sort(key=lambda one: (one.start, one.end, str(one.role)))
    return Told(Way.CHANNELS, tuple(spoke), bleeds, _remarks(spoke, roles, bleeds))


def _marked(speech: tuple[Span, ...], count: int) -> Marks:
    found = np.zeros(count, np.bool_)
    for one in speech:
        found[round(one.start / STEP) : round(one.end / STEP)] = True
    return found


def _level(heard: Heard, count: int) -> Levels:
    return np.asarray(uniform_filter1d(heard.level[:count].astype(np.float64), AVERAGED, mode="nearest"))


def _one_microphone(heard: tuple[Heard, Heard], speaks: list[Marks], count: int) -> bool:
    shared = seconds(both(heard[0].speech, heard[1].speech))
    longest = max(seconds(heard[0].speech), seconds(heard[1].speech))
    together = speaks[0] & speaks[1]
    if not longest or shared < MOSTLY * longest or not together.any():
        return False
    apart = heard[0].level[:count][together].astype(np.float64) - heard[1].level[:count][together]
    low, high = np.quantile(apart, (0.05, 0.95))
    return bool(high - low < ONE)


def _groups(over: Levels, speaks: list[Marks]) -> tuple[float, float]:
    """Return the difference in level halfway between the two people, and how far each lies from it.

    Microphones set differently shift all differences alike; what is halfway takes that out again.
    """
    known = np.sort(over[speaks[0] | speaks[1]])
    if not len(known):
        return 0.0, 0.0
    cut = float(np.mean(known[[0, -1]]))
    for _round in range(100):
        at = min(max(1, int(np.searchsorted(known, cut))), len(known) - 1)
        low, high = known[:at], known[at:]
        if not len(low) or not len(high):
            break
        new = float(low.mean() + high.mean()) / 2
        if abs(new - cut) < 1e-9:  # noqa: PLR2004 - settled
            break
        cut = new
    else:
        at = int(np.searchsorted(known, cut))
        low, high = known[:at], known[at:]
    if len(known) > 1 and len(low) and len(high):
        within = float(np.sqrt((low.var() * len(low) + high.var() * len(high)) / len(known)))
        if float(high.mean() - low.mean()) > CLEAR * within:
            return cut, float(high.mean() - low.mean()) / 2
    return 0.0, float(np.median(np.abs(known)))


def _spans(marks: Marks, speech: tuple[Span, ...]) -> list[Span]:
    edges = np.flatnonzero(np.diff(np.concatenate(([0], marks.astype(np.int8), [0]))))
    runs = tuple(Span(int(a) * STEP, int(b) * STEP) for a, b in edges.reshape(-1, 2))
    # Edges that the gate left alone stay where they were heard, to the millisecond.
    joined: list[Span] = []
    for one in both(runs, speech):
        if joined and one.start - joined[-1].end < GAP:
            joined[-1] = Span(joined[-1].start, one.end)
        else:
            joined.append(one)
    return [one for one in joined if one.seconds >= SHORTEST]


def _remarks(spoke: list[Spoke], roles: tuple[Role, Role], bleeds: bool) -> tuple[str, ...]:
    found = [_unheard(role) for role in roles if spoke and not any(one.role is role for one in spoke)]
    if bleeds:
        found.append(_("Each microphone also hears the other person, so speaking at the same time is not measured."))
    return tuple(found)


def _unheard(role: Role) -> str:
    if role is Role.THERAPIST:
        return _("One person only can be heard: there is no speech on the therapist's microphone.")
    if role is Role.CLIENT:
        return _("One person only can be heard: there is no speech on the client's microphone.")
    return _("One person only can be heard: there is no speech on the other microphone.")


def _same() -> str:
    return _("Both channels hold the same microphone, or one person only; they are taken as one microphone.")
