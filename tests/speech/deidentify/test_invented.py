"""How much the rules find on invented sessions, and that the page in the documents says so."""

import re
from pathlib import Path

import pytest
from tests.speech.deidentify.invented import FIRST, SECOND, measured, sessions

PAGE = Path(__file__).resolve().parents[3] / "docs" / "de-identify.md"


def summed(half):
    return [sum(column) for column in zip(*measured(half).values(), strict=True)]


def test_there_are_two_hundred_pieces_half_of_them_unseen():
    there = {half: summed(half)[0] for half in (FIRST, SECOND)}
    assert sum(there.values()) >= 200
    assert there[SECOND] >= 100


def test_marks_in_the_invented_sessions_lead_to_their_words():
    session, gold = next(iter(sessions(FIRST)))
    assert [session.turns[turn].text[start:end] for turn, start, end, _kind in gold[:3]] == [
        "Orsolya",
        "Dermot",
        "14 March",
    ]


@pytest.mark.parametrize("half", [FIRST, SECOND])
def test_nine_of_ten_are_found_and_little_else(half):
    there, hit, named, taken, right = summed(half)
    assert hit / there >= 0.9
    assert named / there >= 0.85
    assert right / taken >= 0.9


@pytest.mark.parametrize("half", [FIRST, SECOND])
def test_the_page_says_what_was_measured(half):
    text = PAGE.read_text(encoding="utf-8")
    for kind, (there, hit, named, taken, right) in measured(half).items():
        row = rf"^\| {half} \| {kind} \| {hit} of {there} \| {named} \| {right} of {taken} \|$"
        assert re.search(row, text, re.MULTILINE), (kind, there, hit, named, taken, right)
    there, hit, named, taken, right = summed(half)
    assert re.search(rf"^\| {half} \| all \| {hit} of {there} \| {named} \| {right} of {taken} \|$", text, re.MULTILINE)
