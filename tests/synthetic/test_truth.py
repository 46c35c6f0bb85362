"""The truth holds everything that a relationship was made from: with it, it can be made again."""

from dataclasses import fields

import numpy as np
import pytest

from reattune.model import Direction, Voice
from reattune.synthetic.effects import CHARACTERS
from reattune.synthetic.plans import Kind, Life, Plan
from reattune.synthetic.relationship import relationship
from reattune.synthetic.truth import Truth


@pytest.mark.parametrize("kind", Kind)
def test_what_is_said_of_each_kind(kind):
    truth = relationship("egret", 3, 60, Plan(kind)).truth
    if kind is Kind.NOTHING:
        assert (truth.onset, truth.onset_session, truth.direction, truth.streams) == (None, None, None, frozenset())
        return
    assert truth.kind is kind
    assert truth.direction is (Direction.ATTUNED if kind is Kind.MET else Direction.AWAY)
    assert truth.streams == CHARACTERS[kind].streams
    assert truth.onset == truth.days[truth.onset_session]
    assert 20 <= truth.onset_session < 40
    assert None not in {truth.plan.size, truth.plan.odds, truth.plan.moves, truth.plan.slower, truth.plan.left}
    lasts = kind in {Kind.LASTING, Kind.SLIDE, Kind.ATTENDANCE, Kind.PAYMENT, Kind.TWO_WEAK, Kind.THINNING, Kind.MET}
    assert (truth.until is None) == (lasts or kind is Kind.DROPOUT)


def test_with_the_truth_it_can_be_made_again():
    lived = relationship("egret", 3, 60, Plan(Kind.REPAIRED, Life.ILLNESS, life_onset=5))
    truth = lived.truth
    again = relationship(truth.codename, truth.seed, truth.sessions, truth.plan, truth.usual, truth.setting)
    assert again.relationship == lived.relationship
    assert again.truth == truth


def test_levels_are_where_the_ratings_lie():
    far = []
    for index in range(60):
        lived = relationship(f"p{index}", 3, 200)
        for by in Voice:
            own = [one.score for one in lived.relationship.ratings if one.by is by and one.answered]
            # A rise of .03 over twenty sessions, then level: .57 own SD on average.
            truth = lived.truth
            if truth.level[by] + 3 * truth.sd[by] < 60:
                far.append((np.mean(own) - truth.level[by]) / truth.sd[by])
    assert len(far) > 50
    assert np.mean(far) == pytest.approx(0.57, abs=0.06)


def test_nothing_in_the_truth_can_be_changed():
    truth = relationship("egret", 3, 9).truth
    for one in fields(Truth):
        with pytest.raises(AttributeError):
            setattr(truth, one.name, None)
