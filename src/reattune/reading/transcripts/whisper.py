"""What Whisper and WhisperX write as JSON: segments, with words and speakers where the program looked for them."""

import math
from collections.abc import Iterator
from itertools import groupby, pairwise

from reattune.model import Cue, Script, Times
from reattune.reading.transcripts.entries import Original, finished
from reattune.reading.transcripts.parsing import as_dict, as_dicts, as_text, has_keys, json_of, number, plain
from reattune.reading.transcripts.words import mean

_HALF = 0.5


def recognises_aligned(_name: str, data: bytes) -> bool:
    """Return whether the bytes are segments whose words were aligned or whose speakers were told apart."""
    return _has_segments(data) and (has_keys(data, "speaker") or has_keys(data, "word_segments"))


def recognises(_name: str, data: bytes) -> bool:
    """Return whether the bytes are segments as Whisper writes them."""
    return _has_segments(data) and not recognises_aligned(_name, data)


def read_aligned(data: bytes, name: str) -> Script:
    """Read what WhisperX wrote.

    Raises:
        UnreadableError: If it is cut off or nothing was said in it.

    """
    return _read(data, name, "WhisperX")


def read(data: bytes, name: str) -> Script:
    """Read what Whisper wrote; it does not tell speakers apart.

    Raises:
        UnreadableError: If it is cut off or nothing was said in it.

    """
    return _read(data, name, "Whisper")


def _has_segments(data: bytes) -> bool:
    if not has_keys(data, "start", "end", "text") or has_keys(data, "results"):
        return False
    return has_keys(data, "segments") or not has_keys(data, "turns")


def _read(data: bytes, name: str, form: str) -> Script:
    parsed = json_of(data, name)
    segments = as_dicts(parsed) or as_dicts(as_dict(parsed).get("segments"))
    cues = [cue for place, segment in enumerate(segments, start=1) for cue in _cues(segment, str(place))]
    measured = sum(_end(as_dicts(each.get("words")), None) is not None for each in segments)
    # Without words that have times, the end of a segment is only about where the next one was begun.
    times = Times.BOTH if measured and measured >= len(segments) * _HALF else Times.STARTS
    original = Original(name, data, form, language=as_text(as_dict(parsed).get("language")))
    return finished(original, cues, times=times, one_list=True)


def _cues(segment: dict[str, object], row: str) -> Iterator[Cue]:
    label, text = as_text(segment.get("speaker")), as_text(segment.get("text"))
    words = as_dicts(segment.get("words"))
    start, end = number(segment.get("start")), number(segment.get("end"))
    runs = _runs(words, label)
    if len(runs) < 2:  # noqa: PLR2004 - one speaker, or nothing said about words
        yield Cue(runs[0][0] if runs else label, plain(text), row, start, _end(words, end), _confidence(segment, words))
        return
    for place, ((who, group), words_of) in enumerate(zip(runs, _pieces(text, runs), strict=True)):
        begun = next((found for word in group if (found := number(word.get("start"))) is not None), None)
        begun = start if begun is None and place == 0 else begun
        until = _end(group, end if place == len(runs) - 1 else None)
        yield Cue(who, plain(words_of), row, begun, until, _confidence({}, group))


def _runs(words: list[dict[str, object]], label: str) -> list[tuple[str, list[dict[str, object]]]]:
    """Return words by speaker; one without a speaker goes on with the speaker before."""
    current = next((found for word in words if (found := as_text(word.get("speaker")))), label)
    speakers: list[str] = []
    for word in words:
        current = as_text(word.get("speaker")) or current
        speakers.append(current)
    pairs = groupby(zip(speakers, words, strict=True), key=lambda pair: pair[0])
    return [(speaker, [word for _speaker, word in group]) for speaker, group in pairs]


def _pieces(text: str, runs: list[tuple[str, list[dict[str, object]]]]) -> list[str]:
    """Return the text cut where each run begins; where the words are not found in it, the words themselves."""
    position, cuts = 0, [0]
    for place, (_speaker, group) in enumerate(runs):
        for count, word in enumerate(group):
            written = as_text(word.get("word")).strip()
            found = text.find(written, position)
            if found < 0:
                return [" ".join(as_text(each.get("word")).strip() for each in own) for _label, own in runs]
            if place and count == 0:
                cuts.append(found)
            position = found + len(written)
    return [text[first:last] for first, last in pairwise([*cuts, len(text)])]


def _end(words: list[dict[str, object]], otherwise: float | None) -> float | None:
    """Return the end of the last word that has one: a segment's own end is only about right."""
    return next((found for word in reversed(words) if (found := number(word.get("end"))) is not None), otherwise)


def _confidence(segment: dict[str, object], words: list[dict[str, object]]) -> float | None:
    """Return how sure the program was: the mean over the words, else what it says of the segment."""
    scores = [number(word["score"] if "score" in word else word.get("probability")) for word in words]
    chance = number(segment.get("avg_logprob"))
    return mean(scores) if any(score is not None for score in scores) or chance is None else math.exp(min(chance, 0.0))
