"""Criteria come in by one door."""

from dataclasses import replace

import pytest
from tests.criteria.series_made import SCALE

from reattune.criteria import CRITERIA
from reattune.criteria.marked import Scale
from reattune.criteria.registry import lacking, offered, register
from reattune.errors import ReattuneError


@pytest.mark.parametrize("bad", ["a word", replace(CRITERIA[0], name=""), CRITERIA[0]])
def test_what_is_no_criterion_is_turned_away(bad):
    with pytest.raises(ReattuneError):
        register([*CRITERIA, bad])


def test_the_order_is_kept():
    assert register(CRITERIA[::-1]) == CRITERIA[::-1]


def test_what_packages_offer_is_known_once():
    assert offered() is offered()


def test_what_a_scale_lacks():
    by_name = {one.name: one for one in CRITERIA}
    bare = Scale(0.0, 40.0)
    assert lacking(by_name["openfit"], bare) == ()
    assert lacking(by_name["gumz-2012-1sd"], bare) == ("sd_between",)
    assert lacking(by_name["reliable-fall"], bare) == ("sd_between", "reliability")
    assert lacking(by_name["reliable-fall"], SCALE) == ()
