"""Folded text has one way of writing words and keeps every character's place."""

from hypothesis import given
from hypothesis import strategies as st

from reattune.speech.folding import fold


@given(st.text())
def test_every_character_keeps_its_place(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_quotation_marks_hyphens_and_case_are_one() -> None:
    assert fold("I\u2019m \u201cFINE\u201d \u2014 İ") == 'i\'m "fine" - İ'
