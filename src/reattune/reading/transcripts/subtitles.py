"""Subtitles: SubRip (.srt) and SubStation (.ass, .ssa), with speakers where names stand in them."""

import re
import warnings
from collections.abc import Iterator
from typing import Any

from reattune.errors import UnreadableError
from reattune.language import _
from reattune.model import Quarantined, Script
from reattune.reading.transcripts.clock import ARROW, between
from reattune.reading.transcripts.entries import Original, finished
from reattune.reading.transcripts.names import Entry, cues_with_names
from reattune.reading.transcripts.parsing import head_of, plain, text_of

_STYLED = re.compile(r"</?(?:b|i|u|s|font)(?:\s[^<>]*)?>|\{\\[^{}]*\}", re.IGNORECASE)
_MINUTE_FIRST = re.compile(r"(?m)^[ \t]*-?\d{1,4}:\d{1,2}:\d{1,2}[.,]\d{1,3}\s*-->")


def recognises_subrip(_name: str, data: bytes) -> bool:
    """Return whether the bytes look like SubRip."""
    head = head_of(data)
    return not head.lstrip().startswith("WEBVTT") and _MINUTE_FIRST.search(head) is not None


def recognises_substation(_name: str, data: bytes) -> bool:
    """Return whether the bytes look like SubStation Alpha."""
    return head_of(data).lstrip().startswith("[Script Info]")


def read_subrip(data: bytes, name: str) -> Script:
    """Read a SubRip file.

    Read by ourselves: pysubs2 takes a last line that is a number for the next entry's count, drops `{words}` in
    braces, and reads a time before zero as one after it.

    Raises:
        UnreadableError: If nothing was said in it.

    """
    text, remarks = text_of(data, name)
    aside: list[Quarantined] = []
    cues, further = cues_with_names(list(_entries(text.split("\n"), name, aside)), name)
    said = (*remarks, *further)
    return finished(Original(name, data, "SubRip"), cues, remarks=said, quarantined=aside, one_list=True)


def read_substation(data: bytes, name: str) -> Script:
    """Read a SubStation Alpha file, whose lines can name who speaks.

    Raises:
        UnreadableError: If it cannot be read or nothing was said in it.

    """
    text, remarks = text_of(data, name)
    parsed = _parsed(text, name)
    entries = [
        Entry(
            event.name.strip(),
            tuple(re.split(r"\\[Nn]", _STYLED.sub("", event.text).replace("\\h", " "))),
            str(place),
            event.start / 1000,
            event.end / 1000,
        )
        for place, event in enumerate(parsed.events, start=1)
        if event.type == "Dialogue"
    ]
    cues, further = cues_with_names(entries, name)
    if any(entry.label for entry in entries):
        cues, further = [entry.cue() for entry in entries], ()
    tool = plain(str(parsed.info.get("Original Script", "")))
    return finished(Original(name, data, "SubStation", tool), cues, remarks=(*remarks, *further), one_list=True)


def _parsed(text: str, name: str) -> Any:
    from pysubs2 import SSAFile  # noqa: PLC0415  (needed for this format alone)

    try:
        with warnings.catch_warnings():
            # It remarks on margins and colours, which say nothing about the words.
            warnings.simplefilter("ignore")
            return SSAFile.from_string(text)
    except Exception as error:  # one broken field is any kind of error there
        message = _("{file} begins like SubStation and cannot be read as such; export it again as SubRip or WebVTT.")
        raise UnreadableError(message.format(file=name)) from error


def _entries(lines: list[str], name: str, aside: list[Quarantined]) -> Iterator[Entry]:
    """Yield the entries between lines of time; a line with only a number before such a line is its count."""
    at = [place for place, line in enumerate(lines) if "-->" in line and ARROW.fullmatch(line)]
    for count, place in enumerate(at, start=1):
        last = at[count] if count < len(at) else len(lines)
        words = lines[place + 1 : last]
        if last < len(lines) and words and words[-1].strip().isdecimal():
            words = words[:-1]
        times = between(lines[place])
        if times is None:
            why = _("“{time}” is no time; correct it in the file, and the words after it are read")
            aside.append(Quarantined(name, str(place + 1), _("time"), why.format(time=plain(lines[place])[:60])))
            continue
        stripped = tuple(_STYLED.sub("", line) for line in words if line.strip())
        yield Entry("", stripped, str(count), *times)
