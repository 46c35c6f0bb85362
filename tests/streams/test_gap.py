"""Therapist minus client."""

from tests.streams.streams_made import heron, rated, seen, series, values

from reattune.model import Direction, Timing, Voice


def both(week, client, therapist, instrument="srs", timing=Timing.POST):
    return (
        rated(week, client, instrument, timing=timing),
        rated(week, therapist, instrument, Voice.THERAPIST, timing),
    )


def test_the_difference_on_the_same_day_and_form():
    found = series(heron(ratings=(*both(0, 30.0, 34.5), *both(1, 40.0, 0.0))), "gap srs post")
    assert [one.value for one in found.observations] == [4.5, -40.0]
    assert (found.pattern.falls, found.pattern.rises) == (Direction.CHANGED, Direction.CHANGED)
    assert found.pattern.size <= 101
    assert found.observations[1].code == 0
    assert found.basis == "ratings"


def test_not_across_timings_days_or_a_skipped_form():
    ratings = (rated(0, 30.0), rated(0, 30.0, by=Voice.THERAPIST, timing=Timing.PRE), *both(1, None, 30.0))
    assert values(heron(ratings=(*ratings, rated(2, 1.0, by=Voice.THERAPIST))), "gap srs post") == []


def test_not_where_the_range_is_unknown():
    ratings = tuple(one for week in range(9) for one in both(week, 30.0, 31.0, "mood"))
    assert [one.name for one in seen(heron(ratings=ratings)).series if one.name.startswith("gap")] == []


def test_off_with_the_ratings_it_is_made_of():
    ratings = both(0, 30.0, 34.0)
    assert seen(heron(ratings=ratings, off=frozenset({"ratings"}))).series == ()
    names = [one.name for one in seen(heron(ratings=ratings, off=frozenset({"gap"}))).series]
    assert names == ["rating srs client post", "rating srs therapist post"]
