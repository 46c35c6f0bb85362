"""What Deepgram writes: utterances where they were asked for, else words with the speaker of each."""

from reattune.model import Cue, Script
from reattune.reading.transcripts.entries import Original, finished
from reattune.reading.transcripts.parsing import as_dict, as_dicts, as_text, has_keys, json_of, number, plain
from reattune.reading.transcripts.words import Word, cues_of


def recognises(_name: str, data: bytes) -> bool:
    """Return whether the bytes are JSON with the names that Deepgram uses."""
    if not has_keys(data, "results") or has_keys(data, "transcripts"):
        return False
    return has_keys(data, "channels") or has_keys(data, "utterances")


def read(data: bytes, name: str) -> Script:
    """Read a result of Deepgram.

    Raises:
        UnreadableError: If it is cut off or nothing was said in it.

    """
    parsed = as_dict(json_of(data, name))
    results = as_dict(parsed.get("results"))
    channels = as_dicts(results.get("channels"))
    utterances = as_dicts(results.get("utterances"))
    cues = _from_utterances(utterances) if utterances else _from_words(channels)
    language = next((found for each in channels if (found := as_text(each.get("detected_language")))), "")
    return finished(Original(name, data, "Deepgram", _tool(parsed), language), cues, one_list=True)


def _from_utterances(utterances: list[dict[str, object]]) -> list[Cue]:
    several = len({as_text(each.get("channel")) for each in utterances}) > 1
    return [
        Cue(
            _label(each.get("speaker"), each.get("channel") if several else None),
            plain(as_text(each.get("transcript"))),
            str(place),
            number(each.get("start")),
            number(each.get("end")),
            number(each.get("confidence")),
        )
        for place, each in enumerate(utterances, start=1)
    ]


def _from_words(channels: list[dict[str, object]]) -> list[Cue]:
    cues: list[Cue] = []
    for place, channel in enumerate(channels):
        alternatives = as_dicts(channel.get("alternatives"))
        words = as_dicts(alternatives[0].get("words")) if alternatives else []
        cues += cues_of([_word(word, place if len(channels) > 1 else None) for word in words])
    # Each channel comes whole, one after the other.
    return sorted(cues, key=lambda cue: cue.start or 0.0) if len(channels) > 1 else cues


def _word(word: dict[str, object], channel: int | None) -> Word:
    return Word(
        _label(word.get("speaker"), channel),
        plain(as_text(word.get("punctuated_word")) or as_text(word.get("word"))),
        number(word.get("start")),
        number(word.get("end")),
        number(word.get("confidence")),
    )


def _label(speaker: object, channel: object) -> str:
    """Return the file's own names for the two numbers, "" where it gives neither."""
    parts = (("channel", as_text(channel)), ("speaker", as_text(speaker)))
    return ", ".join(f"{word} {value}" for word, value in parts if value)


def _tool(parsed: dict[str, object]) -> str:
    models = as_dict(as_dict(parsed.get("metadata")).get("model_info"))
    return " ".join(("Deepgram", *(as_text(as_dict(each).get("name")) for each in models.values()))).strip()
