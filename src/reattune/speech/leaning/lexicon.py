"""Classes of words, looked up in one pass: phrases of one to three words, whatever marks a recogniser left out."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

Tally = Mapping[str, int]
"""How many words or phrases of each class a text has; classes without any are not in it."""

_TOKEN = re.compile(r"[a-z0-9']+|[?!£$]")
_KEPT = 64
_LONGEST = 3


@lru_cache(maxsize=_KEPT)
def tokens(text: str) -> tuple[str, ...]:
    """Return the words of a folded text without their apostrophes, and the marks that ask, cry out or cost."""
    return tuple(_TOKEN.findall(text.replace("'", "")))


def merged(*parts: Mapping[str, str]) -> dict[str, str]:
    """Return classes with the phrases of all parts, class by class."""
    names = dict.fromkeys(name for part in parts for name in part)
    return {name: ",".join(part[name] for part in parts if name in part) for name in names}


class _Node:
    """Where a phrase has come to: the classes of the words so far, and the words that may follow."""

    __slots__ = ("after", "names")

    def __init__(self) -> None:
        self.names: list[str] = []
        self.after: dict[str, _Node] = {}


class Lexicon:
    """Phrases by class.

    Args:
        classes: for each class its phrases, separated by commas; a word may be in several classes.
    """

    __slots__ = ("_beginnings", "_tally")

    def __init__(self, classes: Mapping[str, str]) -> None:
        self._beginnings: dict[str, _Node] = {}
        for name, phrases in classes.items():
            for phrase in phrases.split(","):
                self._enter(name, phrase.replace("'", "").split())
        self._tally = lru_cache(maxsize=_KEPT)(self._counted)

    def tally(self, text: str) -> Tally:
        """Return how many of each class a folded text has."""
        return self._tally(text)

    def _enter(self, name: str, words: Sequence[str]) -> None:
        if not 0 < len(words) <= _LONGEST:
            return
        after, node = self._beginnings, _Node()
        for word in words:
            node = after.setdefault(word, _Node())
            after = node.after
        if name not in node.names:
            node.names.append(name)

    def _counted(self, text: str) -> Tally:
        words = tokens(text)
        found: dict[str, int] = {}
        for begin, word in enumerate(words, start=1):
            at, node = begin, self._beginnings.get(word)
            while node is not None:
                for name in node.names:
                    found[name] = found.get(name, 0) + 1
                node = node.after.get(words[at]) if node.after and at < len(words) else None
                at += 1
        return found
