"""What a model says of a new session rests on that session's own terms; outside what it knows it says nothing."""

from dataclasses import replace

import numpy as np
import pytest

from reattune.errors import ReattuneError
from reattune.model import Role
from reattune.speech.larger.applying import LEAST_TURNS, MOST, resembles
from reattune.speech.larger.learning import from_ratings

ABOUT = {"name": "made", "licence": "", "target": "score", "by": "rater"}


@pytest.fixture(scope="module")
def trained(corpus):
    return from_ratings(*corpus, ABOUT, low=40)


@pytest.fixture
def two(made):
    random = np.random.default_rng(77)
    return made.session(random, 0.95, turns=40), made.session(random, 0.05, turns=40)


def test_a_glad_session_resembles_those_rated_high(trained, two):
    glad, low = (resembles(trained, one) for one in two)
    assert glad.score > low.score + 20
    assert glad.low < 0.3
    assert low.low > 0.6


def test_the_terms_that_carry_it_are_the_sessions_own(trained, two):
    found = resembles(trained, two[1])
    assert len(found.terms) == 2 * MOST
    said = " ".join(turn.text.lower() for turn in two[1].turns)
    assert all(term.text.split()[0] in said for term in found.terms)
    assert [term.adds for term in found.terms] == sorted(term.adds for term in found.terms)


def test_the_parts_add_up_to_the_score_and_the_interval_holds_it(trained, two):
    for one in two:
        found = resembles(trained, one)
        assert found.usual + sum(part.adds for part in found.parts) == pytest.approx(found.score)
        assert found.rated[0] < found.score < found.rated[1]
        assert 0 < len(found.markers) <= 2 * MOST
    usual = sum(score for score in [resembles(trained, one).usual for one in two]) / 2
    assert 35 < usual < 90


def test_only_a_session_like_those_rated_low_is_in_a_band(trained, two):
    glad, low = (resembles(trained, one) for one in two)
    assert glad.band is None
    assert low.band is not None
    assert low.low >= low.band.at
    assert low.band.precision >= 0.5


def test_with_few_turns_nothing_is_said(trained, made):
    found = resembles(trained, made.session(np.random.default_rng(1), 0.5, turns=LEAST_TURNS - 1))
    assert found.score is None
    assert "19 turns" in found.why


def test_of_another_language_nothing_is_said(trained, two):
    turns = tuple(replace(turn, text="das war eine lange Woche und dann kam meine Schwester") for turn in two[0].turns)
    found = resembles(trained, replace(two[0], turns=turns))
    assert found.score is None
    assert "far from" in found.why


def test_without_a_therapist_nothing_is_said(trained, two):
    turns = tuple(replace(turn, role=Role.CLIENT) for turn in two[0].turns)
    assert "therapist" in resembles(trained, replace(two[0], turns=turns)).why


def test_another_encoder_is_not_taken_for_the_one_it_learned_with(corpus, made, two):
    model = from_ratings(*corpus, ABOUT, encoder=made.Letters())
    assert resembles(model, two[0], made.Letters()).score is not None
    with pytest.raises(ReattuneError, match="--encoder"):
        resembles(model, two[0])
    with pytest.raises(ReattuneError, match="not the encoder"):
        resembles(model, two[0], made.Letters("another"))


def test_a_model_for_turns_is_not_asked_about_sessions(trained, two):
    with pytest.raises(ReattuneError, match="single turns"):
        resembles(replace(trained, goal="code"), two[0])


def test_a_model_of_other_markers_is_not_used(trained, two):
    with pytest.raises(ReattuneError, match="another version"):
        resembles(replace(trained, about={**trained.about, "markers": "older"}), two[0])
