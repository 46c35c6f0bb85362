"""Evidence that would be wasted, or has faded, is kept in reserve and spent anew without breaking the promise.

A noticing happens when the sum of all evidence reaches 1. If what could be seen next would take it to 20, nineteen
twentieths of what was spent to get there buy nothing; and evidence that is let fade has bought nothing either. Both go
into a reserve. What a tick spends may be multiplied, before the next observation is seen, by the largest `c >= 1` for
which `sum_x p(x) min(held(x) + c fresh(x), 1)` is still at most what there was with a part of the reserve; the reserve
then changes by the difference. Evidence and reserve together gain nothing on average, so the expected number of
noticings stays at most what was spent. (Truncating at the threshold is the idea of Fischer & Ramdas on improving Wald's
test, from memory; the reserve, and the form for a mixture over finitely many outcomes, are our own.)
"""

import numpy as np

from reattune.noticing.usual import Floats

MOST = 6.0
"""The largest factor: beyond it a promise kept exactly by the model would hang on its smallest probabilities."""
AT_ONCE = 0.2
"""How much of the reserve one sighting may spend: evenly spent attention notices more."""
RECLAIMED = 0.5
"""How much of what is wasted or has faded goes into the reserve; the rest is kept back for what the model does not
know, such as streams that move together (docs/evidence.md)."""
FULLEST = 0.5
"""The reserve never grows beyond this; what would be more is given up."""


def spendable(chance: Floats, held: Floats, fresh: Floats, reserve: Floats) -> tuple[Floats, Floats]:
    """Return the largest factor by which this tick's spend may be multiplied, and what is then in reserve.

    Args:
        chance: probability of each thing that could be seen next under the usual pattern, `[X, R]`; sums to 1.
        held: all evidence but this tick's own, if it were seen, `[X, R]`.
        fresh: what this tick has spent would have become, if it were seen, `[X, R]`.
        reserve: what was wasted or has faded until now `[R]`.

    Returns:
        The factor `[R]`, from 1 to `MOST`, and the reserve `[R]`, from 0 to `FULLEST`.
    """
    there_was = (chance * (held + fresh)).sum(axis=0)
    factor = _largest(chance, held, fresh, there_was + AT_ONCE * reserve)
    factor = np.where(there_was < 1.0, np.clip(factor, 1.0, MOST), 1.0)
    bought = (chance * np.minimum(held + factor * fresh, 1.0)).sum(axis=0)
    wasted = there_was - bought
    left: Floats = np.clip(reserve + np.where(wasted > 0.0, RECLAIMED * wasted, wasted), 0.0, FULLEST)
    return factor, left


def _largest(chance: Floats, held: Floats, fresh: Floats, allowed: Floats) -> Floats:
    """Return the largest `c` with `sum_x p min(held + c fresh, 1) <= allowed`.

    The sum is the lowest of the lines in `c` in which the `k` outcomes that reach 1 first stand at 1, so it comes to
    what is allowed where the last of these lines does.
    """
    reached_at = np.divide(1.0 - held, fresh, out=np.full_like(fresh, np.inf), where=fresh > 0.0)
    order = np.argsort(reached_at, axis=0, kind="stable")
    weight, own, new = (np.take_along_axis(one, order, axis=0) for one in (chance, held, fresh))
    capped = np.cumsum(weight, axis=0) - weight
    rest, slope = (np.cumsum((weight * one)[::-1], axis=0)[::-1] for one in (own, new))
    lines = np.divide(allowed - capped - rest, slope, out=np.ones_like(slope), where=slope > 0.0)
    largest: Floats = lines.max(axis=0)
    return largest
