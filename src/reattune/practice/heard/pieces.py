"""A turn's words cut where a mark begins or ends: every piece is a part of the words as they are kept."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from reattune.practice.heard.gaps import Gap


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of a turn that a moment rests on; `number` is the moment's in the list, 0 where it is not listed."""

    start: int
    end: int
    moment: str
    number: int
    way: str
    """How it is drawn: away, against, attuned, or reach."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a turn: how they are marked, the silences before them; `ends` are last marks of listed moments."""

    text: str
    ways: str
    listed: bool
    ends: tuple[Mark, ...]
    gaps: tuple[Gap, ...]


def pieces(text: str, marks: Iterable[Mark], silences: Iterable[tuple[int, Gap]] = ()) -> tuple[Piece, ...]:
    """Return a turn's words in pieces; put together again they are the words as they were.

    Args:
        text: The turn's words.
        marks: Of it; they may overlap.
        silences: Within it, by the characters before them.
    """
    known = [one for one in marks if 0 <= one.start < one.end <= len(text)]
    held = list(silences)
    cuts = {0, len(text), *(one.start for one in known), *(one.end for one in known), *(at for at, _gap in held)}
    lasts = {one.moment: one for one in sorted(known, key=lambda one: one.end) if one.number}
    found = [_piece(text, begin, end, known, held, lasts) for begin, end in pairwise(sorted(cuts))]
    last = tuple(gap for at, gap in held if at == len(text))
    return (*found, Piece("", "", listed=False, ends=(), gaps=last)) if last else tuple(found)


def _piece(
    text: str, begin: int, end: int, marks: list[Mark], silences: list[tuple[int, Gap]], lasts: dict[str, Mark]
) -> Piece:
    over = [one for one in marks if one.start <= begin and end <= one.end]
    return Piece(
        text[begin:end],
        " ".join(dict.fromkeys(one.way for one in over)),
        any(one.number for one in over),
        tuple(one for one in lasts.values() if one.end == end),
        tuple(gap for at, gap in silences if at == begin),
    )
