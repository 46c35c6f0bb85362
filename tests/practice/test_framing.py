"""The frame of a whole practice, as its manager sees it."""

from datetime import date, time, timedelta
from decimal import Decimal

import pytest

from reattune.practice import clients, models, people, scope
from reattune.practice.framing import Away, frame

TODAY = date(2026, 6, 30)
Role = models.Person.Role


@pytest.fixture
def anna(store):
    return people.add("anna", Role.THERAPIST)


def agreed(client, start, **words):
    usual = {"weekday": 1, "starts_at": time(17), "minutes": 50, "fee": Decimal("80.00")}
    return models.Agreement.objects.create(client=client, start=start, **{**usual, **words})


def test_the_agreement_that_holds_is_told_without_whose_it_is(anna):
    heron = clients.add("heron", therapist=anna)
    agreed(heron, date(2025, 1, 1), minutes=40)
    agreed(heron, date(2026, 1, 1))
    agreed(heron, date(2026, 9, 1), minutes=60)
    (part,) = frame(TODAY)
    (slot,) = part.slots
    assert (part.therapist, slot.weekday, slot.starts_at, slot.minutes) == ("anna", 1, time(17), 50)
    assert slot.fee == Decimal("80.00")
    assert "heron" not in repr(part)
    assert str(heron.pk) not in repr(part)


def test_work_that_ended_is_left_out(anna):
    agreed(clients.add("heron", therapist=anna, ended=TODAY - timedelta(days=1)), date(2026, 1, 1))
    assert frame(TODAY) == []


def test_slots_stand_in_the_order_of_the_week(anna):
    for name, day, at in (("one", 4, time(9)), ("two", 0, time(18)), ("three", 0, time(8)), ("four", None, None)):
        agreed(clients.add(name, therapist=anna), date(2026, 1, 1), weekday=day, starts_at=at)
    assert [one.weekday for one in frame(TODAY)[0].slots] == [0, 0, 4, None]


def test_breaks_to_come_are_told_of_all_or_of_one(anna):
    heron = clients.add("heron", therapist=anna)
    july, past = (date(2026, 7, 1), date(2026, 7, 14)), (date(2026, 5, 1), date(2026, 5, 2))
    for (start, end), client in ((july, None), (july, heron), (past, None)):
        models.Pause.objects.create(start=start, end=end, by="therapist", client=client, therapist=anna)
    assert set(frame(TODAY)[0].breaks) == {Away(*july, of_all=True), Away(*july, of_all=False)}


def test_it_is_all_there_in_the_managers_own_scope(anna):
    agreed(clients.add("heron", therapist=anna), date(2026, 1, 1))
    manager = people.add("m", Role.MANAGER)
    with scope.use(people.of(manager).scope):
        assert len(frame(TODAY)[0].slots) == 1
