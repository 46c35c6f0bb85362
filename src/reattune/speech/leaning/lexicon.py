"""Classes of words, looked up in one pass: phrases of one to five words, whatever marks a recogniser left out."""

import re
from collections.abc import Mapping
from functools import lru_cache

Tally = Mapping[str, int]
"""How many words or phrases of each class a text has; classes without any are not in it."""

_TOKEN = re.compile(r"[a-z0-9']+|[?!£$]")
_KEPT = 1024
_LONGEST = 5


class _Node:
    """A word of a phrase: the classes of the phrase that ends with it, and the words that may follow."""

    __slots__ = ("names", "then")

    def __init__(self) -> None:
        self.names: tuple[str, ...] = ()
        self.then: dict[str, _Node] = {}


@lru_cache(maxsize=_KEPT)
def tokens(text: str) -> tuple[str, ...]:
    """Return the words of a folded text without their apostrophes, and the marks that ask, cry out or cost."""
    return tuple(_TOKEN.findall(text.replace("'", "")))


def merged(*parts: Mapping[str, str]) -> dict[str, str]:
    """Return classes with the phrases of all parts, class by class."""
    names = dict.fromkeys(name for part in parts for name in part)
    return {name: ",".join(part[name] for part in parts if name in part) for name in names}


class Lexicon:
    """Phrases by class.

    Args:
        classes: for each class its phrases, separated by commas; a word may be in several classes.
    """

    __slots__ = ("_first", "_tally")

    def __init__(self, classes: Mapping[str, str]) -> None:
        self._first: dict[str, _Node] = {}
        for name, phrases in classes.items():
            for phrase in phrases.split(","):
                words = phrase.replace("'", "").split()
                if 0 < len(words) <= _LONGEST:
                    self._learn(words, name)
        self._tally = lru_cache(maxsize=_KEPT)(self._counted)

    def tally(self, text: str) -> Tally:
        """Return how many of each class a folded text has."""
        return self._tally(text)

    def _learn(self, words: list[str], name: str) -> None:
        node = self._first.setdefault(words[0], _Node())
        for word in words[1:]:
            node = node.then.setdefault(word, _Node())
        if name not in node.names:
            node.names = (*node.names, name)

    def _counted(self, text: str) -> Tally:
        words = tokens(text)
        found: dict[str, int] = {}
        for at, node in enumerate(map(self._first.get, words), 1):
            if node is None:
                continue
            for name in node.names:
                found[name] = found.get(name, 0) + 1
            if node.then:
                _further(node, words, at, found)
        return found


def _further(node: _Node | None, words: tuple[str, ...], end: int, found: dict[str, int]) -> None:
    """Count the classes of the longer phrases that go on from a word."""
    while node is not None and end < len(words) and (node := node.then.get(words[end])) is not None:
        for name in node.names:
            found[name] = found.get(name, 0) + 1
        end += 1
