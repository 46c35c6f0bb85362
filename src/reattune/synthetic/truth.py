"""What was really planted in an invented relationship, and everything it was made from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from reattune.model import Direction, Voice
from reattune.synthetic.plans import Kind, Life, Plan
from reattune.synthetic.setting import Setting
from reattune.synthetic.usual import Usual


@dataclass(frozen=True, slots=True)
class Truth:
    """The truth of one invented relationship; indexes count agreed slots from 0.

    `onset` is the day of the first changed session, `until` that of the first one as before (None: it lasts, or there
    is no change). `direction` is how it begins and `later` how it goes on, where it turns. `plan` holds by how much:
    every None of what was asked for is filled in, and what does not apply to its `streams` had no effect. `usual` are
    the base rates, `setting` the frame; `level` and `sd` this person's own for each who rates, in score units.
    """

    codename: str
    seed: int
    kind: Kind
    life: Life
    onset: date | None
    onset_session: int | None
    until: date | None
    until_session: int | None
    direction: Direction | None
    later: Direction | None
    streams: frozenset[str]
    plan: Plan
    life_onset: date | None
    life_sessions: tuple[int, int]
    """The first session of illness or mourning, and the first one after it; equal where there is none."""
    gone: bool
    """Whether the client left without a last session."""
    sessions: int
    days: tuple[date, ...]
    """The day of each agreed slot."""
    withdrawn: tuple[int, ...]
    """Slots of which the outcome or the move came of what was planted."""
    covered: tuple[int, ...]
    """Those of them for which an ordinary reason was given."""
    level: Mapping[Voice, float]
    sd: Mapping[Voice, float]
    chances: tuple[float, ...]
    """This person's usual chances of each outcome of `ATTENDANCE`."""
    moving: tuple[float, ...]
    """This person's usual chances of each outcome of `RESCHEDULING`."""
    paying: tuple[float, ...]
    """This person's usual chance of paying each day, or in each stretch of days late where drawn from a pattern."""
    words: float | None
    """This person's usual words a session, where they were counted."""
    usual: Usual
    setting: Setting
