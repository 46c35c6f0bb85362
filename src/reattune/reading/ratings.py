"""ratings.csv: one row an answer to an instrument, as a total or item by item. Nothing is guessed."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from reattune.instruments import find, on_lattice, score
from reattune.language import _
from reattune.model import Instrument, Quarantined, Rating, RiskAnswer, Source, Timing, Voice
from reattune.reading.columns import Columns
from reattune.reading.fields import FieldError, to_date, to_float
from reattune.reading.gathered import ColumnMapping, Gathered, Place
from reattune.reading.tables import read_table

_ITEM = re.compile(r"i([1-9]\d{0,2})")


@dataclass(frozen=True, slots=True)
class _Row:
    """One row's cells under our own names, and where it stands."""

    cells: Mapping[str, str]
    source: Source

    def aside(self, field: str, why: str) -> Quarantined:
        """Return the entry that says why this row, or a part of it, was set aside."""
        return Quarantined(self.source.file, self.source.row, field, why)


def read_ratings(
    path: Path, place: Place, mapping: ColumnMapping | None, instruments: Mapping[str, Instrument]
) -> Gathered:
    """Read one table of ratings.

    Args:
        path: The table, CSV or XLSX.
        place: Where reading happens.
        mapping: How its columns and words are to be understood, or None for the contract's own names.
        instruments: The practice's own definitions; shipped ones are known anyway.

    Returns:
        The ratings, the rows set aside, and remarks on keys to be confirmed.

    Raises:
        UnreadableError: Where the file is not a table at all.
    """
    name = place.name(path)
    columns = Columns(mapping)
    ratings: list[tuple[str, Rating]] = []
    aside: list[Quarantined] = []
    table = read_table(path, name)
    for number, record in table.records():
        row = _Row(columns.ours(record), Source(name, str(number)))
        if not any(row.cells.values()):
            continue
        try:
            rating = _rating(row, columns, instruments, aside)
        except FieldError as error:
            aside.append(row.aside(error.field, error.why + _answered_risk_item(row, instruments)))
        else:
            ratings.append((row.cells.get("client", ""), rating))
    once, repeated = without_repeats(ratings)
    return Gathered(
        ratings=once,
        quarantined=tuple(aside) + repeated,
        remarks=table.remarks + _remarks(name, (rating for _label, rating in once), instruments),
    )


def risk_answers(ratings: Iterable[Rating], instruments: Mapping[str, Instrument]) -> tuple[RiskAnswer, ...]:
    """Return every answer above zero to an item about safety, in time order: listed as answered, never weighed."""
    found = [
        RiskAnswer(rating.session_date, rating.instrument, number, value, rating.by, rating.source)
        for rating in ratings
        if (instrument := find(rating.instrument, instruments)) is not None
        for number in instrument.risk_items
        if number <= len(rating.items) and (value := rating.items[number - 1]) is not None and value > 0
    ]
    return tuple(sorted(found, key=lambda each: (each.session_date, each.instrument, each.item)))


def without_repeats(
    ratings: Sequence[tuple[str, Rating]],
) -> tuple[tuple[tuple[str, Rating], ...], tuple[Quarantined, ...]]:
    """Keep the first of ratings of one session by one person on one instrument; name the others."""
    first: dict[tuple[str, date, str, Voice, Timing], Rating] = {}
    repeated = []
    for label, rating in ratings:
        key = (label, rating.session_date, rating.instrument, rating.by, rating.timing)
        kept = first.setdefault(key, rating)
        if kept is rating:
            continue
        why = _("the same session, instrument, person and timing stand in {file} row {row}; that one was kept").format(
            file=kept.source.file, row=kept.source.row
        )
        repeated.append(Quarantined(rating.source.file, rating.source.row, "session_date", why + _hidden_risk(rating)))
    return tuple((key[0], rating) for key, rating in first.items()), tuple(repeated)


def _rating(row: _Row, columns: Columns, instruments: Mapping[str, Instrument], aside: list[Quarantined]) -> Rating:
    instrument_id = row.cells.get("instrument", "").casefold()
    if not instrument_id:
        raise FieldError(_('is empty; write its id, such as "phq-9" or "srs"'), "instrument")
    rating = Rating(
        session_date=_date(row, columns),
        instrument=instrument_id,
        by=Voice(_word(row, columns, "by", tuple(Voice))),
        timing=Timing(_word(row, columns, "timing", tuple(Timing))),
        source=row.source,
    )
    return _answered(rating, row, find(instrument_id, instruments), aside)


def _date(row: _Row, columns: Columns) -> date:
    text = row.cells.get("session_date", "")
    if not text:
        raise FieldError(_("is empty; write the session's day as year-month-day"), "session_date")
    try:
        return to_date(text, day_first=columns.day_first)
    except FieldError as error:
        raise FieldError(error.why, "session_date") from error


def _word(row: _Row, columns: Columns, field: str, allowed: Sequence[str]) -> str:
    word = columns.word(row.cells.get(field, ""))
    if word in allowed:
        return word
    advice = _('write {words}, or say it once for the whole file with {field} = "={first}" in its [[mapping]] columns')
    advice = advice.format(words=_(" or ").join(allowed), field=field, first=allowed[0])
    raise FieldError((_('"{word}" is not known; ').format(word=word) if word else _("is empty; ")) + advice, field)


def _answered(rating: Rating, row: _Row, instrument: Instrument | None, aside: list[Quarantined]) -> Rating:
    """Return the rating with its score and items; what cannot be scored is kept unscored and said to be so."""
    total = _number(row, "score")
    items = _items(row, instrument)
    if total is not None:
        total = _checked(total, instrument)
    if not any(item is not None for item in items):
        return replace(rating, score=total)
    rating = replace(rating, items=items)
    if instrument is None:
        return _unscored(rating, row, aside, "instrument", _("has items and no definition; put one into instruments/"))
    scored = score(instrument, items)
    if scored.score is None:
        return _unscored(rating, row, aside, f"i{scored.item}" if scored.item else "items", scored.why)
    if total is not None and total != scored.score:
        why = _("says {total} and the items make {made}; the row is kept without a score until they agree")
        return _unscored(rating, row, aside, "score", why.format(total=f"{total:g}", made=f"{scored.score:g}"))
    return replace(rating, score=scored.score)


def _unscored(rating: Rating, row: _Row, aside: list[Quarantined], field: str, why: str) -> Rating:
    aside.append(row.aside(field, why))
    return rating


def _number(row: _Row, field: str) -> float | None:
    text = row.cells.get(field, "")
    if not text:
        return None
    try:
        return to_float(text)
    except FieldError as error:
        raise FieldError(error.why, field) from error


def _checked(total: float, instrument: Instrument | None) -> float:
    if instrument is None:
        return total
    if not instrument.minimum <= total <= instrument.maximum:
        why = _("{n} lies outside {id}, which goes from {low} to {high}; check the form and correct the row")
        low, high = f"{instrument.minimum:g}", f"{instrument.maximum:g}"
        raise FieldError(why.format(n=f"{total:g}", id=instrument.id, low=low, high=high), "score")
    attainable = on_lattice(instrument, total)
    if attainable is None:
        why = _("{n} is not a score that {id} can give (steps of {step}); check the form and correct the row")
        raise FieldError(why.format(n=f"{total:g}", id=instrument.id, step=f"{instrument.step:.2g}"), "score")
    return attainable


def _items(row: _Row, instrument: Instrument | None) -> tuple[float | None, ...]:
    given = {int(match[1]): field for field in row.cells if (match := _ITEM.fullmatch(field)) and row.cells[field]}
    if not given:
        return ()
    # A table may hold several instruments, so empty cells beyond this one's items are no answers of it.
    count = max(instrument.item_count if instrument else 0, *given)
    return tuple(_number(row, given[number]) if number in given else None for number in range(1, count + 1))


def _answered_risk_item(row: _Row, instruments: Mapping[str, Instrument]) -> str:
    """Return a sentence where a row set aside holds an answered item about safety: that must not wait unseen."""
    instrument = find(row.cells.get("instrument", "").casefold(), instruments)
    if instrument is None:
        return ""
    for number in instrument.risk_items:
        text = row.cells.get(f"i{number}", "")
        try:
            above = bool(text) and to_float(text) > 0
        except FieldError:
            above = True
        if above:
            return _item_sentence(number, text)
    return ""


def _hidden_risk(rating: Rating) -> str:
    found = risk_answers([rating], {})
    return _item_sentence(found[0].item, f"{found[0].value:g}") if found else ""


def _item_sentence(number: int, value: str) -> str:
    return _(". Item {number} of this row, about safety, was answered {value}").format(number=number, value=value)


def _remarks(name: str, ratings: Iterable[Rating], instruments: Mapping[str, Instrument]) -> tuple[str, ...]:
    counts = Counter(rating.instrument for rating in ratings)
    remarks = []
    for instrument_id in sorted(counts):
        instrument = find(instrument_id, instruments)
        if instrument is None:
            why = _("{file}: {id} has no definition here, so it is read as a plain number with the range seen so far.")
        elif instrument.key_status == "from memory":
            why = _("{file}: the scoring key of {id} was written down from memory; please check it against your form.")
        else:
            continue
        remarks.append(why.format(file=name, id=instrument_id))
    return tuple(remarks)
