"""How many rows were read, used and set aside, without counting what a client has not shared."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from reattune.language import _
from reattune.model import NotAnalysed, Practice, Quarantined, Relationship, Source

SESSIONS = "/sessions"
"""The folder of a relationship in which recordings would lie."""


def asked(practice: Practice) -> tuple[Relationship, ...]:
    """Return the relationships that were asked about, in order of codename."""
    found = (one for one in practice.relationships if not practice.asked or one.codename in practice.asked)
    return tuple(sorted(found, key=lambda one: one.codename))


def rows_read(practice: Practice) -> tuple[tuple[str, str, int], ...]:
    """Count the rows in use, by file and kind.

    Args:
        practice: What was read.

    Returns:
        File, kind and count, in order of file and kind; a row that gave two records of a kind counts once.
    """
    seen = {(source, kind) for one in asked(practice) for source, kind in _sources(one)}
    counts = Counter((source.file, kind) for source, kind in seen)
    return tuple((file, kind, count) for (file, kind), count in sorted(counts.items()))


def _sources(one: Relationship) -> Iterator[tuple[Source, str]]:
    yield from ((record.source, _("sessions")) for record in one.sessions)
    yield from ((record.source, _("payments")) for record in one.payments)
    yield from ((record.source, _("ratings")) for record in one.ratings)
    yield from ((record.source, _("check-ins")) for record in one.check_ins if record.shared_with_therapist)
    yield from ((record.source, _("transcripts")) for record in one.transcripts)
    yield from ((record.source, _("frame")) for record in one.frame.versions if not one.frame.inferred)
    yield from ((record.source, _("breaks")) for record in one.frame.breaks)


def set_aside(practice: Practice) -> tuple[Quarantined, ...]:
    """Return the rows set aside that concern what was asked about, in order of file and row."""
    found = {one for one in practice.quarantined if _concerns(one.file, practice)}
    return tuple(sorted(found, key=lambda one: (one.file, _natural(one.row), one.field, one.why)))


def not_analysed(practice: Practice) -> tuple[NotAnalysed, ...]:
    """Return what was seen and not analysed, in order."""
    found = {one for one in practice.not_analysed if _concerns(one.what, practice)}
    return tuple(sorted(found, key=lambda one: (one.what, one.why)))


def folded(practice: Practice) -> tuple[NotAnalysed, ...]:
    """Return what was not analysed, the same thing missing from several relationships' sessions named once."""
    skipped = not_analysed(practice)
    who: dict[str, list[str]] = defaultdict(list)
    for one in skipped:
        if one.what.endswith(SESSIONS):
            who[one.why].append(one.what.removesuffix(SESSIONS))
    told = [one for one in skipped if not (one.what.endswith(SESSIONS) and len(who[one.why]) > 1)]
    for why, names in who.items():
        if len(names) > 1:
            told.append(NotAnalysed(f"{', '.join(names)} ({len(names)})", why))
    return tuple(told)


def remarks(practice: Practice) -> tuple[str, ...]:
    """Return how things were understood, without what names a relationship that was not asked about."""
    others = _others(practice)
    return tuple(one for one in practice.remarks if others.isdisjoint(re.findall(r"[\w-]+", one)))


def _others(practice: Practice) -> set[str]:
    return {one.codename for one in practice.relationships} - practice.asked if practice.asked else set()


def _concerns(file: str, practice: Practice) -> bool:
    return _others(practice).isdisjoint(PurePosixPath(file).parts[:1])


def _natural(row: str) -> tuple[int, str]:
    return (int(row) if row.isascii() and row.isdigit() else 0), row


def counted(counts: Iterable[tuple[str, str, int]]) -> int:
    """Return how many rows there are in all."""
    return sum(count for _file, _kind, count in counts)
