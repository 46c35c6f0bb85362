"""What clients gave to research: numbers, kinds and intervals under pseudonyms, never a word, a name or a date."""

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from typing import Any
from uuid import UUID

from django.db import transaction

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.model import Noticing, Rating, Relationship, Session
from reattune.practice import auditing, consent, keys, models
from reattune.practice.consent import Purpose
from reattune.practice.keeping import Kept, kept
from reattune.practice.mapping.codec import load
from reattune.practice.mapping.relationships import relationship
from reattune.practice.scope import EVERYONE, present, use

FEW = 5
"""Fewer people than this are too few to be lost among."""
LONGEST_NAME = 80
PSEUDONYM = 16
"""Hexadecimal digits: 64 bits, enough that no two of a practice are ever the same."""
MODE = 0o600 << 16
WHEN = (1980, 1, 1, 0, 0, 0)
"""The time written on every file: when somebody exported is nobody's business."""
Row = Sequence[object]
TABLES: dict[str, tuple[str, ...]] = {
    "relationships.csv": ("pseudonym", "sessions", "attended", "days", "ended"),
    "sessions.csv": ("pseudonym", "session", "day", "kind", "initiated_by", "moved_by", "rescheduled_by_days"),
    "ratings.csv": ("pseudonym", "instrument", "rater", "timing", "day", "session", "score", "missing"),
    "items.csv": ("pseudonym", "instrument", "rater", "timing", "day", "session", "item", "value", "missing"),
    "noticings.csv": (
        *("pseudonym", "day", "session", "direction", "once_in_sessions", "stream", "basis", "share", "shift"),
        *("observations", "called_ordinary", "adds_to_day", "verdict", "detector", "version", "threshold", "budget"),
    ),
}


@dataclass(frozen=True, slots=True)
class _Timeline:
    """Days and sessions counted from the beginning, so that no date is told."""

    start: date
    held: tuple[date, ...]

    def day(self, when: date) -> int:
        return (when - self.start).days

    def session(self, when: date) -> int:
        """Return how many sessions had come about by a day, that day's with them."""
        return sum(1 for one in self.held if one <= when)


def given() -> list[UUID]:
    """Return the clients who gave what is kept about them to research, and have not withdrawn it."""
    with use(EVERYONE):
        rows = models.Client.objects.prefetch_related("consents").order_by("pk")
        return [one.pk for one in rows if consent.is_given(one, Purpose.RESEARCH)]


def export(study: str) -> bytes:
    """Return a zip of tables about those who gave it to research, asked at this moment; each is told so in the audit.

    Args:
        study: What the study is called; under another name everybody has other pseudonyms.

    Raises:
        ReattuneError: The name is missing or too long, or nobody gave anything.
    """
    own = " ".join(study.split())
    if not own or len(own) > LONGEST_NAME:
        raise ReattuneError(_("Say what the study is called, in at most {n} characters.").format(n=LONGEST_NAME))
    actor = present().actor
    with use(EVERYONE), transaction.atomic():
        clients = given()
        if not clients:
            raise ReattuneError(_("Nobody has given anything to research, or all have taken it back."))
        tables: dict[str, list[Row]] = {name: [columns] for name, columns in TABLES.items()}
        for row in models.Client.objects.filter(pk__in=clients):
            for name, found in _about(row, pseudonym(own, row.pk), kept()).items():
                tables[name] += found
        auditing.record_each(auditing.Action.EXPORTED, clients, "research", "research", actor)
    # In the order of the pseudonyms, which says nothing of when somebody came.
    ordered = {name: [rows[0], *sorted(rows[1:], key=lambda one: str(one[0]))] for name, rows in tables.items()}
    return _zipped({"READ-ME.txt": _read_me(own, len(clients)), **{name: _csv(one) for name, one in ordered.items()}})


def pseudonym(study: str, client: UUID) -> str:
    """Return what somebody is called in a study: the same each time, and without the practice's key nobody's."""
    return keys.vault().digest("research", f"{study}\n{client}")[:PSEUDONYM]


def _about(client: models.Client, name: str, settings: Kept) -> dict[str, list[Row]]:
    known, _gathered = relationship(client, settings.zone)
    held = sorted(one.start.date() for one in known.sessions if one.kind.value in ATTENDED)
    days = [*(one.slot.date() for one in known.sessions), *(one.session_date for one in known.ratings)]
    line = _Timeline(min(days, default=date.min), tuple(held))
    whole = [name, len(known.sessions), len(held), line.day(max(days)) if days else 0, int(known.ended is not None)]
    return {
        "relationships.csv": [whole],
        "sessions.csv": [_session(name, one, line) for one in sorted(known.sessions, key=lambda one: one.slot)],
        "ratings.csv": [_rating(name, one, line) for one in known.ratings],
        "items.csv": [row for one in known.ratings for row in _items(name, one, line)],
        "noticings.csv": list(_noticings(client, name, line, known, settings)),
    }


ATTENDED = frozenset({"attended", "attended_late", "left_early"})


def _session(name: str, one: Session, line: _Timeline) -> Row:
    moved = (one.start.date() - one.slot.date()).days
    by = "" if one.moved_by is None else one.moved_by.value
    day = one.slot.date()
    return name, line.session(day), line.day(day), one.kind.value, one.initiated_by.value, by, moved


def _rating(name: str, one: Rating, line: _Timeline) -> Row:
    score = "" if one.score is None else one.score
    return *_asked(name, one, line), score, _missing(one, one.score)


def _items(name: str, one: Rating, line: _Timeline) -> Iterable[Row]:
    for number, value in enumerate(one.items, 1):
        yield *_asked(name, one, line), number, "" if value is None else value, _missing(one, value)


def _asked(name: str, one: Rating, line: _Timeline) -> Row:
    when = one.session_date
    return name, one.instrument, one.by.value, one.timing.value, line.day(when), line.session(when)


def _missing(one: Rating, value: float | None) -> str:
    if not one.answered:
        return "offered_and_skipped"
    return "" if value is not None else "not_answered"


def _noticings(client: models.Client, name: str, line: _Timeline, known: Relationship, settings: Kept) -> Iterable[Row]:
    said = {mark.noticing: mark.verdict.value for mark in known.marks}
    for row in client.noticed.order_by("at", "number"):
        one = load(Noticing, row.words["noticing"], settings.zone)
        for part in one.parts:
            adds = "" if one.adds_to is None else line.day(one.adds_to)
            seen = name, line.day(one.at), line.session(one.at), one.direction.value, one.once_in_sessions
            weighed = part.stream, part.basis, round(part.share, 4), part.shift.value, len(part.seen)
            after = one.called_ordinary, adds, said.get(one.at, "")
            yield *seen, *weighed, *after, "reattune", version("reattune"), settings.threshold, settings.budget


def _csv(rows: Iterable[Row]) -> str:
    held = io.StringIO()
    csv.writer(held, lineterminator="\r\n").writerows(rows)
    return held.getvalue()


def _zipped(files: dict[str, str]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            entry = zipfile.ZipInfo(name, WHEN)
            entry.external_attr, entry.compress_type = MODE, zipfile.ZIP_DEFLATED
            archive.writestr(entry, text.encode())
    return held.getvalue()


def _read_me(study: str, count: int) -> str:
    lines: list[Any] = [
        _("Study: {name}").format(name=study),
        _("People in it: {n}; each agreed to research, and had not taken it back when this was made.").format(n=count),
        few_words(count),
        _("“day” counts days from the first one known; “session” counts sessions that came about until then."),
        _("Kinds of attendance stand apart: not having come and having cancelled are never one number."),
        _("“missing” tells an item left out from a form offered and skipped."),
        _("Only what its author shared is in it, and of that no words."),
        _("Say before looking what counts as a result, and in which window. Compare several criteria on these series."),
    ]
    return "".join(f"{line}\r\n" for line in lines)


def few_words(count: int) -> str:
    """Return what is to be said about being recognised: the fewer there are, the more easily somebody is.

    Args:
        count: How many people there are.
    """
    if count < FEW:
        return _("So few people can be recognised from their times alone. Treat this as you would their names.")
    return _("A rare course can still be recognised by who knows it. Do not publish single courses.")
