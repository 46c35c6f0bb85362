"""WebVTT as Zoom, Teams, WhisperX and others write it: voices by tag, or names before the words."""

import html
import re
from collections.abc import Iterator
from typing import Any

from reattune.errors import UnreadableError
from reattune.language import _
from reattune.model import Quarantined, Script
from reattune.reading.transcripts.clock import ARROW, between, seconds
from reattune.reading.transcripts.entries import Original, finished
from reattune.reading.transcripts.names import Entry, cues_with_names, shared_time
from reattune.reading.transcripts.parsing import head_of, number, plain, text_of

_VOICE = re.compile(r"<v(?:\.[^\s<>]{0,99})?(?:[ \t]([^<>]{0,199}))?>")
_TAG = re.compile(r"</?(?:v|b|i|u|c|ruby|rt|lang)(?:[.\s][^<>]*)?>|<(?:\d+:)?\d{1,2}:\d{1,2}\.\d{1,3}>")
_ENTITY = re.compile(r"&(?:amp|lt|gt|nbsp|lrm|rlm|quot|apos|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});")
_CONFIDENCE = re.compile(r"confidence\s*:\s*([\d.]+)", re.IGNORECASE)
_LANGUAGE = re.compile(r"\blanguage\s*:\s*([A-Za-z][\w-]*)", re.IGNORECASE)
_TOOL = re.compile(r"(?:created|generated|written|transcribed|produced) (?:by|with|using) ([^\n]{1,80})", re.IGNORECASE)


def recognises(_name: str, data: bytes) -> bool:
    """Return whether the bytes begin as WebVTT does."""
    return head_of(data).lstrip().startswith("WEBVTT")


def read(data: bytes, name: str) -> Script:
    """Read a WebVTT file.

    Raises:
        UnreadableError: If it is no WebVTT or holds nothing that was said.

    """
    text, remarks = text_of(data, name)
    whole, aside = _lines(text.lstrip("\n \t"), name)
    parsed = _parsed(whole, name)
    spoken = list(_spoken(parsed))
    voices = any(entry.label for entry in spoken)
    cues, further = ([entry.cue() for entry in spoken], ()) if voices else cues_with_names(spoken, name)
    about = "\n".join((parsed.header_text or "", *parsed.metadata, *parsed.header_comments))
    original = Original(name, data, "WebVTT", _first(_TOOL, about), _first(_LANGUAGE, about))
    return finished(original, cues, remarks=(*remarks, *further), quarantined=aside, one_list=True)


def _lines(text: str, name: str) -> tuple[str, list[Quarantined]]:
    """Return the text with every time as the library wants it, and entries set aside whose time is none.

    The library passes over an entry with a broken time without a word, and refuses the file for a single 75th minute.
    """
    aside: list[Quarantined] = []
    lines = text.split("\n")
    for place, line in enumerate(lines):
        found = ARROW.fullmatch(line) if "-->" in line else None
        if found is None:
            continue
        times = between(line)
        if times is None or min(times) < 0:
            aside.append(Quarantined(name, f"{place + 1}", _("time"), _not_a_time(line)))
            lines[place] = line.replace("-->", "--")
        elif "," in line[: found.start("rest")]:
            lines[place] = line[: found.start("rest")].replace(",", ".") + line[found.start("rest") :]
    return "\n".join(lines), aside


def _not_a_time(line: str) -> str:
    return _("“{time}” is no time; correct it in the file, and the words after it are read").format(
        time=plain(line)[:60]
    )


def _parsed(text: str, name: str) -> Any:
    from webvtt import WebVTT  # noqa: PLC0415  (needed for this format alone)
    from webvtt.errors import MalformedCaptionError, MalformedFileError  # noqa: PLC0415

    try:
        return WebVTT.from_string(text)
    except (MalformedCaptionError, MalformedFileError, ValueError) as error:
        message = _("{file} begins like WebVTT and cannot be read as such ({error}); export it again.")
        raise UnreadableError(message.format(file=name, error=error)) from error


def _spoken(parsed: Any) -> Iterator[Entry]:
    """Yield what was said, by voice where the file has voices: two of them in one cue become two entries."""
    for place, caption in enumerate(parsed.captions, start=1):
        start, end = seconds(caption.start), seconds(caption.end)
        # What stands before the first cue belongs to the whole file, for the library.
        notes = caption.comments if place > 1 else [*parsed.header_comments[-1:], *caption.comments]
        confidence = number(_first(_CONFIDENCE, "\n".join(notes)))
        # `raw_text`, because the library keeps only the first of two voices and puts their words together.
        parts = _VOICE.split(caption.raw_text)
        voiced = list(zip(["", *parts[1::2]], parts[0::2], strict=True))
        voiced = voiced if len(voiced) == 1 else [pair for pair in voiced if pair[1].strip()] or voiced[-1:]
        spoken = []
        for label, words in voiced:
            lines = tuple(_without_tags(line) for line in words.split("\n"))
            spoken.append(Entry(html.unescape(label or "").strip(), lines, str(place), start, end, confidence))
        yield from shared_time(spoken)


def _without_tags(text: str) -> str:
    bare = _TAG.sub("", text) if "<" in text else text
    return _ENTITY.sub(lambda found: html.unescape(found[0]), bare) if "&" in bare else bare


def _first(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found[1].strip() if found else ""
