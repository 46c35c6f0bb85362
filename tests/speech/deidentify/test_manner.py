"""How a transcript is written."""

from reattune.speech.deidentify.manner import manner

ENGLISH = "So I went to see Tara and it was fine. She is the one who said that you have to ask. I did not."


def test_english_has_capitals_that_say_something():
    how = manner([ENGLISH])
    assert how.capitals
    assert not how.nouns
    assert not how.uncased
    assert "fine" in how.ordinary
    assert "tara" not in how.ordinary


def test_small_letters_throughout_are_noticed_in_a_long_text_and_not_in_a_short_one():
    assert not manner([ENGLISH.lower()] * 4).capitals
    assert manner(["hi"]).capitals


def test_german_is_known_by_its_words_or_by_what_the_file_said():
    assert manner(["Ich habe das nicht gesagt, und die Woche war auch nicht gut."]).nouns
    assert manner([ENGLISH], "de-AT").nouns
    assert not manner(["Ich habe das nicht gesagt."], "en").nouns


def test_a_script_without_capitals_is_noticed():
    assert manner(["שלום, אני דנה ואני גרה בחיפה כבר שלוש שנים"]).uncased


def test_nothing_said_is_no_trouble():
    assert manner([]).capitals
    assert not manner([""]).uncased
