"""What AWS Transcribe writes: words and punctuation one by one, every number as text."""

from reattune.model import Script
from reattune.reading.transcripts.entries import Original, finished
from reattune.reading.transcripts.parsing import as_dict, as_dicts, as_text, has_keys, json_of, number, plain
from reattune.reading.transcripts.words import Word, cues_of


def recognises(_name: str, data: bytes) -> bool:
    """Return whether the bytes are JSON with the names that AWS Transcribe uses."""
    return has_keys(data, "results", "items", "transcripts")


def read(data: bytes, name: str) -> Script:
    """Read a result of AWS Transcribe.

    Raises:
        UnreadableError: If it is cut off or nothing was said in it.

    """
    parsed = as_dict(json_of(data, name))
    results = as_dict(parsed.get("results"))
    cues = cues_of(_words(results))
    original = Original(name, data, "AWS Transcribe", "AWS Transcribe", as_text(results.get("language_code")))
    return finished(original, cues, one_list=True)


def _words(results: dict[str, object]) -> list[Word]:
    beginnings = _beginnings(results)
    words: list[Word] = []
    for item in as_dicts(results.get("items")):
        alternatives = as_dicts(item.get("alternatives"))
        best = alternatives[0] if alternatives else {}
        text = plain(as_text(best.get("content")))
        if not text:
            continue
        label = as_text(item.get("speaker_label")) or beginnings.get(as_text(item.get("start_time")), "")
        if item.get("type") == "punctuation":
            # It has no time, and in older files nobody's name.
            words.append(Word(words[-1].label if words else label, text, joined=True))
            continue
        start, end = number(item.get("start_time")), number(item.get("end_time"))
        words.append(Word(label, text, start, end, number(best.get("confidence"))))
    return words


def _beginnings(results: dict[str, object]) -> dict[str, str]:
    """Return who speaks at which beginning of a word: older files say it only beside the words, or by channel."""
    labels = as_dict(results.get("speaker_labels"))
    found = {
        as_text(item.get("start_time")): as_text(item.get("speaker_label")) or as_text(segment.get("speaker_label"))
        for segment in as_dicts(labels.get("segments"))
        for item in as_dicts(segment.get("items"))
    }
    if found:
        return found
    channels = as_dicts(as_dict(results.get("channel_labels")).get("channels"))
    return {
        as_text(item.get("start_time")): as_text(channel.get("channel_label"))
        for channel in channels
        for item in as_dicts(channel.get("items"))
    }
