"""What a recording shows: tracks as a container has them, who spoke when, silences, and figures of one session.

Nothing here says what anything meant. All times are seconds from the beginning of the recording, as the container
times it.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reattune.model.records import Source
from reattune.model.transcript import Role


class Way(StrEnum):
    """How it is known who spoke when, in order of trust; shown with every figure."""

    TRANSCRIPT = "transcript"
    """A timed transcript of the same session whose speakers a person has named."""
    CHANNELS = "channels"
    """A microphone each, on a channel each."""
    SEEDED = "seeded"
    """One microphone, and about twenty seconds of each person marked by somebody."""
    CLUSTERED = "clustered"
    """One microphone and nothing marked: speakers uncertain; never used in streams."""
    NONE = "none"
    """Not known: only silences of the whole room."""


class Between(StrEnum):
    """Who spoke before and after a silence: T the therapist, P the client, as studies write it."""

    TT = "TT"
    TP = "TP"
    PT = "PT"
    PP = "PP"
    OTHER = "other"
    """Somebody else spoke before or after, nobody did on one side, or it is not known who."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a recording."""

    start: float
    end: float

    @property
    def seconds(self) -> float:
        """How long it is."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Audio:
    """One audio track: samples a second, channels, and the codec's name."""

    rate: int
    channels: int
    codec: str


@dataclass(frozen=True, slots=True)
class Video:
    """One video track: width and height as shown (turned where the container says so), and pictures a second.

    `per_second` is the container's average; a track with a varying rate is timed picture by picture.
    """

    width: int
    height: int
    per_second: float
    codec: str
    varying: bool = False


@dataclass(frozen=True, slots=True)
class Recording:
    """What a container says of itself; `remarks` are sentences about what cannot be used and why."""

    name: str
    format: str
    seconds: float | None
    audio: Audio | None = None
    video: Video | None = None
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Spoke:
    """One run of speech of one person (an inter-pausal unit); `role` is None where it is not known whose."""

    start: float
    end: float
    role: Role | None = None

    @property
    def seconds(self) -> float:
        """How long it is."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Silence:
    """A stretch in which neither spoke, and whose speech lies on each side.

    `sounds` are stretches in it where something can be heard that is not speech: breath, tears, laughter, a chair.
    """

    start: float
    end: float
    between: Between = Between.OTHER
    sounds: tuple[Span, ...] = ()

    @property
    def seconds(self) -> float:
        """How long it is."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Movement:
    """Motion energy of two people over time: `client[i]` and `therapist[i]` belong to `times[i]`; None is missing.

    `per_second` is the number of values a second; `unit` says what a value is, as its file or we have it.
    """

    name: str
    per_second: float
    client: tuple[float | None, ...]
    therapist: tuple[float | None, ...]
    start: float = 0.0
    unit: str = ""
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pauses:
    """Silences of one pattern in one session: how many of at least two and three seconds, their sum and the longest."""

    between: Between
    of_two: int
    of_three: int
    seconds: float
    longest: float


@dataclass(frozen=True, slots=True)
class SoundFigures:
    """One session's figures of who spoke when; None wherever the way does not tell.

    Args:
        day: the session's day.
        source: the recording.
        known_at: the day it was listened to here.
        way: how it is known who spoke when.
        seconds: how much of the session was recorded and could be listened to.
        silent: seconds of silences of two seconds and more, whoever was around them.
        silences: how many of at least two seconds.
        pauses: silences by pattern; empty where it is not known who spoke.
        client_talk: seconds of the client's speech.
        therapist_talk: seconds of the therapist's speech.
        client_turns: turns of the client.
        minimal: client turns of less than a second.
        reply: median seconds of a client turn.
        latency: median seconds from the therapist's end to the client's beginning; below 0 they overlap.
        overlap: seconds in which both spoke; None where channels bleed into each other or there is one microphone.
        interrupted_by_client: how often the client began before the therapist ended, and went on.
        interrupted_by_therapist: the other way round.
        client_pitch: median over client turns of the fundamental frequency in Hz.
        client_span: median over client turns of the 5-95 % span of the fundamental frequency in semitones.
        pitch_together: how alike both voices' pitch moves from turn to turn, in standard deviations of shuffled turns.
    """

    day: date
    source: Source
    known_at: date
    way: Way
    seconds: float
    silent: float
    silences: int
    pauses: tuple[Pauses, ...] = ()
    client_talk: float | None = None
    therapist_talk: float | None = None
    client_turns: int | None = None
    minimal: int | None = None
    reply: float | None = None
    latency: float | None = None
    overlap: float | None = None
    interrupted_by_client: int | None = None
    interrupted_by_therapist: int | None = None
    client_pitch: float | None = None
    client_span: float | None = None
    pitch_together: float | None = None


@dataclass(frozen=True, slots=True)
class MovementFigures:
    """One session's figures of movement; None wherever there is no movement data.

    Args:
        day: the session's day.
        source: the recording, or the file with the series.
        known_at: the day it was watched here.
        seconds: how much of the session there is.
        usable: seconds with movement data of both people.
        client: mean of the client's motion energy, in percent of their part of the picture.
        therapist: the therapist's.
        together: synchrony against circularly shifted series, in their standard deviations (`statistic` says of what).
        above_chance: whether `together` lies beyond what one in twenty shifts gives, in either direction.
        statistic: the statistic with its settings, such as "max Z, 60/10 s, lag 5 s".
        comparable: whether `client` and `therapist` are in a unit that is the same from session to session.
    """

    day: date
    source: Source
    known_at: date
    seconds: float
    usable: float
    client: float | None = None
    therapist: float | None = None
    together: float | None = None
    above_chance: bool | None = None
    statistic: str = ""
    comparable: bool = True
