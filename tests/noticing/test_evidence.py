"""Detectors in spend form: nothing is gained on average under the model, and a change is noticed."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reattune.model import Direction, Outcomes, Scores
from reattune.noticing.evidence import ONSETS, Detectors, Sighting, foreseen, tempered
from reattune.noticing.levels import ScoresUsual, score_prior
from reattune.noticing.usual import OutcomesUsual
from reattune.noticing.weights import AVERAGE, DIRECTIONS, ORDER, PRODUCT, direction_shares

AWAY, ATTUNED = Direction.AWAY, Direction.ATTUNED
COMING = Outcomes(("came", "late", "away"), ((0.8, 0.1, 0.1),), 10.0, ((1, AWAY), (2, AWAY), (0, ATTUNED)))
CLOSE = Scores(0, 10, 1, 7, 1.5, 1, AWAY, ATTUNED)


def sighting(codes, weight=1.0, foreseen=False, seen=True):
    size = len(codes)
    return Sighting(
        np.array(codes, dtype=int),
        np.zeros(size, dtype=int),
        np.full(size, seen),
        np.full(size, weight),
        np.full(size, foreseen),
    )


def begin(size):
    coming = OutcomesUsual(COMING, np.repeat([COMING.mean], size, axis=0), np.full(size, COMING.strength), ONSETS)
    close = ScoresUsual(CLOSE, np.repeat(score_prior(CLOSE)[None], size, axis=0), ONSETS)
    return Detectors([coming, close], size)


def test_weights_never_exceed_one():
    for usual in begin(1).usuals:
        shares = usual.lasting + usual.once
        for direction in set(usual.directions):
            assert shares[[d is direction for d in usual.directions]].sum() == pytest.approx(1)
    assert AVERAGE + PRODUCT < 1
    every = direction_shares(np.ones((len(ORDER), 1), dtype=bool), ORDER)
    assert every.sum() == pytest.approx(1)
    away_only = direction_shares(np.array([[d is AWAY] for d in ORDER]), ORDER)
    assert away_only[0, 0] == 1
    assert set(DIRECTIONS) == set(Direction)


def test_evidence_gains_nothing_on_average_whatever_has_been_seen():
    """Exactly: summed over everything that could be seen next, weighted by its probability."""
    past = [(0, 7), (2, 5), (0, 6), (1, 4), (0, 7)]
    spend = np.array([0.01])
    reference = begin(1)
    for coming, close in past:
        reference.tick(spend, [[sighting([coming])], [sighting([close])]])
    kept = sum(usual.keeps * mass.sum() for usual, mass in zip(reference.usuals, reference.lasting, strict=True))
    before = kept + reference.together.total()[0]
    expected = 0.0
    for coming in range(3):
        for close in range(11):
            one = begin(1)
            for code, score in past:
                one.tick(spend, [[sighting([code])], [sighting([score])]])
            tally = one.tick(spend, [[sighting([coming])], [sighting([close])]])
            chance = tally.usual[0][0][0] * tally.usual[1][0][0]
            expected += chance * tally.total[0]
    assert 0 < before < expected
    assert expected == pytest.approx(before + 0.01, rel=1e-9)


def test_a_stream_spends_nothing_before_it_has_been_seen_once():
    one = begin(1)
    assert one.tick(np.array([0.02]), [[sighting([2])], []]).total[0] == 0
    assert one.tick(np.array([0.02]), [[sighting([2])], []]).total[0] > 0.02


def test_what_was_left_out_teaches_nothing():
    one = begin(1)
    one.tick(np.array([0.02]), [[sighting([0], weight=0.0)], []])
    assert one.tick(np.array([0.02]), [[sighting([2])], []]).total[0] == 0
    assert one.tick(np.array([0.02]), [[sighting([2])], []]).total[0] > 0


def test_what_is_seen_is_weighed_even_where_the_spend_alone_reaches_one():
    one = begin(1)
    for score in (7, 7, 6, 7):
        one.tick(np.array([0.02]), [[], [sighting([score])]])
    one.lasting[1][:, :, :4] *= 0.99 / one.total()[0]
    assert one.total()[0] < 1.0
    assert one.tick(np.array([0.05]), [[], [sighting([8])]]).total[0] < 0.9


def test_no_streams_are_no_error():
    assert Detectors([], 2).tick(np.full(2, 0.02), []).total.tolist() == [0.0, 0.0]


def test_a_tick_without_observations_changes_nothing():
    one = begin(1)
    for code in [0, 2, 2]:
        total = one.tick(np.array([0.02]), [[sighting([code])], []]).total[0]
    quiet = one.tick(np.array([0.02]), [[], []]).total[0]
    assert 0 < quiet < total
    assert one.tick(np.array([0.02]), [[], []]).total[0] == quiet


def test_a_lasting_change_is_noticed_and_then_forgotten():
    one = begin(2)
    crossed = np.zeros(2, dtype=bool)
    for tick in range(40):
        changed = tick >= 25
        codes = [sighting([2 if changed else 0, 0])], [sighting([3 if changed else 7, 7 + tick % 2])]
        tally = one.tick(np.full(2, 0.02), codes)
        crossed |= tally.total >= 1
        if crossed[0]:
            break
    assert crossed.tolist() == [True, False]
    assert 25 < one.clock <= 30
    assert ORDER[int(tally.by_direction[:, 0].argmax())] is AWAY
    assert tally.onset[0, 0] >= 23
    one.forget(crossed)
    after = one.tick(np.full(2, 0.02), [[], []])
    assert after.total[0] == 0
    assert after.total[1] > 0


def test_shares_of_streams_sum_to_the_evidence():
    one = begin(1)
    for code, score in [(0, 7), (0, 7), (2, 4), (2, 4)]:
        tally = one.tick(np.array([0.02]), [[sighting([code])], [sighting([score])]])
        np.testing.assert_allclose(tally.by_stream.sum(axis=(0, 1)), tally.total)


@given(st.floats(0, 50), st.floats(0, 1))
def test_a_reason_given_with_the_outcome_only_lowers(ratio, weight):
    lowered = tempered(np.full((1, 1, 1), ratio), sighting([0], weight))[0, 0, 0]
    assert lowered <= ratio + 1e-12
    assert tempered(np.full((1, 1, 1), ratio), sighting([0], weight, True))[0, 0, 0] == ratio
    if weight == 0:
        assert lowered == min(ratio, 1.0)


@given(st.floats(0, 50), st.floats(0, 1))
def test_a_reason_known_before_draws_evidence_towards_none(ratio, weight):
    mixed = foreseen(np.full((1, 1, 1), ratio), sighting([0], weight, True))[0, 0, 0]
    assert min(ratio, 1.0) - 1e-12 <= mixed <= max(ratio, 1.0) + 1e-12
    assert foreseen(np.full((1, 1, 1), ratio), sighting([0], weight))[0, 0, 0] == ratio


@pytest.mark.parametrize("weight", [0.0, 0.5, 1.0])
@pytest.mark.parametrize("known_before", [True, False])
def test_boosting_keeps_the_promise_with_reasons_too(weight, known_before):
    """Summed over everything that could be seen in one more sighting with a reason, in several states."""
    spend = np.array([0.02])

    def after(codes, last=None):
        usual = OutcomesUsual(COMING, np.array([COMING.mean]), np.array([COMING.strength]), ONSETS)
        one = Detectors([usual], 1, boosted=True)
        for code in codes:
            tally = one.tick(spend, [[sighting([code])]])
        if last is not None:
            tally = one.tick(spend, [[sighting([last], weight, known_before)]])
        return one, tally

    for past in ([0] * 25 + [2, 2], [0] * 25 + [2, 2, 2], [0, 2, 2, 2, 0, 2]):
        before = after(past)[0]
        ends = [after(past, code) for code in range(3)]
        expected = sum(tally.usual[0][0][0] * min(1.0, tally.total[0]) for _, tally in ends)
        assert before.total()[0] < 1
        assert expected + ends[0][0].reserve[0] <= (held(before) + spend[0]) * (1 + 1e-9)


def test_forgetting_leaves_nothing_and_nobody_is_no_error():
    one = begin(1)
    for code in [0, 2, 2]:
        one.tick(np.array([0.02]), [[sighting([code])], []])
    one.forget(np.array([True]))
    assert one.total()[0] == 0
    nobody = begin(0)
    assert nobody.tick(np.zeros(0), [[sighting([])], []]).total.shape == (0,)


def test_many_at_once_is_the_same_as_one_by_one():
    draw = np.random.default_rng(5)
    coming, close = draw.integers(0, 3, (12, 3)), draw.integers(3, 9, (12, 3))
    many, alone = begin(3), [begin(1) for _ in range(3)]
    for tick in range(12):
        together = many.tick(np.full(3, 0.02), [[sighting(coming[tick])], [sighting(close[tick])]]).total
        singly = [
            one.tick(np.array([0.02]), [[sighting([coming[tick, i]])], [sighting([close[tick, i]])]]).total[0]
            for i, one in enumerate(alone)
        ]
        np.testing.assert_allclose(together, singly, rtol=1e-9)


def test_drawn_from_the_model_noticings_stay_within_what_was_spent():
    draw, size, ticks, spend = np.random.default_rng(3), 400, 40, 0.02
    own = draw.dirichlet(np.array(COMING.mean[0]) * COMING.strength, size).cumsum(axis=1)
    detectors = Detectors(
        [OutcomesUsual(COMING, np.repeat([COMING.mean], size, axis=0), np.full(size, COMING.strength), ONSETS)], size
    )
    came_up = 0
    for _ in range(ticks):
        codes = (draw.random(size)[:, None] > own[:, :2]).sum(axis=1)
        crossed = detectors.tick(np.full(size, spend), [[sighting(codes)]]).total >= 1
        came_up += int(crossed.sum())
        detectors.forget(crossed)
    assert 0 < came_up < spend * ticks * size


def test_boosting_keeps_the_promise_and_notices_no_later():
    """Summed over everything that could be seen next, evidence and reserve are at most what there was and was spent."""
    spend = np.array([0.02])

    def after(codes, boosted=True):
        usual = OutcomesUsual(COMING, np.array([COMING.mean]), np.array([COMING.strength]), ONSETS)
        one = Detectors([usual], 1, boosted=boosted)
        for code in codes:
            tally = one.tick(spend, [[sighting([code])]])
        return one, tally

    past = [0] * 25 + [2, 2]
    ends = [after([*past, code]) for code in range(3)]
    expected = sum(tally.usual[0][0][0] * min(1.0, tally.total[0]) for _, tally in ends)
    there_was = held(after(past)[0]) + spend[0]
    assert 0.9 * there_was < expected + ends[0][0].reserve[0] <= there_was * (1 + 1e-9)
    assert after(past)[1].total[0] >= after(past, boosted=False)[1].total[0]


def held(one):
    """What the detectors hold at the end of a tick: what is remembered, and the reserve; one odd session is not."""
    kept = sum(mass.sum() for mass in one.lasting) + one.together.total()[0] + one.reserve[0]
    return kept + sum(odd.sum() for odd in one.odd)
