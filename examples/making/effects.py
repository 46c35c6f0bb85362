"""Every base rate and planted effect size, fixed before any detector was tried; docs/example.md gives the sources."""

from dataclasses import dataclass, field

ATTENDED = "attended"
LATE = "attended_late"
CANCELLED = "cancelled"
SHORT_NOTICE = "cancelled_short_notice"
ABSENT = "did_not_attend"

OUTCOMES = {ATTENDED: 0.86, LATE: 0.05, CANCELLED: 0.045, SHORT_NOTICE: 0.025, ABSENT: 0.02}
MOVES = 0.04
SHIFT_WORKER_MOVES = 0.30
BETWEEN_PEOPLE_LOG_ODDS = 0.5
THERAPIST_ACTS = 0.02
PAID_PER_DAY = 0.12
REASONS = {"illness": 0.20, "work": 0.20, "travel": 0.10, "": 0.50}
INITIATOR_RECORDED = 0.7
RATING_SKIPPED = 0.12
AUTOCORRELATION = 0.3
TREND_PER_SESSION = 0.03
TREND_SESSIONS = 20
WITHIN_LOG_SD = 0.35


@dataclass(frozen=True)
class Level:
    """Where people's scores on one instrument, by one rater, lie: centre, and SD between and within people."""

    centre: float
    between: float
    within: float
    minimum: int
    maximum: int
    decimals: int = 0


LEVELS = {
    ("wai-sr", "client"): Level(46.0, 5.0, 3.0, 12, 60),
    ("wai-sr", "therapist"): Level(43.0, 4.0, 3.0, 12, 60),
    ("srs", "client"): Level(34.5, 2.5, 2.0, 0, 40, decimals=1),
}


@dataclass(frozen=True)
class Effect:
    """How far a planted change goes: scores in own SD, odds and hazards as factors."""

    client_sd: float = 0.0
    therapist_sd: float = 0.0
    odds: dict[str, float] = field(default_factory=dict)
    moves: float = 1.0
    hazard: float = 1.0
    top_score: bool = False


EFFECTS = {
    "strong": Effect(-2.0, -1.0, {SHORT_NOTICE: 8.0, ABSENT: 8.0}, moves=4.0, hazard=1 / 4),
    "moderate": Effect(-1.0, -0.5, {SHORT_NOTICE: 3.0, ABSENT: 3.0}, moves=3.0, hazard=1 / 3),
    "payment_only": Effect(hazard=1 / 4),
    "attuned": Effect(1.5, 1.0),
    "quiet": Effect(top_score=True),
}
