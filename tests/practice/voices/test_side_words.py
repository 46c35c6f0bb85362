"""What a side says: blank where it was left blank, words first, a number by itself, every choice checked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reattune.errors import ReattuneError
from reattune.model import Voice
from reattune.practice.voices import side_words
from reattune.practice.voices.sides import Cell

TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=40)


def test_nothing_said_is_blank_and_told_as_nothing():
    words = side_words.read({})
    assert words == side_words.blank()
    assert side_words.told(words) == side_words.told_now(words) == ()


@given(st.dictionaries(st.sampled_from(side_words.BOXES), TEXTS))
def test_what_was_written_is_told_under_its_name_in_the_order_of_the_form(boxes):
    told = side_words.told(side_words.read(boxes))
    labels = side_words.labels()
    written = [(labels[name], boxes[name].strip()) for name in side_words.BOXES if boxes.get(name, "").strip()]
    assert [(one.label, one.text) for one in told] == written


def test_without_words_it_is_told_too():
    words = side_words.read({"wordless": "yes", "colour": "sea", "closeness": "-3", "leading": "2"})
    assert [one.text for one in side_words.told(words)] == [
        "I can’t put it into words yet.",
        "sea",
        "-3, from -3 (far apart) to 3 (close)",
        "2, from -3 (I followed) to 3 (I led)",
    ]


def test_how_it_is_now_is_told_in_words_first():
    words = side_words.read({"now": "sore", "now_text": "at night", "view": "0", "mended": "yes"})
    assert [one.text for one in side_words.told_now(words)] == [
        "still sore. at night",
        "For me this is mended.",
        "0, from 0 to 4",
    ]


@pytest.mark.parametrize("bad", [{"view": "5"}, {"now": "x"}, {"colour": "x"}, {"leading": "9"}, {"felt": "x" * 4001}])
def test_a_bad_value_says_its_field(bad):
    with pytest.raises(ReattuneError, match="Nothing was changed"):
        side_words.read(bad)


@pytest.mark.parametrize("bad", [{}, {"happened": "x"}, {"now": "x"}])
def test_afterwards_needs_something_said(bad):
    with pytest.raises(ReattuneError):
        side_words.read_afterwards(bad)


@given(
    st.dictionaries(st.sampled_from(side_words.BOXES), TEXTS), st.dictionaries(st.sampled_from(side_words.BOXES), TEXTS)
)
def test_of_two_texts_each_can_be_picked_and_both_keep_every_word(mine, other):
    mine, other = side_words.read(mine), side_words.read(other)
    differing = side_words.differing(mine, other)
    assert side_words.chosen(mine, other, {}) == mine
    assert side_words.chosen(mine, other, dict.fromkeys(differing, "other")) == other
    both = side_words.chosen(mine, other, dict.fromkeys(differing, "both"))
    for name in differing:
        assert mine[name] in both[name]
        assert other[name] in both[name]


def test_a_tick_is_one_or_the_other():
    mine, other = side_words.read({"mended": "yes"}), side_words.read({})
    assert side_words.chosen(mine, other, {"mended": "both"})["mended"] is True
    assert side_words.chosen(mine, other, {"mended": "other"})["mended"] is False
    assert (side_words.in_words("mended", True), side_words.in_words("mended", False)) == ("ticked", "")
    assert side_words.in_words("now", "leave") == "I would leave it for now"


@pytest.mark.parametrize(
    ("cell", "reader", "words"),
    [
        (Cell.CLIENT, Voice.CLIENT, "Only you noticed at the time."),
        (Cell.CLIENT, Voice.THERAPIST, "Only your client noticed at the time."),
        (Cell.THERAPIST, Voice.THERAPIST, "Only you noticed at the time."),
        (Cell.THERAPIST, Voice.CLIENT, "Only your therapist noticed at the time."),
        (Cell.BOTH, Voice.CLIENT, "Both of you noticed at the time."),
        (Cell.NEITHER, Voice.CLIENT, "Neither of you noticed at the time."),
    ],
)
def test_who_noticed_is_told_to_each(cell, reader, words):
    assert side_words.cell_words(cell, reader) == words
