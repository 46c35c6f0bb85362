"""From pictures, or another program's series, to what is shown: the whole way."""

import numpy as np
import pytest
from scipy.stats import spearmanr

from reattune.model import Movement, Span
from reattune.nonverbal.regions import Side, halves
from reattune.nonverbal.watching import UNIT, Kind, watch, watch_series
from reattune.reading.recordings.video import pictures
from reattune.synthetic.filming import Happens, film, speeds, write

HALVES = halves(Side.LEFT)


def movement(series, **others):
    client, therapist = ([None if np.isnan(one) else float(one) for one in values] for values in series.T)
    return Movement("a.txt", others.pop("per_second", 5.0), tuple(client), tuple(therapist), **others)


@pytest.mark.system("ffmpeg")
def test_a_film_in_a_file_is_watched_to_the_end(tmp_path):
    made = film(150, 1, coupling=0.8, happens=Happens(frozen=(Span(130, 140),)))
    path = write(tmp_path / "a.mp4", made)
    told = []
    found = watch(pictures(path), HALVES, name="a.mp4", seconds=150.0, say=lambda done, of: told.append((done, of)))
    assert told[-1] == (pytest.approx(149.96), 150.0)
    assert [done for done, _of in told] == sorted(done for done, _of in told)
    assert found.seconds == pytest.approx(150.0, abs=0.1)
    assert found.usable == pytest.approx(140, abs=1)
    assert found.unit == UNIT
    assert found.together.lead == pytest.approx(0.8, abs=0.08)
    assert [one.kind for one in found.faults] == [Kind.FROZEN]
    assert found.faults[0].start == pytest.approx(130, abs=0.5)
    true = made.speed[: 129 * 25, 0].reshape(-1, 25).mean(axis=1)
    ours = found.ribbons.client[:129]
    assert spearmanr(ours, true)[0] >= 0.95
    assert found.ribbons.client[135] is None
    assert len(found.ribbons.client) == len(found.ribbons.together) == 150


def test_a_still_picture_is_no_movement_data_and_no_togetherness_of_nothing():
    found = watch(film(20, 1, happens=Happens(frozen=(Span(0, 20),))).blocks(), HALVES, name="a.mp4")
    assert found.usable == 0
    assert (found.client, found.therapist, found.together, found.moments) == (None, None, None, ())
    assert found.result == "No movement data."
    assert [one.kind for one in found.faults] == [Kind.FROZEN]


def test_nothing_to_watch_is_said():
    found = watch([], HALVES, name="a.mp4", seconds=60.0)
    assert (found.seconds, found.usable, found.result) == (60.0, 0.0, "No movement data.")


def test_a_short_film_gives_amounts_and_says_what_it_cannot():
    found = watch(film(12, 1).blocks(), HALVES)
    assert found.client.mean > 0
    assert found.together is None
    assert "Too little movement data" in found.result


def test_a_series_is_watched_in_its_own_unit():
    found = watch_series(movement(speeds(600, 3, 0.6, per_second=5.0), unit="pixels", remarks=("said",)))
    assert (found.unit, found.comparable, found.notes) == ("pixels", False, ("said",))
    assert found.together.differs
    assert found.result.startswith("Your movements went together more than by chance")
    assert watch_series(movement(speeds(120, 3, per_second=5.0), unit=UNIT)).comparable


def test_a_series_that_begins_later_is_missing_before():
    found = watch_series(movement(speeds(300, 3, per_second=5.0), start=20.0))
    assert found.seconds == 320
    assert found.ribbons.client[:19] == (None,) * 19
    assert found.usable == pytest.approx(300)


def test_not_above_chance_is_a_result():
    found = watch_series(movement(speeds(600, 8, per_second=5.0)))
    assert not found.together.differs
    assert "not above chance" in found.result


def test_missing_values_are_not_stillness():
    series = speeds(400, 3, 0.6, per_second=5.0)
    whole = watch_series(movement(series))
    series[500:1000] = np.nan
    found = watch_series(movement(series))
    assert found.usable == 300
    assert found.client.mean == pytest.approx(whole.client.mean, rel=0.15)
    assert found.ribbons.together[150] is None


def test_one_person_in_both_parts_is_told_and_left_out():
    series = speeds(900, 3, 0.5, per_second=5.0)
    series[1500:3000, 1] = series[1500:3000, 0]
    found = watch_series(movement(series + 1e-3 * np.random.default_rng(1).standard_normal(series.shape)))
    assert [one.kind for one in found.faults] == [Kind.BLEED]
    assert found.ribbons.together[450] is None
    assert any("both parts show nearly the same movement" in one for one in found.remarks)


@pytest.mark.parametrize("wild", [np.inf, -np.inf, np.nan, 1e300])
def test_what_can_be_no_motion_energy_is_missing(wild):
    series = speeds(60, 1)[::5]
    series[10, 0] = wild
    found = watch_series(movement(series))
    assert found.usable == pytest.approx((len(series) - 1) / 5)
    assert np.isfinite(found.client.mean)


@pytest.mark.parametrize("values", [[], [(1.0, 2.0)], [(0.0, 0.0)] * 600, [(-1.0, 3.0), (2.0, -4.0)] * 300])
def test_any_length_and_any_numbers_give_an_answer(values):
    found = watch_series(movement(np.array(values, np.float64).reshape(-1, 2)))
    assert found.result
    assert found.together is None


def test_nothing_that_changes_in_one_part_is_said():
    series = speeds(180, 1)[::5]
    series[:, 1] = 0.0
    assert "nothing changes" in watch_series(movement(series)).result


def test_what_lies_before_the_beginning_is_left_out():
    series = speeds(60, 1)[::5]
    found = watch_series(movement(series, start=-10.0))
    assert found.seconds == pytest.approx(len(series) / 5 - 10)
