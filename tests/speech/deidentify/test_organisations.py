"""Where people work, learn, or are looked after."""

import pytest

from reattune.speech.deidentify.organisations import organisation_strength


@pytest.mark.parametrize(
    ("words", "before"),
    [
        (("Larkhill", "Primary", "School"), ""),
        (("Klinikum", "Nord"), ""),
        (("Brandtner",), "I worked for "),
        (("Helvetia",), "a job at the "),
    ],
)
def test_by_a_word_in_it_or_before_it(words, before):
    assert organisation_strength(words, before) > 2


@pytest.mark.parametrize(("words", "before"), [(("School",), ""), (("Tara",), "I told "), (("Tara", "Quinn"), "at ")])
def test_else_it_is_none(words, before):
    assert organisation_strength(words, before) == 0
