"""Figures of invented recordings."""

from tests.streams.streams_made import day

from reattune.model import Between, MovementFigures, Pauses, SoundFigures, Source, Way


def sound(week, *, between=5, way=Way.CHANNELS, known=None, name=None, **more):
    """A session's figures, with so many silences of three seconds between two turns of the therapist."""
    pauses = (
        Pauses(Between.TT, between + 2, between, 4.0 * between, 8.0),
        Pauses(Between.PP, 9, 6, 40.0, 9.0),
    )
    fields = {
        "seconds": 3000.0,
        "silent": 150.0,
        "silences": 20,
        "pauses": pauses,
        "client_turns": 60,
        "minimal": 12,
        "reply": 6.0,
        "client_span": 7.4,
        "pitch_together": 0.1,
        **more,
    }
    return SoundFigures(
        day=day(week), source=Source(name or f"{day(week)}.wav", ""), known_at=known or day(week), way=way, **fields
    )


def seen_movement(week, *, known=None, name=None, statistic="max Z, 60/10 s, lag 5 s", **more):
    fields = {"seconds": 3000.0, "usable": 2900.0, "client": 2.0, "therapist": 1.0, "together": 1.4, **more}
    return MovementFigures(
        day=day(week),
        source=Source(name or f"{day(week)}.mp4", ""),
        known_at=known or day(week),
        statistic=statistic,
        **fields,
    )
