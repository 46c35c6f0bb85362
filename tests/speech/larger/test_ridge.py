"""The line over blocks is ridge regression, weighted rows included."""

import numpy as np
from scipy import sparse
from sklearn.linear_model import Ridge

from reattune.speech.larger.ridge import fit, kernel


def test_blocks_together_are_one_ridge_regression_with_weighted_rows():
    random = np.random.default_rng(1)
    words, figures = sparse.random(40, 70, 0.2, "csr", random_state=2), random.normal(size=(40, 3))
    outcomes, weights = random.normal(size=(40, 2)), random.uniform(0.5, 2, 40)
    blocks = {"words": words, "figures": figures}
    line = fit(blocks, kernel(blocks), outcomes, 0.7, weights)
    whole = np.hstack([words.toarray(), figures])
    theirs = Ridge(alpha=0.7).fit(whole, outcomes, sample_weight=weights / weights.mean())
    np.testing.assert_allclose(line.of(blocks), theirs.predict(whole), atol=1e-8)
    np.testing.assert_allclose(np.vstack([line.weights["words"], line.weights["figures"]]), theirs.coef_.T, atol=1e-8)


def test_more_strength_makes_weights_smaller():
    random = np.random.default_rng(4)
    blocks = {"figures": random.normal(size=(30, 5))}
    outcomes = random.normal(size=(30, 1))
    sizes = [np.abs(fit(blocks, kernel(blocks), outcomes, each).weights["figures"]).sum() for each in (0.1, 10, 1000)]
    assert sizes[0] > sizes[1] > sizes[2]
