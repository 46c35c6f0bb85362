"""Which exports belong to one calendar is suggested by its entries or its name, and settled by a person."""

from datetime import date

from reattune.practice import importing, models
from reattune.practice.importing import feeds, taking
from reattune.reading.gathered import Gathered


def test_a_calendar_under_another_name_is_known_by_its_entries(store, made_calendar):
    first = made_calendar(("a", "H.", "20260601T100000"), ("b", "W.", "20260602T100000"))
    later = made_calendar(
        ("a", "H.", "20260601T100000"), ("b", "W.", "20260603T100000"), ("c", "W.", "20260609T100000")
    )
    importing.keep(importing.take("calendar@2026-05-01.ics", first))
    second = importing.take("export (1).ics", later)
    assert second.words["feed"] == str(models.Feed.objects.get().pk)
    importing.keep(second)
    assert models.Feed.objects.count() == 1


def test_another_calendar_is_a_new_one(store, made_calendar):
    importing.keep(importing.take("work.ics", made_calendar(("a", "H.", "20260601T100000"))))
    other = importing.take("other.ics", made_calendar(("z", "Z.", "20260601T100000")))
    assert other.words["feed"] == ""
    importing.keep(other)
    assert models.Feed.objects.count() == 2


def test_a_clients_own_calendar_is_not_the_practices(store, new_client, made_calendar):
    importing.keep(importing.take("calendar.ics", made_calendar(("a", "H.", "20260601T100000"))))
    own = importing.take("calendar.ics", made_calendar(("a", "H.", "20260601T110000")), new_client("heron"))
    assert own.words["feed"] == ""


def test_a_person_says_that_it_is_a_new_one(store, made_calendar):
    importing.keep(importing.take("calendar.ics", made_calendar(("a", "H.", "20260601T100000"))))
    second = importing.take("calendar.ics", made_calendar(("a", "H.", "20260601T110000")))
    taking.settle(second, None, None, "")
    importing.keep(second)
    assert models.Feed.objects.count() == 2


def test_the_entries_are_known_by_digests_alone(store, made_calendar):
    imported = importing.take("calendar.ics", made_calendar(("uid-of-smith", "H.", "20260601T100000")))
    found = feeds.entry_digests(taking.read(imported))
    assert len(found) == 1
    assert "smith" not in found[0]


def test_nothing_listed_is_like_nothing(store):
    assert feeds.entry_digests(Gathered()) == []
    assert feeds.listing_digest(Gathered(), date(2026, 1, 1)) == feeds.listing_digest(Gathered(), date(2027, 1, 1))


def test_a_change_is_a_change(store, made_calendar):
    one = taking.read(importing.take("a.ics", made_calendar(("a", "H.", "20260601T100000"))))
    same = taking.read(importing.take("b.ics", made_calendar(("a", "H.", "20260601T100000")) + b"\r\n"))
    other = taking.read(importing.take("c.ics", made_calendar(("a", "H.", "20260601T103000"))))
    day = date(2026, 12, 31)
    assert feeds.listing_digest(one, day) == feeds.listing_digest(same, day)
    assert feeds.listing_digest(one, day) != feeds.listing_digest(other, day)
    assert feeds.same_as(models.Import.objects.first(), one) is None
