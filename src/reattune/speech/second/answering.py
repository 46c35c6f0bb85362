"""What of a second reader's answer holds: its form, the marker, the speaker, and words that really stand there."""

import json
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from reattune.model import Role, Transcript
from reattune.speech.rule import Family
from reattune.speech.second.asking import Piece, Window, words
from reattune.speech.second.instruction import FIELDS, MARKERS, MOST_MARKS, speaker

LARGEST = 20_000
"""Characters of one answer."""
BENIGN = 240
"""Characters of a benign reading."""
MOST_CONFIDENCE = 3
_NEVER = re.compile(
    r"\b(?:rupture|resist|non-?complian|complian|fail|refus|risk|alert|alarm|warn|detect|diagnos|disorder|patient|"
    r"drop-?out|no-show|manipulat|patholog|proves?\b|shows?\b)|https?:|www\.|[<>{}]",
    re.IGNORECASE,
)
"""What is never said here of a person, whoever says it; and what is no sentence."""


class Dropped(StrEnum):
    """Why something was not taken."""

    ANSWER = "answer"
    """The whole answer is no JSON of the form asked for."""
    FORM = "form"
    MARKER = "marker"
    SPEAKER = "speaker"
    QUOTE = "quote"
    TWICE = "twice"
    MANY = "many"
    WORDS = "words"
    """Only the benign reading was left out, for its words; the mark stays."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark that holds: the words are those from `start` to `end` of the turn's text."""

    family: Family
    turn: int
    start: int
    end: int
    quote: str
    benign: str
    confidence: int


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer to one passage: the marks that hold, and how many did not, by reason."""

    marks: tuple[Mark, ...]
    dropped: Mapping[Dropped, int]

    @property
    def is_readable(self) -> bool:
        """Whether the answer had the form asked for, so that "no mark" means that nothing was marked."""
        return Dropped.ANSWER not in self.dropped


def parse(answer: str, window: Window, transcript: Transcript) -> Answered:
    """Return what of an answer holds; whatever is in it, nothing but checked marks comes out.

    Args:
        answer: what the second reader said, as it came.
        window: the passage that it was asked about.
        transcript: where the passage is from.
    """
    given = _marks(answer)
    if given is None:
        return Answered((), {Dropped.ANSWER: 1})
    kept: list[Mark] = []
    dropped: Counter[Dropped] = Counter()
    for one in given[:MOST_MARKS]:
        mark = _mark(one, window, transcript)
        if isinstance(mark, Dropped):
            dropped[mark] += 1
        elif any((mark.family, mark.turn, mark.start) == (other.family, other.turn, other.start) for other in kept):
            dropped[Dropped.TWICE] += 1
        else:
            dropped[Dropped.WORDS] += not mark.benign
            kept.append(mark)
    dropped[Dropped.MANY] += max(0, len(given) - MOST_MARKS)
    return Answered(tuple(kept), {why: count for why, count in dropped.items() if count})


class _UnfitError(ValueError):
    """The text is JSON that could mean two things."""


def _marks(answer: str) -> list[Any] | None:
    if len(answer) > LARGEST:
        return None
    try:
        found = json.loads(answer, object_pairs_hook=_once, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, dict) or set(found) != {"marks"} or not isinstance(found["marks"], list):
        return None
    return found["marks"]


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _UnfitError
    return found


def _no_constant(name: str) -> Any:
    raise _UnfitError(name)


def _mark(given: Any, window: Window, transcript: Transcript) -> Mark | Dropped:
    if not _is_formed(given):
        return Dropped.FORM
    if given["marker"] not in {family.value for family in MARKERS}:
        return Dropped.MARKER
    family = Family(given["marker"])
    said, quote = given["speaker"], given["quote"].strip()
    places = [(piece, at) for piece in window.pieces if (at := _stands(words(transcript, piece), quote)) >= 0]
    if not places:
        return Dropped.QUOTE
    own = [(piece, at) for piece, at in places if _role(transcript, piece).value == said]
    if not own or speaker(family).value != said:
        return Dropped.SPEAKER
    # The same words may stand twice; those that were asked about are meant.
    piece, at = min(own, key=lambda one: not window.first <= one[0].turn <= window.last)
    start = piece.start + at
    return Mark(family, piece.turn, start, start + len(quote), quote, _benign(given["benign"]), given["confidence"])


def _is_formed(given: Any) -> bool:
    if not isinstance(given, dict) or set(given) != set(FIELDS):
        return False
    confidence = given["confidence"]
    whole = isinstance(confidence, int) and not isinstance(confidence, bool) and 0 <= confidence <= MOST_CONFIDENCE
    return whole and all(isinstance(given[name], str) for name in FIELDS if name != "confidence")


def _stands(text: str, quote: str) -> int:
    """Return where a quote stands in a text as whole words, -1 where it does not."""
    if not any(letter.isalnum() for letter in quote):
        return -1
    at = text.find(quote)
    while at >= 0:
        end = at + len(quote)
        cut = (at > 0 and text[at - 1].isalnum() and quote[0].isalnum()) or (
            end < len(text) and text[end].isalnum() and quote[-1].isalnum()
        )
        if not cut:
            return at
        at = text.find(quote, at + 1)
    return -1


def _role(transcript: Transcript, piece: Piece) -> Role:
    return transcript.turns[piece.turn].role


def _benign(text: str) -> str:
    one_line = " ".join(text.split())
    unfit = not one_line or len(one_line) > BENIGN or not one_line.isprintable() or _NEVER.search(one_line)
    return "" if unfit else one_line
