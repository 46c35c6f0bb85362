"""Three limits: the oracle, which knows this person; the informed limit, which knows people but not this person; and
the same with one setting for all shapes.

The first two know the shape and the size of the change, the trend and the autocorrelation, and see the scores before
they are rounded and cut; none knows the onset. What the oracle has and nobody can have is this person's own mean and
spread; the informed limit has only their distribution over people, and integrates.
"""

import numpy as np

from reattune.synthetic import Ratings, Shape, planted
from weighing.courses import Courses

WITHIN = 4
"""Sessions from the onset within which an alarm counts; a sum over so many latest onsets is close to best for that."""
SPREADS = 21
"""Points of the table over which a person's unknown spread is integrated."""

MIXTURE = {
    (Shape.DIP, 2.0): 0.3,
    (Shape.DIP, 3.0): 0.1,
    (Shape.V, 2.0): 0.1,
    (Shape.LASTING, 1.0): 0.15,
    (Shape.LASTING, 1.5): 0.2,
    (Shape.LASTING, 2.0): 0.15,
}
"""How one setting for all shapes is weighed: chosen on the tuning courses to be good at all of them."""


def oracle(one: Courses, how: Ratings, change: tuple[Shape, float], onsets: int = WITHIN) -> np.ndarray:
    """Return the sum of likelihood ratios over the latest `onsets` onsets `[R, T]`, for somebody who is known."""
    sessions = one.latent.shape[1]
    z = (one.latent - one.level[:, None]) / one.sd[:, None] - _rise(how, sessions)
    white = _whitened(z, how.carry)
    logs = []
    for onset in range(sessions):
        moved = _whitened(planted(*change, onset, sessions)[None], how.carry)[0]
        logs.append(np.cumsum(white * moved - 0.5 * moved**2, axis=1))
    return _latest(np.stack(logs), onsets)


def one_setting(one: Courses, how: Ratings) -> np.ndarray:
    """Return the informed limit's statistic `[R, T]` for somebody who must find every shape with one setting."""
    return sum(weight * informed(one, how, change) for change, weight in MIXTURE.items())


def informed(one: Courses, how: Ratings, change: tuple[Shape, float]) -> np.ndarray:
    """Return the same `[R, T]` with this person's level and spread integrated over the true population."""
    grid = np.linspace(-3.0, 3.0, SPREADS)
    weight = np.exp(-0.5 * grid**2)
    sessions = one.latent.shape[1]
    unit = _whitened(np.ones((1, sessions)), how.carry)[0]
    moved = [_whitened(planted(*change, onset, sessions)[None], how.carry)[0] for onset in range(sessions)]
    as_usual = np.full(one.latent.shape, -np.inf)
    changed = np.full((sessions, *one.latent.shape), -np.inf)
    for log_weight, sd in zip(np.log(weight / weight.sum()), how.within * np.exp(how.own_log_sd * grid), strict=True):
        white = _whitened((one.latent - how.centre) / sd - _rise(how, sessions), how.carry)
        known = log_weight - np.log(sd) * np.arange(1, sessions + 1)
        as_usual = np.logaddexp(as_usual, known + _marginal(white, unit, how.between / sd))
        for onset in range(sessions):
            there = known + _marginal(white - moved[onset], unit, how.between / sd)
            changed[onset] = np.logaddexp(changed[onset], there)
    return _latest(changed - as_usual, WITHIN)


def _rise(how: Ratings, sessions: int) -> np.ndarray:
    return how.trend * np.minimum(np.arange(sessions), how.trend_until)


def _whitened(z: np.ndarray, carry: float) -> np.ndarray:
    white = z.copy()
    white[:, 1:] = (z[:, 1:] - carry * z[:, :-1]) / np.sqrt(1.0 - carry**2)
    return white


def _marginal(white: np.ndarray, unit: np.ndarray, between: float) -> np.ndarray:
    """Return the log likelihood up to each session with a normal level (mean 0, SD `between`) integrated out."""
    precision = 1.0 / between**2 + np.cumsum(unit**2)
    along = np.cumsum(white * unit, axis=1)
    left = np.cumsum(white**2, axis=1) - along**2 / precision
    marginal: np.ndarray = -0.5 * np.log(between**2 * precision) - 0.5 * left
    return marginal


def _latest(logs: np.ndarray, onsets: int) -> np.ndarray:
    """Return, at each session, the sum of ratios over the latest onsets, from logs `[onset, R, T]`."""
    sessions = logs.shape[0]
    total = np.zeros(logs.shape[1:])
    for session in range(sessions):
        total[:, session] = np.exp(logs[max(0, session - onsets + 1) : session + 1, :, session]).sum(axis=0)
    return total
