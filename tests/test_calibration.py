"""The past at several budgets: each line is what `notice` would have given, and nothing outside the period counts."""

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

import reattune as ra
from reattune import calibration
from reattune.calibration import calibrate
from reattune.model import Direction, Mark, Noticing, Observation, Part, Seen, Source, Threshold, Verdict
from reattune.noticing.budget import MOST, Budget
from reattune.noticing.document import dump

PRACTICE = Path(__file__).parents[1] / "examples" / "practice"
AS_OF = date(2026, 6, 30)
START, END = date(2026, 1, 1), date(2026, 6, 30)


@pytest.fixture(scope="module")
def practice():
    """Four relationships, so that a budget is spread and not only the most is spent."""
    whole = ra.read_folder(PRACTICE, as_of=AS_OF)
    kept = tuple(one for one in whole.relationships if one.codename in {"heron", "merlin", "wren", "fulmar"})
    return replace(whole, relationships=kept)


@pytest.fixture(scope="module")
def found(practice):
    return calibrate(practice, AS_OF, 24, (0.1, 0.3))


def noticing(at, direction=Direction.AWAY, adds_to=None):
    seen = Seen(Observation(at, at, 5, "did_not_attend", Source("heron/appointments.csv", "2")), 0.02)
    return Noticing(at, direction, 60, (Part("attendance", "dates", 1.0, (seen,)),), adds_to=adds_to)


def counted(caseload, start):
    inside = {
        name: [one for one in kept.noticings if start <= one.at <= AS_OF]
        for name, kept in caseload.noticed.items()
        if not kept.silent
    }
    every = [one for kept in inside.values() for one in kept]
    new = [one for one in every if one.adds_to is None]
    return len(new), len(every) - len(new), sum(bool(kept) for kept in inside.values())


@pytest.mark.parametrize("index", [0, 1, 2])
def test_each_line_is_what_notice_gives_at_that_budget(practice, found, index):
    line = found.budgets[index]
    caseload = ra.notice(practice, AS_OF, line.budget_per_month)
    assert (line.noticings, line.added, line.with_any) == counted(caseload, found.start)
    assert sum(line.directions.values()) == line.noticings > 0


def test_the_practice_s_own_budget_is_among_them_and_the_smallest_comes_first(found):
    assert [one.budget_per_month for one in found.budgets] == [0.1, 0.3, 2.0]
    assert [one.own for one in found.budgets] == [False, False, True]


def test_the_promise_is_what_the_sessions_may_spend(practice, found):
    caseload = ra.notice(practice, AS_OF)
    every = [day for one in caseload.streams.values() for day in one.ticks]
    looked = [day for name, one in caseload.streams.items() if not caseload.noticed[name].silent for day in one.ticks]
    assert found.ticks == len(looked)
    for line in found.budgets:
        spending = Budget(line.budget_per_month, every)
        assert line.promised == pytest.approx(sum(spending.at(day) for day in looked))
        assert line.at_the_most == sum(spending.at(day) == MOST for day in looked)
    promised = [one.promised for one in found.budgets]
    assert promised == sorted(promised)
    assert promised[0] < promised[-1]


def test_a_short_period_counts_only_what_is_inside(practice, found):
    short = calibrate(practice, AS_OF, 6, ())
    assert (short.start, short.end, short.begun) == (START, AS_OF, None)
    line = short.budgets[0]
    assert (line.noticings, line.added, line.with_any) == counted(ra.notice(practice, AS_OF), START)
    assert line.promised < found.budgets[-1].promised
    assert short.ticks < found.ticks


def test_less_than_what_was_asked_for_is_said_with_its_first_day(practice, found):
    first = min(day for one in ra.notice(practice, AS_OF).streams.values() for day in one.ticks)
    assert found.begun == found.start == first
    assert found.enough


def test_without_settings_no_budget_is_spread_and_there_is_one_line(practice):
    alone = calibrate(replace(practice, has_settings=False), AS_OF)
    (line,) = alone.budgets
    assert not alone.spread
    assert line.at_the_most == alone.ticks
    assert line.promised == pytest.approx(alone.ticks / 50)


def test_one_relationship_alone_is_what_it_is_in_the_whole(practice):
    alone = calibrate(replace(practice, asked=frozenset({"heron"})), AS_OF, 24, ())
    whole = [one for one in ra.notice(practice, AS_OF).noticed["heron"].noticings if one.adds_to is None]
    assert alone.alone
    assert alone.relationships == ("heron",)
    assert alone.budgets[0].noticings == len(whole)


@pytest.mark.parametrize("day", [date(2025, 3, 1), date(2024, 6, 30)])
def test_too_little_is_known_to_be_so(practice, day):
    early = calibrate(practice, day, 24, ())
    assert not early.enough
    assert early.document()["budgets"] == []


def test_marks_stay_as_they_are_and_only_ordinary_ones_are_counted(practice):
    day = ra.notice(practice, AS_OF).noticed["heron"].noticings[0].at
    source = Source("heron/marks.csv", "2")
    marks = (
        Mark(day, day + timedelta(days=1), Verdict.ORDINARY, source),
        Mark(date(2026, 1, 6), date(2026, 1, 7), Verdict.TALKED, source),
        Mark(date(2026, 1, 13), AS_OF + timedelta(days=1), Verdict.ORDINARY, source),
    )
    people = tuple(replace(one, marks=marks) if one.codename == "heron" else one for one in practice.relationships)
    marked = replace(practice, relationships=people)
    found = calibrate(marked, AS_OF, 24, ())
    assert found.ordinary_marks == 1
    line = found.budgets[0]
    assert (line.noticings, line.added, line.with_any) == counted(ra.notice(marked, AS_OF), found.start)


@pytest.mark.parametrize("months", [0, -3, 241])
def test_an_impossible_time_is_refused_in_words(practice, months):
    with pytest.raises(ra.ReattuneError, match="give a whole number from 1 to 240"):
        calibrate(practice, AS_OF, months)


def test_progress_names_everyone_at_every_budget_that_is_gone_through(practice):
    said = []
    calibrate(practice, AS_OF, 24, (0.1, 4.0), said.append)
    # 2 and 4 a month both spend the most at every session of so small a caseload, so 4 is not gone through again.
    assert [one for one in said if "heron" in one] == ["heron", "heron, at 0.1 a month", "heron, in imagined sessions"]


def test_what_was_added_to_an_open_one_is_counted_apart():
    found = {
        "heron": [
            noticing(START - timedelta(days=1)),
            noticing(START, Direction.ATTUNED),
            noticing(date(2026, 2, 1), adds_to=START - timedelta(days=1)),
            noticing(END),
            noticing(END + timedelta(days=1)),
        ],
        "wren": [],
    }
    line = calibration._at_budget(1.0, 2.0, found, (START, END), (0.01, MOST))
    assert (line.noticings, line.added, line.with_any, line.own) == (2, 1, 1, False)
    assert line.directions == {
        Direction.AWAY: 1,
        Direction.AGAINST: 0,
        Direction.ATTUNED: 1,
        Direction.CHANGED: 0,
    }
    assert line.promised == pytest.approx(0.03)
    assert line.at_the_most == 1
    assert line.longest_without == (END - date(2026, 2, 1)).days - 1


@pytest.mark.parametrize(
    ("days", "longest"),
    [((), 181), ((START,), 180), ((END,), 180), ((START, END), 179), ((date(2026, 3, 31), date(2026, 3, 31)), 91)],
)
def test_the_longest_time_without_counts_whole_days_with_both_ends(days, longest):
    assert (END - START).days + 1 == 181
    assert calibration._longest(START, END, days) == longest


def test_the_document_is_json_and_the_same_twice(found, practice):
    document = found.document()
    assert json.loads(dump(document))["schema"] == "reattune.calibration/1"
    assert dump(document) == dump(calibrate(practice, AS_OF, 24, (0.1, 0.3)).document())
    assert len(document["budgets"]) == 3


def test_it_is_measured_what_comes_up_if_nothing_has_changed(found):
    measured = found.document()["measured_if_nothing_had_changed"]
    assert measured["noticings"] == pytest.approx(found.used.share * found.budgets[-1].promised, abs=0.01)
    assert 0 < measured["noticings"] < found.budgets[-1].promised + 3 * measured["standard_error"]
    assert measured["imagined_sessions"] == found.used.sessions > 1000
    assert found.document()["budgets"][0]["spent"] == found.document()["budgets"][0]["at_most_if_nothing_had_changed"]


def test_by_the_simulated_threshold_nothing_is_promised(practice):
    alone = replace(practice, asked=frozenset({"wren"}))
    found = calibrate(alone, AS_OF, 24, (), threshold=Threshold.SIMULATED)
    (line,) = found.document()["budgets"]
    assert (found.document()["threshold"], line["at_most_if_nothing_had_changed"]) == ("simulated", None)
    caseload = ra.notice(alone, AS_OF, threshold=Threshold.SIMULATED)
    assert line["noticings"] == counted(caseload, found.start)[0]
    assert found.used.share > calibrate(alone, AS_OF, 24, ()).used.share
