"""A page that forgot whose rows these are, asked for by everybody: the database refuses what the page would have shown."""

import pytest
from django.db import connection, transaction
from django.http import JsonResponse
from django.urls import clear_url_caches, path

from reattune.practice import models, scope, urls
from reattune.practice.deciding import May
from reattune.practice.postgres import walls

pytestmark = pytest.mark.system("postgresql")
ROLES = ("anna", "ben", "client", "other client", "handed", "supervisor", "idle", "manager", "researcher")
READERS = {"anna": "anna", "client": "anna", "handed": "anna", "ben": "ben", "other client": "ben"}
"""Whose client each may see."""


@pytest.fixture
def home(served_home):
    """The practice, kept in a database whatever the other tests use."""
    return served_home


@pytest.fixture
def wrong(monkeypatch):
    """The page: it returns all rows of all tables as text, and how many it could write anew."""

    def everything(_request):
        shown, written = {}, {}
        for model in walls.walled():
            table = model._meta.db_table
            with connection.cursor() as cursor:
                cursor.execute(f"SELECT whole::text FROM {table} whole")
                shown[table] = [row[0] for row in cursor.fetchall()]
                if model is models.AuditEvent:
                    continue
                key = model._meta.pk.column
                with transaction.atomic():
                    cursor.execute(f"UPDATE {table} SET {key} = {key}")
                    written[table] = cursor.rowcount
                    cursor.execute(f"DELETE FROM {table}")
                    written[table] = max(written[table], cursor.rowcount)
                    transaction.set_rollback(True)
        return JsonResponse({"shown": shown, "written": written})

    everything.may = May.SIGN  # what everybody may who signed in
    monkeypatch.setattr(urls, "urlpatterns", [*urls.urlpatterns, path("wrong/", everything)])
    clear_url_caches()
    yield "/wrong/"
    clear_url_caches()


def sees(world, found, name):
    """Return the tables in which a row about a client was shown."""
    client = str(world.clients[name].pk)
    return {table for table, rows in found["shown"].items() if any(client in row for row in rows)}


def frames():
    return {one._meta.db_table for one in walls.walled() if getattr(one, "is_frame", False)}


def answer(world, who, address):
    given = world.window(who).get(address)
    assert given.status_code == 200, (who, given.status_code, given.get("Location"))
    return given.json()


def test_nobody_reaches_it_without_signing_in(world, wrong):
    assert world.window("nobody").get(wrong)["Location"].startswith("/sign-in/")


def test_it_would_have_shown_everything(world, wrong):
    """Else what it does not show to anybody would not be there at all."""
    with scope.use(scope.EVERYONE), connection.cursor() as cursor:
        for model in walls.walled():
            if model in (models.Job, models.Preset):  # about no client; nothing is planted there
                continue
            cursor.execute(f"SELECT count(*) FROM {model._meta.db_table}")
            assert cursor.fetchone()[0] >= 2, model


@pytest.mark.parametrize("who", sorted(READERS))
def test_therapists_and_clients_see_their_own(world, wrong, who):
    found, whose = answer(world, who, wrong), READERS[who]
    other = "ben" if whose == "anna" else "anna"
    assert "practice_episode" in sees(world, found, whose)
    assert sees(world, found, other) == set()
    if who in {"anna", "ben"}:
        hidden = models.Said.every.model._base_manager
        with scope.use(scope.EVERYONE):
            unshared = [str(one) for one in hidden.filter(share="after_ending").values_list("pk", flat=True)]
        assert unshared
        assert not [row for row in found["shown"]["practice_said"] if any(one in row for one in unshared)]


@pytest.mark.parametrize("who", ["researcher", "idle"])
def test_a_researcher_and_a_supervisor_to_whom_nothing_was_brought_see_and_write_nothing(world, wrong, who):
    found = answer(world, who, wrong)
    assert {table for table, rows in found["shown"].items() if rows} == set()
    assert {table for table, count in found["written"].items() if count} == set()


def test_a_researcher_is_not_let_in_by_having_exported(world, wrong):
    """What an export looked at in everybody's stead is out of sight again at the next question."""
    window = world.window("researcher")
    window.post("/study/", {"study": "a study"})
    assert sees(world, window.get(wrong).json(), "anna") == set()


def test_a_manager_sees_the_frame_and_writes_nothing(world, wrong):
    found = answer(world, "manager", wrong)
    assert {table for table, rows in found["shown"].items() if rows} == frames()
    assert {table for table, count in found["written"].items() if count} == set()


def test_a_supervisor_sees_what_was_brought_to_them(world, wrong):
    found = answer(world, "supervisor", wrong)
    assert sees(world, found, "anna") == {"practice_consultation", "practice_remark"}
    assert sees(world, found, "ben") == set()
    assert found["written"]["practice_consultation"] == 0


def test_everybody_was_asked(world):
    assert {one.role for one in world.people.values()} == {role.value for role in models.Person.Role}
    assert {*READERS, "supervisor", "idle", "manager", "researcher"} == set(ROLES)
