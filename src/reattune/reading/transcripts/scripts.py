"""Scripts as people type them: `T1: ...`, `Therapist: ...`, a name and a tab, with or without stamps of time."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from reattune.errors import UnreadableError
from reattune.language import _, plural
from reattune.model import Cue, Quarantined, Script
from reattune.reading.transcripts import tables
from reattune.reading.transcripts.entries import Original, finished
from reattune.reading.transcripts.parsing import text_of
from reattune.reading.transcripts.pauses import NUMBERED, SAID, apart, together
from reattune.reading.transcripts.prefixes import Prefix, accepted, is_role_or_letters, prefix_of
from reattune.reading.transcripts.stamps import F4, Stamped, by_turns, stamped

FORMAT = "script"
_OTHERS = re.compile(
    r"\s*(?:WEBVTT|@(?:UTF8|Begin)|\{\\rtf|[\[{]\s*[\[{\"]|<\?xml|<\w+|\[Script Info\]|File type = \"oo|\"ooTextFile)"
    r"|(?s:.)*?-->",
)
_HEADED = re.compile(r"^\S.{0,60}?(?: {2,}|\t)\(?(?:\d{1,2}:)?\d{1,2}:\d{2}\)?\s*$", re.MULTILINE)
_GLIMPSE = 256 * 1024


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a document, or a row of a table in it that has a cell for who speaks."""

    row: str
    text: str
    label: str | None = None


@dataclass(slots=True)
class _Turn:
    label: str
    row: str
    parts: list[Stamped] = field(default_factory=list)


def recognises(name: str, data: bytes) -> bool:
    """Return whether the bytes are plain text in which somebody's name or letter stands before what is said."""
    try:
        text, _remarks = text_of(data[:_GLIMPSE], "")
    except UnreadableError:
        return False
    if _OTHERS.match(text) or tables.recognises(name, data) or len(_HEADED.findall(text)) > 1:
        return False
    found = [prefix for line in paragraphs_of(text) if (prefix := prefix_of(stamped(line.text).text))]
    return len(found) > 1 and bool(accepted(found))


def read(data: bytes, name: str) -> Script:
    """Return what is said in a plain text script.

    Raises:
        UnreadableError: If it is no text, or nobody is named in it.

    """
    text, remarks = text_of(data, name)
    return script_of(Original(name, data, FORMAT), paragraphs_of(text), remarks)


def paragraphs_of(text: str) -> list[Paragraph]:
    """Return the lines of a text, numbered as an editor shows them."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return [Paragraph(str(number), line) for number, line in enumerate(lines, start=1)]


def script_of(original: Original, paragraphs: Iterable[Paragraph], remarks: Sequence[str] = ()) -> Script:
    """Return what is said in paragraphs, each turn with those that go on with it.

    Args:
        original: the file they are from.
        paragraphs: in the file's order.
        remarks: what had to be assumed on the way.

    Raises:
        UnreadableError: If nobody is named in them.

    """
    filled = [(each, stamped(each.text)) for each in paragraphs if each.text.strip()]
    turns, before, once = _turns(filled)
    if not turns:
        message = _(
            "{file}: no names stand before what is said; write “T:” or a name and a colon at the beginning of each turn"
        )
        raise UnreadableError(message.format(file=original.name))
    tool = next((part.tool for turn in turns for part in turn.parts if part.tool), "")
    pattern = NUMBERED if tool == F4 else SAID
    aside: list[Quarantined] = []
    spoken = [_cue(turn, pattern) for turn in turns]
    times = by_turns([[*turn.parts] for turn in turns])
    timed = [replace(cue, start=start, end=end) for cue, (start, end) in zip(spoken, times, strict=True)]
    cues = list(_forward(timed, original.name, aside))
    return finished(
        replace(original, tool=tool or original.tool),
        cues,
        remarks=[*remarks, *_said(before, once)],
        quarantined=aside,
        sort=False,
    )


def _turns(filled: list[tuple[Paragraph, Stamped]]) -> tuple[list[_Turn], int, list[str]]:
    """Return the turns, how many paragraphs stand before anybody speaks, and names that come only once."""
    found = [prefix_of(words.text) if each.label is None else Prefix(each.label, "", "", 0) for each, words in filled]
    known = accepted([prefix for prefix in found if prefix is not None])
    turns: list[_Turn] = []
    before = 0
    counts: Counter[str] = Counter()
    for (each, words), prefix in zip(filled, found, strict=True):
        label, row, rest = _speaker(each, words, prefix, known)
        if label is not None:
            turns.append(_Turn(label, row, [rest]))
            counts[label] += 1 if each.label is None else 2
        elif turns:
            turns[-1].parts.append(words)
        else:
            before += 1
    return turns, before, _once(counts)


def _once(counts: Counter[str]) -> list[str]:
    """Return names that come once where others come again: somebody who said one thing, or part of a sentence."""
    again = sum(count > 1 for count in counts.values())
    return [label for label, count in counts.items() if count == 1 and again > 1 and not is_role_or_letters(label)]


def _speaker(
    each: Paragraph, words: Stamped, prefix: Prefix | None, known: dict[str, tuple[str, str]]
) -> tuple[str | None, str, Stamped]:
    if each.label is not None:
        label, row = known.get(each.label, (each.label, ""))
        return label, row or each.row, words
    if prefix is None or prefix.label not in known:
        return None, "", words
    label, row = known[prefix.label]
    return label, row or prefix.number or each.row, words.after(prefix)


def _cue(turn: _Turn, pattern: re.Pattern[str]) -> Cue:
    text, _lengths = together(part.text for part in turn.parts)
    words, pauses = apart(text, pattern)
    return Cue(turn.label, words, turn.row, pauses=pauses)


def _forward(cues: list[Cue], name: str, aside: list[Quarantined]) -> Iterator[Cue]:
    """Yield cues in the file's order, which is the order of speaking; a time that goes back is set aside."""
    last = 0.0
    for cue in cues:
        if cue.start is not None and cue.start < last:
            why = _("its time is before that of the turn before; the words are kept without a time")
            aside.append(Quarantined(name, cue.row, "time", why))
            yield replace(cue, start=None, end=None)
            continue
        last = last if cue.start is None else cue.start
        yield cue


def _said(before: int, once: list[str]) -> Iterator[str]:
    if before:
        yield plural(
            "{n} line before anybody speaks was left out", "{n} lines before anybody speaks were left out", before
        )
    for label in once[:5]:
        yield _("“{label}” stands before a colon only once; see whether that is somebody who speaks").format(
            label=label
        )
