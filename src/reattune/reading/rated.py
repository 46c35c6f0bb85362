"""A corpus of one's own: transcripts with ratings of whole sessions, or with codes of single turns.

A folder holds transcripts in any known format, `speakers.toml` (who is who), and `ratings.csv` (file, rater, score and,
where several things were rated, target) or `codes.csv` (file, turn, code). KokoroChat is read as it is published.
"""

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from reattune.errors import NothingToReadError, ReattuneError, UnreadableError
from reattune.language import _
from reattune.model import NotAnalysed, Role, Script, Source, Transcript, Turn
from reattune.reading.kokorochat import MARK, holds_dialogues, read_dialogues
from reattune.reading.tables import Table, read_table
from reattune.reading.transcripts.known import read_script
from reattune.reading.transcripts.sessions import day_of, why_not
from reattune.reading.transcripts.speakers import FILE, Speakers, read_speakers

RATINGS, CODES = "ratings.csv", "codes.csv"
NO_DAY = date(2000, 1, 1)
"""Stands where a file's name does not begin with a day; nothing here depends on it."""


@dataclass(frozen=True, slots=True)
class Rated:
    """One session and how somebody rated it."""

    transcript: Transcript
    rater: str
    score: float


@dataclass(frozen=True, slots=True)
class Coded:
    """One session, entry by entry as its file has them, and the codes of some of them by their number from 0."""

    transcript: Transcript
    codes: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Corpus:
    """Sessions to learn from: `rated` or `coded`, what was left out and why, and what may be done with the outcome."""

    name: str
    rated: tuple[Rated, ...] = ()
    coded: tuple[Coded, ...] = ()
    left_out: tuple[NotAnalysed, ...] = ()
    licence: str = ""
    target: str = ""


def read_corpus(path: Path, target: str = "") -> Corpus:
    """Read a corpus to learn from.

    Args:
        path: a folder with ratings.csv or codes.csv beside transcripts, or KokoroChat (its folder or archive).
        target: which of several rated things is meant.

    Returns:
        The sessions, in order of their files; a file that cannot be read is left out and named.

    Raises:
        NothingToReadError: nothing in it can be learned from.
        UnreadableError: ratings.csv or codes.csv is no such table.
        ReattuneError: several things were rated, and none of them is meant.
    """
    if path.is_dir() and (path / RATINGS).is_file():
        found = _rated(path, target)
    elif path.is_dir() and (path / CODES).is_file():
        found = _coded(path)
    elif holds_dialogues(path):
        dialogues = tuple(Rated(*each) for each in read_dialogues(path))
        found = Corpus("KokoroChat", dialogues, licence=MARK, target="score")
    else:
        message = _("{path} holds neither {ratings} nor {codes}; put one of them beside the transcripts.")
        raise NothingToReadError(message.format(path=path, ratings=RATINGS, codes=CODES))
    if not found.rated and not found.coded:
        why = "; ".join(f"{each.what}: {each.why}" for each in found.left_out[:3])
        message = _("No session in {path} could be learned from ({why}).")
        raise NothingToReadError(message.format(path=path, why=why or _("it is empty")))
    return found


def entries(script: Script, speakers: Speakers, day: date) -> Transcript:
    """Return a script with each of its entries as a turn, as single turns are coded.

    Args:
        script: the file as it stands.
        speakers: who is who in it.
        day: the session's day.

    Raises:
        UnreadableError: a label has no role.
    """
    confirmed, changed = speakers.confirmed(script), speakers.changed(script)
    turns = tuple(
        Turn(changed.get(at, confirmed.get(cue.label, Role.OTHER)), cue.label, cue.text, cue.row, cue.start, cue.end)
        for at, cue in enumerate(script.cues)
    )
    return replace(speakers.transcript(script, day), turns=turns, source=Source(script.name, ""))


def _rated(folder: Path, target: str) -> Corpus:
    table = read_table(folder / RATINGS, RATINGS)
    records = list(_records(table, ("file", "rater", "score")))
    meant = _target({record.get("target", "") for _row, record in records}, target)
    chosen = [(row, record) for row, record in records if record.get("target", "") == meant]
    shelf = _Shelf(folder)
    rated = []
    for row, record in chosen:
        score = _number(record["score"], row)
        transcript = shelf.merged(record["file"])
        if transcript is not None:
            rated.append(Rated(transcript, record["rater"], score))
    return Corpus(folder.name, tuple(rated), left_out=shelf.left_out(), target=meant)


def _coded(folder: Path) -> Corpus:
    table = read_table(folder / CODES, CODES)
    codes: dict[str, dict[int, str]] = {}
    for row, record in _records(table, ("file", "turn", "code")):
        codes.setdefault(record["file"], {})[int(_number(record["turn"], row, CODES)) - 1] = record["code"]
    shelf = _Shelf(folder)
    coded = []
    for name, of_turns in codes.items():
        transcript = shelf.single(name)
        if transcript is not None:
            kept = {at: code for at, code in of_turns.items() if 0 <= at < len(transcript.turns)}
            coded.append(Coded(transcript, kept))
    return Corpus(folder.name, coded=tuple(coded), left_out=shelf.left_out(), target="code")


def _records(table: Table, needed: tuple[str, ...]) -> Iterable[tuple[int, dict[str, str]]]:
    missing = [name for name in needed if name not in table.columns]
    if missing:
        message = _("{file} has no column {columns}; it needs {needed}.")
        told = {"file": table.name, "columns": ", ".join(missing), "needed": ", ".join(needed)}
        raise UnreadableError(message.format(**told))
    for row, record in table.records():
        empty = [name for name in needed if not record[name]]
        if empty:
            message = _("{file}, row {row}: {columns} is empty; fill it in or take the row away.")
            raise UnreadableError(message.format(file=table.name, row=row, columns=", ".join(empty)))
        yield row, record


def _number(text: str, row: int, file: str = RATINGS) -> float:
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        message = _("{file}, row {row}: “{text}” is not a number.")
        raise UnreadableError(message.format(file=file, row=row, text=text))
    return value


def _target(there: set[str], wanted: str) -> str:
    if wanted in there or (not wanted and len(there) == 1):
        return wanted or next(iter(there))
    message = _("{file} rates {targets}; say which of them with --target.")
    raise ReattuneError(message.format(file=RATINGS, targets=", ".join(sorted(there))))


class _Shelf:
    """The transcripts beside a table: each is read once, and what cannot be read is named once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.speakers: Speakers = read_speakers(folder / FILE, FILE)
        self.scripts: dict[str, Script | str] = {}

    def merged(self, name: str) -> Transcript | None:
        """Return a file as turns, neighbouring entries of one speaker together."""
        return self._made(name, self.speakers.transcript)

    def single(self, name: str) -> Transcript | None:
        """Return a file with each of its entries as a turn."""
        return self._made(name, lambda script, day: entries(script, self.speakers, day))

    def left_out(self) -> tuple[NotAnalysed, ...]:
        """Return the files that were not read, and why."""
        return tuple(NotAnalysed(name, why) for name, why in self.scripts.items() if isinstance(why, str))

    def _made(self, name: str, make: Callable[[Script, date], Transcript]) -> Transcript | None:
        if name not in self.scripts:
            self.scripts[name] = self._script(name)
        script = self.scripts[name]
        return None if isinstance(script, str) else make(script, day_of(name) or NO_DAY)

    def _script(self, name: str) -> Script | str:
        path = self.folder / name
        if path.resolve().parent != self.folder.resolve() or not path.is_file():
            return _("there is no such file beside the table")
        try:
            script = read_script(path, name)
        except ReattuneError as error:
            return str(error)
        return why_not(script, self.speakers) or script
