"""Classes of words, looked up in one pass: phrases of one to three words, whatever marks a recogniser left out."""

import re
from collections.abc import Mapping
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


class Lexicon:
    """Phrases by class.

    Args:
        classes: for each class its phrases, separated by commas; a word may be in several classes.
    """

    __slots__ = ("_by_phrase", "_tally")

    def __init__(self, classes: Mapping[str, str]) -> None:
        self._by_phrase: dict[str, tuple[str, ...]] = {}
        for name, phrases in classes.items():
            for phrase in phrases.split(","):
                key = " ".join(phrase.replace("'", "").split())
                if key and name not in self._by_phrase.get(key, ()):
                    self._by_phrase[key] = (*self._by_phrase.get(key, ()), name)
        self._tally = lru_cache(maxsize=_KEPT)(self._counted)

    def tally(self, text: str) -> Tally:
        """Return how many of each class a folded text has."""
        return self._tally(text)

    def _counted(self, text: str) -> Tally:
        words, known = tokens(text), self._by_phrase
        found: dict[str, int] = {}
        for size in range(1, _LONGEST + 1):
            phrases = words if size == 1 else map(" ".join, zip(*(words[at:] for at in range(size)), strict=False))
            for phrase in phrases:
                for name in known.get(phrase, ()):
                    found[name] = found.get(name, 0) + 1
        return found
