"""Signs on paper."""

import pytest

from reattune.practice.supervision import setting


def test_a_text_stands_on_one_line_without_signs_that_control_it():
    assert setting.plain("a\r\n b\t\u202ec\x00\ud800 d\u200de") == "a b c d\u200de"


@pytest.mark.parametrize(
    ("text", "rtl"), [("שלום", True), ("… مرحبا", True), ("12 שלום", True), ("hello שלום", False), ("12 :", False)]
)
def test_a_text_runs_as_its_first_letter_does(text, rtl):
    assert setting.is_rtl(text) is rtl


def test_a_long_run_may_be_broken_and_nothing_else():
    assert setting.breakable("short words here") == "short words here"
    broken = setting.breakable("x" * 100)
    assert broken.replace("\u200b", "") == "x" * 100
    assert max(map(len, broken.split("\u200b"))) == setting.LONGEST_RUN


def test_letters_keep_their_marks_and_joined_pictures_stay_joined():
    assert setting.clusters("ab 👩\u200d👩 e\u0301 ab") == ("👩\u200d👩", "e\u0301")


def test_what_nothing_here_can_set_is_found_among_what_can():
    text = "plain, ä, ж, α \ue000 and \u0378"
    assert setting.missing(text) == ("\ue000", "\u0378")
    assert setting.missing("plain, ä, ж, α — “q”") == ()


def test_a_box_stands_in_its_place():
    assert setting.without("a\ue000b", ("\ue000",)) == "a□b"
    assert setting.without("a", ()) == "a"


def test_there_is_a_typeface_that_comes_along():
    assert "Libertinus Serif" in setting.fonts().families()
