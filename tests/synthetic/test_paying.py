"""When bills are paid: days late and the codes of the stream of payments agree."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reattune.errors import ReattuneError
from reattune.streams import payment as stream
from reattune.synthetic import rates
from reattune.synthetic.paying import LAST_DAYS, NOT_ENTERED, PAID, PAYING, UNPAID, Paying, own_chances, payment

FLAT = replace(PAYING, spread=0.0)


def rng(seed=1):
    return np.random.default_rng(seed)


def test_stretches_and_codes_are_those_of_the_stream():
    assert LAST_DAYS == stream.LAST_DAYS
    assert (PAID, UNPAID) == (stream.PAID, stream.UNPAID)


def test_a_bill_is_paid_with_the_chance_of_the_page_each_day():
    late = payment(2000, 50, rng(), population=FLAT).days_late + rates.DUE_DAYS.value
    assert late.min() == 0
    for day in range(4):
        assert (late == day).sum() / (late >= day).sum() == pytest.approx(rates.PAID_PER_DAY.value, abs=0.005)


def test_slower_divides_the_chance():
    late = payment(2000, 50, rng(), slower=np.full(50, 4.0), population=FLAT).days_late
    assert (late == -7).mean() == pytest.approx(rates.PAID_PER_DAY.value / 4, abs=0.003)


def test_people_differ():
    own = own_chances(5000, rng(), PAYING)
    assert own.shape == (5000, 1)
    assert np.log(own).std() == pytest.approx(PAYING.spread, rel=0.05)


def test_under_the_model_people_come_from_the_streams_prior():
    found = payment(20000, 4, rng(), population=stream.PATTERN)
    for group, (paid, _) in enumerate(stream.PATTERN.mean):
        entered = found.codes[..., group] != NOT_ENTERED
        assert (found.codes[..., group][entered] == PAID).mean() == pytest.approx(paid, abs=0.02)
    own = own_chances(20000, rng(), stream.PATTERN)
    assert own.shape == (20000, 5)
    assert own.var(axis=0) == pytest.approx([p * (1 - p) / 7 for p, _ in stream.PATTERN.mean], rel=0.05)


def test_under_the_model_slower_divides_the_chance_of_each_stretch():
    found = payment(20000, 2, rng(), population=stream.PATTERN, slower=np.full(2, 4.0))
    assert (found.codes[..., 0] == PAID).mean() == pytest.approx(0.7 / 4, abs=0.01)


@given(st.booleans(), st.floats(0.1, 50), st.integers(0, 99))
def test_codes_say_what_the_days_say(model, factor, seed):
    population = stream.PATTERN if model else PAYING
    found = payment(3, 20, rng(seed), slower=np.full(20, factor), population=population)
    for late, codes in zip(found.days_late.ravel(), found.codes.reshape(-1, 5), strict=True):
        expected = []
        for last in LAST_DAYS:
            if PAID in expected:
                expected.append(NOT_ENTERED)
            else:
                expected.append(PAID if late <= last else UNPAID)
        assert codes.tolist() == expected
        assert late >= -rates.DUE_DAYS.value
        assert late == np.inf or late == int(late)


def test_before_a_change_all_is_as_without_it():
    slower = np.where(np.arange(20) < 10, 1.0, 4.0)
    with_it, without = payment(9, 20, rng(2), slower=slower), payment(9, 20, rng(2))
    assert np.array_equal(with_it.days_late[:, :10], without.days_late[:, :10])
    assert (with_it.days_late[:, 10:] >= without.days_late[:, 10:]).all()


def test_the_same_seed_gives_the_same_bytes():
    assert payment(4, 9, rng(2)).days_late.tobytes() == payment(4, 9, rng(2)).days_late.tobytes()


@pytest.mark.parametrize("population", [Paying(per_day=0), Paying(per_day=1), Paying(spread=-1), Paying(due_days=-1)])
def test_populations_that_are_none_are_refused(population):
    with pytest.raises(ReattuneError, match="; give"):
        payment(2, 9, rng(), population=population)


@pytest.mark.parametrize(("people", "bills"), [(0, 9), (9, 0)])
def test_nobody_and_nothing_are_refused(people, bills):
    with pytest.raises(ReattuneError, match="give a whole number"):
        payment(people, bills, rng())


def test_paying_that_is_not_slower_but_impossible_is_refused():
    with pytest.raises(ReattuneError, match="factors of slower paying"):
        payment(2, 9, rng(), slower=np.zeros(9))
