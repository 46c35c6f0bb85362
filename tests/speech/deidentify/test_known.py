"""What is known beforehand: labels and their parts, and words a person adds."""

import pytest
from tests.speech.deidentify.invented import transcript

from reattune.model import Role
from reattune.speech.deidentify.known import expression, labels, only_capital, spoken


def test_labels_are_known_whole_and_in_parts():
    known = labels(transcript("T=Dr. Anna Brandt (Host): Hello", "C=Kestrel: Hello"))
    assert {one.text for one in known} == {"Dr. Anna Brandt (Host)", "Anna", "Brandt", "Kestrel"}
    assert {one.role for one in known if one.text in ("Anna", "Brandt")} == {Role.THERAPIST}


@pytest.mark.parametrize("label", ["T", "C1", "SPEAKER_01", "Therapist", "Speaker 2", "", "iPhone"])
def test_labels_that_name_nobody_are_not_looked_for(label):
    assert labels(transcript(f"T={label}: Hello")) == () or label == ""


def test_a_part_that_two_share_means_neither():
    known = {one.text: one for one in labels(transcript("T=Ann Hart: Hi", "C=Jo Hart: Hi"))}
    assert known["Hart"].role is None
    assert known["Jo"].role is Role.CLIENT


def test_names_in_a_script_without_capitals_are_known():
    assert [one.text for one in labels(transcript("C=דנה: שלום"))] == ["דנה"]


def test_names_known_elsewhere_share_their_key():
    known = spoken([("Jane Miller", Role.CLIENT, "client:x")])
    assert {one.key for one in known} == {"client:x"}


@pytest.mark.parametrize(
    ("words", "text", "hit"),
    [
        ("o'brien", "saw O’Brien", "O’Brien"),
        ("Zoë", "saw zoe\u0308 there", "zoe\u0308"),
        ("blue door", "the blue  door", "blue  door"),
        ("דנה", "ראיתי לדנה", "דנה"),
        ("ann", "Joanna", None),
        ("c++ (x)", "c++ (x)", "c++ (x)"),
    ],
)
def test_words_are_found_however_they_are_written(words, text, hit):
    found = expression(words).search(text)
    assert (found[0] if found else None) == hit


def test_a_word_of_every_day_is_looked_for_with_a_capital():
    assert only_capital("Will")
    assert not only_capital("Tendai")
