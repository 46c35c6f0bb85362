"""Discriminant: shrinkage as published, distances as defined."""

import numpy as np
from sklearn.covariance import ledoit_wolf

from reattune.nonverbal.discriminant import fitted, shrunk

DRAW = np.random.default_rng(0)


def test_shrinkage_is_ledoit_and_wolfs():
    for count in (10, 40, 400):
        rows = DRAW.standard_normal((count, 12)) @ np.diag(np.arange(1, 13))
        rows -= rows.mean(axis=0)
        np.testing.assert_allclose(shrunk(rows), ledoit_wolf(rows, assume_centered=True)[0], rtol=1e-6, atol=1e-6)


def test_chances_follow_the_nearer_mean():
    groups = [DRAW.standard_normal((200, 3)) + at for at in (0, 4)]
    known = fitted(groups)
    assert known.chances(groups[0]).argmax(axis=1).mean() < 0.02
    np.testing.assert_allclose(known.chances(groups[1]).sum(axis=1), 1)
    assert 6 < known.separation < 8  # 4 * sqrt(3) = 6.9
    assert known.with_voice(np.full(3, 9.0)).chances(np.full((1, 3), 9.0)).argmax() == 2


def test_what_does_not_vary_is_no_obstacle():
    assert np.isfinite(fitted([np.zeros((20, 4)), np.ones((20, 4))]).inverse).all()
