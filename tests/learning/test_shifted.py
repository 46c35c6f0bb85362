"""Evidence of a shift since a day, against exact enumeration and an independent reckoning of the same model."""

from collections import Counter
from datetime import date, timedelta
from itertools import product
from math import factorial, prod

import numpy as np
import pytest
from scipy import stats

from reattune.learning.shifted import shifted, together
from reattune.model import Direction, Observation, Outcomes, Scores, Source

AWAY, ATTUNED = Direction.AWAY, Direction.ATTUNED
DAY = date(2026, 3, 3)
THREE = Outcomes(
    labels=("attended", "late", "did_not_attend"),
    mean=((0.7, 0.2, 0.1),),
    strength=10.0,
    changes=((1, AWAY), (2, AWAY), (0, ATTUNED)),
    factors=(2.0, 8.0),
)
SCORES = Scores(0.0, 10.0, 1.0, 6.0, 2.0, 1.5, AWAY, ATTUNED, carry=0.25)


def seen(before, since, weights=()):
    days = [DAY - timedelta(weeks=len(before) - place) for place in range(len(before))]
    days += [DAY + timedelta(weeks=place + 1) for place in range(len(since))]
    weigh = dict(enumerate(weights, len(before)))
    return [
        Observation(day, day, code, float(code), Source("a.csv", str(place)), weight=weigh.get(place, 1.0))
        for place, (day, code) in enumerate(zip(days, (*before, *since), strict=True))
    ]


def chance_of_sequence(alpha, codes):
    """Return the chance of these outcomes in this order, from scipy's distribution of their counts."""
    counts = [Counter(codes)[code] for code in range(len(alpha))]
    orders = factorial(len(codes)) / prod(factorial(one) for one in counts)
    return stats.dirichlet_multinomial(alpha, len(codes)).pmf(counts) / orders


def tilted(alpha, codes, outcome, factor):
    """Return the chance of these outcomes with one outcome's odds multiplied, each by itself."""
    odds = alpha * np.where(np.arange(len(alpha)) == outcome, factor, 1.0)
    return prod((odds / odds.sum())[code] for code in codes)


BEFORE = (0, 0, 1, 0, 2, 0)
ALPHA = np.array([0.7, 0.2, 0.1]) * 10.0 + np.array([4.0, 1.0, 1.0])
"""What is usual after `BEFORE`, counted by hand."""


def closer_by_hand(codes):
    usual = chance_of_sequence(ALPHA, codes)
    return np.mean([tilted(ALPHA, codes, 0, factor) / usual for factor in THREE.factors])


@pytest.mark.parametrize("codes", [(0,), (0, 0, 0), (2, 1, 0, 0), (0,) * 8, (1, 1, 2)])
def test_the_evidence_of_outcomes_is_what_scipy_reckons(codes):
    assert shifted(THREE, seen(BEFORE, codes), DAY).closer == pytest.approx(closer_by_hand(codes), rel=1e-9)


def test_where_nothing_changed_it_averages_one_and_seldom_grows_by_exact_enumeration():
    """All 729 ways that six sessions can go, each with its chance under "as usual"."""
    mean = {"closer": 0.0, "further": 0.0}
    ever = {"closer": 0.0, "further": 0.0}
    for codes in product(range(3), repeat=6):
        chance = chance_of_sequence(ALPHA, codes)
        for name in mean:
            course = [getattr(shifted(THREE, seen(BEFORE, codes[:n]), DAY), name) for n in range(1, 7)]
            mean[name] += chance * course[-1]
            ever[name] += chance * (max(course) >= 4.0)
    assert mean["closer"] == pytest.approx(1.0, abs=1e-9)
    assert mean["further"] == pytest.approx(1.0, abs=1e-9)
    # However often it is looked at: 4 at any time with a chance of at most 1 in 4, and not never.
    assert ever["closer"] <= 0.25
    assert 0.0 < ever["further"] <= 0.25


def table(carry_from):
    """Return chances of each score for each level and spread, and for levels 1, 2 and 3 spreads higher; by scipy."""
    level, spread = np.meshgrid(
        np.linspace(-1.5, 11.5, 49), 1.5 * np.array((0.3, 0.5, 0.8, 1.25, 2.0, 3.2)), indexing="ij"
    )
    level, spread = level.ravel(), spread.ravel()
    carry = 0.0 if carry_from is None else 0.25
    centre = level + carry * ((carry_from or 0.0) - level)
    narrow = spread * np.sqrt(1 - carry**2)

    def chances(middle):
        scale = narrow * np.sqrt(10.0 / 12.0)
        below = [stats.t.cdf((edge + 0.5 - middle) / scale, 12) for edge in range(10)]
        return np.diff(np.array([np.zeros_like(middle), *below, np.ones_like(middle)]), axis=0)

    return chances(centre), [chances(centre + size * spread) for size in (1.0, 2.0, 3.0)]


def moves():
    """Return the chance of each level going to each other from one answer to the next, without starting afresh."""
    one = np.zeros((49, 49))
    for place in range(49):
        one[place, place] += 1 - 2 * 0.014
        one[place, max(place - 1, 0)] += 0.014
        one[place, min(place + 1, 48)] += 0.014
    return np.kron(one, np.eye(6))


def scores_by_hand(before, since):
    """Forward through a hidden chain, written anew; each answer follows the one of the week before."""
    grid = np.linspace(-1.5, 11.5, 49)
    over_spread = np.exp(-0.5 * (np.log(np.array((0.3, 0.5, 0.8, 1.25, 2.0, 3.2))) / 0.5) ** 2)
    start = np.outer(np.exp(-0.5 * ((grid - 6.0) / 2.0) ** 2), over_spread).ravel()
    start /= start.sum()
    belief, last, step = start, None, moves()

    def on(belief, score, last):
        belief = belief * table(last)[0][score]
        belief /= belief.sum()
        return 0.9995 * (belief @ step) + 0.0005 * start

    for score in before:
        belief, last = on(belief, score, last), float(score)
    frozen, ratios, last = belief, np.ones(3), None
    for score in since:
        usual, higher = table(last)
        ratios *= [frozen @ one[score] / (belief @ usual[score]) for one in higher]
        belief, last = on(belief, score, last), float(score)
    return ratios @ (0.4, 0.4, 0.2)


def test_the_evidence_of_scores_is_what_another_reckoning_gives():
    before, since = (6, 5, 6, 7, 6), (8, 9, 8, 9)
    rows = seen(before, since)
    # Without the session of the day itself, the first answer since follows none of the week before.
    days = sorted({*(one.at for one in rows), DAY})
    found = shifted(SCORES, rows, DAY, days)
    assert found.closer == pytest.approx(scores_by_hand(before, since), rel=1e-4)
    assert found.closer > 10
    assert found.further < 1


def test_the_day_itself_counts_on_neither_side():
    rows = seen((6, 5, 6, 7, 6), (8, 8))
    there = Observation(DAY, DAY, 0, 0.0, Source("a.csv", "99"))
    assert shifted(SCORES, [*rows, there], DAY) == shifted(SCORES, rows, DAY, [DAY])


def test_what_is_left_out_weighs_nothing_and_a_reason_never_adds():
    plain = shifted(THREE, seen(BEFORE, (2, 2, 2)), DAY).further
    assert shifted(THREE, seen(BEFORE, (2, 2, 2), (0.0, 0.0, 0.0)), DAY).further <= 1.0
    assert 1.0 < shifted(THREE, seen(BEFORE, (2, 2, 2), (0.5, 0.5, 0.5)), DAY).further < plain


def test_a_direction_that_is_not_looked_for_is_worth_one():
    away = Outcomes(("kept", "moved"), ((0.8, 0.2),), 10.0, ((1, AWAY),))
    found = shifted(away, seen((0, 0, 0, 0), (0, 1, 1, 1)), DAY)
    assert found.closer == 1.0
    assert found.further > 1.0


def test_several_streams_are_half_an_average_and_half_careful_bets():
    assert together([]) == 1.0
    assert together([7.0]) == 7.0
    assert together([1.0, 1.0, 1.0]) == pytest.approx(1.0)
    assert together([6.0, 4.0]) == pytest.approx(0.5 * 5.0 + 0.5 * (0.2 + 0.8 * 6.0) * (0.2 + 0.8 * 4.0))
