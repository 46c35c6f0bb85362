from datetime import UTC, datetime, timedelta

import pytest

from reattune.reading.occurrences import Occurrence, Series
from reattune.reading.recreated import pair_recreated
from reattune.reading.vevents import Entry

SLOT = datetime(2026, 3, 10, 17, tzinfo=UTC)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def series(*removed):
    """A weekly series with the slots in `removed` taken out of it."""
    master = Entry("series", SLOT, SLOT + HOUR, rules=("weekly",))
    slots = [SLOT + 7 * DAY * n for n in range(4)]
    found = [Occurrence(master, at, at, at + HOUR, recurring=True, removed=at in removed) for at in slots]
    return Series("series", tuple(found), frozenset(slots))


def single(uid, start, *, length=HOUR, status=""):
    entry = Entry(uid, start, start + length, status=status)
    return Series(uid, (Occurrence(entry, start, start, start + length),), frozenset())


def paired(*every):
    labels = {one.uid: "" if one.uid == "nameless" else "Heron" for one in every}
    return {slot: found.entry.uid for (_uid, slot), found in pair_recreated(every, labels).items()}


def test_the_nearest_is_taken_and_of_two_equally_near_the_earlier():
    assert paired(series(SLOT), single("far", SLOT + 2 * DAY), single("near", SLOT + DAY)) == {SLOT: "near"}
    assert paired(series(SLOT), single("after", SLOT + DAY), single("before", SLOT - DAY)) == {SLOT: "before"}


def test_one_event_takes_the_place_of_one_slot_only():
    second = SLOT + 7 * DAY
    assert paired(series(SLOT, second), single("new", SLOT + 3 * DAY)) == {SLOT: "new"}


@pytest.mark.parametrize(
    ("start", "found"), [(SLOT - 7 * DAY, True), (SLOT - 7 * DAY - HOUR, False), (SLOT + 7 * DAY, False)]
)
def test_it_lies_within_seven_days_and_not_at_a_slot_of_the_series(start, found):
    assert paired(series(SLOT), single("new", start)) == ({SLOT: "new"} if found else {})


@pytest.mark.parametrize(
    "other",
    [
        single("shorter", SLOT + DAY, length=HOUR / 2),
        single("cancelled", SLOT + DAY, status="CANCELLED"),
        single("nameless", SLOT + DAY),
    ],
    ids=lambda one: one.uid,
)
def test_another_length_a_cancelled_or_a_nameless_event_takes_nobodys_place(other):
    assert paired(series(SLOT), other) == {}


def test_a_label_is_the_same_whatever_its_case_and_another_is_another():
    every = (series(SLOT), single("new", SLOT + DAY))
    assert pair_recreated(every, {"series": "Heron", "new": "HERON"}).keys() == {("series", SLOT)}
    assert pair_recreated(every, {"series": "Heron", "new": "Wren"}) == {}
