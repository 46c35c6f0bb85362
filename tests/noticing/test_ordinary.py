"""Ordinary: double weight from the next tick, capped, fading, undone with the mark."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest

from reattune.model import (
    Direction,
    Mark,
    Noticing,
    Observation,
    Outcomes,
    Part,
    Scores,
    Seen,
    Series,
    Source,
    Verdict,
)
from reattune.noticing.levels import ScoresUsual, score_prior
from reattune.noticing.ordinary import FADES_OVER, MOST_ROWS, Ordinary
from reattune.noticing.usual import OutcomesUsual

DAY = date(2026, 3, 10)
FILE = Source("heron/marks.toml", "1")
COMING = Outcomes(("came", "away"), ((0.9, 0.1),), 10.0, ((1, Direction.AWAY),))
CLOSE = Scores(0, 10, 1, 8, 2, 1, Direction.AWAY, Direction.ATTUNED)
ORDINARY = Mark(DAY, DAY, Verdict.ORDINARY, FILE)


def noticing(stream, code, count=1):
    seen = tuple(
        Seen(Observation(DAY - timedelta(days=n), DAY, code, code, Source("a.csv", str(n))), 0.1) for n in range(count)
    )
    return Noticing(DAY, Direction.AWAY, 60, (Part(stream, "dates", 1.0, seen),))


def outcomes():
    return OutcomesUsual(COMING, np.array([COMING.mean]), np.array([10.0]), 1)


def chance(usual, code):
    return usual.ratios(np.array([code]), np.array([0]))[0][0]


def apply(usual, pattern, clock, marks, found):
    ordinary = Ordinary([usual])
    ordinary.apply(0, marks, found, [Series("s", pattern, ())])
    ordinary.apply(clock, marks, found, [Series("s", pattern, ())])


def test_what_was_called_ordinary_counts_once_more():
    usual = outcomes()
    apply(usual, COMING, 0, [ORDINARY], [noticing("s", 1, 2)])
    assert chance(usual, 1) == pytest.approx((1 + 2) / (10 + 2))


def test_it_fades_and_is_gone_after_ten_ticks():
    usual = outcomes()
    apply(usual, COMING, 5, [ORDINARY], [noticing("s", 1, 2)])
    assert chance(usual, 1) == pytest.approx((1 + 1) / (10 + 1))
    apply(usual, COMING, FADES_OVER, [ORDINARY], [noticing("s", 1, 2)])
    assert chance(usual, 1) == pytest.approx(0.1)


def test_it_is_capped():
    usual = outcomes()
    apply(usual, COMING, 0, [ORDINARY], [noticing("s", 1, 40)])
    assert chance(usual, 1) == pytest.approx((1 + MOST_ROWS) / (10 + MOST_ROWS))


@pytest.mark.parametrize(
    ("marks", "found"),
    [
        ([], [noticing("s", 1)]),
        ([Mark(DAY, DAY, Verdict.TALKED, FILE)], [noticing("s", 1)]),
        ([ORDINARY], [noticing("another", 1)]),
        ([Mark(DAY + timedelta(days=1), DAY, Verdict.ORDINARY, FILE)], [noticing("s", 1)]),
    ],
    ids=["no mark", "talked about", "another stream", "another noticing"],
)
def test_nothing_else_is_touched(marks, found):
    usual = outcomes()
    apply(usual, COMING, 0, marks, found)
    assert usual.extra is None


def test_two_marks_of_one_noticing_count_once_and_the_latest_counts():
    again = Mark(DAY, DAY + timedelta(days=2), Verdict.ORDINARY, Source("heron/marks.toml", "2"))
    usual = outcomes()
    apply(usual, COMING, 0, [ORDINARY, again], [noticing("s", 1, 2)])
    assert chance(usual, 1) == pytest.approx((1 + 2) / (10 + 2))
    talked = Mark(DAY, DAY + timedelta(days=3), Verdict.TALKED, Source("heron/marks.toml", "3"))
    apply(usual, COMING, 0, [ORDINARY, again, talked], [noticing("s", 1, 2)])
    assert usual.extra is None


def test_rows_left_out_for_their_reason_stay_out():
    found = noticing("s", 1, 2)
    part = found.parts[0]
    left = tuple(replace(seen, observation=replace(seen.observation, weight=0.0)) for seen in part.seen)
    usual = outcomes()
    apply(usual, COMING, 0, [ORDINARY], [replace(found, parts=(replace(part, seen=left),))])
    assert usual.extra is None


def test_scores_called_ordinary_become_likelier():
    usual = ScoresUsual(CLOSE, score_prior(CLOSE)[None], 1)
    before = chance(usual, 3)
    apply(usual, CLOSE, 0, [ORDINARY], [noticing("s", 3, 3)])
    assert chance(usual, 3) > 2 * before
    assert usual.every(np.array([0]))[0].sum() == pytest.approx(1)
