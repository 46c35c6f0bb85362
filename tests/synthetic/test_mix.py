"""Who is in a caseload."""

import numpy as np
import pytest

from reattune.errors import ReattuneError
from reattune.synthetic import rates
from reattune.synthetic.mix import DEFAULT_MIX, check, drawn
from reattune.synthetic.plans import Kind, Life


def test_the_default_is_possible_and_has_the_rates_of_the_page():
    check(DEFAULT_MIX)
    changes = {name: one for name, one in DEFAULT_MIX.items() if isinstance(name, Kind)}
    assert changes.pop(Kind.DROPOUT) == rates.DROPOUT.value
    assert sum(changes.values()) == pytest.approx(rates.WITH_CHANGE.value)
    assert max(changes, key=changes.get) is Kind.V
    assert {name for name in DEFAULT_MIX if isinstance(name, Life)} == set(Life) - {Life.NONE}


def test_people_are_drawn_in_their_shares():
    mix = {Kind.DIP: 0.2, Life.CARER: 0.3, Kind.V: 0.1}
    chances = np.random.default_rng(1).random((20000, 2)).tolist()
    found = [drawn(mix, tuple(one)) for one in chances]
    kinds, lives = zip(*found, strict=True)
    assert kinds.count(Kind.DIP) / 20000 == pytest.approx(0.2, abs=0.01)
    assert kinds.count(Kind.V) / 20000 == pytest.approx(0.1, abs=0.01)
    assert kinds.count(Kind.NOTHING) / 20000 == pytest.approx(0.7, abs=0.01)
    assert lives.count(Life.CARER) / 20000 == pytest.approx(0.3, abs=0.01)
    assert found.count((Kind.DIP, Life.CARER)) / 20000 == pytest.approx(0.06, abs=0.01)


def test_nobody_in_particular_by_default():
    assert drawn({}, (0.0, 0.0)) == (Kind.NOTHING, Life.NONE)
    assert drawn({Kind.DIP: 1.0, Life.ILLNESS: 1.0}, (0.999, 0.999)) == (Kind.DIP, Life.ILLNESS)


@pytest.mark.parametrize(
    ("mix", "said"),
    [
        ({Kind.DIP: -0.1}, "The share of dip is -0.1"),
        ({Kind.DIP: 1.1}, "The share of dip is 1.1"),
        ({Kind.DIP: 0.6, Kind.V: 0.6}, "The shares of Kind sum to 1.2"),
        ({Life.CARER: 0.6, Life.ILLNESS: 0.6}, "The shares of Life sum to 1.2"),
        ({"dip": 0.5}, "dip is neither a Kind nor a Life"),
    ],
)
def test_what_is_not_possible_is_refused(mix, said):
    with pytest.raises(ReattuneError, match=said):
        check(mix)
