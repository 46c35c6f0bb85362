"""Sessions that were taken out of a series and made anew as an event of their own: one session, moved."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta

from reattune.reading.occurrences import Occurrence, Series

NEAR = timedelta(days=7)
"""How far from its slot an event made anew is looked for."""


def pair_recreated(series: Sequence[Series], labels: Mapping[str, str]) -> dict[tuple[str, date], Occurrence]:
    """Return, for each removed slot, the single event that took its place, where there is one.

    It has another UID, the same label and length, starts within seven days and not at one of the series' own slots.
    The nearest is taken, the earlier of two equally near; none is taken twice.

    Args:
        series: Everything one file lists.
        labels: What each UID is called; an empty label is like no other.
    """
    singles = _singles(series, labels)
    taken: set[str] = set()
    pairs: dict[tuple[str, date], Occurrence] = {}
    for one in series:
        for removed in one.occurrences:
            if not removed.removed or not isinstance(removed.slot, datetime):
                continue
            near: list[tuple[timedelta, date, str, Occurrence]] = [
                (abs(single.start - removed.slot), single.start, single.entry.uid, single)
                for single in singles.get(_likeness(removed, labels), ())
                if single.entry.uid not in taken and single.start not in one.slots
            ]
            best = min((each for each in near if each[0] <= NEAR), key=lambda each: each[:3], default=None)
            if best is not None:
                taken.add(best[2])
                pairs[one.uid, removed.slot] = best[3]
    return pairs


def _singles(
    series: Iterable[Series], labels: Mapping[str, str]
) -> dict[tuple[str, timedelta | None], list[Occurrence]]:
    found: dict[tuple[str, timedelta | None], list[Occurrence]] = {}
    for one in series:
        if len(one.occurrences) != 1:
            continue
        single = one.occurrences[0]
        alone = not single.recurring and isinstance(single.start, datetime)
        if alone and not single.entry.cancelled and labels.get(one.uid):
            found.setdefault(_likeness(single, labels), []).append(single)
    return found


def _likeness(occurrence: Occurrence, labels: Mapping[str, str]) -> tuple[str, timedelta | None]:
    length = None if occurrence.end is None else occurrence.end - occurrence.start
    return labels.get(occurrence.entry.uid, "").casefold(), length
