"""Words with a capital side by side."""

import pytest

from reattune.speech.deidentify.capitals import runs, starts_sentence, tokens


def found(text, ordinary=frozenset()):
    return [text[one.start : one.end] for one in runs(text, ordinary)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("I saw Tara Quinn there", ["Tara Quinn"]),
        ("and Tara’s dog", ["Tara"]),
        ("with Ana de la Cruz today", ["Ana de la Cruz"]),
        ("at St. Oswald then", ["St. Oswald"]),
        ("at Addenbrooke's Hospital", ["Addenbrooke's Hospital"]),
        ("with Anne-Marie and O’Brien", ["Anne-Marie", "O’Brien"]),
        ("So I-I said, W-what, Mm-hmm, It's-it", []),
        ("on Monday I watched TV with Mum", []),
        ("two CDs and the GP", []),
        ("I saw Mr Halloran", ["Halloran"]),
        ("And And then", []),
        ("see B there", []),
        ("😀 and Zoë", ["Zoë"]),
        ("", []),
    ],
)
def test_what_may_be_a_name(text, said):
    assert found(text) == said


def test_a_word_that_begins_a_sentence_is_marked_as_such():
    first, second = runs("Priyanka rang. It was Ola.", frozenset())
    assert first.opens
    assert not second.opens


def test_a_word_that_stands_elsewhere_in_small_letters_is_no_name_at_the_beginning():
    assert found("Dinner was late.", frozenset({"dinner"})) == []


@pytest.mark.parametrize(("text", "first"), [("Oh. ", True), ("he said “", True), ("", True), ("I met ", False)])
def test_where_a_sentence_begins(text, first):
    assert starts_sentence(f"{text}Tara", len(text)) is first


def test_accents_written_apart_belong_to_the_word():
    assert [one.text for one in tokens("Zoe\u0308 came")] == ["Zoe\u0308", "came"]
