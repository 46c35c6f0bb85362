"""A model of codes lists the turns it would code, the clearest ones, and says nothing of talk it does not know."""

from dataclasses import replace

import numpy as np
import pytest

from reattune.errors import ReattuneError
from reattune.model import Role
from reattune.speech.larger.learning import from_codes
from reattune.speech.larger.opinion import opinion

ABOUT = {"name": "made", "licence": "", "target": "code", "by": "file"}


@pytest.fixture(scope="module")
def trained(coded_sessions):
    return from_codes(coded_sessions, [str(number // 2) for number in range(len(coded_sessions))], ABOUT)


@pytest.fixture
def session(made):
    return made.session(np.random.default_rng(50), 0.4, turns=30)


def test_the_turns_of_the_clients_are_coded_and_the_rare_ones_listed(trained, session, made):
    found = opinion(trained, session, most=100)
    assert sum(found.counts.values()) == 30
    assert found.usual == "other"
    assert [one.turn for one in found.listed] == sorted(one.turn for one in found.listed)
    assert len(found.listed) == 30 - found.counts["other"] > 3
    right = [
        session.turns[one.turn].text in (made.low if one.code == "low" else made.glad)
        and session.turns[one.turn].role is Role.CLIENT
        for one in found.listed
    ]
    assert np.mean(right) > 0.9


def test_the_clearest_are_listed_first_and_as_many_as_are_asked_for(trained, session):
    every = opinion(trained, session, most=100).listed
    three = opinion(trained, session, most=3).listed
    assert {one.clear for one in three} == set(sorted((one.clear for one in every), reverse=True)[:3])
    assert opinion(trained, session, most=0).listed == ()
    assert opinion(trained, session, most=0).counts == opinion(trained, session).counts


def test_of_other_talk_or_nobody_nothing_is_said(trained, session):
    turns = tuple(replace(turn, text="das war eine lange Woche") for turn in session.turns)
    assert "far from" in opinion(trained, replace(session, turns=turns)).why
    nobody = tuple(replace(turn, role=Role.THERAPIST) for turn in session.turns)
    assert "nobody" in opinion(trained, replace(session, turns=nobody)).why


def test_a_model_for_sessions_is_not_asked_about_turns(trained, session):
    with pytest.raises(ReattuneError, match="whole sessions"):
        opinion(replace(trained, goal="score"), session)
