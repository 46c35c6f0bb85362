"""Words weighted by how rare they are (TF-IDF), learned from the texts of training only and kept without pickle."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

Kind = Literal["words", "letters"]
_WORD = re.compile(r"\b\w[\w']*\b")
WORDS = (1, 2)
"""How many neighbouring words make one term, from and to."""
LETTERS = (3, 5)
"""How many neighbouring letters within a word, from and to."""

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Terms:
    """The terms of a vocabulary, and for each how much its rarity counts."""

    kind: Kind
    terms: tuple[str, ...]
    rarity: Numbers

    def matrix(self, texts: Sequence[str]) -> sparse.csr_matrix:
        """Return one row for each text: 1 + log of each known term's count, times its rarity, of length one.

        Args:
            texts: any texts; a term that was not learned does not count.
        """
        return _rows([Counter(_terms(self.kind, text)) for text in texts], self)


def learn(kind: Kind, texts: Sequence[str], least: int, most: int) -> tuple[Terms, sparse.csr_matrix]:
    """Return the vocabulary of some texts, and their rows.

    Args:
        kind: words (one or two), or letters (three to five within a word).
        texts: those of training only.
        least: in how many texts a term has to stand.
        most: how many terms are kept at most; the most frequent stay.
    """
    counted = [Counter(_terms(kind, text)) for text in texts]
    found: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for counts in counted:
        found.update(counts.keys())
        total.update(counts)
    kept = [term for term, texts_with in found.items() if texts_with >= least]
    kept = sorted(sorted(kept, key=lambda term: (-total[term], term))[:most])
    rarity = [np.log((1 + len(texts)) / (1 + found[term])) + 1 for term in kept]
    terms = Terms(kind, tuple(kept), np.array(rarity, float))
    return terms, _rows(counted, terms)


def _rows(counted: Sequence[Counter[str]], known: Terms) -> sparse.csr_matrix:
    places = {term: place for place, term in enumerate(known.terms)}
    data: list[float] = []
    columns: list[int] = []
    begins = [0]
    for counts in counted:
        met = [(places[term], count) for term, count in counts.items() if term in places]
        columns += [place for place, _count in met]
        values = (1 + np.log([count for _place, count in met])) * known.rarity[[place for place, _count in met]]
        length = float(np.sqrt((values**2).sum())) or 1.0
        data += list(values / length)
        begins.append(len(columns))
    return sparse.csr_matrix((data, columns, begins), shape=(len(counted), len(places)), dtype=np.float64)


def _terms(kind: Kind, text: str) -> Iterator[str]:
    lowered = text.lower().replace("’", "'")
    return _words(lowered) if kind == "words" else _letters(lowered)


def _words(text: str) -> Iterator[str]:
    words = _WORD.findall(text)
    for many in range(WORDS[0], WORDS[1] + 1):
        for begin in range(len(words) - many + 1):
            yield " ".join(words[begin : begin + many])


def _letters(text: str) -> Iterator[str]:
    for word in text.split():
        padded = f" {word} "
        for many in range(LETTERS[0], LETTERS[1] + 1):
            yield from (padded[begin : begin + many] for begin in range(max(1, len(padded) - many + 1)))
            if many >= len(padded):
                break  # A short word counts once, as a whole.
