"""Who may do what: the whole table, and a reason for each answer."""

import pytest

from reattune.practice import scope
from reattune.practice.deciding import ANYBODY, May, Who, decide

MAY = {
    Who.NOBODY: set(),
    Who.THERAPIST: {May.SEE, May.WRITE, May.IMPORT, May.KEEP, May.HOLD},
    Who.CLIENT: {May.OWN, May.HAND_BACK},
    Who.SUPERVISOR: {May.BROUGHT},
    Who.MANAGER: {May.FRAME},
    Who.RESEARCHER: {May.STUDY},
}
"""Besides what anybody may: entering, and what a link opens."""


@pytest.fixture
def shared():
    """Several people use the practice, until the test's end."""
    scope.shared_practice(shared=True)
    yield
    scope.shared_practice(shared=False)


@pytest.mark.parametrize("may", list(May))
@pytest.mark.parametrize("person", list(Who))
def test_at_ones_own_desk(person, may):
    decision = decide(person, may)
    assert decision.allowed is (may in MAY[person] or may in ANYBODY)
    assert decision.reason


@pytest.mark.parametrize("may", list(May))
@pytest.mark.parametrize("person", list(Who))
def test_in_a_shared_practice_nobody_holds_the_keys_and_everybody_signs_in(shared, person, may):
    signs = may is May.SIGN and person is not Who.NOBODY
    allowed = may is not May.HOLD and (may in MAY[person] or may in ANYBODY or signs)
    decision = decide(person, may)
    assert decision.allowed is allowed
    assert decision.reason


def test_anybody_may_try_to_enter_and_open_a_link_and_nothing_else():
    assert {may for may in May if decide(Who.NOBODY, may).allowed} == {May.ENTER, May.LINK}


def test_no_two_people_are_refused_in_the_same_words():
    refused = {person: decide(person, May.STUDY if person is not Who.RESEARCHER else May.SEE).reason for person in Who}
    assert len(set(refused.values())) == len(Who)
