"""Praat TextGrids, long and short: an interval tier is somebody who speaks, an empty interval is a silence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reattune.errors import UnreadableError
from reattune.language import _
from reattune.model import Cue, Script
from reattune.reading.transcripts.entries import Original, finished
from reattune.reading.transcripts.parsing import text_of
from reattune.reading.transcripts.pauses import apart

FORMAT = "TextGrid"
MOST_TIERS = 500
"""No session has so many; each is held beside all the others."""
# Praat itself reads a TextGrid as the texts and the free-standing numbers in it, whatever stands between them, and so
# both forms are one. praatio splits a text that holds “intervals [” and drops the minus sign of a time.
_TOKEN = re.compile(r'"([^"]*(?:""[^"]*)*)"|(?<!\S)(-?\d{1,12}(?:\.\d{0,30})?(?:[eE][-+]?\d{1,3})?)(?!\S)')
_SILENT = frozenset({"", "sil", "<sil>", "sp", "<p:>", "#"})
"""What aligners write into an interval in which nobody speaks."""


@dataclass(frozen=True, slots=True)
class _Tier:
    name: str
    intervals: list[tuple[float, float, str]] | None
    """None for a tier of points."""


def recognises(_name: str, data: bytes) -> bool:
    """Return whether the bytes are a TextGrid, of text or (which is not read) binary."""
    head = data[:400].replace(b"\x00", b"")
    return (b"ooTextFile" in head or b"ooBinaryFile" in head) and b"TextGrid" in head


def read(data: bytes, name: str) -> Script:
    """Return what is said in a TextGrid.

    Raises:
        UnreadableError: If it is binary, cut off, or holds no words.

    """
    if b"ooBinaryFile" in data[:20]:
        message = _("{file} is a binary TextGrid; in Praat, save it with “Save as text file”")
        raise UnreadableError(message.format(file=name))
    text, remarks = text_of(data, name)
    try:
        tiers = list(_tiers(_tokens(text)))
    except (StopIteration, RuntimeError, ValueError, TypeError, OverflowError) as error:
        message = _("{file} is cut off or is no TextGrid; in Praat, save it again as a text file")
        raise UnreadableError(message.format(file=name)) from error
    if len(tiers) > MOST_TIERS:
        message = _("{file} has more than {n} tiers and was not read; export those of the people who speak")
        raise UnreadableError(message.format(file=name, n=MOST_TIERS))
    read_tiers = [tier for tier in tiers if tier.intervals is not None and not _sounds(tier)]
    left = [tier.name for tier in tiers if tier not in read_tiers]
    said = [_("the tier “{tier}” holds points or single sounds and was not read").format(tier=tier) for tier in left]
    cues = [cue for number, tier in enumerate(read_tiers, start=1) for cue in _cues(tier, number)]
    original = Original(name, data, FORMAT, "Praat")
    return finished(original, cues, remarks=[*remarks, *said])


def _sounds(tier: _Tier) -> bool:
    """Return whether an aligner's tier of phones stands beside its tier of words."""
    return re.search(r"\bphones?$", tier.name, re.IGNORECASE) is not None


def _cues(tier: _Tier, number: int) -> Iterator[Cue]:
    for place, (start, end, text) in enumerate(tier.intervals or (), start=1):
        if text.strip().lower() not in _SILENT:
            words, pauses = apart(" ".join(text.split()))
            yield Cue(tier.name.strip(), words, f"{number}.{place}", start, end, pauses=pauses)


def _tokens(text: str) -> Iterator[str | float]:
    for match in _TOKEN.finditer(text):
        words, number = match.groups()
        yield words.replace('""', '"') if number is None else float(number)


def _tiers(tokens: Iterator[str | float]) -> Iterator[_Tier]:
    for _header in range(4):  # what it is, twice, and the beginning and end of the recording
        next(tokens)
    for _number in range(_count(next(tokens))):
        kind, name = str(next(tokens)), str(next(tokens))
        next(tokens), next(tokens)
        size = _count(next(tokens))
        if kind == "IntervalTier":
            yield _Tier(name, [(_time(tokens), _time(tokens), _words(tokens)) for _interval in range(size)])
        else:
            for _point in range(size):
                _time(tokens), _words(tokens)
            yield _Tier(name, None)


def _count(token: str | float) -> int:
    return int(token)


def _time(tokens: Iterator[str | float]) -> float:
    found = next(tokens)
    if isinstance(found, str):
        raise TypeError(found)
    return found


def _words(tokens: Iterator[str | float]) -> str:
    found = next(tokens)
    if not isinstance(found, str):
        raise TypeError(found)
    return found
