"""Tables in a document: a column for who and one for what, or a column for each of the two who speak."""

import re
from collections.abc import Iterator, Sequence

from reattune.language import _, plural

Row = Sequence[str]
_SHORT = 40
_ASIDE = re.compile(r"[#\[(]*(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,-]\d{1,3})?[#\])]*$|\d{1,5}\.?$")
_HEADS = frozenset({"speaker", "who", "name", "person", "text", "words", "sprecher", "wer", "transcript", "utterance"})
_PAIR = 2


def spoken(rows: Sequence[Row], remarks: list[str]) -> Iterator[tuple[str | None, str]]:
    """Yield a label and words for each cell with something said, with no label where a row has one cell alone.

    A column of times or numbers is put before the words it belongs to. Two columns without names above them, with one
    of them filled in each row, are two people; they are called by the columns' numbers, and `remarks` says so.
    """
    wide = [row for row in rows if sum(bool(cell) for cell in row) > 1 or len(row) > 1]
    aside = _aside(wide)
    pairs = [_pair(row, aside) for row in rows]
    head = [cell.strip().rstrip(":") for cell in pairs[0][1]] if pairs else []
    if _in_turn(pairs[1:]) and len(head) == _PAIR and all(0 < len(cell) <= _SHORT for cell in head):
        yield from _columns(pairs[1:], head)
    elif _in_turn(pairs):
        remarks.append(_("a table has two columns without names above them; they are called 1 and 2"))
        yield from _columns(pairs, ["1", "2"])
    else:
        yield from _speakers(pairs, remarks)


def _aside(rows: Sequence[Row]) -> int | None:
    """Return which column of three holds times or numbers, None where there is none."""
    for place in range(3):
        cells = [row[place].strip() for row in rows if len(row) == _PAIR + 1 and row[place].strip()]
        if cells and sum(_ASIDE.match(cell) is not None for cell in cells) * 2 > len(cells):
            return place
    return None


def _pair(row: Row, aside: int | None) -> tuple[str, list[str]]:
    if aside is None or len(row) != _PAIR + 1:
        return "", [cell.strip() for cell in row]
    return row[aside].strip(), [cell.strip() for place, cell in enumerate(row) if place != aside]


def _in_turn(pairs: Sequence[tuple[str, list[str]]]) -> bool:
    """Return whether each row of two cells has something in one of them, and each column in some row."""
    filled = [[bool(cell) for cell in cells] for _time, cells in pairs if len(cells) == _PAIR and any(cells)]
    single = sum(sum(row) == 1 for row in filled)
    return single * 5 > len(filled) * 4 and all(any(row[place] for row in filled) for place in range(_PAIR))


def _columns(pairs: Sequence[tuple[str, list[str]]], head: list[str]) -> Iterator[tuple[str | None, str]]:
    for time, cells in pairs:
        for label, cell in zip(head, cells, strict=False):
            if cell:
                yield label, _with(time, cell)


def _speakers(pairs: Sequence[tuple[str, list[str]]], remarks: list[str]) -> Iterator[tuple[str | None, str]]:
    left = 0
    label: str | None = None
    for place, (time, cells) in enumerate(pairs):
        if len(cells) == 1:
            yield None, cells[0]
        elif place == 0 and {cell.casefold() for cell in cells} <= _HEADS | {""}:
            continue
        elif len(cells) == _PAIR and len(cells[0]) <= _SHORT:
            label = cells[0].rstrip(":") or label
            yield label, _with(time, cells[1])
        else:
            left += any(cells)
    if left:
        remarks.append(
            plural(
                "{n} row of a table has not two cells, who and what, and was left out",
                "{n} rows of a table have not two cells, who and what, and were left out",
                left,
            )
        )


def _with(time: str, words: str) -> str:
    """Return words after the time beside them, written as a stamp; a row's number is no time."""
    if ":" not in time:
        return words
    return f"{time} {words}" if time.startswith("#") else f"[{time.strip('[]()')}] {words}"
