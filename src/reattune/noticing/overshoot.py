"""Evidence beyond 1 is wasted; what is wasted may be spent, exactly, without breaking the promise.

A noticing happens when the sum of all evidence reaches 1. If what could be seen next would take it to 20, nineteen
twentieths of what was spent to get there bought nothing. All evidence may therefore be multiplied, before the next
observation is seen, by the largest `c >= 1` for which `sum_x p(x) min(c T(x), 1)` is still at most what there was. The
expected number of noticings stays at most what was spent. (The idea of truncating at the threshold is that of Fischer
& Ramdas on improving Wald's test, from memory; the form for a mixture over finitely many outcomes is our own.)
"""

import numpy as np

from reattune.noticing.usual import Floats


def boost(chance: Floats, total: Floats) -> Floats:
    """Return the largest factor by which all evidence may be multiplied.

    Args:
        chance: probability of each thing that could be seen next under the usual pattern, `[X, R]`; sums to 1.
        total: the sum of all evidence if it were seen, `[X, R]`.

    Returns:
        The factor `[R]`, at least 1. Where what could be seen never comes near 1, it is 1 (nothing is wasted).
    """
    order = np.argsort(-total, axis=0, kind="stable")
    value = np.take_along_axis(total, order, axis=0)
    weight = np.take_along_axis(chance, order, axis=0)
    before = (chance * total).sum(axis=0)
    capped = np.cumsum(weight, axis=0)
    rest = np.cumsum((weight * value)[::-1], axis=0)[::-1]
    after = np.concatenate([rest[1:], np.zeros_like(rest[:1])])
    # sum_x p min(c T, 1) is the lowest of the lines capped[k] + c after[k] (the k highest at 1), so it reaches what
    # there was where the last of them does
    factor = np.divide(before - capped, after, out=np.zeros_like(after), where=after > 0.0)
    largest: Floats = np.where(before < 1.0, np.maximum(factor.max(axis=0), 1.0), 1.0)
    return largest
