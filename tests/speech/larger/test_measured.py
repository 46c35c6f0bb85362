"""The card's table: the model, beside what reads nothing; shares that come true."""

import numpy as np
import pytest

from reattune.speech.larger import measured
from reattune.speech.larger.training import lesson


@pytest.fixture(scope="module")
def taught(corpus):
    return lesson(*corpus)


def test_the_table_has_baselines_and_the_model_on_unseen_raters(taught):
    told = []
    table, found = measured.validation(taught, 40, say=told.append)
    turns, without, model = table
    assert turns["together"]["value"] < 0.3
    assert without["together"]["value"] < model["together"]["value"]
    assert model["order"]["value"] > 0.9
    assert model["error"]["value"] == pytest.approx(np.abs(taught.outcomes[:, 0] - found).mean())
    assert len(told) == 5


def test_shares_are_nearer_than_the_mean_is(taught):
    _table, found = measured.validation(taught, 40)
    curve, off, without = measured.slope(taught, found, 40)
    assert off < 0.7 * without
    assert curve.steepness < 0


def test_a_quarter_lies_below(corpus):
    below = measured.low_quarter(corpus[1])
    assert np.mean(np.array(corpus[1]) < below) == pytest.approx(0.25, abs=0.01)
