"""Classes of words by which a reply opens, closes or speaks in general."""

import pytest

from reattune.speech.leaning.cues import CLOSES, GENERAL, OPENS
from reattune.speech.leaning.lexicon import Lexicon

CLASSES = {**OPENS, **CLOSES, **GENERAL}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("i felt so small", "opens"),
        ("i'd rather not do that one", "views"),
        ("it's the old thought again", "explores"),
        ("water under the bridge", "waves"),
        ("dunno", "flat"),
        ("society and its norms", "ideas"),
        ("people just carry on", "folk"),
        ("in the kitchen on tuesday", "concrete"),
    ],
)
def test_each_is_met_by_its_own(text: str, name: str) -> None:
    assert Lexicon(CLASSES).tally(text).get(name, 0) >= 1


def test_phrases_have_at_most_three_words() -> None:
    phrases = [phrase for words in CLASSES.values() for phrase in words.split(",")]
    assert max(len(phrase.split()) for phrase in phrases) <= 3
