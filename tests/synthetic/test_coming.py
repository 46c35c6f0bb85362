"""How one person comes: codes, notice, reasons, and what comes of what was planted."""

import numpy as np
import pytest

from reattune.synthetic.coming import ABSENT, CANCELLED, KEPT, LATE, SHORT_NOTICE, Around, came
from reattune.synthetic.effects import effects, resolved
from reattune.synthetic.life import Stretch, stretch
from reattune.synthetic.plans import Kind, Life, Plan
from reattune.synthetic.usual import Usual, lived_with

MANY = 20000


def coming(plan=None, sessions=MANY, usual=None, seed=1, notice_hours=48):
    plan = resolved(plan or Plan(), sessions, 0.5)
    one = np.ones(sessions)
    around = Around(one, one, stretch(plan, sessions, 0.5), notice_hours)
    usual = lived_with(usual or Usual(), plan.life)
    return came(usual, plan, effects(plan, sessions), around, np.random.default_rng(seed))


def test_own_chances_are_met():
    found = coming()
    seen = np.bincount(found.codes, minlength=5) / MANY
    assert seen == pytest.approx(found.chances, abs=0.01)
    held = found.held & (found.by_therapist == 0)
    assert (found.moves[held] > 0).mean() == pytest.approx(1 - found.moving[0], abs=0.01)
    assert (found.by_therapist == 2).mean() == pytest.approx(0.02, abs=0.004)
    assert (found.by_therapist == 1).mean() == pytest.approx(0.02 * 0.98 * (found.chances[:2].sum()), abs=0.004)
    assert found.recorded.mean() == pytest.approx(0.7, abs=0.01)


def test_the_therapist_moves_nothing_that_the_client_cancelled():
    found = coming()
    assert (found.codes[found.by_therapist == 1] <= LATE).all()
    assert (found.moves[found.by_therapist > 0] == KEPT).all()
    assert (found.moves[found.codes > LATE] == KEPT).all()
    assert not any(said for said, by in zip(found.reasons, found.by_therapist, strict=True) if by)


@pytest.mark.parametrize("agreed", [2, 24, 48, 167])
def test_the_notice_fits_the_outcome(agreed):
    found = coming(usual=Usual(), notice_hours=agreed)
    assert (found.notice[found.codes == CANCELLED] > agreed).all()
    short = (found.codes == SHORT_NOTICE) | (found.moves == 3)
    assert (found.notice[short] < agreed).all()
    assert (found.notice[short] > 0).all()
    assert (found.notice[found.moves == 1] >= 168).all()
    days = found.notice[found.moves == 2]
    assert ((days >= agreed) & (days < 168)).all()


def test_half_of_the_reasons_are_stated():
    found = coming()
    asked = (found.codes == CANCELLED) | (found.codes == SHORT_NOTICE) | (found.moves != KEPT)
    given = np.array([bool(said) for said in found.reasons])
    assert not given[~asked].any()
    assert given[asked & (found.by_therapist == 0)].mean() == pytest.approx(0.5, abs=0.04)
    assert not found.covered.any()
    assert not found.withdrawn.any()


def test_what_comes_of_a_withdrawal():
    found = coming(Plan(Kind.LASTING, onset=0, odds=4.0, moves=3.0, cover=0.3))
    for touched, share in (
        ((found.codes == ABSENT), 3 / 4),
        ((found.codes == SHORT_NOTICE), 3 / 4),
        (found.moves > 0, 2 / 3),
    ):
        assert found.withdrawn[touched & (found.by_therapist == 0)].mean() == pytest.approx(share, abs=0.05)
    assert not found.withdrawn[found.codes == CANCELLED].any()
    askable = found.withdrawn & (found.codes != ABSENT)
    assert found.covered[askable].mean() == pytest.approx(0.3, abs=0.04)
    assert not found.covered[~askable].any()
    assert all(found.reasons[index] for index in np.flatnonzero(found.covered))


def test_reasons_may_all_be_true_or_all_be_cover():
    true = coming(Plan(Kind.LASTING, onset=0, cover=0.0), usual=Usual(stated=1.0))
    assert not true.covered.any()
    cover = coming(Plan(Kind.LASTING, onset=0, cover=1.0), usual=Usual(stated=0.0))
    assert np.array_equal(np.array([bool(said) for said in cover.reasons]), cover.covered)


def test_a_stretch_is_cancelled_and_says_why():
    found = coming(Plan(life=Life.BEREAVEMENT, life_onset=5), sessions=20)
    assert set(found.codes[5:8].tolist()) <= {CANCELLED, SHORT_NOTICE}
    assert found.reasons[5:8] == ("bereavement",) * 3
    assert found.recorded[5:8].all()
    short = found.codes[5:8] == SHORT_NOTICE
    assert np.array_equal(found.notice[5:8] < 48, short)


def test_a_carer_says_why_half_of_the_time():
    found = coming(Plan(life=Life.CARER), usual=Usual(stated=0.1))
    short = (found.codes == SHORT_NOTICE) & (found.by_therapist == 0)
    assert np.mean([found.reasons[index] == "childcare" for index in np.flatnonzero(short)]) == pytest.approx(
        0.5, abs=0.04
    )


def test_somebody_who_leaves_stays_away():
    found = coming(Plan(Kind.DROPOUT, onset=10, length=5), sessions=40)
    assert (found.codes[15:17] == ABSENT).all()
    assert found.withdrawn[15:17].all()
    assert not found.held[15:].any()


def test_a_plan_changes_nothing_before_its_onset():
    with_it, without = coming(Plan(Kind.LASTING, onset=50), sessions=100), coming(sessions=100)
    for name in ("codes", "moves", "by_therapist", "notice"):
        assert np.array_equal(getattr(with_it, name)[:50], getattr(without, name)[:50])
    assert with_it.reasons[:50] == without.reasons[:50]


def test_an_empty_stretch_holds_nothing():
    assert not Stretch().inside(9).any()
