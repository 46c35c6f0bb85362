"""Silences of a recording, and whose speech lies on each side of them."""

from collections.abc import Iterable, Sequence

from reattune.model import Between, Pauses, Role, Silence, Span, Spoke
from reattune.nonverbal.spans import both, either

SHORTEST = 2.0
"""Seconds from which on a quiet stretch is listed as a silence."""
LONGER = 3.0
"""Seconds from which on research on silences in therapy counts them."""
PATTERNS = (Between.TT, Between.TP, Between.PT, Between.PP)
_LETTER = {Role.THERAPIST: "T", Role.CLIENT: "P"}


def silences(
    spoke: Iterable[Spoke], seconds: float, sounds: Iterable[Span] = (), shortest: float = SHORTEST
) -> tuple[Silence, ...]:
    """Return the stretches in which nobody spoke, with who spoke before and after.

    Args:
        spoke: runs of speech, in any order.
        seconds: how long the recording is.
        sounds: stretches with something audible that is not speech.
        shortest: seconds a silence lasts at least.

    Returns:
        The silences in time order, those before the first and after the last word among them (`Between.OTHER`).
    """
    said = sorted((one for one in spoke if one.end > one.start), key=lambda one: (one.start, one.end))
    heard = either(sounds)
    found = [
        Silence(span.start, span.end, _between(before, after), both((span,), heard))
        for span, before, after in _gaps(said, seconds)
        if span.seconds >= shortest
    ]
    return tuple(found)


def _gaps(said: Sequence[Spoke], seconds: float) -> Iterable[tuple[Span, Spoke | None, Spoke | None]]:
    last: Spoke | None = None
    for one in said:
        until = last.end if last else 0.0
        if one.start > until:
            yield Span(until, one.start), last, one
        # The one who is heard longest spoke last; of two who end together, the one who began first held the floor.
        if last is None or one.end > last.end:
            last = one
    until = last.end if last else 0.0
    if seconds > until:
        yield Span(until, seconds), last, None


def _between(before: Spoke | None, after: Spoke | None) -> Between:
    letters = [_LETTER.get(one.role, "") if one and one.role else "" for one in (before, after)]
    return Between("".join(letters)) if all(letters) else Between.OTHER


def inner(found: Sequence[Silence], spoke: Sequence[Spoke]) -> tuple[Silence, ...]:
    """Return the silences between two things said: none before the first word and none after the last.

    Args:
        found: silences.
        spoke: runs of speech.
    """
    if not spoke:
        return ()
    first, last = min(one.start for one in spoke), max(one.end for one in spoke)
    return tuple(one for one in found if one.start >= first and one.end <= last)


def by_pattern(found: Sequence[Silence]) -> tuple[Pauses, ...]:
    """Return silences counted by who spoke before and after, one entry for each of the four patterns.

    Args:
        found: silences of at least two seconds.
    """
    return tuple(_pauses(one, [each for each in found if each.between is one]) for one in PATTERNS)


def _pauses(between: Between, found: Sequence[Silence]) -> Pauses:
    lengths = [one.seconds for one in found]
    return Pauses(
        between,
        sum(length >= SHORTEST for length in lengths),
        sum(length >= LONGER for length in lengths),
        sum(lengths),
        max(lengths, default=0.0),
    )
