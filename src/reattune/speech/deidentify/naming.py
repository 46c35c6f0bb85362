"""Who or what a stretch of words means, so that one person or place keeps one placeholder all through."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable

from reattune.speech.deidentify.piece import Kind


def plain(text: str) -> str:
    """Return words as they are compared: in one case and one spelling of accents, apostrophes and spaces."""
    return " ".join(unicodedata.normalize("NFKC", text).replace("’", "'").casefold().split())


def people(names: Iterable[str]) -> dict[str, str]:
    """Return for every name, as compared, the name whose number it shares.

    A single name belongs to the one longer name that has it; where several have it, it stands for itself.

    Args:
        names: Names in any form, each any number of times.
    """
    known = {plain(name): tuple(plain(name).split()) for name in names}
    longer: dict[str, set[str]] = defaultdict(set)
    for name, words in known.items():
        for word in set(words):
            if len(words) > 1:
                longer[word].add(name)
    found: dict[str, str] = {}
    for name, words in known.items():
        whole = longer.get(words[0], set()) if len(words) == 1 else set()
        found[name] = next(iter(whole)) if len(whole) == 1 else name
    return found


def key_of(kind: Kind, text: str, shared: dict[str, str]) -> str:
    """Return the key of a stretch of words; pieces of one key get one placeholder.

    Args:
        kind: What it is.
        text: The words.
        shared: As `people` gave it.
    """
    name = plain(text)
    if kind is Kind.NAME:
        name = shared.get(name, name)
    return f"{kind.value}:{name.removeprefix('the ')}"
