"""What was said: cues as a file has them, turns once a person has said who is who, and figures of one session."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reattune.model.records import NotAnalysed, Quarantined, Source


class Role(StrEnum):
    """Whose words they are, as a person has confirmed."""

    THERAPIST = "therapist"
    CLIENT = "client"
    OTHER = "other"
    """Somebody else in the room: a partner, an interpreter, a second client of a group."""


class Times(StrEnum):
    """What a format really says about time; a silence is measured only where both ends are real."""

    NONE = "none"
    STARTS = "starts"
    """Only when each turn began: no pauses, no latencies."""
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Pause:
    """A silence that the transcript itself marks: after `after` characters of a text; `seconds` where it says so."""

    after: int
    mark: str
    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Cue:
    """One entry of a file: who the file says spoke (`label`, "" where it does not say), and the words as they stand.

    `start` and `end` are seconds from the beginning of the recording; `confidence` (0 to 1) is the tool's own.
    """

    label: str
    text: str
    row: str
    start: float | None = None
    end: float | None = None
    confidence: float | None = None
    pauses: tuple[Pause, ...] = ()


@dataclass(frozen=True, slots=True)
class Script:
    """A transcript as its file has it: cues in time order, and what was set aside on the way.

    `format` is the name of the format (WebVTT, CHAT ...), `tool` the program that wrote it, where it says so, and
    `sha256` the hash of the original bytes. `stated` holds the roles that the file itself names for a label, if any.
    """

    name: str
    format: str
    sha256: str
    cues: tuple[Cue, ...]
    times: Times
    tool: str = ""
    language: str = ""
    written: bool = False
    """Whether it was typed, message by message (a chat)."""
    stated: tuple[tuple[str, Role], ...] = ()
    quarantined: tuple[Quarantined, ...] = ()
    not_analysed: tuple[NotAnalysed, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def labels(self) -> tuple[str, ...]:
        """The speakers as the file names them, in the order in which they first speak."""
        return tuple(dict.fromkeys(cue.label for cue in self.cues))


@dataclass(frozen=True, slots=True)
class Turn:
    """What one person said until somebody else spoke: the words exactly as stored, and the cues they came from."""

    role: Role
    label: str
    text: str
    row: str
    start: float | None = None
    end: float | None = None
    messages: int = 1
    """How many cues, or messages, the turn was made of."""
    pauses: tuple[Pause, ...] = ()


@dataclass(frozen=True, slots=True)
class Transcript:
    """One session's turns, each with a role that a person has confirmed."""

    day: date
    source: Source
    turns: tuple[Turn, ...]
    times: Times
    language: str = ""
    written: bool = False
    """Whether it was typed (a chat): its latencies are typing time."""
    known_at: date | None = None
    """The day the transcript came in, where known; the session's own day otherwise."""


@dataclass(frozen=True, slots=True)
class SpeechFigures:
    """One session's figures for the streams; every count traces to turns of the transcript at `source`.

    `away`, `against` and `attuned` count client turns with such a mark, out of `client_turns`; all three are None
    where the words were not read (another language, or words are not kept), and `why` says so.
    """

    day: date
    source: Source
    known_at: date
    client_turns: int
    client_words: int
    therapist_words: int
    away: int | None = None
    against: int | None = None
    attuned: int | None = None
    latency: float | None = None
    """Median seconds from the end of the therapist's turn to the client's beginning, where both are real."""
    minimal: int | None = None
    """Client turns of at most three words."""
    why: str = ""
