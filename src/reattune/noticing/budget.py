"""The attention budget: how much one tick may spend, from the past of the whole caseload."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

MOST = 1.0 / 50.0
"""No tick ever spends more."""
LOOK_BACK = timedelta(days=91)
AT_LEAST = 28
"""Days of past below which a rate is not yet trusted."""
MONTH = 365.25 / 12


class Budget:
    """What each tick may spend, so that about `per_month` noticings a month come up even if nothing had changed.

    Args:
        per_month: noticings a month over the whole caseload.
        ticks: the days of all ticks of the caseload, of every relationship.
        known: whether the caseload is known at all (a practice.toml was found); if not, `1/50` is spent.
    """

    def __init__(self, per_month: float, ticks: Iterable[date], *, known: bool = True) -> None:
        self.per_month = per_month
        self._days: Sequence[date] = sorted(ticks)
        self._known = known

    def at(self, day: date) -> float:
        """Return what a tick on `day` may spend; only days before it are looked at."""
        until = bisect_left(self._days, day)
        if not self._known or until == 0:
            return MOST
        begun = max(self._days[0], day - LOOK_BACK)
        length = (day - begun).days
        if length < AT_LEAST:
            return MOST
        rate = (until - bisect_left(self._days, begun)) / length * MONTH
        return MOST if rate <= 0 else min(MOST, self.per_month / rate)
