"""How people usually are before anything is planted: the base rates of one invented relationship, each changeable."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from reattune.model import Instrument, Outcomes, Voice
from reattune.synthetic import rates
from reattune.synthetic.conduct import COMING, MOVING, Odds, Population
from reattune.synthetic.conduct import check as check_odds
from reattune.synthetic.limits import carry, number, share
from reattune.synthetic.paying import PAYING, Paying
from reattune.synthetic.paying import check as check_paying
from reattune.synthetic.plans import Life
from reattune.synthetic.series import Ratings
from reattune.synthetic.series import check as check_ratings
from reattune.synthetic.talk import Words

_SHORT = 3
"""The index of cancelling at short notice in `ATTENDANCE`."""


@dataclass(frozen=True, slots=True)
class Usual:
    """How people usually come, move, pay, rate and talk, and what the rows say of it.

    `attendance`, `rescheduling` and `paying` take a stream's own pattern instead, to draw people from its prior.
    `client` and `therapist` are None for the instrument's own figures (`ratings_of`). `stated` is the share of ordinary
    cancellations and moves with a reason. Two misfits, 0 by default: `wander`, the log-SD of odds that wander in each
    stream by itself, and `shared`, the same for one tendency common to all streams, which also lowers the client's
    ratings by so many own standard deviations.
    """

    attendance: Population = COMING
    rescheduling: Population = MOVING
    paying: Outcomes | Paying = PAYING
    client: Ratings | None = None
    therapist: Ratings | None = None
    words: Words = field(default_factory=Words)
    therapist_moves: float = rates.THERAPIST_MOVES.value
    therapist_cancels: float = rates.THERAPIST_CANCELS.value
    stated: float = rates.STATED.value
    initiator_recorded: float = rates.INITIATOR_RECORDED.value
    wander: float = 0.0
    shared: float = 0.0
    wander_carry: float = rates.WANDER_CARRY.value

    def check(self) -> None:
        """Raise `ReattuneError` where a figure is not possible."""
        for population in (self.attendance, self.rescheduling):
            if isinstance(population, Odds):
                check_odds(population)
        if isinstance(self.paying, Paying):
            check_paying(self.paying)
        for how in (self.client, self.therapist):
            if how is not None:
                check_ratings(how)
        share("The chance that the therapist moves a session", self.therapist_moves)
        share("The chance that the therapist cancels a session", self.therapist_cancels)
        share("The share of reasons stated", self.stated)
        share("The share of changes of which the rows say who asked", self.initiator_recorded)
        number("wander (the log-SD of odds)", self.wander, 0.0)
        number("shared (the log-SD of odds)", self.shared, 0.0)
        carry("wander_carry", self.wander_carry)


def ratings_of(instrument: Instrument, by: Voice = Voice.CLIENT) -> Ratings:
    """Return how one person's ratings on an instrument are drawn by default.

    Args:
        instrument: its range and steps; WAI-SR and SRS totals have figures of their own.
        by: whose ratings.

    Returns:
        The figures; change some with `dataclasses.replace`.

    Source: our own choice (`rates.py`); that SRS totals crowd the ceiling: Meier 2022, verified, without a figure.
    """
    width = instrument.maximum - instrument.minimum
    middle = 1.0 - rates.OTHER_CENTRE.value if instrument.higher_is_better is False else rates.OTHER_CENTRE.value
    general = Ratings(
        minimum=instrument.minimum,
        maximum=instrument.maximum,
        step=instrument.step,
        centre=instrument.minimum + middle * width,
        between=rates.OTHER_BETWEEN.value * width,
        within=rates.OTHER_WITHIN.value * width,
        own_log_sd=rates.OWN_LOG_SD.value,
        trend=rates.TREND.value * (-1.0 if instrument.higher_is_better is False else 1.0),
        trend_until=int(rates.TREND_SESSIONS.value),
        carry=rates.CARRY.value,
        missing=rates.MISSING.value,
    )
    client = by is Voice.CLIENT
    match instrument.id:
        case "wai-sr":
            centre = rates.WAI_CLIENT_CENTRE if client else rates.WAI_THERAPIST_CENTRE
            between = rates.WAI_CLIENT_BETWEEN if client else rates.WAI_THERAPIST_BETWEEN
            return _own(general, (centre, between, rates.WAI_WITHIN))
        case "srs":
            crowding = rates.SRS_CROWDING.value if client else 0.0
            return replace(_own(general, (rates.SRS_CENTRE, rates.SRS_BETWEEN, rates.SRS_WITHIN)), crowding=crowding)
        case _:
            return general


def _own(general: Ratings, figures: tuple[rates.Rate, rates.Rate, rates.Rate]) -> Ratings:
    centre, between, within = (one.value for one in figures)
    return replace(general, centre=centre, between=between, within=within)


def lived_with(usual: Usual, life: Life) -> Usual:
    """Return how a person usually is whose life is so all along; a stretch of illness or mourning is no part of it."""
    match life:
        case Life.SHIFT_WORK:
            return replace(usual, rescheduling=_moving(usual.rescheduling, rates.SHIFT_MOVES.value))
        case Life.CARER:
            return replace(usual, attendance=_likelier(usual.attendance, _SHORT, rates.CARER_SHORT_NOTICE.value))
        case Life.NONE | Life.ILLNESS | Life.BEREAVEMENT | Life.IRREGULAR_INCOME:
            return usual


def _moving(population: Population, chance: float) -> Population:
    """Return a population that asks to move with this chance, with the same notice."""
    mean = _mean(population)
    return _with(population, (1.0 - chance, *(chance * one / sum(mean[1:]) for one in mean[1:])))


def _likelier(population: Population, code: int, chance: float) -> Population:
    """Return a population in which one outcome has this chance and the others keep their proportions."""
    mean = _mean(population)
    rest = (1.0 - chance) / (1.0 - mean[code])
    return _with(population, tuple(chance if index == code else one * rest for index, one in enumerate(mean)))


def _mean(population: Population) -> Sequence[float]:
    return population.mean[0] if isinstance(population, Outcomes) else population.mean


def _with(population: Population, mean: tuple[float, ...]) -> Population:
    return replace(population, mean=(mean,)) if isinstance(population, Outcomes) else replace(population, mean=mean)
