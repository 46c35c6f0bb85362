"""Our weighting of words is the one that scikit-learn computes, term by term."""

import numpy as np
import pytest
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import Ridge

from reattune.speech.larger.ridge import fit, kernel
from reattune.speech.larger.tfidf import learn

TEXTS = [
    "I felt better, a little lighter than before.",
    "No. I don't know what you want me to say!",
    "Lighter? No, I don't think so; a bit better perhaps.",
    "What do you want me to do about it, about it all?",
    "It's over, I'd say, and a   good thing too.",
    "",
]
WORDS = r"\b\w[\w']*\b"


@pytest.mark.parametrize(
    ("kind", "given"),
    [
        ("words", {"ngram_range": (1, 2), "token_pattern": WORDS}),
        ("letters", {"ngram_range": (3, 5), "analyzer": "char_wb"}),
    ],
)
@pytest.mark.parametrize("least", [1, 2])
def test_the_rows_are_those_of_scikit_learn(kind, given, least):
    theirs = TfidfVectorizer(sublinear_tf=True, min_df=least, **given)
    wanted = theirs.fit_transform(TEXTS)
    terms, rows = learn(kind, TEXTS, least, 10_000)
    assert list(terms.terms) == list(theirs.get_feature_names_out())
    np.testing.assert_allclose(rows.toarray(), wanted.toarray(), atol=1e-12)
    unseen = ["better than nothing, I don't know", "zzz"]
    np.testing.assert_allclose(terms.matrix(unseen).toarray(), theirs.transform(unseen).toarray(), atol=1e-12)


def test_the_prediction_is_that_of_scikit_learn():
    scores = np.array([90.0, 20, 50, 35, 70, 60])
    theirs = TfidfVectorizer(sublinear_tf=True, ngram_range=(1, 2), token_pattern=WORDS)
    model = Ridge(alpha=1.5).fit(theirs.fit_transform(TEXTS).toarray(), scores)
    terms, rows = learn("words", TEXTS, 1, 10_000)
    line = fit({"words": rows}, kernel({"words": rows}), scores[:, None], 1.5)
    unseen = ["a little better", "I don't want to know", "nothing of this"]
    found = line.of({"words": terms.matrix(unseen)})[:, 0]
    np.testing.assert_allclose(found, model.predict(theirs.transform(unseen).toarray()), atol=1e-8)


def test_the_most_frequent_terms_stay():
    terms, rows = learn("words", ["b b b a", "b a c", "d"], 1, 2)
    assert terms.terms == ("a", "b")
    assert rows.shape == (3, 2)
    assert rows[2].nnz == 0
