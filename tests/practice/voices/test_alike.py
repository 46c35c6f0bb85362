"""What is said of similar moments: as it is typed, and as it is told."""

import pytest

from reattune.errors import ReattuneError
from reattune.practice.voices import alike


def test_what_is_alike_is_read_from_a_form():
    typed = {"same_wish": "yes", "otherwise": " we laughed\r\n", "like_text": ""}
    assert alike.read(typed) == {"wish": True, "response": False, "exception": "we laughed", "text": ""}


def test_roles_are_a_closed_set_and_each_has_a_name():
    assert [value for value, _words in alike.role_words()] == [one.value for one in alike.Role]
    assert all(words for _value, words in alike.role_words())


def test_a_moment_is_told_without_what_stayed_blank():
    moment = alike.read_moment({"role": "work", "text": "he left", "wish": "  "})
    assert alike.moment_lines(moment) == (("What happened", "he left"),)


def test_too_much_is_said_and_not_cut():
    with pytest.raises(ReattuneError, match="2000"):
        alike.short("a" * 2001)
