"""Every series apart, every mark on an answered row, and a reason for whatever was not run."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from tests.cli.criteria_made import CRITERIA, criterion, low, never, rows

from reattune.cli.side_by_side import compare
from reattune.criteria import State, every
from reattune.model import Instrument, Purpose, Rating, Timing, Voice


@pytest.fixture
def found(whole):
    return compare(whole, CRITERIA)


def with_heron(caseload, **changes):
    people = tuple(
        replace(one, **changes) if one.codename == "heron" else one for one in caseload.practice.relationships
    )
    return replace(caseload, practice=replace(caseload.practice, relationships=people))


def heron(caseload, criteria=CRITERIA):
    return next(one for one in compare(caseload, criteria) if one.account.codename == "heron")


def test_each_form_rater_and_time_is_a_series_of_its_own(found):
    assert [one.account.codename for one in found] == ["crane", "heron", "rook", "wren"]
    assert [one.key for one in found[1].series] == [
        ("phq-9", Voice.CLIENT, Timing.PRE),
        ("srs", Voice.CLIENT, Timing.POST),
        ("srs", Voice.THERAPIST, Timing.POST),
    ]


def test_every_place_with_an_answer_is_its_row_and_the_others_are_sessions_that_were_held(found, whole):
    series = found[1].series[1]
    given = rows(whole)
    assert {one.day: (one.score, one.source) for one in series.places if one.score is not None} == {
        day: (row.score, row.source) for day, row in given.items()
    }
    held = {one.start.date() for one in found[1].account.relationship.sessions}
    assert all(one.day in held for one in series.places if one.score is None)
    days = [one.day for one in series.places]
    assert days == sorted(set(days))
    assert days[0] == min(given)


@pytest.mark.parametrize("criteria", [CRITERIA, None])
def test_every_marked_session_was_answered(whole, criteria):
    marks = 0
    for one in compare(whole, criteria):
        for series in one.series:
            for said in series.said:
                for mark in said.marks:
                    marks += 1
                    assert series.places[mark.place].source is not None
                    assert mark.state is not State.NONE
                    assert mark.back is None or (mark.back > mark.place and series.places[mark.back].source is not None)
    assert marks


def test_a_criterion_is_given_the_series_as_it_is_and_nothing_else(whole):
    seen = []

    def watching(scores, scale, ended=False):
        seen.append((scores, scale, ended))
        return never(scores, scale)

    series = heron(whole, (criterion("watch", watching),)).series[1]
    scores, scale, ended = seen[1]
    assert np.array_equal(scores, [np.nan if p.score is None else p.score for p in series.places], equal_nan=True)
    assert (scale.minimum, scale.maximum, scale.higher_is_better, scale.sd_between) == (0, 40, True, None)
    assert not ended
    assert not seen[0][1].higher_is_better


def test_work_that_has_ended_is_said_to_be_and_one_that_ends_later_is_not(whole):
    ended = heron(with_heron(whole, ended=date(2026, 1, 31)))
    assert ended.ended
    assert {mark.state for mark in ended.series[1].said[0].marks} == {State.CENSORED}
    assert max(one.day for one in ended.series[1].places) <= date(2026, 1, 31)
    assert not heron(with_heron(whole, ended=whole.as_of + timedelta(days=1))).ended


def test_why_a_criterion_was_not_run_is_a_sentence_and_the_rest_goes_on(found):
    phq, srs, _therapist = found[1].series
    why = {said.criterion.name: said.why for said in srs.said}
    assert [name for name, words in why.items() if not words] == ["low-2001", "never-2002", "first-2003"]
    assert "nothing to hold any of these answers against" in why["mute-2004"]
    assert "correct the score or the scale" in why["wrong-2005"]
    assert "the spread between people and the reliability of the form" in why["needy-2007"]
    assert {said.criterion.name: said.why for said in phq.said}["long-2006"].startswith(
        "Too little to say: it needs 50 answers"
    )


def test_a_form_without_definition_or_direction_and_answers_all_alike_are_not_run(whole):
    practice = whole.practice
    unknown = replace(whole, practice=replace(practice, instruments={}))
    lone = Rating(
        date(2026, 3, 10), "mine", Voice.CLIENT, Timing.POST, next(iter(rows(whole).values())).source, score=3.0
    )
    mine = heron(with_heron(unknown, ratings=(lone,))).series[0]
    assert all("has no definition" in said.why for said in mine.said)
    vague = Instrument("mine", "1", "Mine", Purpose.UNKNOWN, 0, 10, 1, None)
    known = replace(whole, practice=replace(practice, instruments={"mine": vague}))
    assert all(
        "say so in its definition" in said.why for said in heron(with_heron(known, ratings=(lone,))).series[0].said
    )
    same = tuple(replace(row, score=36.0) for row in rows(whole).values())
    alike = heron(with_heron(whole, ratings=same)).series[0]
    assert alike.said[0].why == "Nothing to mark: all answers are the same."


def test_nothing_is_marked_that_was_not_known_by_the_day(whole):
    early = replace(whole, as_of=date(2025, 12, 1))
    assert max(one.day for one in heron(early).series[1].places) <= date(2025, 12, 1)


def test_who_asked_for_no_prompts_or_no_ratings_has_no_series(found, whole):
    assert found[0].series == ()
    off = heron(with_heron(whole, off=frozenset({"ratings"})))
    assert off.series == ()
    assert off.left_out
    one = heron(with_heron(whole, off=frozenset({"rating srs therapist post"})))
    assert [series.key[1] for series in one.series if series.key[0] == "srs"] == [Voice.CLIENT]


def test_two_answers_of_one_day_are_no_answer(whole):
    given = tuple(rows(whole).values())
    twice = heron(with_heron(whole, ratings=(*given, replace(given[3], score=1.0)))).series[0]
    (place,) = (one for one in twice.places if one.day == given[3].session_date)
    assert place.score is None


def test_a_moved_session_rated_under_its_first_day_is_one_session(whole):
    given = rows(whole)
    moved = next(one for one in whole.practice.relationships[1].sessions if one.moved)
    assert moved.start.date() in given
    row = replace(given[moved.start.date()], session_date=moved.slot.date())
    others = tuple(one for day, one in given.items() if day != moved.start.date())
    days = [one.day for one in heron(with_heron(whole, ratings=(*others, row))).series[0].places]
    assert moved.slot.date() in days
    assert moved.start.date() not in days


def test_the_spread_between_people_is_taken_from_five_people_and_never_from_fewer(whole):
    given = tuple(rows(whole).values())
    people = [
        replace(
            whole.practice.relationships[1],
            codename=f"p{n}",
            ratings=tuple(replace(r, score=30.0 + n + i % 2) for i, r in enumerate(given)),
        )
        for n in range(5)
    ]
    streams = {one.codename: whole.streams["heron"] for one in people}
    noticed = {one.codename: replace(whole.noticed["wren"], codename=one.codename) for one in people}

    def spread(kept):
        practice = replace(whole.practice, relationships=tuple(kept))
        return compare(replace(whole, practice=practice, streams=streams, noticed=noticed), (criterion("x", low),))[
            0
        ].series[0]

    five = spread(people)
    assert five.people == 5
    means = [np.mean([r.score for r in one.ratings]) for one in people]
    assert five.sd_between == pytest.approx(np.std(means, ddof=1))
    assert (spread(people[:4]).sd_between, spread(people[:4]).people) == (None, 0)


def test_all_that_come_with_reattune_are_run_or_say_why(whole):
    for series in heron(whole, None).series:
        assert [said.criterion.name for said in series.said] == [one.name for one in every()]
        for said in series.said:
            assert bool(said.why) != bool(said.able)
