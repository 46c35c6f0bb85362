import re
from importlib.resources import files

import pytest

from reattune.instruments import find, load, shipped
from reattune.instruments.catalogue import check_in_questions
from reattune.model import Purpose


def test_what_is_shipped():
    assert list(shipped()) == [
        "arm-5",
        "core-10",
        "gad-7",
        "haq-ii",
        "ors",
        "phq-9",
        "sai",
        "srs",
        "wai-s",
        "wai-sr",
    ]


@pytest.mark.parametrize("instrument", ["phq-9", "gad-7"])
def test_outcome_forms_carry_their_notice(instrument):
    found = shipped()[instrument]
    assert found.purpose is Purpose.OUTCOME
    assert found.higher_is_better is False
    assert "no permission is needed to reproduce, translate, display or distribute" in found.notice


def test_only_the_phq_9_has_an_item_about_safety():
    assert {each.id: each.risk_items for each in shipped().values() if each.risk_items} == {"phq-9": (9,)}


@pytest.mark.parametrize("instrument", ["srs", "ors", "core-10"])
def test_forms_that_may_not_be_shipped_have_a_score_range_only(instrument):
    found = shipped()[instrument]
    assert (found.minimum, found.maximum, found.item_count) == (0, 40, 0)
    assert "not shipped" in found.licence


def test_no_item_text_is_shipped():
    folder = files("reattune.instruments") / "data"
    for entry in folder.iterdir():
        if entry.name != "check-in.yaml":
            assert not re.search(r"\?|over the last|how often", entry.read_text(encoding="utf-8"), re.IGNORECASE)


def test_every_key_and_cutoff_says_how_sure_it_is():
    for each in shipped().values():
        assert each.licence
        assert each.key_status in {"verified", "second-hand", "from memory"}
        assert all(cutoff.source and cutoff.status for cutoff in each.cutoffs)


def test_a_practice_may_define_its_own_and_prefer_it():
    text = "{id: srs, version: '9', name: X, licence: ours, score: {minimum: 0, maximum: 10, step: 1}}"
    own = {"srs": load(text)}
    assert find("srs", own) is own["srs"]
    assert find("srs", {}) is shipped()["srs"]
    assert find("unheard-of", own) is None


def test_our_own_check_in_is_no_instrument():
    assert len(check_in_questions()) == 3
    assert "check-in" not in shipped()
