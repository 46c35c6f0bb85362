"""Priors: fitted on others' earlier rows only, frozen, and the default where there are too few."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest

from reattune.model import Direction, Observation, Outcomes, Scores, Series, Source, Streams
from reattune.noticing.prior import DEFAULT, fit

AWAY = Direction.AWAY
COMING = Outcomes(("came", "away"), ((0.8, 0.2),), 12.0, ((1, AWAY),))
CLOSE = Scores(0, 40, 1, 30, 6, 3, AWAY, Direction.ATTUNED)
START = date(2025, 1, 6)


def person(name, start, codes, pattern=COMING, weight=1.0):
    days = [start + timedelta(weeks=week) for week in range(len(codes))]
    seen = tuple(
        Observation(day, day, code, code, Source("x.csv", str(row)), weight=weight)
        for row, (day, code) in enumerate(zip(days, codes, strict=True))
    )
    return Streams(name, tuple(days), (Series("s", pattern, seen),))


def others(count, codes, pattern=COMING, weight=1.0):
    return [person(f"b{n}", START, codes, pattern, weight) for n in range(count)]


def test_fewer_than_five_others_is_the_default():
    own = person("a", START + timedelta(weeks=30), [0, 0])
    assert fit(own, others(4, [1] * 10)).name == DEFAULT
    assert fit(own, others(4, [1] * 10)).patterns["s"] is COMING


def test_others_rows_move_the_prior_and_name_it_after_its_day():
    own = person("a", START + timedelta(weeks=30), [0, 0])
    prior = fit(own, others(6, [1, 0, 1, 0, 1, 0, 1, 0]))
    assert prior.name == f"practice-{own.ticks[0].isoformat()}"
    assert prior.patterns["s"].mean[0][1] == pytest.approx((24 + 4) / (48 + 20))


def test_ones_own_rows_and_later_rows_never_count():
    own = person("a", START + timedelta(weeks=5), [1] * 20)
    base = fit(own, others(6, [0] * 5))
    assert fit(own, [*others(6, [0] * 5), own]) == base
    later = [replace(one, ticks=one.ticks) for one in others(6, [0] * 5 + [1] * 20)]
    assert fit(own, later) == base
    assert fit(person("a", START + timedelta(weeks=5), [0, 1]), others(6, [0] * 5)) == base


def test_rows_left_out_do_not_count():
    own = person("a", START + timedelta(weeks=30), [0])
    assert fit(own, others(6, [1] * 10, weight=0.0)).patterns["s"] is COMING


def test_scores_take_their_centre_and_spread_from_the_others():
    own = person("a", START + timedelta(weeks=30), [20], CLOSE)
    fitted = fit(own, others(20, [20, 21, 19, 20, 21, 19], CLOSE)).patterns["s"]
    assert fitted.centre == pytest.approx((20 * 20 + 5 * 30) / 25)
    assert 0.8 < fitted.within < 3
    assert fitted.between < CLOSE.between


def test_other_patterns_of_the_same_name_are_passed_over():
    own = person("a", START + timedelta(weeks=30), [0])
    assert fit(own, others(6, [1] * 10, CLOSE)).patterns["s"] is COMING


def test_without_ticks_there_is_only_the_default():
    assert fit(Streams("a", (), ()), others(6, [1] * 9)).name == DEFAULT


def drawn(carry, people=40, answers=20, seed=1):
    """People's codes from an autoregression around a level, in steps of a 0 to 40 scale."""
    draw = np.random.default_rng(seed)
    noise = draw.normal(size=(people, answers))
    for place in range(1, answers):
        noise[:, place] = carry * noise[:, place - 1] + np.sqrt(1 - carry**2) * noise[:, place]
    level = draw.normal(20, 4, (people, 1))
    return np.clip(np.round(level + 3 * noise), 0, 40).astype(int)


@pytest.mark.parametrize("carry", [0.0, 0.3, 0.45])
def test_carry_is_learned_from_the_others(carry):
    pattern = replace(CLOSE, carry=0.25)
    own = person("a", START + timedelta(weeks=30), [20], pattern)
    people = [person(f"b{n}", START, codes.tolist(), pattern) for n, codes in enumerate(drawn(carry))]
    assert fit(own, people).patterns["s"].carry == pytest.approx(carry, abs=0.1)


def test_what_few_people_show_hardly_moves_carry():
    pattern = replace(CLOSE, carry=0.25)
    own = person("a", START + timedelta(weeks=30), [20], pattern)
    people = [person(f"b{n}", START, codes.tolist(), pattern) for n, codes in enumerate(drawn(0.0, 5, 5))]
    assert 0.1 < fit(own, people).patterns["s"].carry < 0.3


def test_people_who_always_answer_the_same_break_nothing():
    own = person("a", START + timedelta(weeks=30), [20], CLOSE)
    fitted = fit(own, others(6, [40] * 10, CLOSE)).patterns["s"]
    assert fitted.carry == pytest.approx(CLOSE.carry, abs=0.3)
    assert np.isfinite([fitted.within, fitted.between]).all()
