"""What was understood of a file, in plain words and small numbers: shown before anything is kept."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from reattune.account.framing import weekday
from reattune.charts import day
from reattune.language import _, plural
from reattune.model import Payment, PaymentKind, Session, SessionKind
from reattune.practice.importing.sharing import Kind, Row, rows_of
from reattune.reading.fields import is_two_ways
from reattune.reading.gathered import Gathered

MOST_ASIDE = 300
"""Rows set aside that are listed one by one; how many there are is always said."""
_FOLDER_ONLY = ("practice.toml", "[[mapping]]", "day_first")
"""What only somebody who keeps a folder can do; here, a page asks."""
_UNMAPPED = frozenset({SessionKind.UNMAPPED, PaymentKind.UNMAPPED})


def understood(gathered: Gathered, *, calendar: bool) -> dict[str, Any]:
    """Return what is said of a file before it is kept, as it is put into the import's words.

    Args:
        gathered: What was read.
        calendar: Whether it is a calendar.
    """
    rows = list(rows_of(gathered, calendar=calendar))
    days = [found for row in rows if (found := row.day) is not None]
    return {
        "found": dict(Counter(row.kind for row in rows)),
        "first": min(days).isoformat() if days else "",
        "last": max(days).isoformat() if days else "",
        "labels": _labels(rows),
        "aside": [[one.row, one.field, _here(one.why)] for one in gathered.quarantined[:MOST_ASIDE]],
        "aside_count": len(gathered.quarantined),
        "two_ways": sum(is_two_ways(one.why) for one in gathered.quarantined),
        "said": [_here(one) for one in (*gathered.remarks, *(each.why for each in gathered.not_analysed))],
        "unmapped": _unmapped(gathered),
    }


def sentence(words: Mapping[str, Any]) -> str:
    """Return one sentence on what was understood: how much of what, of how many labels, from when to when."""
    if words.get("same"):
        seen = _("Nothing in it had changed since the export of {day}.")
        return seen.format(day=day(date.fromisoformat(words["same"])))
    found = counted(words.get("found") or {})
    if not found:
        return _("Nothing in it could be read yet.")
    names = words.get("label_count") or len([one for one in words.get("labels") or () if one["label"]])
    of = plural("of {n} name", "of {n} names", names) if names else ""
    parts = [f"{found} {of}".strip()]
    first, last = words.get("first") or "", words.get("last") or ""
    if first and first == last:
        parts.append(_("on {day}").format(day=day(date.fromisoformat(first))))
    elif first:
        spoken = _("from {first} to {last}")
        parts.append(spoken.format(first=day(date.fromisoformat(first)), last=day(date.fromisoformat(last))))
    aside = words.get("aside_count") or 0
    if aside:
        parts.append(plural("with {n} row set aside", "with {n} rows set aside", aside))
    return ", ".join(parts) + "."


def counted(found: Mapping[str, int]) -> str:
    """Return how much of what: "61 appointments, 3 payments"."""
    sessions = found.get(Kind.LISTED, 0) + found.get(Kind.SESSION, 0)
    away = found.get(Kind.LEAVE, 0) + found.get(Kind.BREAK, 0)
    parts = (
        plural("{n} appointment", "{n} appointments", sessions) if sessions else "",
        plural("{n} payment", "{n} payments", n) if (n := found.get(Kind.PAYMENT, 0)) else "",
        plural("{n} rating", "{n} ratings", n) if (n := found.get(Kind.RATING, 0)) else "",
        plural("{n} check-in", "{n} check-ins", n) if (n := found.get(Kind.CHECK_IN, 0)) else "",
        plural("{n} stretch away", "{n} stretches away", away) if away else "",
        plural("{n} episode", "{n} episodes", n) if (n := found.get(Kind.EPISODE, 0)) else "",
    )
    return ", ".join(part for part in parts if part)


def label_line(label: Mapping[str, Any]) -> str:
    """Return one line by which a person can tell whose a label's rows are: how many, when, on which weekday."""
    parts = [counted(label["counts"])]
    if label.get("usually"):
        number, clock = label["usually"]
        often = _("mostly {weekday} {time}").format(weekday=weekday(number), time=clock)
        parts.append(often)
    if label.get("first"):
        spoken = _("{first} to {last}")
        first, last = (day(date.fromisoformat(label[name])) for name in ("first", "last"))
        parts.append(first if first == last else spoken.format(first=first, last=last))
    return ", ".join(parts)


def _labels(rows: Sequence[Row]) -> list[dict[str, Any]]:
    """Return the labels of a file, those with most rows first, each with what tells them apart."""
    of: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row.label or row.kind not in {Kind.LEAVE, Kind.BREAK}:
            of[row.label].append(row)
    return [_label(label, of[label]) for label in sorted(of, key=lambda label: (-len(of[label]), label))]


def _label(label: str, rows: Sequence[Row]) -> dict[str, Any]:
    days = [found for row in rows if (found := row.day) is not None]
    starts = Counter((row.record.slot.weekday(), f"{row.record.slot:%H:%M}") for row in rows if _is_session(row))
    usual, times = starts.most_common(1)[0] if starts else ((0, ""), 0)
    return {
        "label": label,
        "counts": dict(Counter(row.kind for row in rows)),
        "first": min(days).isoformat() if days else "",
        "last": max(days).isoformat() if days else "",
        "usually": list(usual) if times > 1 else None,
        "nameless": all(row.kind == Kind.LISTED and row.record.source.row.split("|")[0] == label for row in rows),
    }


def _here(why: str) -> str:
    """Return what was said without the advice that is for a folder's settings."""
    said, _point, advice = why.rpartition("; ")
    return said if said and any(word in advice for word in _FOLDER_ONLY) else why


def _is_session(row: Row) -> bool:
    return row.kind in {Kind.LISTED, Kind.SESSION}


def _unmapped(gathered: Gathered) -> list[str]:
    records: list[Session | Payment] = [record for _label, record in gathered.sessions]
    records += [record for _label, record in gathered.payments]
    return sorted({one.original_word for one in records if one.kind in _UNMAPPED and one.original_word})
