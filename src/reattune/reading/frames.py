"""frame.toml: the agreed contract in all its versions, its breaks, and what was settled about the relationship."""

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TypeVar

from reattune.language import _
from reattune.model import Break, BreakBy, Frame, FrameVersion, Quarantined, Source
from reattune.reading.fields import FieldError
from reattune.reading.gathered import Place
from reattune.reading.stream_names import FAMILIES, is_stream
from reattune.reading.toml_values import as_day, as_number, as_table, as_tables, as_text, as_texts, read_toml

_Value = TypeVar("_Value")

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_ENDINGS = ("planned", "without_last_session")
_ENDERS = ("client", "therapist", "both", "third_party", "unknown")
_LONGEST_SESSION = 24 * 60
_WIDEST_INTERVAL = 52


@dataclass(frozen=True, slots=True)
class RelationshipSettings:
    """What `[relationship]` in frame.toml says.

    `off` and `on` name streams switched off or on; `suppress` silences every prompt, and `suppress_why` says why.
    """

    started: date | None = None
    ended: date | None = None
    ended_how: str | None = None
    ended_by: str | None = None
    suppress: bool = False
    suppress_why: str = ""
    off: frozenset[str] = frozenset()
    on: frozenset[str] = frozenset()


def read_frame(path: Path, place: Place) -> tuple[Frame, RelationshipSettings, tuple[Quarantined, ...]]:
    """Read one frame.toml.

    Args:
        path: The file.
        place: The practice's folder.

    Returns:
        The frame (versions oldest first), the settings, and every field that was set aside.

    Raises:
        UnreadableError: Where the file is not TOML; its text names the line.
    """
    name = place.name(path)
    content = read_toml(path, name)
    sheet = _Sheet(name)
    versions = [version for row, table in sheet.tables(content, "version") for version in _version(sheet, row, table)]
    breaks = [found for row, table in sheet.tables(content, "break") for found in _break(sheet, row, table)]
    frame = Frame(
        versions=tuple(sorted(versions, key=lambda version: version.start)),
        breaks=tuple(sorted(breaks, key=lambda found: (found.start, found.end, found.source))),
    )
    settings = _settings(sheet, sheet.value("relationship", "relationship", lambda: as_table(content, "relationship")))
    return frame, settings, tuple(sheet.aside)


class _Sheet:
    """A file that is being read: each field that cannot be meant is set aside, and the rest goes on."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.aside: list[Quarantined] = []

    def value(self, row: str, field: str, read: Callable[[], _Value]) -> _Value | None:
        """Return what `read` finds, or None after setting the field aside."""
        try:
            return read()
        except FieldError as error:
            self.set_aside(row, field, error.why)
            return None

    def set_aside(self, row: str, field: str, why: str) -> None:
        """Note that a field was set aside, and why."""
        self.aside.append(Quarantined(self.name, row, field, why))

    def tables(self, content: Mapping[str, object], field: str) -> Iterator[tuple[str, Mapping[str, object]]]:
        """Yield the tables under a name, each with its row as a person counts it."""
        for number, table in enumerate(self.value(field, field, lambda: as_tables(content, field)) or (), start=1):
            yield f"{field} {number}", table


def _version(sheet: _Sheet, row: str, table: Mapping[str, object]) -> Iterator[FrameVersion]:
    start = _required_day(sheet, row, table, "from")
    if start is None:
        return
    minutes = sheet.value(row, "minutes", lambda: _whole(table, "minutes", _LONGEST_SESSION))
    every = sheet.value(row, "every_weeks", lambda: _whole(table, "every_weeks", _WIDEST_INTERVAL))
    yield FrameVersion(
        start=start,
        source=Source(sheet.name, row),
        weekday=sheet.value(row, "weekday", lambda: _weekday(table)),
        starts_at=sheet.value(row, "time", lambda: _time(table)),
        minutes=minutes,
        every_weeks=1 if every is None else every,
        fee=sheet.value(row, "fee", lambda: _amount(table, "fee")),
        notice_hours=sheet.value(row, "notice_hours", lambda: _hours(table, "notice_hours")),
    )


def _break(sheet: _Sheet, row: str, table: Mapping[str, object]) -> Iterator[Break]:
    start, end = (_required_day(sheet, row, table, field) for field in ("from", "to"))
    by = sheet.value(row, "by", lambda: _one_of(table, "by", tuple(BreakBy)))
    if start is None or end is None or by is None:
        return
    if by == "":
        sheet.set_aside(row, "by", _('is missing; say whose break it is: "client", "therapist" or "both"'))
        return
    if start > end:
        sheet.set_aside(row, "to", _("{to} lies before {start}; put one of the two right").format(to=end, start=start))
        return
    yield Break(
        start=start,
        end=end,
        by=BreakBy(by),
        source=Source(sheet.name, row),
        agreed=sheet.value(row, "agreed", lambda: as_day(table, "agreed")),
        note=sheet.value(row, "note", lambda: as_text(table, "note")) or None,
    )


def _settings(sheet: _Sheet, table: Mapping[str, object] | None) -> RelationshipSettings:
    row, table = "relationship", table or {}
    started = sheet.value(row, "started", lambda: as_day(table, "started"))
    ended = sheet.value(row, "ended", lambda: as_day(table, "ended"))
    if started is not None and ended is not None and ended < started:
        sheet.set_aside(row, "ended", _("{ended} lies before {started}").format(ended=ended, started=started))
        ended = None
    why = _suppressed(sheet, row, table)
    off, unclear = _streams(sheet, row, table, "off")
    if unclear and not why:
        why = _("A stream to be switched off is misspelt in frame.toml; nothing is said until it is corrected.")
    return RelationshipSettings(
        started=started,
        ended=ended,
        ended_how=sheet.value(row, "ended_how", lambda: _one_of(table, "ended_how", _ENDINGS)) or None,
        ended_by=sheet.value(row, "ended_by", lambda: _one_of(table, "ended_by", _ENDERS)) or None,
        suppress=bool(why),
        suppress_why=why,
        off=off,
        on=_streams(sheet, row, table, "on")[0],
    )


def _streams(sheet: _Sheet, row: str, table: Mapping[str, object], field: str) -> tuple[frozenset[str], bool]:
    """Return the streams named, and whether anything under `field` could not be understood."""
    names = sheet.value(row, field, lambda: as_texts(table, field))
    unknown = sorted({name for name in names or () if not is_stream(name)})
    for name in unknown:
        why = _("{name} is not a stream; choose from {names}").format(name=name, names=", ".join(FAMILIES))
        sheet.set_aside(row, field, why)
    known = frozenset(names or ()).difference(unknown)
    # A series is looked up by its exact name, so it stands here in small letters as well.
    plain = frozenset(" ".join(name.casefold().split()) for name in known)
    return known | plain, names is None or bool(unknown)


def _suppressed(sheet: _Sheet, row: str, table: Mapping[str, object]) -> str:
    """Return why to be silent, or ""; a value nobody can read is taken as a wish for silence, and said."""
    value = table.get("suppress", False)
    if isinstance(value, bool):
        return _("frame.toml asks for no prompts.") if value else ""
    sheet.set_aside(row, "suppress", _("must be true or false; until then nothing is said about this relationship"))
    return _("frame.toml has an unclear value for suppress, so nothing is shown until it is corrected.")


def _required_day(sheet: _Sheet, row: str, table: Mapping[str, object], field: str) -> date | None:
    if field not in table:
        sheet.set_aside(row, field, _("is missing; give year-month-day"))
        return None
    day = sheet.value(row, field, lambda: as_day(table, field))
    if day is None and not (sheet.aside and sheet.aside[-1].row == row and sheet.aside[-1].field == field):
        sheet.set_aside(row, field, _("is empty; give year-month-day"))
    return day


def _weekday(table: Mapping[str, object]) -> int | None:
    word = as_text(table, "weekday").casefold()
    if not word:
        return None
    # Three letters tell the days apart; longer beginnings are as good.
    for number, name in enumerate(_WEEKDAYS):
        if len(word) >= len("mon") and name.startswith(word):
            return number
    raise FieldError(_('"{word}" is not a weekday; write "tuesday"').format(word=word))


def _time(table: Mapping[str, object]) -> time | None:
    value = table.get("time", "")
    if isinstance(value, time):
        return value
    text = as_text(table, "time")
    if not text:
        return None
    try:
        hours, minutes = (int(part) for part in text.replace(".", ":").split(":"))
        return time(hours, minutes)
    except ValueError as error:
        raise FieldError(_('"{text}" is not a time; write "17:00"').format(text=text)) from error


def _whole(table: Mapping[str, object], field: str, most: int) -> int | None:
    number = as_number(table, field)
    if number is None:
        return None
    if number != int(number) or not 1 <= number <= most:
        raise FieldError(_("{value} is not a whole number from 1 to {most}").format(value=f"{number:g}", most=most))
    return int(number)


def _hours(table: Mapping[str, object], field: str) -> float | None:
    number = as_number(table, field)
    if number is not None and not (math.isfinite(number) and number >= 0):
        raise FieldError(_("{value} is not a number of hours").format(value=f"{number:g}"))
    return number


def _amount(table: Mapping[str, object], field: str) -> Decimal | None:
    text = as_text(table, field)
    if not text:
        return None
    try:
        amount = Decimal(text)
    except InvalidOperation as error:
        raise FieldError(_('"{text}" is not an amount; write 80 or 80.50').format(text=text)) from error
    if not amount.is_finite() or amount < 0:
        raise FieldError(_('"{text}" is not an amount; write 80 or 80.50').format(text=text))
    return amount


def _one_of(table: Mapping[str, object], field: str, words: tuple[str, ...]) -> str:
    word = as_text(table, field).casefold()
    if word and word not in words:
        raise FieldError(_('"{word}" is not one of: {words}').format(word=word, words=", ".join(words)))
    return word
