"""A timed transcript whose speakers a person has named, laid over where speech was heard."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.model import Role, Span, Spoke, Times, Transcript, Turn, Way
from reattune.nonverbal.alignment import HERE, align
from reattune.nonverbal.spans import both, either, seconds
from reattune.nonverbal.told import Told

HALF = 0.5
LOOSE = 1.0
"""Seconds of heard speech beside a turn that still belong to it."""
UNWRITTEN = 0.1


def by_transcript(transcript: Transcript, speech: Sequence[Span]) -> Told:
    """Return who spoke when: turns as the transcript names them, tightened to the speech that was heard.

    Args:
        transcript: of the same session, with times.
        speech: where speech was heard, in time order.

    Returns:
        Who spoke when; speech that the transcript does not have keeps a role of None. Where the transcript's clock
        was off by a constant, that was put right, and a remark says so.

    Raises:
        ReattuneError: the transcript has no times, or does not belong to this recording.
    """
    if transcript.written or transcript.times is Times.NONE:
        raise ReattuneError(_("This transcript has no times of a recording; mark 20 seconds of each person instead."))
    turns = _timed(transcript.turns, max((one.end for one in speech), default=0.0))
    if not turns or not speech:
        return Told(Way.NONE, tuple(Spoke(one.start, one.end) for one in speech), True, (_nothing(),))
    ends = all(one.end is not None for one in transcript.turns if one.start is not None)
    fit = align([Span(one.start, one.end) for one in turns], speech, ends)
    offset = fit.offset if abs(fit.offset) >= HERE else 0.0
    moved = [replace(one, start=one.start + offset, end=one.end + offset) for one in turns]
    written = either(Span(one.start, one.end) for one in moved)
    found = seconds(both(written, speech))
    if found < HALF * min(seconds(written), seconds(speech)) or fit.belongs is False:
        raise ReattuneError(_not_this())
    spoke = _owned(moved, speech)
    remarks = _remarks(spoke, offset)
    return Told(Way.TRANSCRIPT, spoke, False, remarks if fit.belongs else (_unchecked(), *remarks))


def _timed(turns: Sequence[Turn], until: float) -> list[Spoke]:
    known = sorted((one for one in turns if one.start is not None), key=lambda one: one.start or 0.0)
    found = []
    for one, after in pairwise([*known, None]):
        assert one is not None
        assert one.start is not None
        # Where only beginnings are known, a turn lasts until the next begins; what was quiet in it is cut out later.
        following = after.start if after is not None and after.start is not None else max(until, one.start)
        end = one.end if one.end is not None else following
        if end > one.start:
            found.append(Spoke(one.start, end, one.role))
    return found


def _owned(turns: Sequence[Spoke], speech: Sequence[Span]) -> tuple[Spoke, ...]:
    """Return speech cut at the edges of turns; slivers beside a turn go to it, the rest to nobody."""
    found: list[Spoke] = []
    first = 0
    for span in speech:
        while first < len(turns) and turns[first].end <= span.start - LOOSE and turns[first].end <= span.start:
            first += 1
        mine = []
        for one in turns[first:]:
            if one.start >= span.end:
                break
            start, end = max(one.start, span.start), min(one.end, span.end)
            if end > start:
                mine.append(Spoke(start, end, one.role))
        found += _covered(span, mine)
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


def _covered(span: Span, mine: list[Spoke]) -> list[Spoke]:
    if not mine:
        return [Spoke(span.start, span.end)]
    found: list[Spoke] = []
    at = span.start
    for one in mine:
        start = one.start
        if start > at:
            if start - at <= LOOSE:
                start = at
            else:
                found.append(Spoke(at, start))
        before = found[-1] if found else None
        if before is not None and before.role is one.role and before.role is not None and start <= before.end:
            found[-1] = replace(before, end=max(before.end, one.end))
        else:
            found.append(replace(one, start=start))
        at = max(at, one.end)
    if span.end > at:
        last = max(range(len(found)), key=lambda number: found[number].end)
        if span.end - at <= LOOSE:
            found[last] = replace(found[last], end=span.end)
        else:
            found.append(Spoke(at, span.end))
    return found


def _remarks(spoke: Sequence[Spoke], offset: float) -> tuple[str, ...]:
    found = []
    if offset > 0:
        message = _("The transcript's times are {shift} seconds earlier than the recording's; they were moved.")
        found.append(message.format(shift=f"{offset:.1f}"))
    elif offset < 0:
        message = _("The transcript's times are {shift} seconds later than the recording's; they were moved.")
        found.append(message.format(shift=f"{-offset:.1f}"))
    nobody = sum(one.seconds for one in spoke if one.role is None)
    if nobody > UNWRITTEN * sum(one.seconds for one in spoke):
        message = _("{total} seconds of speech are not in the transcript; whose they are is not known.")
        found.append(message.format(total=f"{nobody:.0f}"))
    if len({one.role for one in spoke if one.role is not None}) == 1:
        found.append(_("The transcript has one speaker only."))
    if any(one.role is Role.OTHER for one in spoke):
        found.append(_("Somebody other than the two also speaks, as the transcript has it."))
    return tuple(found)


def _nothing() -> str:
    return _("No speech was heard, or no turn of the transcript has a time: whose speech it is cannot be told.")


def _unchecked() -> str:
    return _(
        "The transcript has so few turns that it cannot be seen whether it belongs to this recording; it is taken to."
    )


def _not_this() -> str:
    return _(
        "This does not seem to be the transcript of this recording: what is written and what is heard do not fit, even "
        "with the transcript moved by up to two minutes. Choose the transcript of the same session, or mark about 20 "
        "seconds of each person."
    )
