"""Which words are read: English, and what is too short to tell."""

from dataclasses import replace
from datetime import date

import pytest

from reattune.model import Role, Source, Times, Transcript, Turn
from reattune.speech.tongue import why_not_read

ENGLISH = (
    "I do not know what it was about, but I think that you have been there for me all of the time and that is good."
)
GERMAN = "Ich weiß nicht so recht, was ich dazu heute noch sagen soll, weil es eine sehr lange Woche für uns alle war, leider."


def said(text, language=""):
    turns = (Turn(Role.CLIENT, "A", text, "1"),)
    return Transcript(date(2026, 6, 2), Source("a.vtt", ""), turns, Times.NONE, language)


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        (ENGLISH, "", ""),
        (ENGLISH, "de", ""),
        (GERMAN * 2, "", "German"),
        (GERMAN * 2, "de-CH", "German"),
        (GERMAN * 2, "gsw", "gsw"),
        ("Ja.", "", ""),
        ("", "", ""),
        ("zyzzyva quokka " * 20, "en-GB", ""),
    ],
)
def test_another_language_is_told_by_its_words(text, language, found):
    why = why_not_read(said(text, language))
    assert (f"({found})" in why) if found else why == ""


def test_right_to_left_words_are_another_language():
    text = "אני לא יודע מה להגיד על זה היום כי היה שבוע ארוך מאוד לכולנו " * 3
    assert "(Hebrew)" in why_not_read(replace(said(text)))
