"""Life: stretches, income, and the reasons people give."""

from dataclasses import replace

import numpy as np
import pytest

from reattune.model import SessionKind
from reattune.streams.reasons import leaves
from reattune.synthetic import rates
from reattune.synthetic.life import Stretch, income, reason, reason_of_stretch, stretch
from reattune.synthetic.plans import Life, Plan
from reattune.synthetic.relationship import relationship
from reattune.synthetic.usual import Usual


@pytest.mark.parametrize(("life", "length"), [(Life.ILLNESS, 5), (Life.BEREAVEMENT, 3)])
def test_stretches(life, length):
    assert stretch(Plan(life=life, life_onset=7), 40, 0.9) == Stretch(7, 7 + length)
    assert stretch(Plan(life=life, life_onset=39), 40, 0.9) == Stretch(39, 40)
    drawn = {stretch(Plan(life=life), 40, chance).first for chance in np.linspace(0, 0.999, 400)}
    assert drawn == set(range(40 - length + 1))
    assert stretch(Plan(life=life), 2, 0.5) == Stretch(0, 2)


@pytest.mark.parametrize("life", sorted(set(Life) - {Life.ILLNESS, Life.BEREAVEMENT}))
def test_other_lives_have_none(life):
    assert not stretch(Plan(life=life, life_onset=3), 40, 0.5).inside(40).any()


def test_what_lies_inside():
    assert np.flatnonzero(Stretch(2, 5).inside(9)).tolist() == [2, 3, 4]


def test_irregular_income():
    found = income(Life.IRREGULAR_INCOME, 20000, np.random.default_rng(1))
    assert np.median(found) == pytest.approx(rates.INCOME_SLOWER.value, rel=0.05)
    assert np.log(found).std() == pytest.approx(rates.INCOME_LOG_SD.value, rel=0.05)
    one, other = np.random.default_rng(1), np.random.default_rng(1)
    assert (income(Life.NONE, 9, one) == 1).all()
    income(Life.IRREGULAR_INCOME, 9, other)
    assert one.random() == other.random()


def test_reasons():
    said = [reason(Life.NONE, chance) for chance in np.linspace(0, 0.9999, 1000)]
    shares = {word: said.count(word) / 1000 for word in set(said)}
    assert shares == pytest.approx({"illness": 0.4, "work": 0.4, "travel": 0.2}, abs=0.002)
    assert reason(Life.SHIFT_WORK, 0.99) == "work"
    assert reason(Life.CARER, 0.0) == "childcare"
    assert reason(Life.ILLNESS, 0.99) == "travel"


@pytest.mark.parametrize(
    ("said", "left"),
    [
        (reason_of_stretch(Life.BEREAVEMENT), 0.0),
        (reason_of_stretch(Life.ILLNESS), 0.5),
        (reason(Life.CARER, 0.0), 0.5),
        (reason(Life.SHIFT_WORK, 0.0), 0.5),
        (reason(Life.NONE, 0.99), 0.5),
    ],
)
def test_every_reason_is_one_that_is_understood(said, left):
    assert leaves(said) == left


def test_a_stretch_of_illness():
    lived = relationship("egret", 3, 40, Plan(life=Life.ILLNESS, life_onset=10))
    ill = lived.relationship.sessions[10:15]
    assert {one.kind for one in ill} <= {SessionKind.CANCELLED, SessionKind.CANCELLED_SHORT_NOTICE}
    assert {one.stated_reason for one in ill} == {"illness"}
    assert lived.truth.life_sessions == (10, 15)
    assert lived.truth.life_onset == lived.truth.days[10]


@pytest.mark.parametrize(
    ("life", "measure", "rate"),
    [
        (Life.SHIFT_WORK, lambda one: one.moved and one.moved_by != "therapist", 0.3 * 0.86),
        (Life.CARER, lambda one: one.kind is SessionKind.CANCELLED_SHORT_NOTICE, 0.15),
    ],
)
def test_lives_that_go_on_all_along(life, measure, rate):
    usual = Usual()
    usual = replace(
        usual, rescheduling=replace(usual.rescheduling, spread=0), attendance=replace(usual.attendance, spread=0)
    )
    lived = [relationship(f"p{index}", 2, 60, Plan(life=life), usual) for index in range(40)]
    found = np.mean([[measure(session) for session in one.relationship.sessions] for one in lived])
    assert found == pytest.approx(rate, abs=0.03)
    assert {one.truth.life for one in lived} == {life}


def test_irregular_income_pays_later():
    def late(life):
        found = [relationship(f"p{index}", 2, 40, Plan(life=life)).relationship.payments for index in range(20)]
        return np.mean([(bill.paid - bill.due).days for bills in found for bill in bills])

    assert late(Life.IRREGULAR_INCOME) > late(Life.NONE) + 7
