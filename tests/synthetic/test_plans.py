"""What may be planted, and what is refused."""

import pytest

from reattune.errors import ReattuneError
from reattune.synthetic.plans import STREAMS, Kind, Life, Plan


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ({"onset": 20}, "onset .* is 20; give a whole number from 0 to 19"),
        ({"onset": -1}, "onset .* is -1"),
        ({"life_onset": 20}, "life_onset .* is 20"),
        ({"size": 0.0}, "size is 0.0; give a number above 0"),
        ({"odds": -8.0}, "odds is -8.0"),
        ({"moves": 0.0}, "moves is 0.0"),
        ({"slower": 0.0}, "slower is 0.0"),
        ({"left": 0.0}, "left .* is 0.0"),
        ({"left": 1.5}, "left .* is 1.5"),
        ({"length": 0}, "length .* is 0"),
        ({"cover": 1.1}, "cover .* is 1.1"),
        ({"streams": frozenset({"voice"})}, "voice is no stream that can change; give some of attendance"),
    ],
)
def test_what_is_not_possible_is_refused(how, said):
    with pytest.raises(ReattuneError, match=said):
        Plan(Kind.LASTING, **how).check(20)


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("life", Life)
def test_every_kind_goes_with_every_life(kind, life):
    Plan(kind, life, onset=0, life_onset=19, streams=STREAMS).check(20)
