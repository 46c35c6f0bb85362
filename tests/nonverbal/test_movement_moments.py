"""Candidates: a planted loss is found, a short one never, and chance gives hardly any."""

import numpy as np
import pytest

from reattune.model import Span
from reattune.nonverbal.moved import Rule
from reattune.nonverbal.movement_moments import amounts, togetherness
from reattune.nonverbal.together import together, windows
from reattune.synthetic.filming import speeds

RATE = 5.0
SECONDS = 1500
SEEDS = range(6)


def session(seed, coupling, seconds):
    start = 300 + seed * 97 % 900
    losses = (Span(start, start + seconds),) if seconds else ()
    series = speeds(SECONDS, seed, coupling, losses=losses, per_second=RATE)
    cells = windows(series, RATE)
    return start, cells, togetherness(cells, together(series, cells), "a.mp4")


def auc(inside, outside):
    return float(np.mean([(one < outside).mean() + 0.5 * (one == outside).mean() for one in inside]))


def test_windows_of_a_loss_of_two_minutes_are_told_from_the_others():
    areas = []
    for seed in SEEDS:
        start, cells, moments = session(seed, 0.4, 120)
        # A window counts as lost where at least half of it is.
        lost = (cells.middles >= start) & (cells.middles <= start + 120)
        areas.append(auc(cells.max_z[lost], cells.max_z[~lost]))
        near = [one for one in moments if one.end > start and one.start < start + 120]
        assert len(moments) == len(near)
    assert np.mean(areas) >= 0.88


def test_a_loss_of_three_minutes_is_a_candidate():
    found = [session(seed, 0.4, 180)[2] for seed in SEEDS]
    assert sum(any(one.figures["z"] < 0 for one in moments) for moments in found) >= 5
    assert all("less than otherwise" in one.sentence for moments in found for one in moments)


@pytest.mark.parametrize(("coupling", "seconds"), [(0.4, 0), (0.4, 59), (0.9, 59), (0.0, 0)])
def test_nothing_is_said_of_less_than_a_minute_or_of_chance(coupling, seconds):
    assert [session(seed, coupling, seconds)[2] for seed in SEEDS] == [()] * len(SEEDS)


def test_more_is_told_as_well_as_less():
    # Hardly anything together, but for three minutes.
    series = speeds(SECONDS, 5, 0.8, losses=(Span(0, 600), Span(780, SECONDS)), per_second=RATE)
    cells = windows(series, RATE)
    found = togetherness(cells, together(series, cells), "a.mp4")
    assert [one.rule for one in found] == [Rule.TOGETHER]
    assert found[0].figures["z"] > 0
    assert found[0].start == pytest.approx(600, abs=45)
    assert found[0].end == pytest.approx(780, abs=45)


def test_the_amount_is_told_in_both_directions_and_for_whom():
    series = speeds(SECONDS, 6, per_second=RATE)
    series[3000:4200, 0] *= 0.05
    series[5500:6500, 1] *= 5
    found = amounts(series, RATE, "a.mp4")
    assert [(one.rule, one.figures["z"] > 0) for one in found] == [(Rule.CLIENT, False), (Rule.THERAPIST, True)]
    assert found[0].start == pytest.approx(600, abs=40)
    assert found[0].figures["here"] < 0.3 * found[0].figures["usual"]
    again = amounts(series, RATE, "a.mp4")
    assert [one.id for one in found] == [one.id for one in again]
    assert len({one.id for one in found}) == 2


def test_a_minute_of_other_movement_and_a_short_session_are_not_told():
    series = speeds(SECONDS, 6, per_second=RATE)
    series[3000:3300, 0] *= 0.05
    assert amounts(series, RATE, "a.mp4") == ()
    assert amounts(series[:1500], RATE, "a.mp4") == ()
    assert amounts(np.full((7500, 2), np.nan), RATE, "a.mp4") == ()
