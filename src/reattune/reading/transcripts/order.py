"""Cues as they can be trusted: characters that can be kept, the order of time, and ends that are real ends."""

import re
from dataclasses import replace
from itertools import accumulate, pairwise

from reattune.language import _, plural
from reattune.model import Cue, Times

_UNFIT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
"""Control characters and halves of characters: no store and no page can hold them, and a terminal would obey some."""
_MANY = 10
_NEARLY_ALL = 0.9
_HALF = 0.5


def kept_text(text: str, most: int) -> str:
    """Return what a file says of itself on one line, with no character that cannot be kept, and not too long."""
    return " ".join(_UNFIT.sub("\ufffd", text).split())[:most]


def fit(cue: Cue) -> Cue:
    """Return a cue whose characters can be kept and shown; places in its text stay where they are."""
    label, text = " ".join(_UNFIT.sub("\ufffd", cue.label).split()), _UNFIT.sub("\ufffd", cue.text)
    return cue if (label, text) == (cue.label, cue.text) else replace(cue, label=label, text=text)


def out_of_order(cues: list[Cue], name: str) -> tuple[str, ...]:
    """Say how many entries begin before one that stands above them."""
    starts = [cue.start for cue in cues if cue.start is not None]
    late = sum(start < latest for start, latest in zip(starts, accumulate(starts, max), strict=True))
    if not late:
        return ()
    counted = plural("{n} entry was", "{n} entries were", late)
    return (_("in {file}, {counted} out of order and put in order of time").format(file=name, counted=counted),)


def at_once(cues: list[Cue], name: str) -> tuple[str, ...]:
    """Say in how many places somebody begins before the one before has ended; both keep their words."""
    places = sum(
        one.label != two.label and one.end is not None and two.start is not None and two.start < one.end
        for one, two in pairwise(cues)
    )
    if not places:
        return ()
    counted = plural("in {n} place", "in {n} places", places)
    return (_("in {file}, two people speak at once {counted}").format(file=name, counted=counted),)


def real_times(cues: list[Cue], said: Times, name: str) -> tuple[Times, tuple[str, ...]]:
    """Return what the times of these cues can really be used for, and why it is less than their format says.

    Args:
        cues: In order of time.
        said: What the format can say at most.
        name: The file's name as a person sees it.
    """
    if said is Times.NONE or sum(cue.start is not None for cue in cues) < len(cues) * _HALF:
        return Times.NONE, ()
    if said is Times.STARTS or sum(cue.end is not None for cue in cues) < len(cues) * _HALF:
        return Times.STARTS, ()
    touching = sum(one.end is not None and one.end == two.start for one, two in pairwise(cues))
    if len(cues) > _MANY and touching >= (len(cues) - 1) * _NEARLY_ALL:
        message = _("in {file}, entries end just where the next begins, so that its ends say nothing about silences")
        return Times.STARTS, (message.format(file=name),)
    return Times.BOTH, ()
