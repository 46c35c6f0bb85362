"""Streams as data: what was observed about one relationship, in time order, and its usual pattern."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reattune.model.kinds import Direction
from reattune.model.records import Source


class Tilt(StrEnum):
    """How a changed pattern differs from the usual one."""

    ODDS = "odds"
    """One outcome's odds are multiplied."""
    HAZARD = "hazard"
    """One outcome's probability is divided."""


@dataclass(frozen=True, slots=True)
class Outcomes:
    """A usual pattern over named outcomes: Dirichlet-multinomial, one vector of counts per group.

    `mean[group][outcome]` and `strength` (prior observations) are the documented default prior;
    `changes` lists which outcome may become likelier (odds) or slower (hazard), in which direction. `trust` is the
    weight that any one observation has at most: below 1 where they hang together more than the pattern knows.
    """

    labels: tuple[str, ...]
    mean: tuple[tuple[float, ...], ...]
    strength: float
    changes: tuple[tuple[int, Direction], ...]
    tilt: Tilt = Tilt.ODDS
    factors: tuple[float, ...] = (2.0, 4.0, 8.0)
    together: tuple[float, ...] = ()
    """Per outcome, the power of the factor when all outcomes of a direction tilt together; 1 for each by default."""
    trust: float = 1.0


@dataclass(frozen=True, slots=True)
class Scores:
    """A usual pattern over attainable scores `minimum, minimum + step, ..., maximum`.

    The default prior says where people's own levels lie (`centre`, `between`) and how much one person's scores
    vary (`within`), all in score units. `falls` and `rises` name the direction of a lower or higher level, or None.
    `carry` is how far one session's score draws the next towards it (autocorrelation, 0 to below 1).
    """

    minimum: float
    maximum: float
    step: float
    centre: float
    between: float
    within: float
    falls: Direction | None
    rises: Direction | None
    carry: float = 0.0

    @property
    def size(self) -> int:
        """The number of attainable scores."""
        return round((self.maximum - self.minimum) / self.step) + 1


@dataclass(frozen=True, slots=True)
class Observation:
    """One thing seen in one stream.

    `at` is the tick it is about, `known_at` the day it could first have been known; `code` is the index of the
    outcome or attainable score, `group` the prior group (bins of days late), `weight` the lambda of NOTICING.md
    (1 full evidence, 0 left out) and `foreseen` whether the reason was known before the outcome.
    """

    at: date
    known_at: date
    code: int
    value: str | float
    source: Source
    group: int = 0
    weight: float = 1.0
    foreseen: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """One stream of one relationship: its name, its usual pattern, and its observations by `known_at`."""

    name: str
    pattern: Outcomes | Scores
    observations: tuple[Observation, ...]
    basis: str = "dates"
    """What it rests on: dates, payments, ratings."""


@dataclass(frozen=True, slots=True)
class OwnAct:
    """Something the therapist did to the frame: context beside a stream, never evidence about the client."""

    at: date
    known_at: date
    kind: str
    """moved, cancelled, break, late or unavailable."""
    source: Source
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Streams:
    """Everything `noticing` may know about one relationship.

    `ticks` are the agreed slots' days, in order, each day once; `own` is seen by the therapist alone.
    """

    codename: str
    ticks: tuple[date, ...]
    series: tuple[Series, ...]
    own: tuple[OwnAct, ...] = ()
    silent: str = ""
    """Why nothing is to be said at all (a client who has died, prompts suppressed), or empty."""
    remarks: tuple[str, ...] = ()
