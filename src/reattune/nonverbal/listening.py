"""Listening to one recording: the one call that both faces use."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from reattune.language import _
from reattune.model import Role, Span, Spoke, Transcript, Way
from reattune.nonverbal.hearing import RATE, Hearing, Whole
from reattune.nonverbal.listened import Listened, Moment, Taken, Voiced, Window
from reattune.nonverbal.minutes import windows
from reattune.nonverbal.moments import TOLD, moments
from reattune.nonverbal.pauses import inner, silences
from reattune.nonverbal.scene import Scene
from reattune.nonverbal.told import Told
from reattune.nonverbal.turns import TWO, overlaps, turns
from reattune.nonverbal.voices import Track, together, voiced
from reattune.nonverbal.who import NOBODY, Who
from reattune.nonverbal.whose import whose

__all__ = ["Listened", "Moment", "Taken", "Voiced", "Who", "Window", "listen"]

Say = Callable[[float, float | None], None]
"""Is told how many seconds have been listened to, and of how many, where that is known."""


def _quietly(done: float, total: float | None) -> None:
    """Tell nobody."""


def listen(
    chunks: Iterable[NDArray[np.float32]],
    seconds: float | None = None,
    who: Who = NOBODY,
    transcript: Transcript | None = None,
    pitch: bool = True,
    say: Say = _quietly,
) -> Listened:
    """Return what one recording shows; the sound is gone through once and never held as a whole.

    Args:
        chunks: the sound in pieces of any length: (n, channels) or (n,), 16,000 samples a second, between -1 and 1.
        seconds: how long it is, where known; only for `say`.
        who: what is known of who speaks.
        transcript: a timed transcript of the same session; instead of the one in `who`.
        pitch: whether to listen to the voices' pitch as well.
        say: is told how far it is.

    Returns:
        What was found. Whatever cannot be said is left out, and a remark says why.
    """
    known = who if transcript is None else replace(who, transcript=transcript)
    hearing = Hearing(known, pitch)
    for chunk in chunks:
        hearing.hear(chunk)
        say(hearing.samples / RATE, seconds)
    return understood(hearing.done(), known)


def understood(whole: Whole, who: Who = NOBODY) -> Listened:
    """Return what can be said of a recording that was heard through.

    Args:
        whole: what was heard.
        who: what is known of who speaks.
    """
    told = whose(whole, who)
    known = told.way in TOLD
    # Where it is uncertain who spoke, a silence is one of the room.
    around = told.spoke if known else [Spoke(one.start, one.end) for one in told.spoke]
    quiet = silences(around, whole.seconds, whole.sounds)
    taken = turns(told.spoke) if told.way is not Way.NONE else ()
    mine = {role: at for at, role in enumerate(who.channels or ())} if told.way is Way.CHANNELS else None
    voices = voiced(taken, [Track(one.hertz, one.heard.level) for one in whole.channels], mine, overlaps(told.spoke))
    within = inner(quiet, told.spoke)
    return Listened(
        seconds=whole.seconds,
        way=told.way,
        bleeds=told.bleeds,
        spoke=told.spoke,
        turns=taken,
        silences=quiet,
        sounds=whole.sounds,
        voices=voices,
        windows=windows(whole.seconds, told.spoke, taken, within, voices, told.bleeds, known),
        moments=moments(Scene(whole.seconds, told.way, told.bleeds, taken, within)),
        together=together(taken, voices) if known else None,
        peaks=whole.peaks,
        remarks=tuple(dict.fromkeys((*whole.remarks, *told.remarks, *_unsaid(told, whole.speech, taken, voices)))),
    )


def _unsaid(told: Told, speech: Sequence[Span], taken: Sequence[Taken], voices: Sequence[Voiced]) -> list[str]:
    """Return what cannot be said of a recording, and why."""
    if not speech:
        return [_("Nobody could be heard speaking, so there are no turns, and no silence between two things said.")]
    said: list[str] = []
    if told.way not in TOLD:
        said.append(_("It is not known for certain who spoke, so only the quiet of the whole room is counted."))
        return said
    heard = {turn.role for turn in taken} & set(TWO)
    if len(heard) == 1:
        one = _("you") if Role.THERAPIST in heard else _("the client")
        said.append(_("Only {person} can be heard speaking, so nothing is said about replies.").format(person=one))
    if told.bleeds and told.way is not Way.CHANNELS:
        # Two microphones that hear each other say so themselves.
        said.append(_("Speaking at the same time is not counted: that needs a microphone that hears one person alone."))
    if voices and all(one.hertz is None for one in voices):
        said.append(_("Nothing is said about the pitch of the voices: it was not listened for, or could not be heard."))
    return said
