"""A page that forgot whose rows it may show: the database shows it nothing of anybody else's."""

import uuid
from datetime import UTC, date, datetime, timedelta

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction

from reattune.practice import models, scope
from reattune.practice.postgres import walls
from reattune.practice.scope import EVERYONE, NOBODY, Reach, Scope

TODAY = date(2026, 6, 30)


def wrongly(table, columns="*"):
    """What a page sees that asks for all of a table."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {columns} FROM {table}")
        return cursor.fetchall()


def seen(of, table, column="client_id"):
    with scope.use(of):
        return {row[0] for row in wrongly(table, column)}


@pytest.fixture
def two(person, client_of):
    """Two therapists with a client each, and an episode of each."""
    ada, ben = person("ada"), person("ben")
    heron, wren = client_of(ada, "heron"), client_of(ben, "wren")
    for client in (heron, wren):
        with scope.use(Scope(Reach.OWN_CLIENTS, client.therapist_id)):
            models.Episode.objects.create(client=client, day=TODAY)
            models.Agreement.objects.create(client=client, start=TODAY)
            models.Pause.objects.create(start=TODAY, end=TODAY, by="therapist")
    return ada, ben, heron, wren


def own(one):
    return Scope(Reach.OWN_CLIENTS, one.pk)


def test_a_therapist_sees_their_own_and_nobody_elses(two):
    ada, ben, heron, wren = two
    for table, column in (
        ("practice_episode", "client_id"),
        ("practice_client", "id"),
        ("practice_clientkey", "client_id"),
    ):
        assert seen(own(ada), table, column) == {heron.pk}, table
        assert seen(own(ben), table, column) == {wren.pk}, table
        assert seen(EVERYONE, table, column) == {heron.pk, wren.pk}, table
    assert seen(own(ada), "practice_pause", "therapist_id") == {ada.pk}
    assert seen(own(ada), "practice_auditevent", "client") <= {heron.pk}


def test_of_recordings_everybody_else_sees_nothing_and_takes_nothing(two):
    ada, ben, heron, wren = two
    tables = ("practice_recording", "practice_found", "practice_picked")
    with scope.use(own(ada)):
        row = models.Recording.objects.create(client=heron, day=TODAY, size=5, delete_on=TODAY)
        models.Found.objects.create(client=heron, recording=row)
        models.Picked.objects.create(client=heron, recording=row, moment="m", answer="left")
    others = (own(ben), Scope(Reach.ONE_CLIENT, uuid.uuid4(), wren.pk), Scope(Reach.FRAME, uuid.uuid4()), NOBODY)
    for table in tables:
        assert seen(own(ada), table) == {heron.pk}, table
        for there in (*others, Scope(Reach.BROUGHT, uuid.uuid4())):
            assert seen(there, table) == set(), (table, there)
            with scope.use(there), connection.cursor() as cursor:
                cursor.execute(f"DELETE FROM {table}")
                assert cursor.rowcount == 0, (table, there)
    with scope.use(own(ben)), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        models.Found.objects.create(client=heron, recording_id=uuid.uuid4())


def test_where_nobody_said_whose_there_is_nothing(two):
    assert wrongly("practice_episode") == []
    assert seen(NOBODY, "practice_client", "id") == set()
    connection.close()
    # A connection to which nothing was told: the database's own answer, without this program.
    connection.ensure_connection()
    assert connection.connection.execute("SELECT * FROM practice_client").fetchall() == []


def test_a_client_sees_what_is_about_them(two):
    _ada, _ben, heron, wren = two
    heron_there = Scope(Reach.ONE_CLIENT, uuid.uuid4(), heron.pk)
    assert seen(heron_there, "practice_client", "id") == {heron.pk}
    assert seen(heron_there, "practice_episode") == {heron.pk}
    assert seen(heron_there, "practice_job", "id") == set()
    assert wren.pk not in seen(heron_there, "practice_clientkey")


def test_a_manager_sees_the_frame_and_writes_nothing(two):
    _ada, _ben, heron, wren = two
    manager = Scope(Reach.FRAME, uuid.uuid4())
    assert seen(manager, "practice_agreement") == {heron.pk, wren.pk}
    for table in ("practice_episode", "practice_noticed", "practice_verdict", "practice_said", "practice_clientkey"):
        assert seen(manager, table) == set(), table
    with scope.use(manager), connection.cursor() as cursor:
        cursor.execute("UPDATE practice_agreement SET start = start")
        assert cursor.rowcount == 0


def test_a_supervisor_sees_what_was_brought_and_answers_there_alone(two, person):
    ada, ben, heron, wren = two
    sue, tom = person("sue", "supervisor"), person("tom", "supervisor")
    rows = {}
    for therapist, client, supervisor in ((ada, heron, sue), (ben, wren, tom)):
        with scope.use(own(therapist)):
            rows[client.pk] = models.Consultation.objects.create(client=client, day=TODAY, supervisor=supervisor)
    there = Scope(Reach.BROUGHT, sue.pk)
    assert seen(there, "practice_consultation") == {heron.pk}
    assert seen(there, "practice_episode") == set()
    assert seen(there, "practice_client", "id") == set()
    with scope.use(there):
        models.Remark.objects.create(client=heron, consultation=rows[heron.pk], kind="said", by="supervisor", day=TODAY)
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            models.Remark.objects.create(
                client=wren, consultation=rows[wren.pk], kind="said", by="supervisor", day=TODAY
            )
        with connection.cursor() as cursor:
            cursor.execute("UPDATE practice_consultation SET day = day")
            assert cursor.rowcount == 0


@pytest.mark.parametrize("reach", ["another therapist", "another client", "manager", "nobody"])
def test_nobody_writes_for_others(two, reach):
    _ada, ben, heron, wren = two
    there = {
        "another therapist": own(ben),
        "another client": Scope(Reach.ONE_CLIENT, uuid.uuid4(), wren.pk),
        "manager": Scope(Reach.FRAME, uuid.uuid4()),
        "nobody": NOBODY,
    }[reach]
    with scope.use(there):
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            models.Episode(client_id=heron.pk, day=TODAY).save(force_insert=True)
        with connection.cursor() as cursor:
            cursor.execute("UPDATE practice_episode SET day = day WHERE client_id = %s", (heron.pk,))
            assert cursor.rowcount == 0
            cursor.execute("DELETE FROM practice_episode WHERE client_id = %s", (heron.pk,))
            assert cursor.rowcount == 0


def test_a_row_cannot_be_moved_to_somebody_elses_client(two):
    ada, _ben, _heron, wren = two
    with scope.use(own(ada)), connection.cursor() as cursor, pytest.raises(DatabaseError, match="row-level"):
        cursor.execute("UPDATE practice_episode SET client_id = %s", (wren.pk,))


@pytest.mark.parametrize(
    ("share", "ended", "is_seen"),
    [
        ("now", (), True),
        ("raise_for_me", (), True),
        ("only_me", (), False),
        ("after_ending", (), False),
        ("after_ending", (0, 14), False),
        ("after_ending", (1, 14), True),
        ("after_ending", (90, 13), False),
        ("after_ending", (14, None), True),
        ("after_ending", (13, None), False),
    ],
)
def test_a_therapist_never_sees_what_a_client_did_not_share(two, share, ended, is_seen):
    ada, _ben, heron, _wren = two
    with scope.use(own(ada)):
        ago = [None if one is None else TODAY - timedelta(days=one) for one in (*ended, None, None)]
        models.Client.objects.filter(pk=heron.pk).update(ended=ago[0], ended_written=ago[1])
    with scope.use(Scope(Reach.ONE_CLIENT, client=heron.pk)):
        models.Said.every.create(client=heron, kind="moment", share=share, day=TODAY)
        assert models.Said.every.count() == 1
    assert bool(seen(own(ada), "practice_said")) is is_seen
    with scope.use(own(ada)):
        assert models.Said.objects.exists() is is_seen
        assert models.Said.every.exists() is is_seen


@pytest.mark.parametrize("model", [models.Talk, models.Side, models.Likeness])
def test_nor_a_side_that_was_not_shown(two, model):
    ada, _ben, heron, _wren = two
    with scope.use(Scope(Reach.ONE_CLIENT, client=heron.pk)):
        talk = models.Talk.every.create(client=heron, by="client", day=TODAY)
        words = {"client": heron, "by": "client"}
        if model is not models.Talk:
            model.every.create(talk=talk, **words, **({"day": TODAY} if model is models.Likeness else {}))
    table = model._meta.db_table
    assert seen(own(ada), table) == set()
    moment = datetime.now(UTC) if model is models.Side else TODAY
    with scope.use(Scope(Reach.ONE_CLIENT, client=heron.pk)):
        model.every.update(shown=moment)
    assert seen(own(ada), table) == {heron.pk}


def test_every_table_with_a_client_has_a_wall(shared):
    for model in apps.get_app_config("practice").get_models():
        links = {one.name for one in model._meta.fields if one.related_model is models.Client}
        if links and model not in walls.BARE:
            assert model in set(walls.walled()), model
    assert walls.missing() == ()


def test_a_wall_that_was_taken_down_is_missed_and_put_up_again(shared):
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE practice_episode NO FORCE ROW LEVEL SECURITY")
        cursor.execute(f"DROP POLICY {walls.ROWS} ON practice_moment")
    assert walls.missing() == ("practice_episode", "practice_moment")
    assert walls.raise_walls() == len(list(walls.walled()))
    assert walls.missing() == ()


def test_while_tables_are_changed_there_is_no_wall_in_the_way(two):
    walls.lower()
    connection.close()
    assert len(wrongly("practice_client")) == 2
    walls.raise_walls()
    assert wrongly("practice_client") == []


def test_an_account_above_all_walls_is_told(server, shared):
    assert not walls.is_above()


def test_what_was_told_is_told_again_after_it_was_taken_back(two):
    ada, ben, heron, wren = two
    with transaction.atomic():
        assert seen(own(ada), "practice_episode") == {heron.pk}
        with transaction.atomic():
            assert seen(own(ben), "practice_episode") == {wren.pk}
            transaction.set_rollback(True)
        assert seen(own(ben), "practice_episode") == {wren.pk}
        assert seen(own(ada), "practice_episode") == {heron.pk}
        transaction.set_rollback(True)
    assert wrongly("practice_episode") == []
    assert seen(own(ben), "practice_episode") == {wren.pk}
