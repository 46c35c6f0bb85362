"""Learning finds what was put in, and never looks at those it is measured on."""

import numpy as np
import pytest

from reattune.errors import ReattuneError
from reattune.speech.larger import recipes, training
from reattune.speech.larger.blocks import Part
from reattune.speech.larger.figures import together

WORDS = (Part("words", "client", 1.0),)


@pytest.fixture(scope="module")
def taught(corpus):
    return training.lesson(*corpus)


def test_what_was_put_in_is_found_on_unseen_raters(taught):
    found = training.unseen(WORDS, taught)
    assert together(taught.outcomes[:, 0], found[:, 0]) > 0.8


def test_no_rater_is_on_both_sides(taught):
    met = []
    for known, other in training.splits(taught.groups, training.FOLDS):
        groups = np.array(taught.groups)
        assert not set(groups[known]) & set(groups[other])
        met += list(other)
    assert sorted(met) == list(range(len(taught.pieces)))


def test_scores_of_those_measured_on_change_nothing_for_them(taught):
    known, other = next(iter(training.splits(taught.groups, training.FOLDS)))
    before = training.teach(WORDS, taught.at(known)).say(taught.at(other).pieces, None)
    changed = training.Lesson(taught.pieces, taught.outcomes.copy(), taught.groups)
    changed.outcomes[other] = -1e6
    after = training.teach(WORDS, changed.at(known)).say(changed.at(other).pieces, None)
    np.testing.assert_array_equal(before, after)


def test_where_there_is_nothing_to_find_weights_are_kept_smallest(taught):
    noise = np.random.default_rng(3).normal(size=taught.outcomes.shape)
    lesson = training.Lesson(taught.pieces, noise, taught.groups)
    assert training.teach(WORDS, lesson).strength == recipes.STRENGTHS[-1]


def test_too_few_sessions_or_raters_or_one_score_alone_are_said(corpus):
    transcripts, scores, raters = corpus
    with pytest.raises(ReattuneError, match="50 rated sessions"):
        training.lesson(transcripts[:50], scores[:50], raters[:50])
    with pytest.raises(ReattuneError, match="1 person"):
        training.lesson(transcripts, scores, ["one"] * len(scores))
    with pytest.raises(ReattuneError, match="the same"):
        training.lesson(transcripts, [5.0] * len(scores), raters)


def test_raters_are_ordered_by_their_numbers():
    groups = ["10", "9", "100", "9"]
    assert sorted(set(groups), key=training._by_number) == ["9", "10", "100"]
