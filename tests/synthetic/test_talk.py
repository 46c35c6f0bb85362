"""A client's words: around their own level, fewer where talk thins."""

from dataclasses import replace

import numpy as np
import pytest

from reattune.errors import ReattuneError
from reattune.synthetic import rates
from reattune.synthetic.talk import Words, talk


def rng(seed=1):
    return np.random.default_rng(seed)


def test_levels_and_spreads_are_those_of_the_page():
    found = talk(4000, 40, rng())
    assert np.median(found.level) == pytest.approx(rates.WORDS.value, rel=0.02)
    assert np.log(found.level).std() == pytest.approx(rates.WORDS_BETWEEN.value, rel=0.05)
    own = np.log(found.words) - np.log(found.level)[:, None]
    assert own.std() == pytest.approx(rates.WORDS_WITHIN.value, rel=0.03)
    assert (own[:, 1:] * own[:, :-1]).mean() / own.var() == pytest.approx(rates.CARRY.value, abs=0.02)
    assert np.array_equal(found.words, np.round(found.words))


def test_thinning_leaves_its_share():
    left = np.where(np.arange(40) < 20, 1.0, 0.5)
    with_it, without = talk(500, 40, rng(), left=left), talk(500, 40, rng())
    assert np.array_equal(with_it.words[:, :20], without.words[:, :20])
    assert (with_it.words[:, 20:] / without.words[:, 20:]).mean() == pytest.approx(0.5, abs=0.001)


def test_the_same_seed_gives_the_same_bytes():
    assert talk(3, 9, rng(2)).words.tobytes() == talk(3, 9, rng(2)).words.tobytes()


@pytest.mark.parametrize(
    ("name", "value"), [("median", 0.0), ("between", -1.0), ("within", -1.0), ("carry", 0.95), ("carry", -0.1)]
)
def test_words_that_are_none_are_refused(name, value):
    with pytest.raises(ReattuneError, match="; give"):
        talk(2, 9, rng(), how=replace(Words(), **{name: value}))


@pytest.mark.parametrize(("people", "sessions"), [(0, 9), (9, 0)])
def test_nobody_and_never_are_refused(people, sessions):
    with pytest.raises(ReattuneError, match="give a whole number"):
        talk(people, sessions, rng())


def test_no_share_left_is_refused():
    with pytest.raises(ReattuneError, match="A share of words left is not above 0"):
        talk(2, 9, rng(), left=np.zeros(9))
