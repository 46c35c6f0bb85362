"""Invented ratings have the level, spread, trend, carrying over, steps, ends and gaps they were asked to have."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reattune.errors import ReattuneError
from reattune.synthetic.changes import Shape, planted
from reattune.synthetic.series import Ratings, carried, draw

FREE = Ratings(minimum=-1e6, maximum=1e6, step=1e-6, trend=0.0, carry=0.0)


def drawn(how, people=1500, sessions=40, seed=1, change=None):
    return draw(how, people, sessions, np.random.default_rng(seed), change)


def standing(found):
    """Each person's latent scores around their level, in own standard deviations."""
    return (found.latent - found.level[:, None]) / found.sd[:, None]


def test_spreads_between_and_within_people():
    found = drawn(FREE)
    assert found.level.mean() == pytest.approx(FREE.centre, abs=0.5)
    assert found.level.std() == pytest.approx(FREE.between, rel=0.06)
    assert np.median(found.sd) == pytest.approx(FREE.within, rel=0.05)
    assert np.log(found.sd).std() == pytest.approx(FREE.own_log_sd, rel=0.06)
    assert standing(found).std() == pytest.approx(1.0, rel=0.02)


@pytest.mark.parametrize("carry", [0.0, 0.3, 0.6, 0.9])
def test_what_is_carried_over(carry):
    noise = standing(drawn(replace(FREE, carry=carry)))
    assert (noise[:, 1:] * noise[:, :-1]).mean() == pytest.approx(carry, abs=0.03)
    assert (noise[:, 2:] * noise[:, :-2]).mean() == pytest.approx(carry**2, abs=0.04)
    assert noise[:, 0].std() == pytest.approx(1.0, rel=0.07)
    assert noise[:, -1].std() == pytest.approx(1.0, rel=0.07)


def test_carried_keeps_the_noise_where_nothing_is_carried():
    noise = np.random.default_rng(0).standard_normal((3, 9))
    assert np.array_equal(carried(noise, 0.0), noise)


def test_the_rise_and_its_end():
    mean = standing(drawn(replace(FREE, trend=0.05, trend_until=20))).mean(axis=0)
    assert mean[20] - mean[0] == pytest.approx(1.0, abs=0.1)
    assert mean[39] - mean[20] == pytest.approx(0.0, abs=0.1)


def test_steps_and_ends():
    how = Ratings(minimum=12, maximum=60, step=1, centre=57, missing=0.2)
    scores = drawn(how).scores
    answered = scores[~np.isnan(scores)]
    assert np.array_equal(answered, np.round(answered))
    assert (answered.min(), answered.max()) >= (12, 60)
    assert answered.max() == 60
    half = drawn(replace(how, minimum=0, maximum=10, step=0.5, centre=8, within=1)).scores
    assert set(np.unique(half[~np.isnan(half)] * 2 % 1)) == {0.0}


def test_the_missing_share():
    assert np.isnan(drawn(replace(FREE, missing=0.3)).scores).mean() == pytest.approx(0.3, abs=0.01)
    assert not np.isnan(drawn(FREE).scores).any()


def test_crowding_puts_people_at_the_top():
    how = Ratings(maximum=40, centre=30, between=2, within=1, trend=0.0)
    top = {share: (drawn(replace(how, crowding=share)).scores == 40).mean(axis=1) for share in (0.0, 0.4)}
    assert (top[0.0] > 0.5).mean() < 0.01
    assert (top[0.4] > 0.5).mean() == pytest.approx(0.4, abs=0.04)
    assert (drawn(replace(how, crowding=0.4)).level > 40).mean() == pytest.approx(0.4, abs=0.04)


def test_heavy_tails_keep_the_standard_deviation():
    heavy = standing(drawn(replace(FREE, tail_df=5.0), people=4000))
    assert heavy.std() == pytest.approx(1.0, rel=0.03)
    assert (np.abs(heavy) > 4).mean() > 10 * (np.abs(standing(drawn(FREE, people=4000))) > 4).mean()


def test_what_is_planted_moves_the_level_and_nothing_else():
    change = planted(Shape.LASTING, 2.0, 20, 40)
    with_it, without = standing(drawn(FREE, change=change)), standing(drawn(FREE))
    assert np.allclose(with_it - without, change)
    own = np.vstack([change, np.zeros(40)])
    assert np.allclose(standing(drawn(FREE, people=2, change=own)) - standing(drawn(FREE, people=2)), own)


def test_the_same_seed_gives_the_same_bytes():
    how = Ratings(missing=0.1, crowding=0.2, tail_df=5)
    one, other, third = drawn(how, seed=5), drawn(how, seed=5), drawn(how, seed=6)
    for name in ("scores", "latent", "level", "sd"):
        assert getattr(one, name).tobytes() == getattr(other, name).tobytes()
    assert one.latent.tobytes() != third.latent.tobytes()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("maximum", 0.0),
        ("minimum", 61.0),
        ("step", 0.0),
        ("step", 61.0),
        ("between", -1.0),
        ("within", 0.0),
        ("own_log_sd", -0.1),
        ("carry", 0.95),
        ("carry", -0.1),
        ("missing", 1.1),
        ("crowding", -0.1),
        ("tail_df", 2.0),
        ("trend_until", -1),
    ],
)
def test_what_is_not_possible_is_refused(name, value):
    with pytest.raises(ReattuneError, match=r"; give .*\.$"):
        drawn(replace(Ratings(), **{name: value}), people=2)


@pytest.mark.parametrize(("people", "sessions"), [(0, 5), (5, 0), (-1, 5), (5, -1)])
def test_nobody_and_never_are_refused(people, sessions):
    with pytest.raises(ReattuneError, match="give a whole number of 1 or more"):
        drawn(Ratings(), people, sessions)


@given(
    st.floats(-50, 50),
    st.integers(2, 200),
    st.sampled_from([0.1, 0.5, 1.0, 3.0]),
    st.floats(0, 0.94),
    st.floats(0, 1),
    st.sampled_from([0.0, 2.5, 6.0]),
)
def test_scores_are_attainable(minimum, steps, step, carry, share, tails):
    how = Ratings(
        minimum=minimum,
        maximum=minimum + steps * step,
        step=step,
        centre=minimum + steps * step / 2,
        carry=carry,
        missing=share,
        crowding=share,
        tail_df=tails,
    )
    scores = drawn(how, people=4, sessions=12).scores
    place = (scores[~np.isnan(scores)] - minimum) / step
    assert np.allclose(place, np.round(place), atol=1e-6)
    assert np.all((place > -1e-6) & (place < steps + 1e-6))
