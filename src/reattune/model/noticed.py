"""What noticing returns: what was seen, since when, how unusual, and the rows it rests on. Never a verdict."""

from dataclasses import dataclass
from datetime import date

from reattune.model.kinds import Direction, Shift
from reattune.model.observation import Observation, OwnAct


@dataclass(frozen=True, slots=True)
class Seen:
    """One observation that a noticing rests on, and how usual it was for this person before it (0 to 1).

    For an outcome its probability; for a score that of all scores at most as likely; for a bill that of it being
    paid so late or later.
    """

    observation: Observation
    usual: float


@dataclass(frozen=True, slots=True)
class Part:
    """One stream's part in a noticing: its share of the evidence (parts sum to 1) and its observations.

    `shift` says which way scores moved, where the direction tells.
    """

    stream: str
    basis: str
    share: float
    seen: tuple[Seen, ...]
    shift: Shift = Shift.NONE


@dataclass(frozen=True, slots=True)
class Noticing:
    """Something unusual here, as it could have been noticed live on day `at`.

    `once_in_sessions`: at most about once in so many sessions, by this model; 1000 means more than 1,000.
    `adds_to`: the open noticing this crossing is added to, if any. `since`: the first observation it rests on.
    """

    at: date
    direction: Direction
    once_in_sessions: int
    parts: tuple[Part, ...]
    own: tuple[OwnAct, ...] = ()
    adds_to: date | None = None
    called_ordinary: int = 0
    """How many noticings here had been called ordinary by then."""

    @property
    def since(self) -> date:
        """The day of the first observation it rests on."""
        return min(seen.observation.at for part in self.parts for seen in part.seen)


@dataclass(frozen=True, slots=True)
class Noticed:
    """All that came up for one relationship up to a day."""

    codename: str
    ticks: int
    noticings: tuple[Noticing, ...]
    prior: str
    silent: str = ""
    open: tuple[date, ...] = ()
    """The days of noticings still open at the end: not marked, and last added to within the last ten ticks."""
