"""What the movement in a recording showed: amounts, ribbons, how far it went together, and what could not be seen.

Nothing is kept as a sentence: texts are made when they are shown, in the language of whoever reads them.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reattune.language import _, plural
from reattune.model import MovementFigures, Role, Source
from reattune.nonverbal.moved import Moved
from reattune.nonverbal.spans import clock


class Kind(StrEnum):
    """Why a stretch has no movement data."""

    CUT = "cut"
    LIGHT = "light"
    FROZEN = "frozen"
    LAYOUT = "layout"
    ERROR = "error"
    GAP = "gap"
    BLEED = "bleed"


@dataclass(frozen=True, slots=True)
class Fault:
    """A stretch without movement data, and why; `role` where it concerns one person's part of the picture only."""

    start: float
    end: float
    kind: Kind
    role: Role | None = None

    @property
    def sentence(self) -> str:
        """What happened, when, and what it means for the figures."""
        return _fault(self).format(start=clock(self.start), end=clock(self.end))


@dataclass(frozen=True, slots=True)
class Amount:
    """How much one person moved: context, never a verdict.

    Args:
        mean: mean motion energy.
        active: percent of the time with data in which there was movement.
        bursts: runs of movement a minute.
    """

    mean: float
    active: float
    bursts: float


@dataclass(frozen=True, slots=True)
class Together:
    """How far two movements went together, against the same movements shifted in time.

    Args:
        statistic: what was computed, with its settings.
        value: the session's mean over windows.
        chance: the mean of the same figure over the shifted series.
        z: how far apart they are, in standard deviations of the shifted series.
        p: how often shifted series lie at least as far out, two-sided.
        shifts: how many shifts.
        strength: mean |Z| over all cells, a second average of the same cells that may point elsewhere.
        lead: the median lag of the windows' maxima in seconds: above 0 the client's movement comes first.
        usual: the median window.
        low: the lower edge of what 19 in 20 shifted windows give.
        high: the upper edge.
    """

    statistic: str
    value: float
    chance: float
    z: float
    p: float
    shifts: int
    strength: float
    lead: float
    usual: float
    low: float
    high: float

    @property
    def differs(self) -> bool:
        """Whether the session lies beyond what one in twenty shifts gives, in either direction."""
        return self.p <= 0.05  # noqa: PLR2004

    @property
    def follows(self) -> bool:
        """Whether who moves first may be told: without more together than by chance, the best lag is chance, too."""
        return self.differs and self.z > 0


@dataclass(frozen=True, slots=True)
class Ribbons:
    """One value a second from the beginning of the recording, for drawing; None is missing.

    Args:
        client: the client's motion energy.
        therapist: the therapist's.
        together: the windows' figure at the windows' middles; to be read with the band of `Together`.
    """

    client: tuple[float | None, ...] = ()
    therapist: tuple[float | None, ...] = ()
    together: tuple[float | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Watched:
    """All that the movement in one recording showed, and what could not be seen.

    Args:
        name: the recording's name, or the file's with the series.
        seconds: how long it is.
        usable: seconds with movement data of both people.
        unit: what a value of motion energy is.
        comparable: whether the unit is the same from session to session.
        client: how much the client moved; None without data.
        therapist: how much the therapist moved.
        together: how far the movements went together; None without data enough.
        ribbons: values for drawing.
        faults: stretches without data, and why.
        moments: dated candidates.
        notes: sentences that came with the series or the recording.
    """

    name: str
    seconds: float
    usable: float
    unit: str
    comparable: bool = True
    client: Amount | None = None
    therapist: Amount | None = None
    together: Together | None = None
    ribbons: Ribbons = Ribbons()
    faults: tuple[Fault, ...] = ()
    moments: tuple[Moved, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def result(self) -> str:
        """What can be said about moving together, in a sentence; that it is not above chance is a result."""
        return _result(self)

    @property
    def remarks(self) -> tuple[str, ...]:
        """Sentences about what could not be seen, and why."""
        lost = self.seconds - self.usable
        part = (_lost(lost),) if self.usable and lost >= 1 else ()
        return (*self.notes, *part, *dict.fromkeys(one.sentence for one in self.faults if _worth_saying(one)))

    def figures(self, day: date, source: Source, known_at: date) -> MovementFigures:
        """Return this session's figures for the streams.

        Args:
            day: the session's day.
            source: the recording, or the file with the series.
            known_at: the day it was watched.
        """
        there = self.together
        return MovementFigures(
            day=day,
            source=source,
            known_at=known_at,
            seconds=self.seconds,
            usable=self.usable,
            client=self.client.mean if self.client else None,
            therapist=self.therapist.mean if self.therapist else None,
            together=there.z if there else None,
            above_chance=there.differs if there else None,
            statistic=there.statistic if there else "",
            comparable=self.comparable,
        )


def _lost(seconds: float) -> str:
    if seconds < 60:  # noqa: PLR2004
        return plural("{n} second has no movement data.", "{n} seconds have no movement data.", round(seconds))
    return plural("{n} minute has no movement data.", "{n} minutes have no movement data.", round(seconds / 60))


def _worth_saying(fault: Fault) -> bool:
    # Single pictures are left out silently: they are in the sum of what is missing.
    return fault.kind is not Kind.ERROR or fault.end - fault.start >= 1


def _fault(fault: Fault) -> str:
    if fault.role is Role.CLIENT:
        return _("The client's part of the picture stood still from {start} to {end}: no movement data there.")
    if fault.role is Role.THERAPIST:
        return _("Your part of the picture stood still from {start} to {end}: no movement data there.")
    return {
        Kind.CUT: _("The picture was cut at {start}."),
        Kind.LIGHT: _("The light changed from {start} to {end}: no movement data there."),
        Kind.FROZEN: _("The picture stood still from {start} to {end}: no movement data there."),
        Kind.LAYOUT: _("The picture was laid out anew at {start}; draw the parts again. Nothing is said until {end}."),
        Kind.ERROR: _("The picture was disturbed from {start} to {end}: no movement data there."),
        Kind.GAP: _("No picture came from {start} to {end}."),
        Kind.BLEED: _("From {start} to {end} both parts show nearly the same movement, as when one person is in both."),
    }[fault.kind]


def _unmoving(ribbon: tuple[float | None, ...]) -> bool:
    return len({one for one in ribbon if one is not None}) == 1


def _result(watched: Watched) -> str:
    there = watched.together
    if not watched.usable:
        return _("No movement data.")
    if there is None and any(_unmoving(one) for one in (watched.ribbons.client, watched.ribbons.therapist)):
        return _(
            "In one of the two parts nothing changes, so that nothing can be said of how far movements went together."
        )
    if there is None:
        return _("Too little movement data of both people to say how far movements went together.")
    if not there.differs:
        return _("How far your movements went together is not above chance, which is so for most short recordings.")
    if there.z > 0:
        return _("Your movements went together more than by chance. That says nothing about good or bad.")
    return _("Your movements went together less than by chance. That says nothing about good or bad.")
