"""How many people come and move their sessions: labels, rates, spreads, factors, and both populations."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reattune.errors import ReattuneError
from reattune.streams import attendance as coming_stream
from reattune.streams import rescheduling as moving_stream
from reattune.synthetic import conduct, rates
from reattune.synthetic.conduct import COMING, MOVING, WITHDRAWING, Odds, attendance, rescheduling, wandering

FLAT = replace(COMING, spread=0.0)


def rng(seed=1):
    return np.random.default_rng(seed)


def shares(codes, outcomes=5):
    return np.bincount(codes.ravel(), minlength=outcomes) / codes.size


def test_labels_are_those_of_the_streams():
    assert conduct.ATTENDANCE == coming_stream.LABELS
    assert conduct.RESCHEDULING == moving_stream.LABELS


def test_rates_are_those_of_the_page():
    found = shares(attendance(4000, 50, rng(), population=FLAT))
    assert found == pytest.approx(
        [rates.ATTENDED.value, rates.LATE.value, rates.CANCELLED.value, rates.SHORT_NOTICE.value, rates.ABSENT.value],
        abs=0.003,
    )
    moved = shares(rescheduling(4000, 50, rng(), population=replace(MOVING, spread=0.0)), 4)
    assert 1 - moved[0] == pytest.approx(rates.MOVES.value, abs=0.003)
    assert moved[1:] / (1 - moved[0]) == pytest.approx([0.3, 0.5, 0.2], abs=0.03)


def test_people_differ_by_the_log_sd_of_their_odds():
    own = conduct.tendencies(5000, rng(), COMING)
    log_odds = np.log(own[:, 1:] / own[:, :1])
    assert log_odds.std(axis=0) == pytest.approx([COMING.spread] * 4, rel=0.05)
    assert own.sum(axis=1) == pytest.approx(1.0)
    assert np.ptp(conduct.tendencies(5, rng(), FLAT)) > 0
    assert np.ptp(conduct.tendencies(5, rng(), FLAT), axis=0) == pytest.approx(0.0)


def test_under_the_model_people_come_from_the_streams_prior():
    pattern = coming_stream.PATTERN
    own = conduct.tendencies(20000, rng(), pattern)
    mean = np.array(pattern.mean[0])
    assert own.mean(axis=0) == pytest.approx(mean, abs=0.005)
    assert own.var(axis=0) == pytest.approx(mean * (1 - mean) / (pattern.strength + 1), rel=0.1)
    assert shares(attendance(4000, 20, rng(), population=pattern)) == pytest.approx(mean, abs=0.01)
    moved = rescheduling(4000, 20, rng(), population=moving_stream.PATTERN)
    assert shares(moved, 4) == pytest.approx(np.array(moving_stream.PATTERN.mean[0]), abs=0.01)


def test_odds_multiply_exactly_the_outcomes_they_should():
    tilt = np.where(np.arange(60) < 30, 1.0, 8.0)
    codes = attendance(4000, 60, rng(), odds=tilt, population=FLAT, power=WITHDRAWING)
    before, after = shares(codes[:, :30]), shares(codes[:, 30:])
    factor = (after / after[0]) / (before / before[0])
    assert factor == pytest.approx([1, 1, 1, 8, 8], rel=0.1)
    away = attendance(4000, 60, rng(), odds=tilt, population=FLAT)[:, 30:]
    assert (shares(away) / shares(away)[0] / (before / before[0]))[1:] == pytest.approx([8] * 4, rel=0.1)


def test_each_person_may_have_odds_of_their_own():
    own = np.vstack([np.ones(500), np.full(500, 1e6)])
    codes = attendance(2, 500, rng(), odds=own)
    assert (codes[0] == 0).mean() > 0.6
    assert (codes[1] > 0).all()


def test_before_a_change_all_is_as_without_it():
    tilt = np.where(np.arange(40) < 20, 1.0, 8.0)
    with_it, without = attendance(50, 40, rng(3), odds=tilt), attendance(50, 40, rng(3))
    assert np.array_equal(with_it[:, :20], without[:, :20])
    assert not np.array_equal(with_it[:, 20:], without[:, 20:])


def test_odds_that_wander():
    factor = wandering(2000, 40, rng(), carry=0.7, spread=0.5)
    log = np.log(factor)
    assert log.std() == pytest.approx(0.5, rel=0.05)
    assert (log[:, 1:] * log[:, :-1]).mean() / log.var() == pytest.approx(0.7, abs=0.03)
    assert np.median(factor) == pytest.approx(1.0, abs=0.03)


def test_one_tendency_makes_two_streams_depend_on_each_other():
    shared = wandering(3000, 30, rng(), carry=0.8, spread=1.5)
    away = attendance(3000, 30, rng(2), odds=shared, population=FLAT) > 0
    moved = rescheduling(3000, 30, rng(3), odds=shared, population=replace(MOVING, spread=0.0)) > 0
    apart = rescheduling(3000, 30, rng(3), population=replace(MOVING, spread=0.0)) > 0
    assert np.corrcoef(away.ravel(), moved.ravel())[0, 1] > 0.1
    assert abs(np.corrcoef(away.ravel(), apart.ravel())[0, 1]) < 0.02


def test_the_same_seed_gives_the_same_bytes():
    assert attendance(9, 9, rng(4)).tobytes() == attendance(9, 9, rng(4)).tobytes()
    assert attendance(9, 99, rng(4)).tobytes() != attendance(9, 99, rng(5)).tobytes()


@pytest.mark.parametrize("odds", [np.zeros(9), np.full(9, -1.0), np.full(9, np.nan), np.ones(8), np.ones((2, 9))])
def test_odds_that_are_none_are_refused(odds):
    with pytest.raises(ReattuneError, match=r"The odds have the shape|Some of the odds"):
        attendance(4, 9, rng(), odds=odds)


@pytest.mark.parametrize("population", [Odds((0.5, 0.4)), Odds((1.5, -0.5)), Odds((1.0,), spread=-1)])
def test_populations_that_are_none_are_refused(population):
    with pytest.raises(ReattuneError, match="; give"):
        attendance(4, 9, rng(), population=population, power=(1.0,))


@pytest.mark.parametrize(("people", "ticks"), [(0, 9), (-1, 9), (9, 0), (9, -1)])
def test_nobody_and_never_are_refused(people, ticks):
    for make in (attendance, rescheduling, wandering):
        with pytest.raises(ReattuneError, match="give a whole number of 1 or more"):
            make(people, ticks, rng())


@pytest.mark.parametrize("how", [{"carry": 0.95}, {"spread": -1.0}])
def test_wandering_that_is_none_is_refused(how):
    with pytest.raises(ReattuneError, match="; give"):
        wandering(2, 9, rng(), **how)


@given(st.integers(1, 5), st.integers(1, 30), st.floats(1e-3, 1e3), st.integers(0, 99))
def test_codes_are_codes(people, ticks, factor, seed):
    codes = attendance(people, ticks, rng(seed), odds=np.full(ticks, factor))
    assert codes.shape == (people, ticks)
    assert codes.min() >= 0
    assert codes.max() < 5
