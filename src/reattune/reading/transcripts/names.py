"""Entries in which names stand before the words, made into cues: `Anna: words`, `[SPEAKER_00]: words`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reattune.language import _, plural
from reattune.model import Cue
from reattune.reading.transcripts.labels import name_before, named
from reattune.reading.transcripts.parsing import plain


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a file before anybody's name is known: its lines, and what the file says beside them."""

    label: str
    lines: tuple[str, ...]
    row: str
    start: float | None = None
    end: float | None = None
    confidence: float | None = None

    def cue(self) -> Cue:
        """Return the entry as a cue of the speaker it names."""
        return Cue(self.label, plain(" ".join(self.lines)), self.row, self.start, self.end, self.confidence)


def cues_with_names(entries: Sequence[Entry], name: str) -> tuple[list[Cue], tuple[str, ...]]:
    """Return a cue for each entry, or for each speaker in it, with the name that stands before the words.

    Args:
        entries: In the file's order.
        name: The file's name as a person sees it.

    Returns:
        The cues, and what is to be said about entries without a name.
    """
    apart = list(_apart(entries))
    pairs, went_on = named([" ".join(entry.lines) for entry in apart])
    cues = [
        Cue(label, plain(words), entry.row, entry.start, entry.end, entry.confidence)
        for entry, (label, words) in zip(apart, pairs, strict=True)
    ]
    if not went_on:
        return cues, ()
    counted = plural("{n} entry has no name and was", "{n} entries have no name and were", went_on)
    message = _("in {file}, {counted} read as going on with the speaker before")
    return cues, (message.format(file=name, counted=counted),)


def shared_time(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Return entries of several speakers that share one time: when it changed from one to the next is unknown."""
    last = len(entries) - 1
    return tuple(
        replace(entry, start=entry.start if place == 0 else None, end=entry.end if place == last else None)
        for place, entry in enumerate(entries)
    )


def _apart(entries: Sequence[Entry]) -> Iterator[Entry]:
    """Yield entries, those with two speakers cut before the second: a name that begins other entries too."""
    known = {found[0] for entry in entries if entry.lines and (found := name_before(entry.lines[0]))}
    for entry in entries:
        parts: list[list[str]] = [[]]
        for line in entry.lines:
            found = name_before(line) if parts[-1] else None
            if found and found[0] in known:
                parts.append([])
            parts[-1].append(line)
        yield from shared_time([replace(entry, lines=tuple(lines)) for lines in parts])
