"""What listening to one recording found, as records: turns, silences, voices, figures by the minute, moments."""

from dataclasses import dataclass

from reattune.model import Pauses, Role, Silence, Span, Spoke, Way

PEAKS = 10
"""Peaks a second that are kept for drawing."""


@dataclass(frozen=True, slots=True)
class Taken:
    """One turn: what one person said until somebody else did or half a second went by; `units` are its runs of speech.

    `role` is None where it is not known whose.
    """

    role: Role | None
    start: float
    end: float
    units: tuple[Spoke, ...]

    @property
    def seconds(self) -> float:
        """How long it is, with the short gaps in it."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Voiced:
    """How one turn sounded; None where there is too little voice in it to say.

    Args:
        role: whose turn.
        start: when it began.
        end: when it ended.
        hertz: median of the fundamental frequency.
        span: from its 5th to its 95th percentile, in semitones.
        decibels: mean level while there was speech; 0 is the loudest a file can hold.
        rate: syllable-like peaks of loudness a second of speech.
    """

    role: Role | None
    start: float
    end: float
    hertz: float | None
    span: float | None
    decibels: float | None
    rate: float | None


@dataclass(frozen=True, slots=True)
class Window:
    """Figures of a few minutes, to be held against the same session only; None where the way does not tell.

    Args:
        start: when the window begins.
        end: when it ends.
        silent: seconds of silences of two seconds and more.
        pauses: silences by pattern.
        client_share: the client's part of all speech, 0 to 1.
        reply: median seconds of a client turn.
        minimal: client turns of less than a second, as a part of all, 0 to 1.
        latency: median seconds from the therapist's end to the client's beginning.
        overlap: seconds in which both spoke.
        interrupted_by_client: how often the client began before the therapist ended, and went on.
        interrupted_by_therapist: the other way round.
        client_rate: median rate of client turns, syllable-like peaks a second.
    """

    start: float
    end: float
    silent: float
    pauses: tuple[Pauses, ...] = ()
    client_share: float | None = None
    reply: float | None = None
    minimal: float | None = None
    latency: float | None = None
    overlap: float | None = None
    interrupted_by_client: int | None = None
    interrupted_by_therapist: int | None = None
    client_rate: float | None = None


@dataclass(frozen=True, slots=True)
class Moment:
    """A stretch that may be worth listening to again; words for it are in `telling.moment`.

    Args:
        id: stays the same however often the same recording is listened to; an answer is kept by it.
        start: where it begins.
        end: where it ends.
        rule: the id of the rule that found it.
        rests: the seconds it rests on.
        figures: the rule's numbers, by name.
        role: whose doing it is about, where it is about somebody's.
        weight: how unusual it is for this session; only orders moments.
    """

    id: str
    start: float
    end: float
    rule: str
    rests: tuple[Span, ...]
    figures: tuple[tuple[str, float], ...] = ()
    role: Role | None = None
    weight: float = 0.0

    def figure(self, name: str) -> float:
        """Return one number of it by name."""
        return dict(self.figures)[name]


@dataclass(frozen=True, slots=True)
class Listened:
    """One recording listened to.

    Args:
        seconds: how much could be listened to.
        way: how it is known who spoke when.
        bleeds: whether overlap cannot be told, because microphones hear both or there is one.
        spoke: runs of speech in time order.
        turns: turns in time order.
        silences: stretches of at least two seconds in which neither spoke.
        sounds: stretches where something that is not speech can be heard.
        voices: how each turn sounded.
        windows: figures by the minute.
        moments: moments in time order.
        together: how alike pitch moves from turn to turn, Fisher-z against shuffled turns; None if too few turns.
        peaks: the largest deflection, 0 to 1, in each tenth of a second.
        remarks: sentences about what could not be said, and why.
    """

    seconds: float
    way: Way
    bleeds: bool
    spoke: tuple[Spoke, ...]
    turns: tuple[Taken, ...]
    silences: tuple[Silence, ...]
    sounds: tuple[Span, ...]
    voices: tuple[Voiced, ...] = ()
    windows: tuple[Window, ...] = ()
    moments: tuple[Moment, ...] = ()
    together: float | None = None
    peaks: tuple[float, ...] = ()
    remarks: tuple[str, ...] = ()
