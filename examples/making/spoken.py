"""One session as Zoom writes it down: our own invented conversation, with times."""

import re
from collections.abc import Iterator
from pathlib import Path

from making.draw import Draw

CONVERSATION = Path(__file__).with_name("conversation.txt")
DAY = "2026-03-31"
"""A Tuesday on which heron and the therapist met, some months after things had changed."""
NAMES = {"R": "Ruth Example", "K": "Kim"}
SPEAKERS = f"""\
# Who is who in these transcripts, as a person has said it: therapist, client or other.

[[source]]
file = "{DAY}.vtt"
labels = {{"{NAMES["R"]}" = "therapist", "{NAMES["K"]}" = "client"}}
"""
BEGIN = 4_200
PER_WORD, LEAST, STILL = 390, 500, 750
"""Milliseconds: a word, what an entry needs beside its words, and what each second of silence in the text becomes."""
LONGEST = 26
"""Words of one entry: Zoom begins a new one before it grows much longer."""
_LINE = re.compile(r"^([RK])(?: (\d+))?: (.+)$", re.MULTILINE)
_SILENCE = re.compile(r" ?\[(\d+)\] ?")
_SENTENCE = re.compile(r"(?<=[.?]) ")


def transcript(draw: Draw) -> str:
    """Return the conversation as WebVTT; the draw decides how fast each sentence is said."""
    lines = ["WEBVTT", ""]
    for number, (begin, end, name, words) in enumerate(_timed(draw), 1):
        lines += [str(number), f"{_clock(begin)} --> {_clock(end)}", f"{name}: {words}", ""]
    return "\n".join(lines)


def _timed(draw: Draw) -> Iterator[tuple[int, int, str, str]]:
    now = BEGIN
    for who, silence, said in _LINE.findall(CONVERSATION.read_text(encoding="utf-8")):
        now += STILL * int(silence) if silence else draw.between(200, 1_400)
        for before, words in _entries(said):
            now += STILL * before if before else draw.between(60, 450)
            takes = LEAST + int(PER_WORD * len(words.split()) * draw.between(85, 115) / 100)
            yield now, now + takes, NAMES[who], words
            now += takes


def _entries(said: str) -> Iterator[tuple[int, str]]:
    """Yield what one person says as entries, each with the whole seconds of silence before it."""
    parts = _SILENCE.split(said)
    for before, part in zip(("0", *parts[1::2]), parts[::2], strict=True):
        silence, entry = int(before), ""
        for sentence in _SENTENCE.split(part):
            if entry and len(f"{entry} {sentence}".split()) > LONGEST:
                yield silence, entry
                silence, entry = 0, ""
            entry = f"{entry} {sentence}".strip()
        yield silence, entry


def _clock(milliseconds: int) -> str:
    seconds, rest = divmod(milliseconds, 1_000)
    return f"{seconds // 3_600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{rest:03}"
