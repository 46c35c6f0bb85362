"""A whole invented practice with the truth of everybody in it: people who come, go on, end, leave, and new ones."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

import numpy as np
from dateutil.relativedelta import relativedelta
from numpy.typing import NDArray

from reattune.model import Practice
from reattune.synthetic import rates
from reattune.synthetic.chance import Part, stream
from reattune.synthetic.limits import above, whole
from reattune.synthetic.mix import DEFAULT_MIX, Mix, check, drawn
from reattune.synthetic.plans import Kind, Plan
from reattune.synthetic.relationship import Lived, relationship
from reattune.synthetic.setting import Setting, agreed_days, breaks_of, weeks_for
from reattune.synthetic.truth import Truth
from reattune.synthetic.usual import Usual

Floats = NDArray[np.float64]

_HOURS = (8, 18)
_WEEK = 7
_MOST_SESSIONS = 1000
_NEWEST = 0.9
"""Nobody begins in the last tenth of the time."""


@dataclass(frozen=True, slots=True)
class Cases:
    """An invented practice, the truth of each relationship and its words a session (where counted), by codename.

    `as_of` is the last day of which anything is known: ask `reattune.notice(cases.practice, cases.as_of)`.
    """

    practice: Practice
    truths: Mapping[str, Truth]
    talk: Mapping[str, Floats]
    as_of: date


def caseload(
    seed: int,
    people: int = 20,
    months: int = 24,
    mix: Mix | None = None,
    *,
    plan: Plan | None = None,
    usual: Usual | None = None,
    setting: Setting | None = None,
    budget_per_month: float = 2.0,
) -> Cases:
    """Return one invented practice: the same for the same arguments, and nobody in it changed by adding people.

    Two in five are there from the beginning, the others begin at any time but the last tenth; a course ends when it has
    run its length, unless the time is over before. Somebody with fewer than twelve agreed slots has nothing planted.

    Args:
        seed: a whole number of 0 or more.
        people: how many relationships in all.
        months: the time from `setting.start` on.
        mix: shares of each `Kind` and each `Life`; what is left is nothing. `DEFAULT_MIX` by default.
        plan: sizes of what is planted, where not the kind's own; its kind, life and places are not used.
        usual: how people usually are.
        setting: the frame of everybody, but for its start, day and time.
        budget_per_month: the practice's own budget of noticings.

    Returns:
        The practice and the truth.

    Raises:
        ReattuneError: something asked for is not possible.

    Source: every figure with its source and status is in `reattune.synthetic.rates` and docs/synthetic.md.
    """
    whole("The number of people", people, 1)
    whole("The number of months", months, 1, 240)
    above("The budget a month", budget_per_month)
    shares = DEFAULT_MIX if mix is None else mix
    check(shares)
    setting = setting or Setting()
    setting.check()
    as_of = setting.start + relativedelta(months=months) - timedelta(days=1)
    lived = [
        _one(f"case-{number:03d}", seed, as_of, shares, (plan or Plan(), usual or Usual(), setting))
        for number in range(1, people + 1)
    ]
    return _gathered(lived, setting, as_of, budget_per_month)


def _one(codename: str, seed: int, as_of: date, mix: Mix, base: tuple[Plan, Usual, Setting]) -> Lived:
    """Return one person of a caseload."""
    plan, usual, setting = base
    rng = stream(seed, codename, Part.MIX)
    chance, normal = rng.random(6), float(rng.standard_normal())
    own = _frame(setting, as_of, chance[:4])
    fitting = _fitting(codename, seed, own, as_of)
    length = max(1, round(rates.COURSE_SESSIONS.value * float(np.exp(rates.COURSE_LOG_SD.value * normal))))
    sessions = max(1, min(length, fitting))
    kind, life = drawn(mix, (float(chance[4]), float(chance[5])))
    if sessions < rates.LONG_ENOUGH.value:
        kind = Kind.NOTHING
    planned = replace(plan, kind=kind, life=life, onset=None, life_onset=None)
    return relationship(codename, seed, sessions, planned, usual, replace(own, ends=length <= fitting))


def _frame(setting: Setting, as_of: date, chance: Floats) -> Setting:
    """Return one person's frame: a working day and hour of their own, from the first such day on."""
    days = (as_of - setting.start).days + 1
    late = 0.0 if chance[0] < rates.AT_THE_BEGINNING.value else float(chance[1]) * _NEWEST * days
    start = setting.start + timedelta(days=int(late))
    start += timedelta(days=(int(chance[2] * 5) - start.weekday()) % _WEEK)
    first, last = _HOURS
    return replace(setting, start=min(start, as_of), at=time(first + int(chance[3] * (last - first))))


def _fitting(codename: str, seed: int, setting: Setting, as_of: date) -> int:
    """Return how many agreed slots there are until the last day."""
    place = stream(seed, codename, Part.CALENDAR).random(2)
    most = min(_MOST_SESSIONS, (as_of - setting.start).days // (_WEEK * setting.every_weeks) + 1)
    breaks = breaks_of(codename, setting, weeks_for(setting, most), (float(place[0]), float(place[1])))
    return len(agreed_days(setting, breaks, most, as_of))


def _gathered(lived: list[Lived], setting: Setting, as_of: date, budget: float) -> Cases:
    instrument = setting.defined()
    practice = Practice(
        relationships=tuple(one.relationship for one in lived),
        time_zone=setting.time_zone,
        currency=setting.currency,
        holidays=dict(setting.holidays),
        budget_per_month=budget,
        has_settings=True,
        instruments={instrument.id: instrument},
    )
    return Cases(
        practice,
        {one.truth.codename: one.truth for one in lived},
        {one.truth.codename: one.talk for one in lived if one.talk is not None},
        as_of,
    )
