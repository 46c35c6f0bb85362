"""What makes a difference between two pictures no movement: cuts, light, stills, new layouts. It is left out, and told.

The noise and jump limits are those of Altmann's published procedure (code read); cuts, light, stills and layouts are
ours. Nothing is filled in.
"""

import numpy as np
from numpy.typing import NDArray

from reattune.model import Role, Span
from reattune.nonverbal.energy import Floats, Seen
from reattune.nonverbal.watched import Fault, Kind

NOISE, JUMP = 5.0, 15.0
"""Percent of the background; percentage points between two pictures."""
CUT = 60.0
"""Percent of both parts that change at once where a picture is cut."""
AROUND = 0.2
"""Seconds left out on each side of a cut or an error."""
UNTOUCHED = 0.02
"""Percent of pixels below which a picture is the one before, drawn again."""
STILL, STILL_PART = 2.0, 5.0
"""Seconds after which a whole picture, or one person's part, counts as standing still."""
GAP = 2.0
"""Seconds without a picture."""
LIGHT = 4.0
"""Grey levels in a second by which three quarters of the picture become lighter, or darker."""
BEFORE, AFTER = 5, 2
"""Small copies, one a second, that are held against each other on both sides of a moment."""
ALIKE, BACK = 0.5, 0.6
"""Correlation of small copies below which a picture is laid out anew, and above which it is back as it was."""
DIFFERENT, LEVELS = 0.4, 10.0
"""Share of a small copy that has to differ by so many grey levels; a person who leans forward is less."""
SHORT = 2.5
"""Seconds of a change that a cut or a new layout explains by itself."""
TYPICAL = 0.04
"""Seconds between two pictures that the limits are meant for."""

Flags = NDArray[np.bool_]


def faults(seen: Seen) -> tuple[Fault, ...]:
    """Return the stretches in which differences between pictures are not movement, in time order.

    Args:
        seen: what was counted.
    """
    if len(seen.times) < 2:  # noqa: PLR2004
        return ()
    layout = _layout(seen)
    cuts = _apart(_made(_around(seen, np.asarray((seen.energy[:, :2] > CUT).all(axis=1))), Kind.CUT), layout)
    gaps = _made(_spans(seen, np.diff(seen.times) > GAP), Kind.GAP)
    light = _apart(_made(_light(seen), Kind.LIGHT), [*layout, *cuts])
    known = [*layout, *cuts, *gaps, *light, *_stills(seen)]
    errors = [one for one in _made(_around(seen, _errors(seen)), Kind.ERROR) if not _within(one, known)]
    return tuple(sorted([*known, *errors], key=lambda one: (one.start, one.kind)))


def missing(seen: Seen, found: tuple[Fault, ...]) -> Flags:
    """Return which differences are left out, (n - 1, 2): the client's and the therapist's.

    Args:
        seen: what was counted.
        found: the faults.
    """
    out = np.zeros((max(len(seen.times) - 1, 0), 2), bool)
    begin, end = seen.times[:-1], seen.times[1:]
    for one in found:
        there = (end > one.start + 1e-9) & (begin < one.end - 1e-9)
        for column, role in enumerate((Role.CLIENT, Role.THERAPIST)):
            if one.role in (None, role):
                out[there, column] = True
    return out


def _made(spans: list[Span], kind: Kind) -> list[Fault]:
    return [Fault(one.start, one.end, kind) for one in spans]


def _apart(found: list[Fault], others: list[Fault]) -> list[Fault]:
    """Return the short faults that are not merely the edge of another, and all long ones."""
    edges = [edge for one in others for edge in (one.start, one.end)]
    return [
        one
        for one in found
        if one.end - one.start > SHORT or not any(one.start - AROUND <= edge <= one.end + AROUND for edge in edges)
    ]


def _within(one: Fault, others: list[Fault]) -> bool:
    """Say whether an error lies in a stretch that is left out anyway, but for its margin."""
    return any(
        other.role is None and other.start - AROUND <= one.start + AROUND and one.end - AROUND <= other.end + AROUND
        for other in others
    )


def _spans(seen: Seen, flags: Flags) -> list[Span]:
    """Return runs of flagged differences as stretches of time."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], flags, [False])).astype(np.int8)))
    return [Span(float(seen.times[a]), float(seen.times[b])) for a, b in zip(edges[::2], edges[1::2], strict=True)]


def _around(seen: Seen, flags: Flags) -> list[Span]:
    """Return flagged differences with a margin; those that touch are one."""
    found: list[Span] = []
    for one in _spans(seen, flags):
        start, end = max(one.start - AROUND, 0.0), one.end + AROUND
        if found and start <= found[-1].end:
            found[-1] = Span(found[-1].start, end)
        else:
            found.append(Span(start, end))
    return found


def _errors(seen: Seen) -> Flags:
    """Return noise in the background, and jumps between pictures that are not repeats of the one before."""
    flags = np.nan_to_num(seen.energy[:, 2]) > NOISE
    new = np.flatnonzero(seen.touched[:, 2] >= UNTOUCHED)
    if len(new):
        # A picture that follows repeats of the one before it had their time to change in, too.
        since = np.diff(np.concatenate(([seen.times[0]], seen.times[new + 1])))
        rate = seen.energy[new, :2] * (TYPICAL / np.maximum(since, TYPICAL))[:, np.newaxis]
        jumps = (np.abs(np.diff(rate, axis=0)) > JUMP).any(axis=1)
        flags[new[1:]] |= jumps
    return np.asarray(flags)


def _stills(seen: Seen) -> list[Fault]:
    quiet = seen.energy[:, :2].max(axis=1) == 0
    whole = _spans(seen, _bridged(seen.touched[:, 2] < UNTOUCHED, quiet))
    found = [Fault(one.start, one.end, Kind.FROZEN) for one in whole if one.seconds > STILL]
    for column, role in enumerate((Role.CLIENT, Role.THERAPIST)):
        for one in _spans(seen, _bridged(seen.touched[:, column] < UNTOUCHED, seen.energy[:, column] == 0)):
            covered = any(other.start <= one.start and one.end <= other.end for other in found if other.role is None)
            if one.seconds > STILL_PART and not covered:
                found.append(Fault(one.start, one.end, Kind.FROZEN, role))
    return found


def _bridged(still: Flags, quiet: Flags) -> Flags:
    """Return still differences, and single quiet ones between them: a codec's whole picture, drawn a little anew."""
    found = still.copy()
    found[1:-1] |= still[:-2] & still[2:] & quiet[1:-1]
    return np.asarray(found)


def _light(seen: Seen) -> list[Span]:
    found: list[Span] = []
    for time, lift in seen.light:
        if abs(lift) < LIGHT:
            continue
        start = max(float(time) - 1.0, 0.0)
        if found and start <= found[-1].end:
            found[-1] = Span(found[-1].start, float(time))
        else:
            found.append(Span(start, float(time)))
    return found


def _layout(seen: Seen) -> list[Fault]:
    copies, looks = seen.copies.astype(np.float64), seen.looks
    last = float(seen.times[-1])
    cuts = seen.times[1:][(seen.energy[:, :2] > CUT).any(axis=1)]
    found: list[Fault] = []
    at = BEFORE
    while at <= len(copies) - AFTER:
        usual = copies[at - BEFORE : at].mean(axis=0)
        if not _other(usual, copies[at : at + AFTER].mean(axis=0)):
            at += 1
            continue
        # The sharpest of the next looks is where it happened: the windows before it hold a little of both.
        scores = [_alike(usual, copies[n]) for n in range(max(at - 1, 0), min(at + AFTER, len(copies)))]
        first = max(at - 1, 0) + int(np.argmax(np.array(scores) < ALIKE))
        ends = next((n for n in range(first + 1, len(copies)) if _alike(usual, copies[n]) > BACK), None)
        start = _nearest(cuts, float(looks[first]))
        end = last if ends is None else _nearest(cuts, float(looks[ends]))
        found.append(Fault(start, end, Kind.LAYOUT))
        if ends is None:
            break
        at = ends + BEFORE
    return found


def _nearest(cuts: Floats, time: float) -> float:
    """Return the picture of the cut that a look at the layout, one a second, came after."""
    near = cuts[(cuts <= time + 1e-6) & (cuts > time - 1.5)]
    return float(near[-1]) if len(near) else time


def _other(usual: Floats, now: Floats) -> bool:
    return _alike(usual, now) < ALIKE and float(np.mean(np.abs(usual - now) > LEVELS)) > DIFFERENT


def _alike(one: Floats, two: Floats) -> float:
    first, second = one - one.mean(), two - two.mean()
    size = float(np.sqrt((first**2).sum() * (second**2).sum()))
    if size < 1.0:
        # Two plain pictures are alike; a plain one is like no other.
        return float(np.allclose(first, second, atol=0.5))
    return float((first * second).sum()) / size
