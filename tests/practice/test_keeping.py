"""The settings: kept as they were last said, each with a default, none lost to another."""

import threading
from contextlib import suppress
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from reattune.practice import desk, models
from reattune.practice.keeping import NAME, Kept, keep, kept

PASSPHRASE = "seven quiet herons at dusk"


def opened_again():
    connection.close()
    desk.lock()
    desk.unlock(PASSPHRASE)


def test_what_was_never_said_has_its_default(store):
    models.Setting.objects.all().delete()
    opened_again()
    assert replace(kept(), latest="") == Kept()
    assert not kept().set_up


def test_what_was_said_is_kept_and_the_rest_stays(store):
    before = kept()
    after = keep(budget=0.5, theme="dark")
    assert after == kept()
    assert (after.budget, after.theme) == (0.5, "dark")
    assert after.safety == before.safety
    assert models.Setting.objects.filter(name=NAME).count() == 1


def test_a_setting_of_another_version_is_left_alone(store):
    models.Setting.objects.update_or_create(name=NAME, defaults={"value": {"budget": 1.0, "from_tomorrow": True}})
    opened_again()
    assert replace(kept(), latest="") == Kept(budget=1.0)


def test_an_unknown_setting_cannot_be_kept(store):
    before = kept()
    with pytest.raises(TypeError, match="colour"):
        keep(colour="red")
    assert kept() == before


def test_the_zone_is_the_one_that_was_named(store):
    assert keep(time_zone="America/New_York").zone == ZoneInfo("America/New_York")


def test_of_two_changes_at_the_same_time_neither_is_lost(store):
    together = threading.Barrier(2)

    def change(**words):
        together.wait()
        for _number in range(20):
            keep(**words)
        connection.close()

    threads = [threading.Thread(target=change, kwargs=one) for one in ({"currency": "EUR"}, {"holidays": "DE-BE"})]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert (kept().currency, kept().holidays) == ("EUR", "DE-BE")


def test_they_are_read_once_and_again_after_each_change(store):
    kept()
    with CaptureQueriesContext(connection) as asked:
        assert kept() is kept()
    assert len(asked) == 0
    keep(budget=0.5)
    assert kept().budget == 0.5


def test_a_change_that_was_taken_back_is_not_remembered(store):
    before = kept()
    with suppress(ZeroDivisionError), transaction.atomic():
        keep(budget=0.5)
        assert kept().budget == 0.5
        _ = 1 / 0
    assert kept() == before
