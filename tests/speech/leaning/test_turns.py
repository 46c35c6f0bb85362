"""Classes of words by which a reply turns to others, to the therapist or against the speaker."""

import pytest

from reattune.speech.leaning.turns import CUES, ELSEWHERE, SINKS, SPLITS, YIELDS


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("so my uncle says to this bloke", "others"),
        ("there was this one time", "story"),
        ("whatever you think is best", "yields"),
        ("that is so wise of you", "praise"),
        ("(giggles) and then he left me", "laughs"),
        ("oh what a charmer", "jests"),
        ("i'm a waste of space", "bad"),
        ("there is no point", "ends"),
    ],
)
def test_each_is_met_by_its_own(text: str, name: str) -> None:
    assert CUES.tally(text).get(name, 0) >= 1


def test_an_ordinary_reply_has_none_of_the_heavy_ones() -> None:
    known = CUES.tally("we walked to the library and it was closed")
    assert not {"bad", "ends", "laughs", "sorry", "waves"} & set(known)


def test_phrases_have_at_most_three_words() -> None:
    classes = {**ELSEWHERE, **YIELDS, **SPLITS, **SINKS}
    phrases = [phrase for words in classes.values() for phrase in words.split(",")]
    assert max(len(phrase.split()) for phrase in phrases) <= 3
