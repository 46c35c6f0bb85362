"""What holds for every criterion alike."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.criteria.series_made import NA, SCALE, WIDE, anything, noise, ratings

import reattune.criteria as room
from reattune.criteria import CRITERIA, UNKNOWN, Criterion, Scale, State, Status, every, find, side_by_side
from reattune.errors import ReattuneError

each = pytest.mark.parametrize("criterion", CRITERIA, ids=lambda one: one.name)
FIELDS = ("statistic", "marked", "state", "repaired_at", "magnitude", "began")
NUMBER_MATTERS = {"sudden-loss-three-criteria"}
"""Looks at a share of the number itself, so that neither a shift nor a mirror leaves it alone."""


def same(one, other, *, but=()):
    for field in FIELDS:
        if field not in but:
            np.testing.assert_allclose(getattr(one, field), getattr(other, field), atol=1e-7, err_msg=field)


@each
@settings(max_examples=60)
@example(scores=np.array([0.0] * 12 + [5e-324, 40.0] + [0.0] * 6))
@example(scores=np.array([0.0] * 9 + [5e-324] + [0.0] * 9 + [40.0]))
@given(scores=anything)
def test_whatever_was_answered(criterion, scores):
    before = scores.copy()
    found = criterion.mark(scores, SCALE)
    np.testing.assert_array_equal(scores, before)
    assert all(getattr(found, field).shape == scores.shape for field in FIELDS)
    np.testing.assert_array_equal(found.marked, found.statistic >= found.cutoff)
    assert not np.isnan(found.statistic).any()
    assert not found.marked[np.isnan(scores)].any()
    np.testing.assert_array_equal(found.marked, found.state != State.NONE)
    np.testing.assert_array_equal(found.marked, ~np.isnan(found.magnitude))
    np.testing.assert_array_equal(found.marked, found.began >= 0)
    np.testing.assert_array_equal(found.repaired_at >= 0, found.state == State.REPAIRED)
    places = np.arange(len(scores))
    assert (found.began[found.marked] <= places[found.marked]).all()
    repaired = found.repaired_at >= 0
    assert (found.repaired_at[repaired] > places[repaired]).all()


@each
@settings(max_examples=25)
@given(scores=ratings, by=st.sampled_from([-64.0, 8.0, 100.0]))
def test_a_shift_of_scores_and_scale_changes_nothing(criterion, scores, by):
    if criterion.name in NUMBER_MATTERS:
        return
    shifted = replace(SCALE, minimum=SCALE.minimum + by, maximum=SCALE.maximum + by)
    same(criterion.mark(scores, SCALE), criterion.mark(scores + by, shifted))


@each
@settings(max_examples=25)
@given(scores=ratings)
def test_where_lower_is_better_the_mirror_is_marked(criterion, scores):
    if criterion.name in NUMBER_MATTERS:
        return
    same(criterion.mark(scores, SCALE), criterion.mark(40.0 - scores, replace(SCALE, higher_is_better=False)))


@each
@settings(max_examples=25)
@given(scores=ratings, cut=st.integers(0, 30))
def test_what_is_causal_does_not_wait(criterion, scores, cut):
    if criterion.causal:
        np.testing.assert_array_equal(
            criterion.mark(scores, SCALE).statistic[:cut], criterion.mark(scores[:cut], SCALE).statistic
        )


@pytest.mark.parametrize("criterion", [one for one in CRITERIA if not one.causal], ids=lambda one: one.name)
def test_what_is_not_called_causal_is_not(criterion):
    scores = noise(200, 30)
    early, whole = criterion.mark(scores[:, :20], WIDE).statistic, criterion.mark(scores, WIDE).statistic[:, :20]
    assert (early != whole).any()


@each
def test_many_at_once_are_each_alone(criterion):
    rng = np.random.default_rng(3)
    scores = rng.integers(0, 41, (3, 4, 20)).astype(float)
    scores[rng.random(scores.shape) < 0.15] = NA
    together = criterion.mark(scores, SCALE)
    for where in np.ndindex(3, 4):
        alone = criterion.mark(scores[where], SCALE)
        for field in FIELDS:
            np.testing.assert_allclose(getattr(together, field)[where], getattr(alone, field), err_msg=field)


@each
def test_too_little_to_say(criterion):
    few = np.linspace(40.0, 0.0, criterion.fewest - 1)
    for scores in (np.full(30, NA), np.full(30, 23.3), few, np.concatenate([few, np.full(20, NA)]), np.zeros((0, 9))):
        found = criterion.mark(scores, SCALE)
        assert not found.marked.any()
    assert (criterion.mark(few, SCALE).statistic == -np.inf).all()


@each
def test_a_plain_fall_can_be_marked(criterion):
    scores = np.array(
        [36.0, 37.0, 36.0, 35.0, 36.0, 37.0, 36.0, 35.0, 5.0, 4.0, 6.0, 5.0, 36.0, 37.0, 36.0, 36.0, 35.0]
    )
    found = criterion.mark(scores, SCALE)
    if criterion.name != "xmr":
        assert 8 in np.flatnonzero(found.marked)
        assert found.magnitude[8] >= 30.0
        assert found.state[8] != State.NONE


@each
@pytest.mark.parametrize("bad", [[1.0, np.inf], [1.0, 41.0], [-0.1], 3.0, ["x"], [[1.0], [1.0, 2.0]]])
def test_a_wrong_score_is_never_a_number(criterion, bad):
    with pytest.raises(ReattuneError):
        criterion.mark(bad, SCALE)


@each
def test_what_the_scale_must_say(criterion):
    if criterion.needs:
        with pytest.raises(ReattuneError, match=criterion.needs[0]):
            criterion.mark([1.0, 2.0], Scale(0.0, 40.0))


def test_when_it_is_over_what_is_open_is_censored():
    scores = np.array([30.0, 31.0, 30.0, 31.0, 30.0, 31.0, 5.0])
    for found, ended in ((State.PENDING, False), (State.CENSORED, True)):
        assert find("openfit").mark(scores, SCALE, ended).state[-1] == found
    both = find("openfit").mark(np.stack([scores, scores]), SCALE, np.array([True, False]))
    assert both.state[:, -1].tolist() == [State.CENSORED, State.PENDING]


def test_each_says_where_it_is_from():
    for one in CRITERIA:
        assert all((one.name, one.said, one.parameters, one.citation, one.note))
        assert one.fewest >= 2
        assert not ({"the rupture", "standard criterion"} & {one.said, one.note})
    statuses = {one.name: one.status for one in CRITERIA}
    assert statuses["stiles-2004"] is statuses["strauss-2006"] is Status.SECOND_HAND
    assert statuses["stevens-2007"] is Status.FROM_MEMORY
    assert statuses["reliable-fall"] is Status.OWN


def test_what_is_unknown_is_not_run():
    assert {one.name for one in UNKNOWN} == {"larsson-2018", "lipner-2022"}
    for one in UNKNOWN:
        assert one.why
        with pytest.raises(ReattuneError, match="not known"):
            find(one.name)
    with pytest.raises(ReattuneError, match="stiles-2004"):
        find("nobody")


def test_side_by_side():
    found = side_by_side(noise(5, 12), WIDE)
    assert list(found) == [one.name for one in CRITERIA]
    less = side_by_side(noise(5, 12), replace(WIDE, sd_between=None))
    assert set(found) - set(less) == {one.name for one in CRITERIA if one.needs}


def test_a_plugin_comes_in(monkeypatch):
    mine = Criterion("mine", "a", "b", "c", Status.OWN, "d", 1, find("openfit").mark)
    monkeypatch.setattr(room, "offered", lambda: (mine,))
    assert find("mine") is mine
    assert "mine" in side_by_side([1.0, 2.0], SCALE)
    assert every()[-1] is mine


def test_the_page_of_all_says_what_each_says():
    page = (Path(__file__).parents[2] / "docs" / "criteria" / "README.md").read_text("utf-8")
    for one in CRITERIA:
        row = next(line for line in page.splitlines() if line.startswith(f"| [{one.name}]("))
        for said in (one.said, one.parameters, str(one.fewest), str(one.status), one.citation, ", ".join(one.needs)):
            assert f"| {said} |" in row, (one.name, said)
        assert f"| {'yes' if one.causal else 'no'} |" in row
    for other in UNKNOWN:
        assert other.name in page
