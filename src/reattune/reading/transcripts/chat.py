"""CHAT (.cha), as CLAN and TalkBank write it: who speaks by code, times in bullets, and silences that are marked."""

import re
from collections.abc import Iterator
from typing import Any

from reattune.errors import UnreadableError
from reattune.language import _
from reattune.model import Cue, Pause, Role, Script
from reattune.reading.transcripts.entries import Original, finished, short_language
from reattune.reading.transcripts.labels import stated
from reattune.reading.transcripts.parsing import text_of
from reattune.reading.transcripts.pauses import between

FORMAT = "CHAT"
_HEAD = re.compile(r"^@(?:UTF8|Begin|Participants:|Languages:)", re.MULTILINE)
_SPOKEN = re.compile(r"^\*[^\s:]{1,32}:")
_BULLET = re.compile(r"•(?:%\w{1,8}:\"[^\"•]{0,400}\"_)?(\d{1,12})_(\d{1,12})-?•")
_PAUSE = re.compile(r"\((?:\.{1,3}|(?:(\d{1,4}):)?(\d{1,5}(?:\.\d{0,3})?)\.?)\)")
_CODED = re.compile(r"[^\w\s.,?!'’-]|_|(?<!\S)0|[\x01-\x08\x0e-\x1f]")
_PHRASES = (
    (re.compile(r"\[=!\s*([^\]]{1,200})\]"), r"(\1)"),
    (re.compile(r"\[x\s*(\d{1,3})\]"), r"(x \1)"),
    (re.compile(r"\[[^\]]{0,400}\]"), " "),  # corrections, retracings, comments of the transcriber, postcodes
    (re.compile(r"(?<!\S)&=(\S+)"), lambda found: f"({found[1].replace(':', ' ').replace('_', ' ')})"),
    (re.compile(r"(?<!\S)&\*\S+"), " "),  # somebody else's word in between
    (re.compile(r"(?<!\S)&[-+~]?(?=\w)"), ""),
    (re.compile(r"\+(?:\.\.\.|…)\s*\??"), "..."),
    (re.compile(r"\+\"?/{1,2}([.?])|\+[!\"]?([.?!])"), lambda found: "–" if found[1] == "." else found[1] or found[2]),
    (re.compile(r"(?<!\S)\+(?:[\"^<,+]|≈|≋)+"), " "),
    (re.compile(r"(?<!\S)0\w*"), " "),  # left out by the speaker, and so not said
    (re.compile(r"[<>‹›⌈⌉⌊⌋↑↓↗↘⇗⇘→∆∇°▁▔☺∬Ϋ∮⁎≈≋∙]"), ""),
    (re.compile(r"(?<=\w)@[a-z](?::\w+|\$\w+)?\w*"), ""),
    (re.compile(r"\((\w+)\)(?=\w)|(?<=\w)\((\w+)\)"), lambda found: found[1] or found[2]),
    (re.compile(r"(?<=[^\W\d_]):+(?=[^\W\d_]|\s|$)"), ""),
    (re.compile(r"(?<=\w)[_+](?=\w)"), " "),
    (re.compile(r"\s*[‡„]"), ","),
)
"""What CHAT writes into the words, and what is left of it: the words that were said, xxx among them."""


def recognises(_name: str, data: bytes) -> bool:
    """Return whether the bytes have the head of a CHAT file."""
    head = data[:4096].replace(b"\x00", b"").decode("utf-8", "ignore").lstrip("\ufeff\r\n \t")
    return head.startswith("@") and _HEAD.search(head) is not None


def read(data: bytes, name: str) -> Script:
    """Return what is said on the main tiers of a CHAT file.

    Raises:
        UnreadableError: If it cannot be read as CHAT, or holds no words.

    """
    # CLAN shows the control character around times as a bullet; so many of them do not look like text.
    text, remarks = text_of(data.replace(b"\x15", "•".encode()), name)
    # Lines under an utterance (%mor, %com ...) are not words of it, and pylangacq stumbles where they do not fit.
    lines = text.split("\n")
    parsed = _parsed("\n".join(_main_lines(lines)), name)
    roles = {who.code: (who.name, who.role) for who in parsed.participants()}
    rows = [str(number) for number, line in enumerate(lines, start=1) if _SPOKEN.match(line)]
    cues = list(_cues(parsed.utterances(), rows))
    codes = list(dict.fromkeys(cue.label for cue in cues))
    languages = parsed.languages()
    original = Original(name, data, FORMAT, "", short_language(languages[0]) if languages else "")
    return finished(original, cues, stated=_stated(codes, roles), remarks=remarks)


def _main_lines(lines: list[str]) -> Iterator[str]:
    """Yield the headers and main tiers with the lines that go on with them."""
    kept = True
    for line in lines:
        if line[:1] in {"@", "*", "%"}:
            kept = line[0] != "%"
        if kept:
            yield line


def _parsed(text: str, name: str) -> Any:
    import pylangacq  # noqa: PLC0415  (only a folder with CHAT files needs it)

    try:
        # Not strict: “Client” is no role of CHAT's own list, and a transcript of therapy has one.
        return pylangacq.CHAT.from_strs([text], strict=False)
    except Exception as error:
        message = _("{file} could not be read as CHAT; check it in CLAN and save it again")
        raise UnreadableError(message.format(file=name)) from error


def _cues(utterances: Any, rows: list[str]) -> Iterator[Cue]:
    # A header between two lines (@G, @Bg) is one of pylangacq's utterances as well, with nothing in it.
    found = [utterance for utterance in utterances if utterance.tiers and utterance.participant]
    numbered = rows if len(rows) == len(found) else [str(number) for number in range(1, len(found) + 1)]
    for row, utterance in zip(numbered, found, strict=True):
        # The raw tier, because the tokens are without pauses, and the time is only that of the first bullet.
        raw = utterance.tiers.get(utterance.participant, "")
        times = [(int(start) / 1000, int(end) / 1000) for start, end in _BULLET.findall(raw)]
        words, pauses = _words(raw)
        start, end = (times[0][0], times[-1][1]) if times else (None, None)
        yield Cue(utterance.participant, words, row, start, end, pauses=pauses)


def _words(raw: str) -> tuple[str, tuple[Pause, ...]]:
    """Return what was said, without CHAT's codes, and the silences in it."""
    marks = [(match.group(), _length(match)) for match in _PAUSE.finditer(raw)]
    pieces = _PAUSE.split(raw)[:: _PAUSE.groups + 1]
    return between([_cleaned(piece) for piece in pieces], marks)


def _cleaned(raw: str) -> str:
    raw = _BULLET.sub(" ", raw)
    for pattern, kept in _PHRASES if _CODED.search(raw) else ():
        raw = pattern.sub(kept, raw)
    return re.sub(r"\s+([.,?!…](?:\s|$|\.))", r"\1", " ".join(raw.split()))


def _length(match: re.Match[str]) -> float | None:
    minutes, seconds = match.groups()
    return None if seconds is None else int(minutes or 0) * 60 + float(seconds)


def _stated(codes: list[str], roles: dict[str, tuple[str, str]]) -> tuple[tuple[str, Role], ...]:
    """Return the roles that @Participants and @ID name, or the code itself where it is the word."""
    found = []
    for code in codes:
        words = [role.replace("_", " ") for role in roles.get(code, ("", ""))[::-1]]
        role = next((role for _word, role in stated([*words, code])), None)
        found += [(code, role)] if role is not None else []
    return tuple(found)
