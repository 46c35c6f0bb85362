"""Recordings made by hand, for what is said of them, and an invented conversation as files, for whole journeys."""

import subprocess
from dataclasses import replace
from datetime import date
from functools import cache

from reattune.cli.recorded import heard, seen
from reattune.model import Audio, Between, Quarantined, Recording, Role, Silence, Span, Spoke, Video, Way
from reattune.nonverbal.listened import Listened, Moment, Taken
from reattune.nonverbal.moved import Moved, Rule
from reattune.nonverbal.watched import Amount, Fault, Kind, Ribbons, Together, Watched
from reattune.synthetic.sounding import RATE, conversation, write

CLIENT, THERAPIST = Role.CLIENT, Role.THERAPIST
DAY = date(2026, 4, 7)
EVIL = '2026-04-07 <img src=x onerror="alert(1)">.wav'
SPOKE = (
    Spoke(1.0, 6.0, THERAPIST),
    Spoke(13.2, 20.0, THERAPIST),
    Spoke(20.5, 40.0, CLIENT),
    Spoke(45.0, 50.0, CLIENT),
    Spoke(52.5, 54.0, THERAPIST),
)
SILENCES = (
    Silence(6.0, 13.2, Between.TT, (Span(8.0, 9.0),)),
    Silence(40.0, 45.0, Between.PP),
    Silence(50.0, 52.5, Between.PT),
    Silence(54.0, 60.0, Between.OTHER),
)
MOMENT = Moment("long-silence-1", 6.0, 13.2, "long-silence", (Span(6, 13.2),), (("seconds", 7.2), ("usual", 2.5)))
LISTENED = Listened(
    60.0,
    Way.CHANNELS,
    False,
    SPOKE,
    tuple(Taken(one.role, one.start, one.end, (one,)) for one in SPOKE),
    SILENCES,
    (Span(8.0, 9.0),),
    moments=(MOMENT,),
    remarks=("Something could not be heard",),
)
RECORDING = Recording("2026-04-07.wav", "wav", 60.0, Audio(16_000, 2, "pcm"), None, ("No pictures",))
HEARD = heard(RECORDING, DAY, LISTENED)
ROOM = heard(
    replace(RECORDING, name="a.mkv", video=Video(1280, 720, 25.0, "h264"), remarks=()),
    None,
    replace(LISTENED, way=Way.NONE, silences=tuple(Silence(one.start, one.end) for one in SILENCES), moments=()),
)
TOGETHER = Together("max Z, 60/10 s, lag 5 s", 0.7, 0.5, 4.0, 0.01, 100, 0.2, -0.8, 0.7, 0.3, 0.8)
MOVED = Moved("client-1", 600.0, 900.0, Rule.CLIENT, {"here": 0.4, "usual": 1.2, "z": -3.0})
WATCHED = Watched(
    "2026-04-07.mp4",
    3000.0,
    2700.0,
    "percent of the part, 1/25 s",
    client=Amount(1.5, 20, 8),
    therapist=Amount(1.0, 10, 5),
    together=TOGETHER,
    ribbons=Ribbons((1.0, None, 2.0), (1.0, 1.0, 1.0), (0.5, 0.6, 0.7)),
    faults=(Fault(100, 130, Kind.FROZEN),),
    moments=(MOVED,),
)
FILM = replace(RECORDING, name="2026-04-07.mp4", format="mp4", video=Video(1280, 720, 25.0, "h264"))
SEEN = seen(FILM.name, DAY, WATCHED, FILM)
SERIES = seen("a.txt", None, replace(WATCHED, name="a.txt"), None, (Quarantined("a.txt", "2", "x", "no number"),))


@cache
def talk():
    """Return the invented conversation that the journeys listen to."""
    return conversation(60, 5, long_silence=0.25)


def two(folder, name="two.wav"):
    """Write it with a microphone each."""
    return write(folder / name, talk().sound)


def mono(folder, name="one.wav"):
    """Write it as one microphone hears it."""
    return write(folder / name, talk().sound.sum(axis=1))


def cues(spoke):
    """Return what was said as WebVTT, with the truth's own times."""
    names = {CLIENT: "Kim", THERAPIST: "Ann"}
    lines = ["WEBVTT", ""]
    for one in spoke:
        lines += [f"{_time(one.start)} --> {_time(one.end)}", f"{names[one.role]}: as it was", ""]
    return "\n".join(lines)


def alone(role):
    """Return the longest stretches in which only one person speaks, as typed after `--mark`, some 12 seconds."""
    every = sorted((one for one in talk().spoke if one.role is role), key=lambda one: -one.seconds)
    free = [one for one in every if all(other is one or _apart(one, other) for other in talk().spoke)]
    kept, total = [], 0.0
    for one in free:
        if total < 12:
            kept.append(f"{role.value}={one.start:.2f}-{one.end:.2f}")
            total += one.seconds
    return [word for mark in kept for word in ("--mark", mark)]


def ffmpeg(path, *words):
    """Write a file with ffmpeg and return its path."""
    subprocess.run(["ffmpeg", "-v", "error", "-nostdin", "-y", *map(str, words), str(path)], check=True)
    return path


def quiet(seconds):
    """Return so many seconds of nothing at all."""
    return talk().sound[: round(seconds * RATE), 0] * 0


def _apart(one, other):
    return other.start >= one.end or other.end <= one.start


def _time(seconds):
    return f"00:{int(seconds // 60):02}:{seconds % 60:06.3f}"
