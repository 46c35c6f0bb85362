"""Tables of what was said: one row an entry, with columns for who and what, and when where there is one."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from reattune.errors import UnreadableError
from reattune.language import _, plural
from reattune.model import Cue, Script, Times
from reattune.reading.tables import Table, columns_of, table_of
from reattune.reading.transcripts.clock import seconds
from reattune.reading.transcripts.entries import Original, finished
from reattune.reading.transcripts.parsing import head_of, number, plain

_WHO = ("speaker", "speaker_name", "name", "who", "label", "role", "participant", "sender", "author", "sprecher")
_WHAT = ("text", "utterance", "utterance_text", "transcript", "message", "content", "words", "body", "was")
_FROM = ("start", "start_time", "begin", "start_s", "start_sec", "time", "timestamp", "sent", "sent_at", "datetime")
_TO = ("end", "end_time", "stop", "end_s", "end_sec")
_FROM_MS, _TO_MS = ("start_ms", "begin_ms", "onset_ms"), ("end_ms", "stop_ms", "offset_ms")
_SURE = ("confidence", "score", "probability")
_HEAD_BYTES = 8192
_Moment = float | datetime | None


def recognises(_name: str, data: bytes) -> bool:
    """Return whether the bytes are a table with a column for who and one for what."""
    if not data.startswith(b"PK\x03\x04"):
        first = head_of(data[:_HEAD_BYTES]).lstrip("\n ")
        if not first or first.startswith(("{\\", "WEBVTT", "@", "<")):
            return False
    elif b"xl/workbook" not in data:
        return False
    try:
        columns = columns_of(data if data.startswith(b"PK\x03\x04") else data[:_HEAD_BYTES], "")
    except UnreadableError:
        return False
    return bool(columns & set(_WHO)) and bool(columns & set(_WHAT))


def read(data: bytes, name: str) -> Script:
    """Read a table (.csv, .tsv, .txt or .xlsx) with one row for each entry.

    Raises:
        UnreadableError: If it is no table, has no column for what was said, or nothing was said in it.

    """
    table = table_of(data, name)
    columns = table.columns
    what = _column(columns, _WHAT)
    if not what:
        message = _("{file} has no column for what was said; name one “text” and one “speaker”.")
        raise UnreadableError(message.format(file=name))
    who, sure = _column(columns, _WHO), _column(columns, _SURE)
    records = list(table.records())
    starts, told = _times([record for _row, record in records], columns, _FROM, _FROM_MS)
    ends, told_end = _times([record for _row, record in records], columns, _TO, _TO_MS)
    begin, starts_at = _from_first(starts)
    _first, ends_at = _from_first(ends, begin)
    cues = [
        Cue(record.get(who, ""), plain(record.get(what, "")), str(row), start, end, number(record.get(sure, "")))
        for (row, record), start, end in zip(records, starts_at, ends_at, strict=True)
    ]
    times = Times.BOTH if any(end is not None for end in ends_at) else Times.STARTS
    remarks = (*_unread(table, told + told_end), *table.remarks)
    script = finished(Original(name, data, "table"), cues, remarks=remarks, times=times, one_list=True)
    # A list of days and hours, one for each entry and none for its end, is that of a chat.
    return replace(script, written=begin is not None and times is Times.STARTS)


def _column(columns: Sequence[str], names: Sequence[str]) -> str:
    return next((name for name in names if name in columns), "")


def _times(
    records: list[dict[str, str]], columns: Sequence[str], names: Sequence[str], thousandths: Sequence[str]
) -> tuple[list[_Moment], int]:
    """Return each row's moment, and how many cells say something that is none."""
    column = _column(columns, names)
    divided = _column(columns, thousandths) if not column else ""
    cells = [record.get(column or divided, "") if column or divided else "" for record in records]
    moments = [_moment(cell, 1000.0 if divided else 1.0) for cell in cells]
    return moments, sum(1 for cell, moment in zip(cells, moments, strict=True) if cell and moment is None)


def _moment(cell: str, per_second: float) -> _Moment:
    plain_number = number(cell.replace(",", ".")) if cell else None
    if plain_number is not None:
        return plain_number / per_second
    clock = seconds(cell)
    if clock is not None:
        return clock
    try:
        moment = datetime.fromisoformat(cell)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _from_first(moments: list[_Moment], begin: datetime | None = None) -> tuple[datetime | None, list[float | None]]:
    """Return moments in seconds: dates from the first of them on."""
    dates = [each for each in moments if isinstance(each, datetime)]
    first = begin or min(dates, default=None)
    return first, [_since(each, first) for each in moments]


def _since(moment: _Moment, first: datetime | None) -> float | None:
    if not isinstance(moment, datetime):
        return moment
    return None if first is None else (moment - first) / timedelta(seconds=1)


def _unread(table: Table, count: int) -> tuple[str, ...]:
    if not count:
        return ()
    counted = plural("{n} time was not understood", "{n} times were not understood", count)
    message = _("in {file}, {counted}; the words were kept without it. Write seconds, 0:01:30 or 2026-03-10T14:00:00")
    return (message.format(file=table.name, counted=counted),)
