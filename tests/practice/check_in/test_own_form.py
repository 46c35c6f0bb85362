"""A form of the practice's own: what it is like is said first, and read as carefully as a definition in a file."""

import pytest

from reattune.errors import ReattuneError
from reattune.practice import models
from reattune.practice.check_in import own_form, wording
from reattune.practice.check_in.asked import When
from reattune.practice.mapping.practices import practice
from reattune.practice.rendering import today

GIVEN = {
    "name": "Our five",
    "count": "5",
    "lowest": "1",
    "highest": "7",
    "scoring": "mean",
    "better": "higher",
    "reversed": "3",
    "risk": "5",
}


def test_it_is_known_asked_and_scored_like_any_other(store):
    key = own_form.define(GIVEN)
    assert key == "own-our-five"
    known = wording.askable()[key]
    assert (known.item_count, known.minimum, known.maximum, known.higher_is_better) == (5, 1, 7, True)
    wording.word(key, wording.Wording("", tuple("abcde"), (), True, ("after",)))
    form = wording.forms(When.AFTER)[0]
    assert form.values == (1, 2, 3, 4, 5, 6, 7)
    assert form.risk_items == (5,)
    found = wording.answered(form, [7, 7, 1, 7, 7], When.AFTER)
    assert found["score"] == 7.0
    assert found["risk"] == [5]
    assert practice(today()).instruments[key].name == "Our five"


def test_which_way_is_better_may_be_unknown(store):
    key = own_form.define({**GIVEN, "better": "", "reversed": "", "risk": " "})
    assert wording.askable()[key].higher_is_better is None
    assert wording.askable()[key].reversed_items == ()


def test_other_settings_of_check_ins_stay_as_they_are(store):
    wording.ask(When.AFTER, ["worked"])
    own_form.define(GIVEN)
    assert [one.id for one in wording.questions(When.AFTER)] == ["worked"]
    wording.ask(When.AFTER, [])
    assert "own-our-five" in wording.instruments()


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"name": ""}, "Give the form a name"),
        ({"name": "!!!"}, "Give the form a name"),
        ({"name": "x" * 41}, "longer than 40"),
        ({"count": ""}, "how many items"),
        ({"count": "0"}, "whole number from 1 to 60"),
        ({"count": "1e9"}, "whole number from 1 to 60"),
        ({"lowest": "a"}, "whole number from -10 to 100"),
        ({"highest": "9999"}, "whole number from -10 to 100"),
        ({"highest": "1"}, "above the lowest"),
        ({"highest": "22"}, "at most 21 answers"),
        ({"scoring": "product"}, "not one of the choices"),
        ({"better": "sideways"}, "not one of the choices"),
        ({"reversed": "6"}, "numbers of items from 1 to 5"),
        ({"risk": "five"}, "numbers of items from 1 to 5"),
    ],
)
def test_what_cannot_be_meant_is_said_and_nothing_is_kept(store, changed, words):
    with pytest.raises(ReattuneError, match=words):
        own_form.define({**GIVEN, **changed})
    assert not models.Setting.objects.filter(name="wording").exists()


def test_a_name_is_given_once(store):
    own_form.define(GIVEN)
    with pytest.raises(ReattuneError, match="of this name already"):
        own_form.define({**GIVEN, "name": "our FIVE"})


def test_a_name_that_looks_like_a_program_is_a_name(store):
    key = own_form.define({**GIVEN, "name": "x: [!!python/object a]"})
    assert wording.instruments()[key].name == "x: [!!python/object a]"
