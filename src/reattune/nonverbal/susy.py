"""SUSY: cross-correlations of short stretches, held against the same stretches paired otherwise.

Definition: SUSY 0.1.0 (code read, output equal on the fixtures; nothing of it is here). Its "ES" is no usual effect
size: it divides by a deviation over lags. A lag below 0 means that the first series leads, as SUSY writes it.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy import fft

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.nonverbal.exact import Flags, Floats, centred
from reattune.nonverbal.lagged import pair


@dataclass(frozen=True, slots=True)
class Curve:
    """Means over pairings of stretches at each lag, without and with the sign; an undefined pairing counts as 0.

    Args:
        r: mean |r|.
        z: mean |Fisher's z|.
        signed: mean signed Fisher's z.
    """

    r: Floats
    z: Floats
    signed: Floats


@dataclass(frozen=True, slots=True)
class Held:
    """One curve's mean over lags against that of the pairings by chance.

    Args:
        real: mean over lags.
        pseudo: mean over lags of the pairings by chance.
        deviation: of the real curve over lags.
        pseudo_deviation: of the pairings by chance, over lags.
        es: their difference in the latter; over lags, so no usual effect size.
        above: percent of lags at which the real curve is higher.
    """

    real: float
    pseudo: float
    deviation: float
    pseudo_deviation: float
    es: float
    above: float


@dataclass(frozen=True, slots=True)
class Susy:
    """What SUSY tells of a pair.

    Args:
        lags_s: lags in seconds; below 0 the first series leads.
        real: curves of the stretches as they were.
        pseudo: curves of all other pairings of stretches.
        stretches: how many stretches there are.
        used: rows that were used, those with a missing value having been left out first (which moves time).
        without_sign: |z| against chance.
        signed: z against chance.
        lead1: mean |z| at lags below 0, where the first series leads.
        lead2: mean |z| at lags above 0.
        es_lead1: the same against chance.
        es_lead2: the same against chance.
    """

    lags_s: Floats
    real: Curve
    pseudo: Curve
    stretches: int
    used: int
    without_sign: Held
    signed: Held
    lead1: float
    lead2: float
    es_lead1: float
    es_lead2: float

    @property
    def in_phase(self) -> Floats:
        """Signed means at the lags where these are 0 or above."""
        return np.asarray(self.real.signed[self.real.signed >= 0])

    @property
    def anti_phase(self) -> Floats:
        """Signed means at the lags where these are below 0."""
        return np.asarray(self.real.signed[self.real.signed < 0])


def susy(one: ArrayLike, two: ArrayLike, per_second: float, segment: float = 30.0, lag: float = 3.0) -> Susy:
    """Return what SUSY 0.1.0 gives, equal to it to 1e-12. Status: code read, output equal.

    Args:
        one: the first series, nan where missing.
        two: the second, as long.
        per_second: values a second.
        segment: seconds of one stretch, at least twice the lag.
        lag: the largest lag, in seconds.

    Returns:
        Curves, and what they come to.

    Raises:
        ReattuneError: if there are not two stretches, or a stretch is shorter than twice the lag.
    """
    first, second = pair(one, two)
    present = ~(np.isnan(first) | np.isnan(second))
    first, second = first[present], second[present]
    width, most = round(segment * per_second), round(lag * per_second)
    stretches = first.size // width if width > 1 else 0
    if stretches < 2 or width < 2 * most or most < 0:  # noqa: PLR2004 - one stretch has no other to be paired with
        raise ReattuneError(
            _(
                "SUSY needs two stretches of {segment:g} s without missing values, each at least twice the lag of"
                " {lag:g} s; there are {have:.0f} s. Take shorter stretches, or a longer series."
            ).format(segment=segment, lag=lag, have=first.size / per_second)
        )
    left, right = (values[: stretches * width].reshape(stretches, width) for values in (first, second))
    real, pseudo = _curves(left, right, most)
    lags_s = np.arange(-most, most + 1) / per_second
    held = _held(real.z, pseudo.z)
    before, after = lags_s < 0, lags_s > 0
    leads = [_part(real.z, pseudo.z, side) for side in (before, after)]
    signed = _held(real.signed, pseudo.signed)
    return Susy(
        lags_s, real, pseudo, stretches, first.size, held, signed, leads[0][0], leads[1][0], leads[0][1], leads[1][1]
    )


def _curves(one: Floats, two: Floats, most: int) -> tuple[Curve, Curve]:
    """Return the curves of pairs that belong together and of all others; one row of pairings at a time."""
    stretches, width = one.shape
    size = int(fft.next_fast_len(width + most, real=True))
    first, second = (fft.rfft(_unit(rows), size, axis=1) for rows in (one, two))
    real = np.zeros((3, 2 * most + 1))
    pseudo = np.zeros_like(real)
    for index in range(stretches):
        crossed = fft.irfft(first[index] * np.conj(second), size, axis=1)
        r = np.nan_to_num(np.concatenate((crossed[:, size - most :], crossed[:, : most + 1]), axis=1))
        with np.errstate(divide="ignore"):
            z = np.arctanh(np.clip(r, -1, 1))
        own = np.stack((np.abs(r), np.abs(z), z))
        real += own[:, index]
        own[:, index] = 0.0
        pseudo += own.sum(axis=1)
    return Curve(*(real / stretches)), Curve(*(pseudo / (stretches * (stretches - 1))))


def _unit(rows: Floats) -> Floats:
    """Return deviations of each stretch from its mean, of norm one; nan where it is constant."""
    deviations = centred(rows)
    norm = np.sqrt(np.einsum("ij,ij->i", deviations, deviations))
    norm[(rows == rows[:, :1]).all(axis=1)] = np.nan
    return np.asarray(deviations / norm[:, np.newaxis])


def _held(real: Floats, pseudo: Floats) -> Held:
    with np.errstate(invalid="ignore"):  # identical stretches have an infinite z, as in SUSY
        deviation, by_chance = (float(np.std(curve, ddof=1)) if curve.size > 1 else np.nan for curve in (real, pseudo))
    difference = float(real.mean() - pseudo.mean())
    es = difference / by_chance if by_chance > 0 else np.nan
    above = 100 * float((real > pseudo).mean())
    return Held(float(real.mean()), float(pseudo.mean()), deviation, by_chance, es, above)


def _part(real: Floats, pseudo: Floats, side: Flags) -> tuple[float, float]:
    if not side.any():
        return np.nan, np.nan
    held = _held(real[side], pseudo[side])
    return held.real, held.es
