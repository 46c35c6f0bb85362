import pytest

from reattune.speech.aims import aim, elsewhere, here, played, reported, sentence, speaks


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("i told him you never listen.", "you never listen", True),
        ("she said you never listen.", "you never listen", True),
        ('and i go "you never listen" and leave.', "you never listen", True),
        ("i told you, you never listen.", "you never listen", False),
        ("you never listen.", "you never listen", False),
        ("i went home thinking you never listen.", "you never listen", False),
    ],
)
def test_reported_words_are_told_from_words_said_here(text, words, expected):
    start = text.index(words)
    assert reported(text, (start, start + len(words))) is expected
    assert speaks(text) or not expected


def test_a_sentence_is_cut_at_its_marks():
    text = "well. you never ask!  fine"
    start = text.index("never")
    assert text[slice(*sentence(text, (start, start + 5)))] == "you never ask!"
    assert text[slice(*sentence(text, (text.index("fine"), len(text))))] == "fine"


def test_people_of_a_story_are_seen():
    assert elsewhere("then my boss came in")
    assert elsewhere("she hates it")
    assert not elsewhere("you hate it")


def test_what_was_said_before_tells_who_words_are_meant_for():
    about_us = aim("how has it been for you, working with me here?")
    about_others = aim("how did the lads at the gym take it?")
    rehearsed = aim("what would you want to say to your father?")
    assert about_us > 1 > about_others > rehearsed
    assert aim("enjoy the summer.") < 1


def test_a_line_about_the_two_of_them_is_known():
    assert here("how are these sessions for you?")
    assert not here("how was the film?")


def test_a_part_that_was_asked_for_is_known():
    assert played("can you be my sister for a moment?")
    assert not played("i was late.")
