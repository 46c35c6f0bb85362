"""check_ins.csv: what each person said, in their words. Never weighed, never summed.

A client's row that is not shared is dropped here, before anything could count, list or number it.
"""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from reattune.language import _
from reattune.model import CheckIn, FeltOff, Quarantined, Share, Source, Voice
from reattune.reading.check_in_rows import check_in_rows
from reattune.reading.columns import Columns
from reattune.reading.fields import FieldError, to_date
from reattune.reading.gathered import ColumnMapping, Gathered, Place
from reattune.reading.tables import normalised

_READABLE = frozenset({Share.NOW, Share.RAISE_FOR_ME})


def read_check_ins(path: Path, place: Place, mapping: ColumnMapping | None) -> Gathered:
    """Read one table of check-ins, as the therapist may see it.

    Rows are numbered as if those not shared with the therapist were not there (the header is row 1): a gap in
    the numbers would be a trace of them.

    Args:
        path: The table, CSV or XLSX.
        place: Where reading happens.
        mapping: How its columns and words are to be understood, or None for the contract's own names.

    Returns:
        The therapist's own check-ins and what the client has shared, with what was set aside among these.

    Raises:
        UnreadableError: Where the file cannot be opened, is empty or is a broken workbook.
    """
    name = place.name(path)
    columns = Columns(_without_given_share(mapping))
    titles, rows = check_in_rows(path, name)
    header = tuple(normalised(title) for title in titles)
    missing = [field for field in ("date", "by") if field not in columns.ours(dict.fromkeys(header, "x"))]
    if missing:
        why = _("there is no column {field}; add it or name it in a [[mapping]]").format(field=missing[0])
        return Gathered(quarantined=(Quarantined(name, "1", missing[0], why),))
    found: list[tuple[str, CheckIn]] = []
    aside: list[Quarantined] = []
    number = 1
    for row in rows:
        cells = columns.ours(dict(zip(header, row, strict=False)))
        whole = not any(cell.strip() for cell in row[len(header) :])
        if not _may_be_read(cells, columns, whole=whole):
            continue
        number += 1
        check_in = _check_in(cells, columns, Source(name, str(number)), aside)
        if check_in is not None:
            found.append((cells.get("client", ""), check_in))
    return Gathered(check_ins=tuple(found), quarantined=tuple(aside))


def _without_given_share(mapping: ColumnMapping | None) -> ColumnMapping | None:
    """Leave out a mapping's own answer to who may read a row: only its author can give that."""
    if mapping is None:
        return None
    columns = {
        ours: theirs for ours, theirs in mapping.columns.items() if ours != "share" or not theirs.startswith("=")
    }
    return replace(mapping, columns=columns)


def _may_be_read(cells: Mapping[str, str], columns: Columns, *, whole: bool) -> bool:
    """Tell whether the therapist may know of a row: their own, or one its author has shared beyond doubt.

    A row with more cells than the header has an unquoted comma somewhere, so its cells may stand in wrong columns.
    """
    if columns.word(cells.get("by", "")) == Voice.THERAPIST:
        return True
    return whole and _share(cells, columns) in _READABLE


def _share(cells: Mapping[str, str], columns: Columns) -> str:
    # The contract's own words mean what they mean, whatever a mapping says.
    own = cells.get("share", "").casefold().replace(" ", "_")
    return own if own in tuple(Share) or not own else columns.word(cells["share"])


def _check_in(cells: Mapping[str, str], columns: Columns, source: Source, aside: list[Quarantined]) -> CheckIn | None:
    by = columns.word(cells.get("by", ""))
    try:
        if by not in tuple(Voice):
            raise FieldError(_('"{word}" is neither client nor therapist').format(word=by), "by")  # noqa: TRY301
        day = to_date(cells.get("date", ""), day_first=columns.day_first)
    except FieldError as error:
        why = error.why + (_("; it holds words meant for you, so read them in the file") if cells.get("words") else "")
        aside.append(Quarantined(source.file, source.row, error.field or "date", why))
        return None
    return CheckIn(
        day=day,
        by=Voice(by),
        felt_off=_felt_off(cells, columns, source, aside),
        words=cells.get("words", ""),
        share=_author_choice(by, _share(cells, columns)),
        source=source,
    )


def _felt_off(cells: Mapping[str, str], columns: Columns, source: Source, aside: list[Quarantined]) -> FeltOff:
    word = columns.word(cells.get("felt_off", ""))
    if word in tuple(FeltOff):
        return FeltOff(word)
    if word:
        why = _('"{word}" is not one of: {words}; the words beside it were kept').format(
            word=word, words=", ".join(FeltOff)
        )
        aside.append(Quarantined(source.file, source.row, "felt_off", why))
    return FeltOff.SKIPPED


def _author_choice(by: str, share: str) -> Share:
    if share in tuple(Share):
        return Share(share)
    return Share.NOW if by == Voice.THERAPIST and not share else Share.ONLY_ME
