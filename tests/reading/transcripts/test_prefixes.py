import pytest

from reattune.reading.transcripts.prefixes import accepted, is_role_or_letters, prefix_of


def speakers(*lines):
    return accepted([prefix_of(line) for line in lines])


@pytest.mark.parametrize(
    ("text", "label", "number", "clock"),
    [
        ("T1: well", "T1", "", ""),
        ("12. Anna B.: well", "Anna B.", "12", ""),
        ("Anna [00:12]: well", "Anna", "", "00:12"),
        ("Anna\t1:00:12", "Anna", "", "1:00:12"),
        ("Th\twell", "Th", "", ""),
    ],
)
def test_what_stands_before_the_words(text, label, number, clock):
    found = prefix_of(text)
    assert (found.label, found.number, found.clock) == (label, number, clock)


@pytest.mark.parametrize(
    "text",
    ["well", "http://example.org", "at 10:30", "So, Anna: well", "one two three four five: well", ": well", "12:30"],
)
def test_what_cannot_be_a_speaker(text):
    assert prefix_of(text) is None


def test_numbers_that_never_come_again_count_turns():
    assert speakers("T1: a", "C1: b", "T2: c")["T2"] == ("T", "T2")
    assert speakers("P1: a", "P2: b", "P1: c", "T: d")["P2"] == ("P2", "")
    assert speakers("Speaker 1: a", "Speaker 2: b")["Speaker 2"] == ("Speaker 2", "")


def test_one_number_written_twice_by_mistake_does_not_make_every_turn_a_person():
    lines = [f"{who}{turn}: a" for turn in range(1, 9) for who in "TC"]
    assert {speaker for speaker, _row in speakers(*lines, "T8: b").values()} == {"T", "C"}


def test_the_head_of_a_script_is_nobody():
    assert set(speakers("Date: 3 May", "Place: Bonn", "Anna: a", "Ben: b", "Anna: c", "Mother: d")) == {
        "Anna",
        "Ben",
        "Mother",
    }


def test_part_of_a_sentence_is_nobody():
    assert set(speakers("T: a", "and I said: no", "C: b", "T: c")) == {"T", "C"}


def test_roles_and_letters():
    assert is_role_or_letters("Klientin")
    assert is_role_or_letters("Th")
    assert not is_role_or_letters("Anna")
