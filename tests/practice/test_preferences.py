"""What a person says about the practice: each wrong field is told by name, and the rest is kept as typed."""

import pytest

from reattune.practice import models, preferences
from reattune.practice.keeping import Kept, kept


def test_what_is_understood_can_be_kept():
    found = preferences.read(
        {"time_zone": " Europe/Berlin ", "holidays": "de-be", "currency": "eur", "budget": "0,5", "idle_minutes": "20"},
        "time_zone",
        "holidays",
        "currency",
        "budget",
        "idle_minutes",
    )
    assert found.wrong == {}
    assert found.changes == {
        "time_zone": "Europe/Berlin",
        "holidays": "DE-BE",
        "currency": "EUR",
        "budget": 0.5,
        "idle_minutes": 20,
    }


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("time_zone", "Moon/Base", "Moon/Base"),
        ("time_zone", "../../etc/passwd", "not a time zone"),
        ("time_zone", "", "not a time zone"),
        ("holidays", "ATLANTIS", "ATLANTIS"),
        ("holidays", "DE-ZZ", "DE-ZZ"),
        ("holidays", "may", "may"),
        ("currency", "€", "three letters"),
        ("budget", "0", "0.1 to 20"),
        ("budget", "many", "0.1 to 20"),
        ("budget", "nan", "0.1 to 20"),
        ("threshold", "loud", "offered"),
        ("language", "xx", "offered"),
        ("theme", "red", "offered"),
        ("pack", "none", "offered"),
        ("idle_minutes", "0", "1 to 240"),
        ("idle_minutes", "٣", "1 to 240"),
        ("safety", "x" * 2001, "2000"),
        ("retention_years", "-1", "0 to 100"),
    ],
)
def test_what_cannot_be_meant_is_told_by_name_and_stays_as_typed(name, value, says):
    found = preferences.read({name: value}, name)
    assert says in found.wrong[name]
    assert name not in found.changes
    assert found.typed[name] == value


def test_every_setting_that_can_be_asked_for_is_one_that_is_kept():
    assert set(preferences.READERS) <= set(preferences.shown(Kept()))


def test_what_is_shown_can_be_read_again():
    shown = preferences.shown(Kept())
    assert preferences.read(shown, *preferences.READERS).wrong == {}


def test_zones_are_those_of_places():
    zones = preferences.zones()
    assert "Europe/London" in zones
    assert not [one for one in zones if one.startswith("Etc/")]


def test_a_change_stands_in_the_audit_or_is_not_made(store, monkeypatch):
    def refuse(*_words, **_more):
        raise OSError("no space left")

    monkeypatch.setattr(preferences, "record", refuse)
    with pytest.raises(OSError, match="no space"):
        preferences.change({"idle_minutes": 30})
    assert kept().idle_minutes == Kept().idle_minutes
    assert not models.AuditEvent.objects.filter(action="settings").exists()


def test_only_what_decides_what_comes_up_has_everybody_looked_at(store):
    models.Job.objects.all().delete()
    assert preferences.change({"theme": "dark"}).theme == "dark"
    assert not models.Job.objects.exists()
    preferences.change({"budget": 1.0})
    assert [one.kind for one in models.Job.objects.all()] == ["look"]
    assert models.AuditEvent.objects.filter(action="settings").count() == 2
