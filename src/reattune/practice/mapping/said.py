"""What a client said and shared, as the library's records: never a word that was not shared."""

from collections.abc import Iterator, Mapping
from typing import Any

from reattune.model import CheckIn, Rating, Share, Source, Timing, Voice
from reattune.practice import models
from reattune.practice.check_in.asked import FELT_OFF, felt_off
from reattune.practice.models.voice import SHARED
from reattune.practice.voices.kinds import Kind

FILE = "check-in"
"""The file that a source names for what a client said here."""


def check_ins(client: models.Client) -> Iterator[CheckIn]:
    """Yield what a client said and shared about whether something felt off.

    Args:
        client: Whose.
    """
    for row in _rows(client, Kind.ANSWER):
        words = row.words
        if words.get("question") == FELT_OFF:
            felt, text = felt_off(words.get("choice", "")), words.get("text", "")
            yield CheckIn(row.day, Voice.CLIENT, felt, text, Share(row.share), _source(row))


def ratings(client: models.Client) -> Iterator[Rating]:
    """Yield the forms that a client answered here and shared.

    Args:
        client: Whose.
    """
    for row in _rows(client, Kind.RATING):
        yield rating(row, row.words)


def rating(row: models.Said, words: Mapping[str, Any]) -> Rating:
    """Return a form that a client answered here.

    Args:
        row: What was said.
        words: Its words, for whoever may read them.
    """
    items = tuple(None if one is None else float(one) for one in words.get("items", ()))
    timing, score = Timing(words["timing"]), words.get("score")
    return Rating(row.day, words["instrument"], Voice.CLIENT, timing, _source(row), score, items)


def _rows(client: models.Client, kind: Kind) -> Iterator[models.Said]:
    # What waits for the end of the work is read where it is told, and never weighed.
    yield from models.Said.objects.filter(client=client, kind=kind.value, share__in=SHARED).order_by("day", "made")


def _source(row: models.Said) -> Source:
    return Source(FILE, str(row.pk))
