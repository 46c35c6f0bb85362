"""What is planted in one relationship: a change between two people, and what life does meanwhile."""

from dataclasses import dataclass
from enum import StrEnum

from reattune.errors import ReattuneError
from reattune.synthetic import rates
from reattune.synthetic.limits import above, number, share, whole

STREAMS = frozenset({"ratings", "attendance", "rescheduling", "payment", "talk"})
"""The streams in which a change can be planted."""


class Kind(StrEnum):
    """The changes that can be planted."""

    NOTHING = "nothing"
    DIP = "dip"
    """One session's ratings lower."""
    V = "v"
    """Ratings half way down, down, half way back."""
    LASTING = "lasting"
    """A withdrawal that lasts: ratings lower, absences, moves and late payment likelier."""
    SLIDE = "slide"
    """The same, in equal steps over eight sessions."""
    ATTENDANCE = "attendance_only"
    PAYMENT = "payment_only"
    TWO_WEAK = "two_weak"
    """Ratings a little lower and absences a little likelier, from the same session on."""
    THINNING = "thinning"
    """The client says less."""
    REPAIRED = "repaired"
    """A withdrawal that ends after `length` sessions."""
    DEEPENED = "deepened"
    """The same, and afterwards closer than before by half as much."""
    DROPOUT = "dropout"
    """Ratings without variation and less talk for `length` sessions, two sessions not attended, and no last one."""
    MET = "met"
    """Being met: ratings higher, lastingly."""


class Life(StrEnum):
    """What may go on in a client's life, whatever happens between the two."""

    NONE = "none"
    ILLNESS = "illness"
    """A stretch of sessions cancelled through illness, with the reason stated."""
    BEREAVEMENT = "bereavement"
    """A stretch of sessions cancelled after a death, with the reason stated."""
    SHIFT_WORK = "shift_work"
    """Asks to move often, all along."""
    IRREGULAR_INCOME = "irregular_income"
    """Pays late and irregularly, all along."""
    CARER = "carer"
    """Cancels at short notice, all along, half of the time with the reason stated."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is planted; whatever is left None is the kind's own (`rates.py`), and a place that is None is drawn.

    `onset` is the first changed session (from 0); `size` the fall (or, being met, rise) of the client's ratings in own
    standard deviations; `odds` and `moves` factors on the odds of being away and of asking to move; `slower` what the
    chance of paying is divided by; `left` the share of words left; `length` the sessions until repair or before the
    absences. `streams` restricts or widens where it can be seen. `cover` is the share of cancellations and moves that
    come of the withdrawal and are given an ordinary reason, in words no different from a true one.
    """

    kind: Kind = Kind.NOTHING
    life: Life = Life.NONE
    onset: int | None = None
    size: float | None = None
    odds: float | None = None
    moves: float | None = None
    slower: float | None = None
    left: float | None = None
    length: int | None = None
    streams: frozenset[str] | None = None
    cover: float = rates.COVER.value
    life_onset: int | None = None

    def check(self, sessions: int) -> None:
        """Raise `ReattuneError` where this cannot be planted in so many sessions."""
        for name, place in (("onset", self.onset), ("life_onset", self.life_onset)):
            if place is not None:
                whole(f"{name} (the first changed session, from 0)", place, 0, sessions - 1)
        for name, factor in (("odds", self.odds), ("moves", self.moves), ("slower", self.slower), ("size", self.size)):
            if factor is not None:
                above(name, factor)
        if self.left is not None:
            number("left (the share of words left)", self.left, 0.01, 1.0)
        if self.length is not None:
            whole("length (sessions)", self.length, 1)
        share("cover (the share of reasons that are a cover)", self.cover)
        unknown = (self.streams or frozenset()) - STREAMS
        if unknown:
            raise ReattuneError(
                f"{min(unknown)} is no stream that can change; give some of {', '.join(sorted(STREAMS))}."
            )
