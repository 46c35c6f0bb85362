"""marks.toml: what the therapist made of earlier noticings, and rows they chose to leave out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from reattune.language import _
from reattune.model import Mark, Quarantined, Source, Verdict
from reattune.reading.fields import FieldError
from reattune.reading.gathered import Place
from reattune.reading.toml_values import as_day, as_number, as_tables, as_text, read_toml

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Marks:
    """The therapist's marks in time order, and the weight (0 to 1) of every row left out or lowered."""

    marks: tuple[Mark, ...] = ()
    left_out: Mapping[Source, float] = field(default_factory=dict)
    quarantined: tuple[Quarantined, ...] = ()


def read_marks(path: Path, place: Place) -> Marks:
    """Read one relationship's marks.toml.

    Args:
        path: The file; its folder is the relationship's.
        place: Where reading happens.

    Returns:
        The marks and left-out rows; entries that cannot be meant are set aside.

    Raises:
        UnreadableError: Where the file is not TOML.
    """
    name = place.name(path)
    content = read_toml(path, name)
    aside: list[Quarantined] = []
    marks = _each(content, "mark", name, aside, lambda table, row: _mark(table, Source(name, row)))
    folder = place.name(path.parent)
    weights = _each(content, "leave_out", name, aside, lambda table, _row: _left_out(table))
    # A file without a folder may stand beside marks.toml or at the top of the practice: both are meant.
    places = [(Source(each, row), weight) for (file, row), weight in weights for each in _both(file, folder)]
    return Marks(
        marks=tuple(sorted(marks, key=lambda mark: (mark.on, mark.noticing))),
        left_out=dict(sorted(places)),
        quarantined=tuple(aside),
    )


def _each(
    content: Mapping[str, object],
    kind: str,
    name: str,
    aside: list[Quarantined],
    read: Callable[[Mapping[str, object], str], _T],
) -> list[_T]:
    read_so_far: list[_T] = []
    try:
        tables = as_tables(content, kind)
    except FieldError as error:
        aside.append(Quarantined(name, "", kind, error.why))
        return read_so_far
    for number, table in enumerate(tables, start=1):
        row = f"{kind} {number}"
        try:
            read_so_far.append(read(table, row))
        except FieldError as error:
            aside.append(Quarantined(name, row, kind, error.why))
    return read_so_far


def _mark(table: Mapping[str, object], source: Source) -> Mark:
    noticing, on = as_day(table, "noticing"), as_day(table, "on")
    if noticing is None or on is None:
        raise FieldError(_("needs noticing (the day it came up) and on (the day you decided)"))
    if on < noticing:
        raise FieldError(_("on is before noticing; check the two dates"))
    word = as_text(table, "as")
    if word not in tuple(Verdict):
        raise FieldError(_('as "{word}" is not one of: {words}').format(word=word, words=", ".join(Verdict)))
    return Mark(noticing=noticing, on=on, verdict=Verdict(word), source=source, until=as_day(table, "until"))


def _left_out(table: Mapping[str, object]) -> tuple[tuple[str, str], float]:
    file, row = as_text(table, "file"), as_text(table, "row")
    # A transcript is one row, and has no number.
    if not file or not (row or f"/{file}".rpartition("/")[0].endswith("/sessions")):
        raise FieldError(_("needs file and row, as they stand behind the noticing"))
    weight = as_number(table, "weight")
    weight = 0.0 if weight is None else weight
    if not 0 <= weight <= 1:
        raise FieldError(_("weight is not between 0 (leave it out) and 1"))
    return (file, row), weight


def _both(file: str, folder: str) -> tuple[str, ...]:
    return (file, f"{folder}/{file}") if "/" not in file or file.startswith("sessions/") else (file,)
