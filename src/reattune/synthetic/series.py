"""Invented alliance ratings, many people at once: levels, own spread, trend, autocorrelation, steps, ceiling, gaps."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri, stdtrit

from reattune.errors import ReattuneError
from reattune.synthetic.limits import above, carry, number, share, whole

Floats = NDArray[np.float64]
LEAST_DF = 2.0
"""Up to here a Student-t has no standard deviation."""


@dataclass(frozen=True, slots=True)
class Ratings:
    """How ratings of one instrument are drawn; spreads are in score units, all else in own standard deviations.

    `own_log_sd` is the spread (in logs) of people's own variability around `within`; `trend` is the rise a session, for
    the first `trend_until` sessions; `carry` is the autocorrelation from one session to the next; `tail_df` the degrees
    of freedom of Student-t noise (0: normal), whose standard deviation stays `within`. Scores are rounded to `step` and
    cut at both ends; `crowding` is the share of people whose level lies at the very top, as SRS totals do (Meier 2022,
    DOI 10.3389/fpsyg.2022.949326, verified: scores crowd the ceiling; any figure for it is our own choice).
    """

    minimum: float = 0.0
    maximum: float = 60.0
    step: float = 1.0
    centre: float = 40.0
    between: float = 6.0
    within: float = 3.0
    own_log_sd: float = 0.35
    trend: float = 0.03
    trend_until: int = 1_000_000
    carry: float = 0.3
    missing: float = 0.0
    crowding: float = 0.0
    tail_df: float = 0.0


@dataclass(frozen=True, slots=True)
class Drawn:
    """Scores `[R, T]` (nan where not answered), and each person's true `level` and own `sd` `[R]` in score units.

    `latent` `[R, T]` is what the scores would be without steps, ends and gaps.
    """

    scores: Floats
    latent: Floats
    level: Floats
    sd: Floats


def draw(how: Ratings, people: int, sessions: int, rng: np.random.Generator, change: Floats | None = None) -> Drawn:
    """Return invented ratings of `people` over `sessions`, the same for the same generator state.

    Args:
        how: the instrument and its people.
        people: the number of courses `R`.
        sessions: their length `T`.
        rng: where chance comes from.
        change: what is planted, in own standard deviations, `[T]` or `[R, T]`; added to the level, not to the noise.

    Returns:
        The scores and the truth behind them.

    Raises:
        ReattuneError: a number is not possible.
    """
    whole("The number of people", people, 1)
    whole("The number of sessions", sessions, 1)
    check(how)
    level = how.centre + how.between * rng.standard_normal(people)
    crowded = rng.random(people) < how.crowding
    sd = how.within * np.exp(how.own_log_sd * rng.standard_normal(people))
    level = np.where(crowded, how.maximum + 0.5 * sd, level)
    noise = carried(_noise(how, rng.random((people, sessions))), how.carry)
    rise = how.trend * np.minimum(np.arange(sessions), how.trend_until)
    latent = level[:, None] + sd[:, None] * (noise + rise + (0.0 if change is None else change))
    scores = np.clip(how.minimum + how.step * np.round((latent - how.minimum) / how.step), how.minimum, how.maximum)
    scores[rng.random((people, sessions)) < how.missing] = np.nan
    return Drawn(scores, latent, level, sd)


def check(how: Ratings) -> None:
    """Raise `ReattuneError` where ratings cannot be drawn so, with what to give instead."""
    if not how.minimum < how.maximum:
        raise ReattuneError(f"Scores from {how.minimum} to {how.maximum} are none; give a minimum below the maximum.")
    number("The step between scores", how.step, 0.0, how.maximum - how.minimum)
    above("The step between scores", how.step)
    number("The SD between people", how.between, 0.0)
    above("The SD within a person", how.within)
    number("The log-SD of people's own SD", how.own_log_sd, 0.0)
    carry("The autocorrelation of ratings", how.carry)
    share("The share of missing ratings", how.missing)
    share("The share of people at the very top", how.crowding)
    number("The session until which ratings rise", how.trend_until, 0)
    if how.tail_df and not how.tail_df > LEAST_DF:
        raise ReattuneError(f"Tails of {how.tail_df} degrees of freedom have no SD; give more than 2, or 0 for normal.")


def _noise(how: Ratings, chance: Floats) -> Floats:
    """Return independent noise with standard deviation 1 from uniform numbers."""
    if not how.tail_df:
        normal: Floats = ndtri(chance)
        return normal
    heavy: Floats = stdtrit(how.tail_df, chance) * np.sqrt((how.tail_df - 2.0) / how.tail_df)
    return heavy


def carried(noise: Floats, carry: float) -> Floats:
    """Return a stationary first-order autoregression with standard deviation 1 from independent noise `[R, T]`."""
    found: Floats = np.sqrt(1.0 - carry**2) * noise
    found[:, 0] = noise[:, 0]
    for session in range(1, noise.shape[1]):
        found[:, session] += carry * found[:, session - 1]
    return found
