"""CHAT (.cha), as CLAN and TalkBank write it: who speaks by code, times in bullets, and silences that are marked."""

import re
from collections.abc import Callable, Iterator

from reattune.model import Cue, Pause, Role, Script
from reattune.reading.transcripts.entries import Original, finished, short_language
from reattune.reading.transcripts.labels import stated
from reattune.reading.transcripts.parsing import text_of
from reattune.reading.transcripts.pauses import between

FORMAT = "CHAT"
_HEAD = re.compile(r"^@(?:UTF8|Begin|Participants:|Languages:)", re.MULTILINE)
_SPOKEN = re.compile(r"\*([^\s:]{1,32}):\s*(.*)", re.DOTALL)
_CODE_FIELD, _ROLE_FIELD = 2, 7
"""Places between the bars of an @ID line."""
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
    (re.compile(r"(?<!\s)\s*[‡„]"), ","),
)
"""What CHAT writes into the words, and what is left of it: the words that were said, xxx among them."""


def recognises(_name: str, data: bytes) -> bool:
    """Return whether the bytes have the head of a CHAT file."""
    head = data[:4096].replace(b"\x00", b"").decode("utf-8", "ignore").lstrip("\ufeff\r\n \t")
    return head.startswith("@") and _HEAD.search(head) is not None


def read(data: bytes, name: str) -> Script:
    """Return what is said on the main tiers of a CHAT file.

    Raises:
        UnreadableError: If it holds no text, or no words.

    """
    # CLAN shows the control character around times as a bullet; so many of them do not look like text.
    text, remarks = text_of(data.replace(b"\x15", "•".encode()), name)
    lines = list(_whole_lines(text.split("\n")))
    cues = [_cue(row, *found.groups()) for row, line in lines if (found := _SPOKEN.match(line))]
    roles = _roles([line for _row, line in lines])
    languages = [line.partition(":")[2] for _row, line in lines if line.startswith("@Languages:")]
    language = short_language(re.split(r"[,\s]+", languages[0].strip())[0]) if languages else ""
    stated_roles = tuple((code, role) for code in dict.fromkeys(cue.label for cue in cues) if (role := roles(code)))
    return finished(Original(name, data, FORMAT, "", language), cues, stated=stated_roles, remarks=remarks)


# pylangacq leaves out pauses and the times after the first, and its parser ends in a panic that is no `Exception`
# where a code is broken; only the lines are needed of what it gives.
def _whole_lines(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Yield headers and tiers, each with the lines that go on with it, and the number of its first line."""
    started = 0
    parts: list[str] = []
    for number, line in enumerate(lines, start=1):
        if line[:1] in {"@", "*", "%"}:
            yield started, " ".join(parts)
            started, parts = number, []
        parts.append(line.strip())
    yield started, " ".join(parts)


def _cue(row: int, code: str, raw: str) -> Cue:
    times = [(int(start) / 1000, int(end) / 1000) for start, end in _BULLET.findall(raw)]
    words, pauses = _words(raw)
    start, end = (times[0][0], times[-1][1]) if times else (None, None)
    return Cue(code, words, str(row), start, end, pauses=pauses)


def _roles(lines: list[str]) -> Callable[[str], Role | None]:
    """Return what says whose a code is: the role that @Participants or @ID names, or the code that is the word."""
    words: dict[str, list[str]] = {}
    for line in lines:
        head, _colon, rest = line.partition(":")
        if head == "@Participants":
            for code, *further in (each.split() for each in rest.split(",") if each.strip()):
                words.setdefault(code, []).extend(further[-1:])
        elif head == "@ID" and len(fields := rest.strip().split("|")) > _ROLE_FIELD:
            words.setdefault(fields[_CODE_FIELD].strip(), []).append(fields[_ROLE_FIELD])
    return lambda code: next((role for _word, role in stated([*words.get(code, []), code])), None)


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
