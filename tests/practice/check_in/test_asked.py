"""The check-in that comes with Reattune: four questions, each with a way without words, and who may read an answer."""

import pytest

from reattune import language
from reattune.model import FeltOff, Share
from reattune.practice.check_in import asked


@pytest.mark.parametrize("when", asked.When)
def test_every_question_can_be_answered_without_words(when):
    found = asked.questions(when)
    assert [one.id for one in found] == [asked.FELT_OFF, asked.WORKED, asked.HARD, asked.GOOD]
    assert all([one.value for one in each.choices if one.wordless] == [asked.WORDLESS] for each in found)


def test_what_is_asked_before_a_session_is_about_the_one_before():
    before, after = (asked.questions(when) for when in (asked.When.BEFORE, asked.When.AFTER))
    assert all(one.words != other.words for one, other in zip(before, after, strict=True))
    assert [one.choices for one in before] == [one.choices for one in after]


def test_it_is_asked_in_the_language_of_the_page():
    with language.use("de"):
        german = asked.questions(asked.When.AFTER)
    assert not {one.words for one in german} & {one.words for one in asked.questions(asked.When.AFTER)}


def test_every_way_of_sharing_is_offered_once():
    assert [share for share, _words in asked.shares()] == [
        Share.ONLY_ME,
        Share.NOW,
        Share.RAISE_FOR_ME,
        Share.AFTER_ENDING,
    ]


@pytest.mark.parametrize(
    ("choice", "known"),
    [("yes", FeltOff.YES), ("no", FeltOff.NO), ("unsure", FeltOff.UNSURE), (asked.WORDLESS, FeltOff.UNSURE)],
)
def test_whoever_has_no_words_for_it_did_not_say_no(choice, known):
    assert asked.felt_off(choice) is known
