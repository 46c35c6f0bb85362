"""How many planted changes are noticed within four sessions, at equal false alarms, by everything there is."""

from dataclasses import asdict, dataclass

import numpy as np

from reattune.criteria import every, live
from reattune.criteria.marked import Scale
from reattune.criteria.registry import lacking
from reattune.noticing.imagined import begin
from reattune.synthetic import Ratings
from weighing import engine, limits
from weighing.courses import SHAPES, Courses, codes, courses, pattern_for, ratings
from weighing.engine import NEVER, Stream

FALSE_ALARMS = 0.10
WITHIN = 4
OURS, PLAIN = "Reattune", "Reattune without the reserve"
SPEND = 0.02
"""The most that a session may spend: Reattune's own setting, beside which its cut-off is moved."""
ORACLE, INFORMED, ONE_SETTING = "oracle", "informed limit", "informed limit, one setting for all"
FOR_ALL = 20
"""The length for which the limit with one setting is reckoned: it takes long."""
RELIABILITY, ITEMS = 0.9, 10
"""What a criterion that asks for the instrument's reliability and number of items is told; our own choice."""


@dataclass(frozen=True)
class Power:
    """One method, length and change: courses without an earlier alarm, those noticed in time, and the median delay.

    `hits` of `counted` at equal false alarms (`alarms` of all unchanged courses, which some rules cannot reach), and
    `published_*` the same at the rule's own setting (-1: it has none).
    """

    method: str
    sessions: int
    change: str
    hits: int
    counted: int
    delay: float
    alarms: float
    published_hits: int = -1
    published_counted: int = -1
    published_alarms: float = -1.0


def power(setting: str, sessions: int, people: int) -> list[dict]:
    """Return a row for each method and change, for courses of one length."""
    how, seed = ratings(setting), _seed(setting, sessions)
    pattern = pattern_for(setting, "", seed)
    null = courses(how, people, sessions, seed)
    planted = {name: courses(how, people, sessions, seed + 1 + place, change) for place, (name, change) in _changes()}
    rows = _ours(pattern, null, planted, sessions) + _limits(how, null, planted, sessions)
    scale = scale_of(how)
    for criterion in every():
        if lacking(criterion, scale) or sessions < criterion.fewest:
            continue
        statistic = live.statistics(criterion, null.scores, scale)
        cutoff = criterion.mark(null.scores[:1], scale).cutoff
        found = {name: live.statistics(criterion, one.scores, scale) for name, one in planted.items()}
        rows += _by_statistic(criterion.name, sessions, statistic, found, planted, cutoff)
    return [asdict(row) for row in rows]


def scale_of(how: Ratings) -> Scale:
    """Return what a criterion may know: the sample's spread of scores, and an assumed reliability."""
    spread = float(np.hypot(how.between, how.within))
    return Scale(how.minimum, how.maximum, sd_between=spread, reliability=RELIABILITY, items=ITEMS)


def cut_at(statistic: np.ndarray, rate: float, rng: np.random.Generator) -> tuple[np.ndarray, float]:
    """Return the statistic with ties broken at random, and the cut-off that a share `rate` of courses reaches.

    A rule that has nothing to say of enough courses cannot reach the rate; its cut-off is then its lowest value.
    """
    broken = statistic + 1e-9 * rng.random(statistic.shape)
    highest = broken.max(axis=1)
    cut = float(np.quantile(highest, 1.0 - rate, method="higher"))
    return broken, cut if np.isfinite(cut) else float(highest[np.isfinite(highest)].min(initial=np.inf))


def first_at(statistic: np.ndarray, cut: float) -> np.ndarray:
    """Return the first session at which the statistic reaches the cut-off `[R]`."""
    reached = statistic >= cut
    return np.where(reached.any(axis=1), reached.argmax(axis=1), NEVER)


def noticed(first: np.ndarray, onset: np.ndarray) -> tuple[int, int, float]:
    """Return (noticed within four sessions, courses without an earlier alarm, median delay in sessions)."""
    fair = first >= onset
    hit = fair & (first < onset + WITHIN)
    delay = float(np.median((first - onset)[hit])) if hit.any() else -1.0
    return int(hit.sum()), int(fair.sum()), delay


def plain(streams: list[Stream]) -> np.ndarray:
    """Return the unboosted evidence away `[R, T]` in units of what a tick spends; it needs no budget to be compared."""
    people, ticks = streams[0].codes.shape[:2]
    detectors = engine.Detectors([begin(one.pattern, people) for one in streams], people)
    tiny, statistic = 1e-9, np.zeros((people, ticks))
    for tick in range(ticks):
        tally = detectors.tick(np.full(people, tiny), [engine.sightings(one, tick) for one in streams])
        statistic[:, tick] = tally.by_direction[engine.AWAY] / tiny
    return statistic


def _changes() -> list[tuple[int, tuple]]:
    return list(enumerate(SHAPES.items()))


def _seed(setting: str, sessions: int) -> int:
    from weighing.courses import settings  # noqa: PLC0415

    return int(settings()[setting]["seed"]) * 1000 + sessions * 20


def _ours(pattern, null: Courses, planted: dict[str, Courses], sessions: int) -> list[Power]:
    stream = Stream(pattern, codes(pattern, null.scores))
    spend = engine.matched([stream], FALSE_ALARMS)
    alarms = float((engine.go([stream], spend).first < NEVER).mean())
    rows = []
    own = float((engine.go([stream], SPEND).first < NEVER).mean())
    for name, one in planted.items():
        course = [Stream(pattern, codes(pattern, one.scores))]
        first, at_own = engine.go(course, spend).first, engine.go(course, SPEND).first
        own_hits, own_counted, _ = noticed(at_own, one.onset)
        found_here = noticed(first, one.onset)
        rows.append(Power(OURS, sessions, name, *found_here, alarms, own_hits, own_counted, own))
    found = {name: plain([Stream(pattern, codes(pattern, one.scores))]) for name, one in planted.items()}
    return rows + _by_statistic(PLAIN, sessions, plain([stream]), found, planted)


def _limits(how: Ratings, null: Courses, planted: dict[str, Courses], sessions: int) -> list[Power]:
    rows = []
    for name, one in planted.items():
        change = SHAPES[name]
        best = max(
            (
                _by_statistic(
                    ORACLE,
                    sessions,
                    limits.oracle(null, how, change, onsets),
                    {name: limits.oracle(one, how, change, onsets)},
                    {name: one},
                )[0]
                for onsets in (limits.WITHIN, sessions)
            ),
            key=lambda row: row.hits / max(row.counted, 1),
        )
        rows.append(best)
        without, there = limits.informed(null, how, change), limits.informed(one, how, change)
        rows += _by_statistic(INFORMED, sessions, without, {name: there}, {name: one})
    if sessions == FOR_ALL:
        found = {name: limits.one_setting(one, how) for name, one in planted.items()}
        rows += _by_statistic(ONE_SETTING, sessions, limits.one_setting(null, how), found, planted)
    return rows


def _by_statistic(method, sessions, null, found, planted, cutoff=None) -> list[Power]:
    rng = np.random.default_rng(sessions)
    broken, cut = cut_at(null, FALSE_ALARMS, rng)
    alarms = float((broken.max(axis=1) >= cut).mean())
    rows = []
    for name, statistic in found.items():
        onset = planted[name].onset
        first = first_at(statistic + 1e-9 * rng.random(statistic.shape), cut)
        row = Power(method, sessions, name, *noticed(first, onset), alarms)
        if cutoff is not None:
            hits, counted, _ = noticed(first_at(statistic, cutoff), onset)
            own = float((null.max(axis=1) >= cutoff).mean())
            row = Power(
                **(asdict(row) | {"published_hits": hits, "published_counted": counted, "published_alarms": own})
            )
        rows.append(row)
    return rows
