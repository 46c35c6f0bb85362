"""One session's figures for the streams, out of what listening found."""

from collections.abc import Sequence
from datetime import date
from statistics import median

from reattune.model import Role, SoundFigures, Source
from reattune.nonverbal.listened import Listened, Voiced
from reattune.nonverbal.minutes import interruptions, latency, middle
from reattune.nonverbal.moments import TOLD
from reattune.nonverbal.pauses import by_pattern, inner
from reattune.nonverbal.spans import seconds
from reattune.nonverbal.turns import MINIMAL, exchanges, of, overlaps


def sound_figures(listened: Listened, day: date, source: Source, known_at: date) -> SoundFigures:
    """Return a session's figures; None wherever the way does not tell.

    Args:
        listened: what listening found.
        day: the session's day.
        source: the recording.
        known_at: the day it was listened to here.

    Returns:
        The figures. Quiet before the first and after the last word is not counted; where it is not known or is
        uncertain who spoke, there are only silences of the whole room.
    """
    quiet = inner(listened.silences, listened.spoke)
    silent = sum(one.seconds for one in quiet)
    if listened.way not in TOLD:
        return SoundFigures(day, source, known_at, listened.way, listened.seconds, silent, len(quiet))
    met = exchanges(listened.turns)
    client = [turn.seconds for turn in listened.turns if turn.role is Role.CLIENT]
    told = not listened.bleeds
    return SoundFigures(
        day=day,
        source=source,
        known_at=known_at,
        way=listened.way,
        seconds=listened.seconds,
        silent=silent,
        silences=len(quiet),
        pauses=by_pattern(quiet),
        client_talk=seconds(of(listened.spoke, Role.CLIENT)),
        therapist_talk=seconds(of(listened.spoke, Role.THERAPIST)),
        client_turns=len(client),
        minimal=sum(one < MINIMAL for one in client),
        reply=middle(client),
        latency=latency(met),
        overlap=seconds(overlaps(listened.spoke)) if told else None,
        interrupted_by_client=interruptions(met, Role.CLIENT) if told else None,
        interrupted_by_therapist=interruptions(met, Role.THERAPIST) if told else None,
        client_pitch=_middle(listened.voices, "hertz"),
        client_span=_middle(listened.voices, "span"),
        pitch_together=listened.together,
    )


def _middle(voices: Sequence[Voiced], name: str) -> float | None:
    values = [getattr(one, name) for one in voices if one.role is Role.CLIENT]
    known = [value for value in values if value is not None]
    return median(known) if known else None
