"""One relationship through time: live, incremental, open noticings, and the rows behind each."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reattune.model import (
    Direction,
    Mark,
    Observation,
    Outcomes,
    OwnAct,
    Scores,
    Series,
    Source,
    Streams,
    Threshold,
    Verdict,
)
from reattune.noticing.budget import Budget
from reattune.noticing.prior import fit
from reattune.noticing.watch import STAYS_OPEN, Watch, watch

AWAY, ATTUNED = Direction.AWAY, Direction.ATTUNED
COMING = Outcomes(
    ("attended", "late", "did_not_attend"), ((0.85, 0.1, 0.05),), 12.0, ((1, AWAY), (2, AWAY), (0, ATTUNED))
)
CLOSE = Scores(0, 40, 1, 30, 6, 3, AWAY, ATTUNED)
START = date(2025, 1, 7)
BUDGET = Budget(2.0, [], known=False)
FILE = "heron/appointments.csv"


def days(count):
    return [START + timedelta(weeks=week) for week in range(count)]


def series(name, pattern, codes, delays=None):
    return Series(
        name,
        pattern,
        tuple(
            Observation(day, day + timedelta(days=delay), code, code, Source(FILE, str(row + 2)))
            for row, (day, code, delay) in enumerate(
                zip(days(len(codes)), codes, delays or [0] * len(codes), strict=True)
            )
            if code is not None
        ),
    )


def streams(coming, close=None, own=()):
    every = [series("attendance", COMING, coming)]
    if close is not None:
        every.append(series("rating srs client post", CLOSE, close))
    return Streams("heron", tuple(days(len(coming))), tuple(every), tuple(own))


def run(one, marks=(), threshold=Threshold.GUARANTEED):
    return watch(one, fit(one, []), BUDGET, marks, threshold)


WITHDRAWN = streams([0] * 30 + [2] * 6, [33, 32, 34, 33, 31, 33] * 5 + [25] * 6)


def test_quiet_stays_quiet():
    assert run(streams([0] * 8 + [1] + [0] * 21, [33, 32, 34, 33, 31] * 6)).noticings == ()


def test_a_withdrawal_is_noticed_with_its_rows():
    first = run(WITHDRAWN).noticings[0]
    assert first.direction is AWAY
    assert days(31)[30] <= first.at <= days(34)[33]
    assert {part.stream for part in first.parts} == {"attendance", "rating srs client post"}
    assert sum(part.share for part in first.parts) == pytest.approx(1)
    assert first.since >= days(30)[26]
    for part in first.parts:
        assert all(seen.observation.known_at <= first.at for seen in part.seen)
        assert part.seen[-1].usual < 0.2
    assert first.once_in_sessions >= 50


def test_a_further_crossing_is_added_to_the_open_noticing():
    one = streams([0] * 30 + [2] * 12, [33, 32, 34, 33, 31, 33] * 5 + [20, 18, 16, 14, 12, 10, 8, 6, 4, 3, 2, 1])
    found = run(one).noticings
    assert len(found) >= 2
    assert found[0].adds_to is None
    assert all(later.adds_to == found[0].at for later in found[1:])


def test_a_closed_noticing_takes_up_nothing():
    one = streams([0] * 30 + [2] * 12, [33, 32, 34, 33, 31, 33] * 5 + [20, 18, 16, 14, 12, 10, 8, 6, 4, 3, 2, 1])
    first = run(one).noticings[0].at
    mark = Mark(first, first, Verdict.TALKED, Source("heron/marks.toml", "1"))
    assert run(one, [mark]).noticings[1].adds_to is None


def test_what_is_still_open_is_known_at_the_end():
    found = run(WITHDRAWN)
    first = found.noticings[0].at
    assert found.open == (first,)
    assert run(WITHDRAWN, [Mark(first, first, Verdict.TALKED, Source("heron/marks.toml", "1"))]).open == ()
    assert run(streams([0] * 20)).open == ()


def test_ordinary_makes_the_next_crossing_later_or_never_and_can_be_undone():
    one = streams([0] * 30 + [2, 0] * 20)
    first = run(one).noticings[0].at
    mark = Mark(first, first, Verdict.ORDINARY, Source("heron/marks.toml", "1"))
    plain, called = run(one).noticings, run(one, [mark]).noticings
    assert called[0] == plain[0]
    assert len(called) <= len(plain)
    assert [n.at for n in called] != [n.at for n in plain]
    assert run(one, []).noticings == plain
    assert all(noticing.called_ordinary == 1 for noticing in called[1:])


def test_what_the_therapist_did_stands_beside_it():
    moved = OwnAct(days(31)[29], days(31)[29], "moved", Source(FILE, "31"))
    later = OwnAct(days(60)[59], days(60)[59], "moved", Source(FILE, "90"))
    one = Streams(WITHDRAWN.codename, WITHDRAWN.ticks, WITHDRAWN.series, (moved, later))
    assert run(one).noticings[0].own == (moved,)


def test_silence_is_kept():
    one = Streams("heron", WITHDRAWN.ticks, WITHDRAWN.series, silent="prompts are switched off")
    assert run(one).noticings == ()
    assert run(one).silent


def test_tick_by_tick_is_the_same_as_all_at_once():
    one = Watch(WITHDRAWN.series, fit(WITHDRAWN, []))
    for index, day in enumerate(WITHDRAWN.ticks):
        one.tick(day, 1 / 50, [[s.observations[index]] for s in WITHDRAWN.series])
    assert tuple(one.noticings) == run(WITHDRAWN).noticings


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from([0, 0, 1, 2]), st.integers(5, 40), st.integers(0, 30)), min_size=3, max_size=30),
    st.integers(0, 30),
)
def test_as_of_a_day_equals_the_full_run_up_to_it(rows, cut):
    coming = [code for code, _, _ in rows]
    close = [score for _, score, _ in rows]
    delays = [delay for _, _, delay in rows]
    whole = Streams(
        "heron",
        tuple(days(len(rows))),
        (series("attendance", COMING, coming, delays), series("rating srs client post", CLOSE, close)),
    )
    day = START + timedelta(weeks=cut)
    early = Streams(
        "heron",
        tuple(tick for tick in whole.ticks if tick <= day),
        tuple(
            Series(one.name, one.pattern, tuple(seen for seen in one.observations if seen.known_at <= day), one.basis)
            for one in whole.series
        ),
    )
    assert run(early).noticings == tuple(one for one in run(whole).noticings if one.at <= day)


def test_an_open_noticing_closes_by_itself_after_ten_quiet_ticks():
    again = [33, 32, 34, 33, 31, 33]
    quiet = STAYS_OPEN + 20
    one = streams([0] * (30 + 4 + quiet + 6), again * 5 + [18] * 4 + (again * 10)[:quiet] + [15] * 6)
    away = [noticing for noticing in run(one).noticings if noticing.direction is AWAY]
    assert away[0].adds_to is None
    assert away[-1].at > days(60)[40]
    assert away[-1].adds_to is None


LATER = streams([0] * 14 + [2] * 8 + [0] * 8 + [2] * 8, [None] * 22 + [33, 32, 34, 33, 31, 33] + [25] * 10)
"""Ratings begin long after something has come up."""


def until(one, day):
    known = [
        Series(each.name, each.pattern, tuple(seen for seen in each.observations if seen.known_at <= day), each.basis)
        for each in one.series
    ]
    begun = tuple(each for each in known if each.observations)
    return Streams(one.codename, tuple(tick for tick in one.ticks if tick <= day), begun, one.own)


def test_by_the_simulated_threshold_a_stream_that_begins_later_changes_nothing_before():
    whole = run(LATER, threshold=Threshold.SIMULATED).noticings
    assert whole[0].at < LATER.series[1].observations[0].at < whole[-1].at
    for day in LATER.ticks:
        early = run(until(LATER, day), threshold=Threshold.SIMULATED).noticings
        assert early == tuple(one for one in whole if one.at <= day)


def test_the_factor_knows_only_streams_seen_at_an_earlier_tick():
    one = Watch(LATER.series, fit(LATER, []), threshold=Threshold.SIMULATED)
    factors = []
    for index, day in enumerate(LATER.ticks):
        factors.append(one._factor(1 / 50))
        one.tick(day, 1 / 50, [[seen for seen in each.observations if seen.at == day] for each in LATER.series])
        assert index == 0 or factors[-1] > 1
    assert factors[0] == 1
    assert len({*factors[1:23]}) == len({*factors[23:]}) == 1
    assert factors[22] != factors[23]


def test_by_the_simulated_threshold_n_is_what_the_guaranteed_evidence_says():
    simulated = run(LATER, threshold=Threshold.SIMULATED).noticings
    assert 1 <= simulated[0].once_in_sessions < 50
    assert all(one.once_in_sessions >= 50 for one in run(LATER).noticings)
