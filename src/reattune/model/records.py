"""What is known about one relationship and one practice: frozen records, no input or output.

Every datetime is timezone-aware and in the practice's time zone, so that `.date()` is the day people lived.
Every record from outside keeps where it came from (`source`) and the word it came with (`original_word`).
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from reattune.model.kinds import (
    BreakBy,
    FeltOff,
    Initiator,
    PaymentKind,
    SessionKind,
    Share,
    Timing,
    Verdict,
    Voice,
)


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """Where a record came from: a file relative to the practice's folder, and a row as a person sees it.

    `row` is 1-based for tables (header = 1), `UID` or `UID|RECURRENCE-ID` for calendars, the id for JSON.
    """

    file: str
    row: str


@dataclass(frozen=True, slots=True)
class Session:
    """An agreed slot and what became of it.

    `slot` is the start as first agreed, `start` the start as last planned (the same unless it was moved).
    """

    slot: datetime
    start: datetime
    end: datetime | None
    kind: SessionKind
    original_word: str
    source: Source
    id: str | None = None
    initiated_by: Initiator = Initiator.UNKNOWN
    changed_at: datetime | None = None
    stated_reason: str | None = None
    fee_charged: bool | None = None
    note: str | None = None
    confirmed: bool = True
    """False where the source's status is a default nobody may have edited (SimplePractice "Show")."""
    moved_by: Initiator | None = None
    """Who moved it, where `start` differs from `slot` and the outcome is the one at the new time."""
    moved_at: datetime | None = None
    """When the move became known, where the source says so."""
    listed_from: date | None = None
    """The dated calendar snapshot in which this row was first seen as it is, where an earlier one had it otherwise."""

    @property
    def moved(self) -> bool:
        """Whether it took, or is to take, place at another time than first agreed."""
        return self.start != self.slot

    @property
    def notice(self) -> timedelta | None:
        """Time between the change becoming known and the agreed slot, or None where either is not recorded."""
        return None if self.changed_at is None else self.slot - self.changed_at


@dataclass(frozen=True, slots=True)
class Payment:
    """An amount due and what became of it; `amount` in units of `currency`."""

    kind: PaymentKind
    original_word: str
    source: Source
    id: str | None = None
    session_date: date | None = None
    due: date | None = None
    paid: date | None = None
    amount: Decimal | None = None
    currency: str | None = None
    changed_by: Initiator = Initiator.UNKNOWN
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Break:
    """A stretch of days (both ends included) without sessions, and the day it was agreed, where known."""

    start: date
    end: date
    by: BreakBy
    source: Source
    agreed: date | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class FrameVersion:
    """The contract from one day on: weekday (Monday = 0), local start, length in minutes, fee, notice in hours."""

    start: date
    source: Source
    weekday: int | None = None
    starts_at: time | None = None
    minutes: int | None = None
    every_weeks: int = 1
    fee: Decimal | None = None
    notice_hours: float | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """The agreed contract in all its versions (oldest first), its breaks, and whether it was inferred."""

    versions: tuple[FrameVersion, ...] = ()
    breaks: tuple[Break, ...] = ()
    inferred: bool = False

    def at(self, day: date) -> FrameVersion | None:
        """Return the version in force on `day`, or None before the first."""
        current = None
        for version in self.versions:
            if version.start <= day:
                current = version
        return current


@dataclass(frozen=True, slots=True)
class Rating:
    """One answer to an instrument; a row with neither score nor items was offered and skipped."""

    session_date: date
    instrument: str
    by: Voice
    timing: Timing
    source: Source
    score: float | None = None
    items: tuple[float | None, ...] = ()

    @property
    def answered(self) -> bool:
        """Whether anything was answered at all."""
        return self.score is not None or any(item is not None for item in self.items)


@dataclass(frozen=True, slots=True)
class RiskAnswer:
    """A risk item answered above zero: listed as answered, at once, outside noticing."""

    session_date: date
    instrument: str
    item: int
    value: float
    by: Voice
    source: Source


@dataclass(frozen=True, slots=True)
class CheckIn:
    """What one person said in a check-in; never weighed, never summed."""

    day: date
    by: Voice
    felt_off: FeltOff
    words: str
    share: Share
    source: Source

    @property
    def shared_with_therapist(self) -> bool:
        """Whether the therapist may read it now."""
        return self.by is Voice.THERAPIST or self.share in {Share.NOW, Share.RAISE_FOR_ME}


@dataclass(frozen=True, slots=True)
class EpisodeVoice:
    """One person's side of an episode, in their words; the two sides never merge."""

    words: str = ""
    wish: str = ""
    expected: str = ""
    actual: str = ""
    response: str = ""
    view: int | None = None
    visibility: str = ""
    not_yet_until: date | None = None


@dataclass(frozen=True, slots=True)
class Episode:
    """Something that happened between two people, in the room or outside, with two voices."""

    id: str
    day: date
    where: str
    source: Source
    with_whom: str = "therapist"
    movement: str = "unsure"
    who_noticed: str = ""
    tried: tuple[str, ...] = ()
    similar_to: tuple[str, ...] = ()
    client: EpisodeVoice | None = None
    therapist: EpisodeVoice | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """What the therapist made of the noticing dated `noticing`, decided on day `on`."""

    noticing: date
    on: date
    verdict: Verdict
    source: Source
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Quarantined:
    """A row that was set aside: where, and in a sentence why and what to do."""

    file: str
    row: str
    field: str
    why: str


@dataclass(frozen=True, slots=True)
class NotAnalysed:
    """Something that was seen and not analysed, and why."""

    what: str
    why: str
