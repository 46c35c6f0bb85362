"""One relationship, and one practice: everything that is known, put together."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from zoneinfo import ZoneInfo

from reattune.model.instrument import Instrument
from reattune.model.kinds import Threshold
from reattune.model.recording import MovementFigures, SoundFigures
from reattune.model.records import (
    CheckIn,
    Episode,
    Frame,
    Mark,
    NotAnalysed,
    Payment,
    Quarantined,
    Rating,
    RiskAnswer,
    Session,
    Source,
)
from reattune.model.transcript import SpeechFigures, Transcript


@dataclass(frozen=True, slots=True)
class Relationship:
    """All that is known about the work of one therapist and one client.

    `off` and `on` name streams switched off or (those off by default) on; `suppress` silences every prompt.
    """

    codename: str
    frame: Frame = field(default_factory=Frame)
    sessions: tuple[Session, ...] = ()
    payments: tuple[Payment, ...] = ()
    ratings: tuple[Rating, ...] = ()
    check_ins: tuple[CheckIn, ...] = ()
    episodes: tuple[Episode, ...] = ()
    marks: tuple[Mark, ...] = ()
    risk_answers: tuple[RiskAnswer, ...] = ()
    started: date | None = None
    ended: date | None = None
    ended_how: str | None = None
    ended_by: str | None = None
    suppress: bool = False
    suppress_why: str = ""
    off: frozenset[str] = frozenset()
    on: frozenset[str] = frozenset()
    transcripts: tuple[Transcript, ...] = ()
    """What was said, session by session, where a transcript was brought and somebody said who is who."""
    speech: tuple[SpeechFigures, ...] = ()
    """Figures of sessions whose words are not here: kept beside a store's sealed words, or made without words."""
    listened: tuple[SoundFigures, ...] = ()
    """Figures of recordings somebody had listened to, session by session; the recordings themselves are not here."""
    watched: tuple[MovementFigures, ...] = ()
    """Figures of movement, the same way."""
    left_out: Mapping[Source, float] = field(default_factory=dict)
    """Rows the therapist has set to "known, leave it out" (weight 0) or given another weight of 0 to 1."""


@dataclass(frozen=True, slots=True)
class Practice:
    """A caseload, its settings, and everything that was set aside while reading it.

    `root` is display only; `asked` holds the codenames the person asked about (all, unless one folder was given).
    """

    relationships: tuple[Relationship, ...]
    time_zone: ZoneInfo
    currency: str | None = None
    holidays: Mapping[date, str] = field(default_factory=dict)
    budget_per_month: float = 2.0
    has_settings: bool = False
    """Whether a practice.toml was found; without one, the spend per tick is 1/50."""
    threshold: Threshold = Threshold.GUARANTEED
    instruments: Mapping[str, Instrument] = field(default_factory=dict)
    quarantined: tuple[Quarantined, ...] = ()
    not_analysed: tuple[NotAnalysed, ...] = ()
    asked: frozenset[str] = frozenset()
    remarks: tuple[str, ...] = ()
    """What was understood and should be said: an inferred frame, a joined move, an unconfirmed status."""
