import pytest
import re2

from reattune.speech.refining import REFINES


def left(text: str) -> float:
    product = 1.0
    for ease in REFINES:
        product *= ease.left if re2.compile(ease.expression).search(text) else 1.0
    return product


@pytest.mark.parametrize(
    "text",
    ["no, it's more like dread.", "not mornings, but i could do evenings.", "you're right, i think.", "not yet."],
)
def test_an_answer_that_adds_something_is_eased(text):
    assert left(text) < 1


def test_a_mere_no_is_not_eased():
    assert left("no. that's rubbish.") == 1
