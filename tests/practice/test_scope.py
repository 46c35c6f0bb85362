"""Whose rows are seen: everybody's at one's own desk, and for each other role no more than is theirs."""

from datetime import date, timedelta

import pytest
from django.apps import apps

from reattune.practice import models, scope
from reattune.practice.scope import EVERYONE, NOBODY, Reach, Scope, Within, use

TODAY = date(2026, 6, 30)


@pytest.fixture
def people(store):
    """A therapist each of two clients, and a supervisor."""
    make = models.Person.objects.create
    return {
        name: make(name=name, role=role)
        for name, role in (("ada", "therapist"), ("ben", "therapist"), ("sue", "supervisor"))
    }


@pytest.fixture
def two(new_client, people):
    return new_client("heron", therapist=people["ada"]), new_client("wren", therapist=people["ben"])


def moment(client):
    row = models.Moment(client=client, day=TODAY, felt="off")
    row.words = {}
    row.save()
    return row


def seen(model):
    return set(model.objects.all())


def test_at_ones_own_desk_everything_is_seen(two):
    assert scope.present() is EVERYONE
    assert seen(models.Client) == set(two)


def test_a_therapist_sees_their_own_clients_alone(two, people):
    moments = [moment(one) for one in two]
    for client, row, name in zip(two, moments, ("ada", "ben"), strict=True):
        with use(Scope(Reach.OWN_CLIENTS, people[name].pk)):
            assert seen(models.Client) == {client}
            assert seen(models.Moment) == {row}


def test_what_is_about_no_client_belongs_to_the_therapist_who_made_it(store, people):
    rows = {}
    for name in ("ada", "ben"):
        with use(Scope(Reach.OWN_CLIENTS, people[name].pk)):
            rows[name] = models.Import(kind="appointments")
            rows[name].words = {}
            rows[name].save()
    for name, row in rows.items():
        with use(Scope(Reach.OWN_CLIENTS, people[name].pk)):
            assert seen(models.Import) == {row}


def test_a_client_sees_what_is_about_them_and_nobody_else(two):
    heron, _wren = two
    moments = [moment(one) for one in two]
    with use(Scope(Reach.ONE_CLIENT, client=heron.pk, actor="client")):
        assert seen(models.Client) == {heron}
        assert seen(models.Moment) == {moments[0]}


def test_a_manager_sees_the_frame_and_no_words(two):
    moment(two[0])
    with use(Scope(Reach.FRAME)):
        assert seen(models.Client) == set(two)
        assert seen(models.Moment) == set()


def test_a_supervisor_sees_what_was_brought_to_them_alone(two, people):
    for client, supervisor in ((two[0], people["sue"]), (two[1], None)):
        row = models.Consultation(client=client, supervisor=supervisor, day=TODAY)
        row.words = {}
        row.save()
    moment(two[0])
    with use(Scope(Reach.BROUGHT, people["sue"].pk)):
        assert {one.client_id for one in models.Consultation.objects.all()} == {two[0].pk}
        assert seen(models.Moment) == set()
        assert seen(models.Client) == set()


@pytest.mark.parametrize(
    "model", [m for m in apps.get_app_config("practice").get_models() if isinstance(m.objects, Within)]
)
def test_nobody_sees_nothing_and_every_role_gets_an_answer(two, people, model):
    with use(NOBODY):
        assert not model.objects.exists()
    for reach in Reach:
        with use(Scope(reach, people["ada"].pk, two[0].pk)):
            assert model.objects.count() <= model._base_manager.count()


def test_in_a_shared_practice_nobody_is_seen_where_nobody_said_whose_may_be(two):
    scope.shared_practice(shared=True)
    try:
        assert scope.is_shared()
        assert seen(models.Client) == set()
        with use(EVERYONE):
            assert seen(models.Client) == set(two)
    finally:
        scope.shared_practice(shared=False)
    assert not scope.is_shared()
    assert seen(models.Client) == set(two)


def test_it_ends_with_the_block_whatever_happens_in_it(two):
    with pytest.raises(ZeroDivisionError), use(NOBODY):
        _ = 1 // 0
    assert scope.present() is EVERYONE


def test_a_row_that_is_made_belongs_to_whoever_made_it(store, people):
    with use(Scope(Reach.OWN_CLIENTS, people["ada"].pk)):
        assert scope.person() == people["ada"].pk
        assert models.Client.objects.create(codename="heron").therapist_id == people["ada"].pk
    assert scope.person() is None


@pytest.mark.parametrize(
    ("share", "ended", "heard"),
    [
        ("now", (), True),
        ("only_me", (90, 90), False),
        ("after_ending", (90, 14), True),
        ("after_ending", (90, 13), False),
        ("after_ending", (0, 14), False),
        ("after_ending", (1, 14), True),
        ("after_ending", (14, None), True),
        ("after_ending", (13, None), False),
        ("after_ending", (), False),
    ],
)
def test_the_therapist_hears_what_was_chosen_for_them(two, share, ended, heard):
    heron = two[0]
    ago = [None if one is None else TODAY - timedelta(days=one) for one in (*ended, None, None)]
    models.Client.objects.filter(pk=heron.pk).update(ended=ago[0], ended_written=ago[1])
    models.Said.every.create(client=heron, kind="note", share=share, day=TODAY)
    assert models.Said.objects.exists() is heard
