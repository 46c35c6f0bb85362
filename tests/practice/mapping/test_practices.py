"""The whole practice, with its settings."""

from datetime import date

from reattune.practice.keeping import keep
from reattune.practice.mapping.practices import practice


def test_the_settings_are_those_of_the_practice(store, new_client):
    new_client("heron")
    keep(time_zone="Europe/Berlin", currency="EUR", holidays="DE-BE", budget=0.5, threshold="simulated")
    found = practice(date(2026, 6, 30))
    assert found.time_zone.key == "Europe/Berlin"
    assert (found.currency, found.budget_per_month, found.threshold.value) == ("EUR", 0.5, "simulated")
    assert date(2026, 5, 1) in found.holidays
    assert [one.codename for one in found.relationships] == ["heron"]


def test_only_those_asked_for_are_in_it(store, new_client):
    new_client("heron")
    wren = new_client("wren")
    assert [one.codename for one in practice(date(2026, 6, 30), [wren]).relationships] == ["wren"]


def test_with_nobody_in_it_it_is_a_practice_all_the_same(store):
    assert practice(date(2026, 6, 30)).relationships == ()
