"""The rules for moments that come with Reattune; every number is our own choice and is held against the same session.

What they find on invented sessions in which nothing changes is in docs/nonverbal/moments.md.
"""

from collections.abc import Iterator, Sequence
from statistics import median

import numpy as np
from numpy.typing import NDArray

from reattune.model import Between, Role, Silence, Span
from reattune.nonverbal import moment_words as words
from reattune.nonverbal.listened import Moment
from reattune.nonverbal.scene import Reply, Rule, Scene, moment
from reattune.nonverbal.turns import MINIMAL
from reattune.nonverbal.unusual import cluster, lower, run

RARE = 0.01
"""How often chance in the same session may bring up as much, for a moment to be one."""
LEAST = 1e-6
"""No chance counts as smaller."""
MANY, WITHIN = 3, 240.0
"""Silences between two turns of the therapist, and the seconds they lie in."""
LONG, FAR, KNOWN = 8.0, 3.5, 8
"""Seconds of a long silence, how many robust deviations from the others, and how many others that takes."""
LONG_ALONE = 15.0
BESIDE = 5
"""Replies around such silences that are held against those before."""
LAST, BEFORE, SHRUNK, SHRINKS = 10, 12, 0.4, 0.02
"""Replies that are held against those before them, how many of these there are, what part of them is short, and how
often chance may bring up as much."""
SHORT_RUN = 4
AUDIBLE_IN, AUDIBLE, AUDIBLE_MOST = 5.0, 0.5, 2
IN_A_ROW, OVER = 4, 180.0
SHARED, NEXT, GREW = 4.0, 4, 1.8
FLOWING, SMOOTH = 10, 1.5


def between_yours(scene: Scene) -> Iterator[Moment]:
    """Find silences between two turns of the therapist that lie close together."""
    own = [one for one in scene.quiet if one.between is Between.TT]
    found = cluster([one.start for one in own], scene.seconds, WITHIN, MANY)
    if found is None:
        return
    first, last, chance = found
    here = own[first : last + 1]
    before, now = _replies_around(scene, here[0].start, here[-1].end)
    shorter = bool(before and now) and median(now) <= SHRUNK * median(before)
    # Replies that became short beside it speak for it as well; both together are what studies describe.
    if chance > (10 * RARE if shorter else RARE):
        return
    yield moment(
        "between-yours",
        _spans(here),
        chance / 10 if shorter else chance,
        None,
        longest=max(one.seconds for one in here),
        count=len(here),
        minutes=(here[-1].end - here[0].start) / 60,
        before=median(before) if shorter else None,
        now=median(now) if shorter else None,
    )


def _replies_around(scene: Scene, start: float, end: float) -> tuple[list[float], list[float]]:
    before = [one.seconds for one in scene.replies if one.end <= start]
    now = [one.seconds for one in scene.replies if one.start >= start - 1 and one.start <= end + 60]
    return before, now[:BESIDE]


def long_silence(scene: Scene) -> Iterator[Moment]:
    """Find silences that are long for this session."""
    lengths = np.array([one.seconds for one in scene.quiet])
    for one in scene.quiet:
        others = lengths[lengths != one.seconds]
        usual = float(np.median(others)) if len(others) else 0.0
        if _long(one.seconds, others):
            chance = 1 / (1 + one.seconds) if not usual else min(1.0, usual / one.seconds) ** 3
            yield moment("long-silence", _spans([one]), chance, None, seconds=one.seconds, usual=usual)


def _long(seconds: float, others: NDArray[np.float64]) -> bool:
    if len(others) < KNOWN:
        return seconds >= max(LONG_ALONE, 2 * float(others.max(initial=0.0)))
    logs = np.log(others)
    middle = float(np.median(logs))
    # Never less than .25: where all silences are alike, a slightly longer one is nothing.
    spread = max(1.4826 * float(np.median(np.abs(logs - middle))), 0.25)
    return seconds >= LONG and float(np.log(seconds)) > middle + FAR * spread


def shorter_replies(scene: Scene) -> Iterator[Moment]:
    """Find the place from which replies are much shorter than the session's own before."""
    lengths = [one.seconds for one in scene.replies]
    best: tuple[float, int] | None = None
    for at in range(BEFORE, len(lengths) - LAST + 1):
        now, before = lengths[at : at + LAST], lengths[:at]
        if median(now) > SHRUNK * median(before):
            continue
        # Looked for at many places: those that do not overlap count as so many looks.
        chance = lower(now, before) * max(1, (len(lengths) - BEFORE) / LAST)
        if chance <= SHRINKS and (best is None or chance < best[0]):
            best = chance, at
    if best is None:
        return
    chance, at = best
    here = scene.replies[at : at + LAST]
    usual, short = median(lengths[:at]), median(lengths[at : at + LAST])
    yield moment("shorter-replies", _spans(here), max(chance, LEAST), Role.CLIENT, count=LAST, before=usual, now=short)


def longer_replies(scene: Scene) -> Iterator[Moment]:
    """Find a shared silence after which replies are longer than otherwise in the session."""
    best: tuple[float, Silence, list[Reply]] | None = None
    shared = [one for one in scene.quiet if one.seconds >= SHARED and one.between is not Between.OTHER]
    for one in shared:
        after = [reply for reply in scene.replies if reply.start >= one.end - 0.5][:NEXT]
        others = [reply.seconds for reply in scene.replies if reply not in after]
        if len(after) < NEXT or len(others) < BEFORE:
            continue
        grown = [reply.seconds for reply in after]
        chance = lower([-each for each in grown], [-each for each in others]) * len(shared)
        if chance <= RARE and median(grown) >= GREW * median(others) and (best is None or chance < best[0]):
            best = chance, one, after
    if best is not None:
        chance, one, after = best
        usual = median([reply.seconds for reply in scene.replies])
        yield moment(
            "longer-replies",
            [*_spans([one]), *_spans(after)],
            max(chance, LEAST),
            None,
            seconds=one.seconds,
            now=median([reply.seconds for reply in after]),
            usual=usual,
        )


def short_replies(scene: Scene) -> Iterator[Moment]:
    """Find a run of replies of less than a second."""
    found = run([one.seconds < MINIMAL for one in scene.replies], SHORT_RUN)
    if found is not None and found[2] <= RARE:
        here = scene.replies[found[0] : found[1] + 1]
        yield moment("short-replies", _spans(here), found[2], Role.CLIENT, count=len(here))


def audible(scene: Scene) -> Iterator[Moment]:
    """Find long silences in which something can be heard that is not speech."""
    heard = [(sum(span.seconds for span in one.sounds), one) for one in scene.quiet if one.seconds >= AUDIBLE_IN]
    loud = sorted((pair for pair in heard if pair[0] >= AUDIBLE), key=lambda pair: -pair[0])
    # Where most silences have sounds in them, it is the room.
    if not loud or len(loud) > max(AUDIBLE_MOST, len(heard) / 2):
        return
    for sounding, one in loud[:AUDIBLE_MOST]:
        chance = max(len(loud) / (len(scene.quiet) + 1), 1e-3)
        yield moment("audible", _spans([one]), chance, None, seconds=one.seconds, sounding=sounding)


def coming_in(scene: Scene) -> Iterator[Moment]:
    """Find stretches in which one person often begins before the other ends."""
    if scene.bleeds:
        return
    for role in (Role.THERAPIST, Role.CLIENT):
        own = [one for one in scene.exchanges if one.interrupts and one.after.role is role]
        found = cluster([one.after.start for one in own], scene.seconds, OVER, IN_A_ROW)
        if found is not None and found[2] <= RARE:
            here = own[found[0] : found[1] + 1]
            minutes = (here[-1].after.start - here[0].after.start) / 60
            rests = [Span(one.after.start, one.before.end) for one in here]
            yield moment("coming-in", rests, found[2], role, count=len(here), minutes=minutes)


def flowing(scene: Scene) -> Iterator[Moment]:
    """Find a stretch of exchanges without long gaps in which replies are longer than otherwise in the session."""
    met, best = scene.exchanges, None
    own = {one.start: one.seconds for one in scene.replies}
    every = [own.get(one.after.start, 0.0) for one in met]
    for at in range(len(met) - FLOWING + 1):
        here = [length for length in every[at : at + FLOWING] if length]
        others = [length for length in (*every[:at], *every[at + FLOWING :]) if length]
        smooth = all(abs(one.offset) <= SMOOTH for one in met[at : at + FLOWING])
        if not smooth or len(here) < FLOWING // 2 or len(others) < BEFORE or median(here) < GREW * median(others):
            continue
        chance = lower([-one for one in here], [-one for one in others]) * max(1, len(met) / FLOWING)
        if chance <= RARE and (best is None or chance < best[0]):
            best = chance, at, median(here), median(others)
    if best is not None:
        chance, at, now, usual = best
        stretch = met[at : at + FLOWING]
        rests = [Span(stretch[0].before.start, stretch[-1].after.end)]
        yield moment("flowing", rests, max(chance, LEAST), None, count=FLOWING, now=now, usual=usual)


def _spans(found: Sequence[Silence] | Sequence[Reply]) -> list[Span]:
    return [Span(one.start, one.end) for one in found]


BUILT_IN = (
    Rule("between-yours", between_yours, words.between_yours),
    Rule("long-silence", long_silence, words.long_silence, roles=False),
    Rule("shorter-replies", shorter_replies, words.shorter_replies),
    Rule("short-replies", short_replies, words.short_replies),
    Rule("audible", audible, words.audible, roles=False),
    Rule("coming-in", coming_in, words.coming_in),
    Rule("longer-replies", longer_replies, words.longer_replies),
    Rule("flowing", flowing, words.flowing),
)
"""Every rule of our own."""
