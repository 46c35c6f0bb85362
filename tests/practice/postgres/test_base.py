"""The connection: usable while the practice is open, and told before each query whose rows may be seen."""

from datetime import date
from uuid import uuid4

import pytest
from django.db import DataError, connection, transaction

from reattune.errors import ReattuneError
from reattune.practice import clock, desk, models, scope
from reattune.practice.postgres import base
from reattune.practice.scope import EVERYONE, NOBODY, Reach, Scope

PASSPHRASE = "seven quiet herons at dusk"


def said(name):
    """Return what the database was told."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting(%s, true)", (f"reattune.{name}",))
        return cursor.fetchone()[0]


def test_what_a_scope_is_told_as():
    person, client = uuid4(), uuid4()
    day = clock.today(base.UTC).isoformat()
    assert base.told(EVERYONE) == ("everyone", "", "", day)
    assert base.told(Scope(Reach.ONE_CLIENT, person, client)) == ("one client", str(person), str(client), day)


def test_each_query_is_made_in_the_scope_of_its_moment(shared):
    person = uuid4()
    assert said("reach") == NOBODY.reach
    with scope.use(Scope(Reach.OWN_CLIENTS, person)):
        assert (said("reach"), said("person")) == ("own clients", str(person))
        with scope.use(EVERYONE):
            assert (said("reach"), said("person")) == ("everyone", "")
        assert said("person") == str(person)
    assert (said("reach"), said("person")) == (NOBODY.reach, "")


def test_what_a_rollback_took_back_is_told_again(shared):
    person = uuid4()
    for undo in (True, False):
        with scope.use(Scope(Reach.OWN_CLIENTS, person)), transaction.atomic():
            assert said("person") == str(person)
            transaction.set_rollback(undo)
        assert said("person") == ""
        with scope.use(Scope(Reach.OWN_CLIENTS, person)):
            assert said("person") == str(person)


def test_nothing_is_told_where_nothing_changed(shared):
    with scope.use(EVERYONE):
        said("reach")
        told = []
        tell = base.TELL
        try:
            base.TELL = "SELECT 1 WHERE %s = %s AND %s = %s"
            models.Client.objects.exists()
            connection.execute_wrappers.append(lambda execute, *words: told.append(words[0]) or execute(*words))
            models.Client.objects.exists()
        finally:
            base.TELL = tell
            connection.execute_wrappers.pop()
    assert len(told) == 1


def test_a_day_later_is_told(shared, monkeypatch):
    with scope.use(EVERYONE):
        assert said("day") == "2026-06-30"
        monkeypatch.setenv(clock.DAY, date(2026, 7, 1).isoformat())
        assert said("day") == "2026-07-01"


def test_closed_in_the_middle_everybody_is_cut_off(served_home):
    desk.unlock("seven quiet herons at dusk")
    assert models.Client.objects.count() == 0
    desk.lock()
    with pytest.raises(ReattuneError, match="locked"):
        models.Client.objects.count()


def test_a_transaction_that_was_cut_off_keeps_nothing(served_home):
    @transaction.atomic
    def work():
        models.Setting.objects.create(name="half", value=1)
        desk.lock()
        models.Setting.objects.create(name="other half", value=1)

    desk.unlock(PASSPHRASE)
    with pytest.raises(ReattuneError, match="locked"):
        work()
    desk.unlock(PASSPHRASE)
    assert not models.Setting.objects.filter(name__in=("half", "other half")).exists()


def test_a_step_that_went_wrong_is_taken_back_alone_whatever_scope_it_was_in(shared):
    with scope.use(EVERYONE), transaction.atomic():
        models.Client.objects.create(codename="heron")
        with pytest.raises(DataError), transaction.atomic(), scope.use(Scope(Reach.OWN_CLIENTS, uuid4())):
            connection.cursor().execute("SELECT 1 / 0")
        assert said("reach") == "everyone"
        assert models.Client.objects.get().codename == "heron"
