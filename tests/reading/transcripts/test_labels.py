"""Names of speakers."""

import pytest

from reattune.model import Role
from reattune.reading.transcripts.labels import is_numbered, name_before, named, stated


def test_only_a_word_for_a_role_says_a_role():
    assert stated(["Therapist", "KLIENTIN", "T", "C", "Anna", "Interviewer", "T1", "[Client]"]) == (
        ("Therapist", Role.THERAPIST),
        ("KLIENTIN", Role.CLIENT),
        ("[Client]", Role.CLIENT),
    )


@pytest.mark.parametrize("label", ["SPEAKER_01", "spk_0", "Speaker 2", "speaker 0", "12", "", "Unknown 3", "channel 1"])
def test_what_a_program_numbers_is_somebody_else_in_the_next_file(label):
    assert is_numbered(label)


@pytest.mark.parametrize("label", ["Anna", "Anna B.", "Therapist", "T", "Kim 2 Lee"])
def test_a_name_is_no_number(label):
    assert not is_numbered(label)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Anna: hello", ("Anna", "hello")),
        ("[SPEAKER_00]: hello", ("SPEAKER_00", "hello")),
        (">> Anna B.: hello", ("Anna B.", "hello")),
        ("安娜：你好", ("安娜", "你好")),
        ("10:30 is fine", None),
        ("12: hello", None),
        ("so I said: no", None),
        ("No! Really: never", None),
        ("http://example.org", None),
        ("A name of far too many words here: hello", None),
    ],
)
def test_what_looks_like_a_name_before_a_colon(text, name):
    assert name_before(text) == name


def test_a_name_counts_where_it_comes_again():
    texts = ["Anna: one", "two", "three", "Anna: four", "Look: five", "six", "seven"]
    pairs, went_on = named(texts)
    assert pairs == [
        ("Anna", "one"),
        ("Anna", "two"),
        ("Anna", "three"),
        ("Anna", "four"),
        ("Anna", "Look: five"),
        ("Anna", "six"),
        ("Anna", "seven"),
    ]
    assert went_on == 5
    assert named(["one", "Look: two", "three"]) == ([("", "one"), ("", "Look: two"), ("", "three")], 0)
