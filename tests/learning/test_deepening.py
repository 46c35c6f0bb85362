"""Did it deepen: "too early" first, each voice by itself, every row listed, and seldom "closer" where nothing changed."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest

from reattune.learning import deepening
from reattune.learning.deepening import Met, Result
from reattune.model import Direction, Observation, Outcomes, Scores, Series, Source, Streams
from reattune.noticing.imagined import imagine
from reattune.noticing.prior import Prior

AWAY, ATTUNED, CHANGED = Direction.AWAY, Direction.ATTUNED, Direction.CHANGED
DAY = date(2026, 3, 3)
LABELS = ("attended", "late", "did_not_attend")
ATTENDANCE = Outcomes(LABELS, ((0.8, 0.1, 0.1),), 12.0, ((1, AWAY), (2, AWAY), (0, ATTUNED)))
ALLIANCE = Scores(0.0, 40.0, 1.0, 30.0, 6.0, 3.2, AWAY, ATTUNED, carry=0.25)
CLIENT, THERAPIST = "rating srs client post", "rating srs therapist post"
NO_PRIOR = Prior("default-1", {})


def series(name, pattern, before, since, on_the_day=None):
    places = [*range(-len(before), 0), *([] if on_the_day is None else [0]), *range(1, len(since) + 1)]
    codes = [*before, *([] if on_the_day is None else [on_the_day]), *since]
    seen = []
    for place, code in zip(places, codes, strict=True):
        if code is not None:
            at = DAY + timedelta(weeks=place)
            value = LABELS[code] if pattern is ATTENDANCE else float(code)
            seen.append(Observation(at, at, code, value, Source(f"{name}.csv", str(place))))
    return Series(name, pattern, tuple(seen))


def streams(*every):
    days = sorted({DAY, *(seen.at for one in every for seen in one.observations)})
    return Streams("heron", tuple(days), every)


def asked(*every, weeks=52, met=(), prior=NO_PRIOR):
    return deepening.deepening(streams(*every), prior, DAY, met, DAY + timedelta(weeks=weeks))


LOW, HIGH = (28, 30, 29, 31, 30, 29), (38, 39, 38, 40, 39)


def test_with_few_sessions_it_is_too_early_and_says_how_many_it_takes():
    found = asked(series(CLIENT, ALLIANCE, LOW, HIGH[:3]))
    assert (found.result, found.most_before, found.most_since) == (Result.TOO_EARLY, 6, 3)
    assert deepening.words(found)[0] == "Too early to say."
    assert "at least 4 before and 4 since" in deepening.words(found)[1]
    assert "6 before and 3 since" in deepening.words(found)[1]


def test_without_a_usual_before_it_stays_too_early_however_much_follows():
    assert asked(series(CLIENT, ALLIANCE, LOW[:3], HIGH * 4)).result is Result.TOO_EARLY


def test_nothing_to_go_by_is_said_so():
    found = asked()
    assert found.result is Result.TOO_EARLY
    assert "nothing to go by" in deepening.words(found)[1]


@pytest.mark.parametrize(
    ("client", "therapist", "result"),
    [
        (HIGH, HIGH, Result.CLOSER),
        ((20, 21, 19, 20, 21), (20, 19, 22, 20, 21), Result.FURTHER),
        (LOW[:5], LOW[:5], Result.AS_USUAL),
        (HIGH, (20, 19, 22, 20, 21), Result.APART),
    ],
)
def test_each_person_is_held_against_their_own_usual_before(client, therapist, result):
    found = asked(series(CLIENT, ALLIANCE, LOW, client), series(THERAPIST, ALLIANCE, LOW, therapist))
    assert found.result is result
    assert [one.stream for one in found.figures] == [CLIENT, THERAPIST]


def test_every_row_is_listed_and_what_is_missing_is_counted():
    attendance = series("attendance", ATTENDANCE, (0,) * 6, (0, 0, 2, 1, 0), on_the_day=0)
    found = asked(attendance, series(CLIENT, ALLIANCE, LOW, (30, None, None, 31, None), on_the_day=12))
    by_name = {one.stream: one for one in found.figures}
    rows = by_name[CLIENT]
    assert [one.source.row for one in rows.before] == ["-6", "-5", "-4", "-3", "-2", "-1"]
    assert [(one.source.row, one.value) for one in rows.since] == [("1", 30.0), ("4", 31.0)]
    # Four of the five sessions since were held; two of them are answered.
    assert rows.missing == 2
    assert by_name["attendance"].missing == 0
    assert asked(series(CLIENT, ALLIANCE, LOW, HIGH)).figures[0].missing is None


def test_a_session_that_was_moved_is_answered_on_the_day_it_was_held():
    attendance = series("attendance", ATTENDANCE, (0,) * 6, (0, 0, 0))
    later = timedelta(days=2)
    seen = [
        *attendance.observations[:-2],
        replace(attendance.observations[-2], known_at=DAY + 2 * timedelta(weeks=1) + later),
    ]
    attendance = replace(attendance, observations=(*seen, attendance.observations[-1]))
    client = series(CLIENT, ALLIANCE, LOW, (30, 31, None))
    *most, last = client.observations
    moved = replace(client, observations=(*most, replace(last, at=last.at + later, known_at=last.at + later)))
    for answers in (client, moved):
        assert asked(attendance, answers).figures[1].missing == 1


def test_only_what_is_read_as_nearer_or_further_is_asked():
    outcome = replace(ALLIANCE, falls=CHANGED, rises=CHANGED)
    moved = Outcomes(("kept", "moved"), ((0.8, 0.2),), 10.0, ((1, AWAY),))
    found = asked(
        series("rating phq9 client pre", outcome, LOW, HIGH),
        series("gap srs post", replace(ALLIANCE), LOW, HIGH),
        series("rescheduling", moved, (0,) * 6, (0,) * 6),
    )
    assert found.figures == ()


def test_nothing_known_later_than_the_day_of_asking_is_used():
    every = series(CLIENT, ALLIANCE, LOW, HIGH)
    early = asked(every, weeks=2)
    assert (early.result, len(early.figures[0].since)) == (Result.TOO_EARLY, 2)
    assert asked(every, weeks=5).closer == asked(every, weeks=60).closer


def test_a_prior_that_was_fitted_is_used_where_it_is_given():
    every = series(CLIENT, ALLIANCE, LOW, HIGH)
    wide = Prior("practice", {CLIENT: replace(ALLIANCE, within=9.0, between=12.0)})
    assert asked(every, prior=wide).closer < asked(every).closer


def test_moments_are_counted_over_as_many_days_on_both_sides_and_not_weighed():
    places = (-100, -20, -3, 0, 5, 30, 90)
    met = [Met(DAY + timedelta(days=place), Source("desk", str(place))) for place in places]
    found = asked(weeks=3, met=met).moments
    assert (found.days, [one.source.row for one in found.before], [one.source.row for one in found.since]) == (
        21,
        ["-20", "-3"],
        ["5"],
    )
    assert asked(weeks=52, met=met).moments.days == 84
    assert deepening.moments_words(found) == (
        "Moments put down as met: 2 in the 21 days before, 1 in the 21 days since."
    )
    assert "today" in deepening.moments_words(asked(weeks=0).moments)


def test_the_words_never_say_why():
    found = asked(series(CLIENT, ALLIANCE, LOW, HIGH))
    said = " ".join(deepening.words(found))
    assert found.result is Result.CLOSER
    assert "at most about one episode in 20" in said
    assert "nothing about why" in said
    assert "because" not in said


PEOPLE, BEFORE, SINCE = 300, 12, 12


def courses(people, shift=0):
    """Draw courses from the model; after the day, both people's answers are moved by `shift`."""
    every = [ATTENDANCE, ALLIANCE, ALLIANCE]
    drawn = imagine(every, people, BEFORE + SINCE, np.random.default_rng(20260630))
    for person in range(people):
        codes = [one[person, :, 0].tolist() for one in drawn]
        for answers in codes[1:]:
            answers[BEFORE:] = [min(max(one + shift, 0), 40) for one in answers[BEFORE:]]
        names = zip(("attendance", CLIENT, THERAPIST), every, codes, strict=True)
        yield streams(*(series(name, one, seen[:BEFORE], seen[BEFORE:]) for name, one, seen in names))


def results(course, *weeks):
    return {deepening.deepening(course, NO_PRIOR, DAY, (), DAY + timedelta(weeks=week)).result for week in weeks}


def test_where_nothing_changed_closer_is_said_no_more_often_than_promised():
    """Courses drawn from the model: asked again and again, and counted where it was ever said."""
    said = {Result.CLOSER: 0, Result.FURTHER: 0}
    for course in courses(PEOPLE):
        found = results(course, 4, 6, 8, 10, 12)
        for one in said:
            said[one] += bool(found & {one, Result.APART})
    assert max(said.values()) <= PEOPLE / deepening.ONCE_IN


@pytest.mark.parametrize(("shift", "result"), [(5, Result.CLOSER), (-5, Result.FURTHER)])
def test_a_clear_shift_in_both_is_found_more_often_than_not(shift, result):
    found = [results(course, SINCE) == {result} for course in courses(80, shift)]
    assert sum(found) > 40
