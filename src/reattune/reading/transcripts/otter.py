"""Text as Otter writes it: a line with the name and when it began, then the words."""

import re
from itertools import pairwise

from reattune.language import _, plural
from reattune.model import Cue, Script, Times
from reattune.reading.transcripts.clock import seconds
from reattune.reading.transcripts.entries import Original, finished
from reattune.reading.transcripts.parsing import head_of, plain, text_of

_HEADING = re.compile(r"[ \t]*(?P<name>[^\s\n][^\n]{0,59}?)(?:[ \t]{2,}|\t)(?P<time>(?:\d{1,3}:)?\d{1,2}:\d{2})[ \t]*")
_SIGNED = re.compile(r"transcribed by https?://otter\.ai\S*", re.IGNORECASE)


def recognises(_name: str, data: bytes) -> bool:
    """Return whether the bytes are text with lines of a name and a time, and words under them."""
    head = head_of(data)
    if "-->" in head or head.lstrip().startswith(("{", "[", "<", "@")):
        return False
    lines = head.split("\n")
    return any(_HEADING.fullmatch(one) and two.strip() for one, two in pairwise(lines))


def read(data: bytes, name: str) -> Script:
    """Read text as Otter exports it; it says when somebody began, and not when they ended.

    Raises:
        UnreadableError: If nothing was said in it.

    """
    text, remarks = text_of(data, name)
    cues: list[Cue] = []
    heading: re.Match[str] | None = None
    words: list[str] = []
    row = before = 0
    tool = ""
    for place, line in enumerate([*text.split("\n"), ""], start=1):
        if _SIGNED.fullmatch(line.strip()):
            tool = "Otter"
            continue
        found = _HEADING.fullmatch(line)
        if found is None:
            words.append(line)
            before += heading is None and bool(line.strip())
            continue
        cues += [_cue(heading, words, row)] if heading else []
        heading, words, row = found, [], place
    cues += [_cue(heading, words, row)] if heading else []
    said = (*remarks, *_before(before, name))
    return finished(Original(name, data, "Otter", tool), cues, remarks=said, times=Times.STARTS, one_list=True)


def _cue(heading: re.Match[str], words: list[str], row: int) -> Cue:
    return Cue(heading["name"].strip(), plain(" ".join(words)), str(row), seconds(heading["time"]))


def _before(count: int, name: str) -> tuple[str, ...]:
    if not count:
        return ()
    counted = plural("{n} line before the first name was", "{n} lines before the first name were", count)
    message = _("in {file}, {counted} left out, as nobody is named for it")
    return (message.format(file=name, counted=counted),)
