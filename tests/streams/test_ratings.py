"""Scores, one series per instrument, person and timing."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.streams.streams_made import day, heron, rated, seen, series, values

from reattune.instruments import shipped
from reattune.model import Direction, Instrument, Purpose, Timing, Voice
from reattune.streams.ratings import TEACHING, code_of, defined, lattice, learned

AWAY, ATTUNED, CHANGED = Direction.AWAY, Direction.ATTUNED, Direction.CHANGED


def made(purpose=Purpose.ALLIANCE, higher_is_better=True, maximum=40.0, step=1.0):
    return Instrument("own", "1", "Own", purpose, 0.0, maximum, step, higher_is_better)


def test_never_pooled():
    ratings = (
        rated(0, 30.0),
        rated(0, 31.0, by=Voice.THERAPIST),
        rated(0, 32.0, timing=Timing.PRE),
        rated(0, 3.0, "phq-9"),
    )
    names = [one.name for one in seen(heron(ratings=ratings)).series if one.name.startswith("rating")]
    assert names == [
        "rating phq-9 client post",
        "rating srs client post",
        "rating srs client pre",
        "rating srs therapist post",
    ]


def test_a_score_is_known_on_its_day_and_a_skipped_form_is_nothing():
    found = series(heron(ratings=(rated(1, None), rated(0, 30.4))), "rating srs client post")
    (one,) = found.observations
    assert (one.at, one.known_at, one.value, found.basis) == (day(0), day(0), 30.4, "ratings")
    assert found.pattern.minimum + one.code * found.pattern.step == pytest.approx(30.4)


def test_our_own_check_in_is_never_weighed():
    assert seen(heron(ratings=tuple(rated(week, 3.0, "check-in") for week in range(9)))).series == ()


@pytest.mark.parametrize(
    ("instrument", "falls", "rises", "centre"),
    [
        (made(), AWAY, ATTUNED, 30),
        (made(higher_is_better=False), ATTUNED, AWAY, 10),
        (made(higher_is_better=None), CHANGED, CHANGED, 30),
        (made(Purpose.OUTCOME), CHANGED, CHANGED, 16),
        (made(Purpose.UNKNOWN), CHANGED, CHANGED, 16),
    ],
)
def test_only_alliance_is_read_as_closeness(instrument, falls, rises, centre):
    pattern = defined(instrument)
    assert (pattern.falls, pattern.rises, pattern.centre) == (falls, rises, pytest.approx(centre))


def test_every_shipped_instrument_fits_the_table():
    for instrument in shipped().values():
        pattern = defined(instrument)
        assert 2 <= pattern.size <= 101
        assert pattern.maximum >= instrument.maximum


@given(st.integers(1, 5000), st.floats(0.01, 10))
def test_a_long_scale_is_coarsened(count, step):
    wider, maximum = lattice(0.0, count * step, step)
    assert round(maximum / wider) <= 100
    assert maximum >= count * step * (1 - 1e-9)
    assert wider / step == pytest.approx(round(wider / step))


def test_the_first_four_scores_of_an_unknown_instrument_only_teach():
    ratings = tuple(
        rated(week, score, "mood") for week, score in enumerate([50.0, 55.0, 60.0, 55.0, 40.0, 1000.0, 58.0])
    )
    assert seen(heron(ratings=ratings[:TEACHING])).series == ()
    found = series(heron(ratings=ratings), "rating mood client post")
    assert [one.value for one in found.observations] == [40.0, 1000.0, 58.0]
    pattern = found.pattern
    assert (pattern.centre, pattern.step, pattern.minimum, pattern.maximum) == (55, 5, -45, 155)
    assert [one.code for one in found.observations] == [17, 40, 21]
    assert (pattern.falls, pattern.rises) == (CHANGED, CHANGED)
    assert "mood" in seen(heron(ratings=ratings)).remarks[0]
    assert pattern == series(heron(ratings=ratings), "rating mood client post", day(4)).pattern


@given(st.lists(st.floats(-1e9, 1e9), min_size=4, max_size=4), st.floats(-1e9, 1e9))
def test_what_is_learned_holds_what_it_was_learned_from(scores, later):
    pattern = learned([rated(week, score, "mood") for week, score in enumerate(scores)])
    assert pattern.size == 41
    assert math.isfinite(pattern.within)
    assert pattern.step > 0
    nearly = 1e-9 * pattern.step
    assert pattern.minimum - nearly <= min(scores)
    assert max(scores) <= pattern.maximum + nearly
    assert 0 <= code_of(pattern, later) < pattern.size


def test_unvarying_scores_teach_a_step_too():
    assert learned([rated(week, 100.0) for week in range(4)]).step == 5
    assert learned([rated(week, 0.0) for week in range(4)]).step == 1


def test_the_practice_s_own_definition_comes_first():
    ratings = (rated(0, 10.0, "own"),)
    assert series(heron(ratings=ratings), "rating own client post") is None
    found = series(heron(ratings=ratings), "rating own client post", instruments={"own": made()})
    assert found.pattern == defined(made())


def test_left_out_lowers():
    one = rated(0, 30.0)
    found = series(heron(ratings=(one,), left_out={one.source: 0.0}), "rating srs client post")
    assert found.observations[0].weight == 0


def test_nothing_that_is_no_number():
    assert values(heron(ratings=(rated(0, math.nan), rated(1, math.inf))), "rating srs client post") == []
