"""One session's figures of what was said, for the streams: every count traces to turns of the transcript."""

from collections.abc import Iterable
from itertools import pairwise
from statistics import median

from reattune.model import Direction, Role, SpeechFigures, Times
from reattune.speech.moments import LEAST, Trust
from reattune.speech.place import Line
from reattune.speech.reading import Reading
from reattune.speech.rule import Hit, direction

MINIMAL = 3
"""Words of a reply that is as short as can be."""


def figures(
    reading: Reading, hits: Iterable[Hit] | None = None, *, trust: Trust | None = None, why: str = ""
) -> SpeechFigures:
    """Return a session's figures.

    Args:
        reading: the transcript read.
        hits: the marks to count; all that the reading found, unless given.
        trust: how far each rule is trusted in this practice.
        why: why the words were not read, if they were not; then no marks are counted.

    Returns:
        Counts of client turns with a clear mark, words, silences before the client speaks, shortest replies.
    """
    lines = reading.context.lines
    clients = [line for line in lines if line.turn.role is Role.CLIENT]
    marked = _marked(reading, reading.hits if hits is None else hits, trust)
    transcript = reading.transcript
    return SpeechFigures(
        day=transcript.day,
        source=transcript.source,
        known_at=transcript.known_at or transcript.day,
        client_turns=len(clients),
        client_words=sum(line.words for line in clients),
        therapist_words=sum(line.words for line in lines if line.turn.role is Role.THERAPIST),
        away=None if why else len(marked[Direction.AWAY]),
        against=None if why else len(marked[Direction.AGAINST]),
        attuned=None if why else len(marked[Direction.ATTUNED]),
        latency=_latency(reading),
        minimal=sum(line.words <= MINIMAL for line in clients),
        why=why,
    )


def _marked(reading: Reading, hits: Iterable[Hit], trust: Trust | None) -> dict[Direction, set[int]]:
    marked: dict[Direction, set[int]] = {way: set() for way in Direction}
    for hit in hits:
        way = direction(hit.family)
        strength = hit.strength * (1.0 if trust is None else trust.get(hit.rule, 1.0))
        if way is not None and strength >= LEAST and reading.transcript.turns[hit.turn].role is Role.CLIENT:
            marked[way].add(hit.turn)
    return marked


def _latency(reading: Reading) -> float | None:
    """Return the median, where both ends are real; what was typed took time to type, and says nothing of silence."""
    transcript = reading.transcript
    if transcript.times is not Times.BOTH or transcript.written:
        return None
    lines = reading.context.lines
    waits = [wait for one, two in pairwise(lines) if (wait := _wait(one, two)) is not None]
    return median(waits) if waits else None


def _wait(before: Line, line: Line) -> float | None:
    if before.turn.role is not Role.THERAPIST or line.turn.role is not Role.CLIENT:
        return None
    if before.turn.end is None or line.turn.start is None:
        return None
    # Who begins before the other has ended did not wait at all.
    return max(0.0, line.turn.start - before.turn.end)
