"""What was noticed as one JSON document, in the stable form of docs/contract.md ("Out")."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from math import floor

from reattune.model import (
    CheckIn,
    FeltOff,
    Noticed,
    Noticing,
    Part,
    Practice,
    Relationship,
    Seen,
    Source,
    Streams,
    Threshold,
)
from reattune.noticing import telling

SCHEMA = "reattune.noticing/1"
LONGEST_NUMBER = 15
"""Digits that every reader of JSON keeps exactly; longer ids stay text."""

Json = dict[str, object]


def document(
    practice: Practice,
    noticed: Mapping[str, Noticed],
    streams: Mapping[str, Streams],
    *,
    version: str,
    as_of: date,
    budget_per_month: float,
    spend_per_tick: float,
    prior: str,
    threshold: Threshold = Threshold.GUARANTEED,
) -> Json:
    """Return everything that came up up to a day, ready to be written as JSON.

    Noticings hold nothing that became known after them, so those of an earlier `as_of` are the same, byte for byte.

    Args:
        practice: what was read; only `practice.asked` is told of, where it names anybody.
        noticed: what came up, by codename.
        streams: what was observed, by codename.
        version: Reattune's own version.
        as_of: the day of asking.
        budget_per_month: noticings a month that would come up even if nothing had changed.
        spend_per_tick: what one more tick may spend.
        prior: the name of the newest prior in use.
        threshold: which threshold decided what came up.

    Returns:
        The document, its keys in the contract's order, with only what its authors share with the therapist.
    """
    shown = sorted(
        (one for one in practice.relationships if not practice.asked or one.codename in practice.asked),
        key=lambda one: one.codename,
    )
    hidden = {one.codename for one in practice.relationships} - {one.codename for one in shown}
    return {
        "schema": SCHEMA,
        "version": version,
        "as_of": as_of.isoformat(),
        "budget_per_month": float(budget_per_month),
        "spend_per_tick": round(float(spend_per_tick), 4),
        "prior": prior,
        "relationships": [
            _relationship(one, noticed.get(one.codename), streams.get(one.codename), practice.holidays, as_of)
            for one in shown
        ],
        "quarantined": [
            {"file": one.file, "row": _row(one.row), "field": one.field, "why": one.why}
            for one in practice.quarantined
            if _first_folder(one.file) not in hidden
        ],
        "not_analysed": [
            {"what": one.what, "why": one.why} for one in practice.not_analysed if _first_folder(one.what) not in hidden
        ],
        "remarks": list(practice.remarks),
        "threshold": threshold.value,
    }


def dump(content: Json) -> str:
    """Return a document as text: the same bytes for the same content, ending in a line break."""
    return json.dumps(content, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def _relationship(
    one: Relationship,
    noticed: Noticed | None,
    streams: Streams | None,
    holidays: Mapping[date, str],
    as_of: date,
) -> Json:
    """Return one relationship's part of the document."""
    told: Json = {
        "codename": one.codename,
        "ticks": noticed.ticks if noticed else 0,
        "noticings": _noticings(noticed.noticings if noticed else (), holidays),
        "spoken": [_spoken(said) for said in _shared(one.check_ins, as_of)],
        "prior": noticed.prior if noticed else "",
        "verdicts": [
            {"noticing": mark.noticing.isoformat(), "on": mark.on.isoformat(), "verdict": mark.verdict.value}
            | ({"until": mark.until.isoformat()} if mark.until else {})
            for mark in sorted(one.marks, key=lambda mark: (mark.on, mark.noticing, mark.source))
            if mark.on <= as_of
        ],
        "risk_answered": [
            {
                "session_date": answer.session_date.isoformat(),
                "instrument": answer.instrument,
                "item": answer.item,
                "by": answer.by.value,
                "source": _source(answer.source),
            }
            for answer in sorted(one.risk_answers, key=lambda answer: (answer.session_date, answer.source, answer.item))
            if answer.session_date <= as_of
        ],
        "remarks": list(streams.remarks) if streams else [],
    }
    silent = (noticed.silent if noticed else "") or (streams.silent if streams else "")
    return told | ({"silent": silent} if silent else {})


def _noticings(noticings: Sequence[Noticing], holidays: Mapping[date, str]) -> list[Json]:
    """Return the noticings in time order; the question for supervision is asked at the first that calls for it."""
    told: list[Json] = []
    asked = False
    for noticing in sorted(noticings, key=lambda one: one.at):
        note = telling.ordinary_note(noticing)
        told.append(_noticing(noticing, holidays, "" if asked else note))
        asked = asked or bool(note)
    return told


def _noticing(noticing: Noticing, holidays: Mapping[date, str], note: str) -> Json:
    """Return one noticing; nothing in it may depend on the day of asking."""
    told: Json = {
        "at": noticing.at.isoformat(),
        "direction": noticing.direction.value,
        "once_in_sessions": noticing.once_in_sessions,
        "basis": telling.basis(noticing),
        "said": telling.said(noticing),
        "streams": [
            {"name": part.stream, "share": share, "observations": [_observation(part, seen) for seen in part.seen]}
            for part, share in zip(noticing.parts, shares([part.share for part in noticing.parts]), strict=True)
        ],
        "readings": list(telling.readings(noticing, holidays)),
        "yours": list(telling.yours(noticing)),
    }
    if noticing.adds_to is not None:
        told["adds_to"] = noticing.adds_to.isoformat()
    if note:
        told["ordinary_note"] = note
    return told


def _observation(part: Part, seen: Seen) -> Json:
    """Return one observation with the row it came from."""
    one = seen.observation
    value = one.value if isinstance(one.value, str) or not float(one.value).is_integer() else int(one.value)
    told: Json = {
        "at": one.at.isoformat(),
        "said": telling.observed(part.stream, one),
        "value": value,
        "usual": telling.usual(seen),
        "known_at": one.known_at.isoformat(),
        "source": _source(one.source),
    }
    return told | ({"reason": one.reason} if one.reason else {})


def shares(parts: Sequence[float]) -> list[float]:
    """Return shares in hundredths that sum to exactly 1: the largest remainders are rounded up."""
    whole = sum(parts)
    exact = [100.0 * part / whole for part in parts]
    hundredths = [floor(part) for part in exact]
    by_remainder = sorted(range(len(parts)), key=lambda place: (hundredths[place] - exact[place], place))
    for place in by_remainder[: 100 - sum(hundredths)]:
        hundredths[place] += 1
    return [part / 100 for part in hundredths]


def _shared(check_ins: Sequence[CheckIn], as_of: date) -> list[CheckIn]:
    """Return what was said and is for the therapist to read, in order; a shared "no" without words says nothing."""
    spoken = [
        one
        for one in check_ins
        if one.shared_with_therapist
        and one.day <= as_of
        and (one.words or one.felt_off in {FeltOff.YES, FeltOff.UNSURE})
    ]
    return sorted(spoken, key=lambda one: (one.day, one.by, one.source))


def _spoken(one: CheckIn) -> Json:
    """Return one check-in in its author's words."""
    return {
        "at": one.day.isoformat(),
        "by": one.by.value,
        "words": one.words,
        "source": _source(one.source),
        "felt_off": one.felt_off.value,
        "share": one.share.value,
    }


def _source(source: Source) -> Json:
    """Return where a row is to be found."""
    return {"file": source.file, "row": _row(source.row)}


def _row(row: str) -> int | str:
    """Return a row's number, or the id that stands for it."""
    number = row.isascii() and row.isdigit() and not row.startswith("0") and len(row) <= LONGEST_NUMBER
    return int(row) if number else row


def _first_folder(name: str) -> str:
    """Return the folder at the top of a name with slashes, or "" for a file that lies at the top itself."""
    folder, slash, _rest = name.partition("/")
    return folder if slash else ""
