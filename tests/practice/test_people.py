"""People of a shared practice: added, linked, stopped; and how far each role sees."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client as Browser
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from reattune.errors import ReattuneError
from reattune.practice import desk, models, people
from reattune.practice.door import NOBODY_HERE, PERSON, TURN, Who
from reattune.practice.scope import Reach

Role = models.Person.Role


@pytest.mark.parametrize(
    ("role", "who", "reach"),
    [
        (Role.THERAPIST, Who.THERAPIST, Reach.OWN_CLIENTS),
        (Role.SUPERVISOR, Who.SUPERVISOR, Reach.BROUGHT),
        (Role.MANAGER, Who.MANAGER, Reach.FRAME),
        (Role.RESEARCHER, Who.RESEARCHER, Reach.NOBODY),
    ],
)
def test_a_role_says_how_far_one_sees(store, role, who, reach):
    person = people.add("a.brook", role)
    found = people.of(person)
    assert (found.who, found.scope.reach, found.scope.person) == (who, reach, person.pk)
    assert people.role_word(role)


def test_a_client_sees_one_client_and_without_one_nothing(new_client):
    heron = new_client("heron")
    person = people.add("alder-1", Role.CLIENT, heron)
    assert people.of(person).scope.client == heron.pk
    assert people.role_word(Role.CLIENT) == "client"
    person.client = None
    assert people.of(person) is NOBODY_HERE


@pytest.mark.parametrize("name", ["", "  ", "a\x00b", "x" * 61, "A.BROOK", " a.brook "])
def test_a_name_is_there_fits_and_is_not_taken(store, name):
    people.add("a.brook", Role.THERAPIST)
    with pytest.raises(ReattuneError):
        people.add(name, Role.THERAPIST)
    assert models.Person.objects.count() == 1


def test_only_clients_have_a_client(new_client):
    with pytest.raises(ReattuneError):
        people.add("one", Role.CLIENT)
    with pytest.raises(ReattuneError):
        people.add("two", Role.MANAGER, new_client("heron"))


def test_a_link_is_kept_as_a_digest_and_the_one_before_is_void(store):
    person = people.add("a.brook", Role.THERAPIST)
    first = people.link(person)
    second = people.link(person)
    person.refresh_from_db()
    assert second not in str(vars(person))
    assert people.by_link(first) is None
    assert people.by_link(second) == person
    assert people.by_link("") is None


def test_a_link_lasts_three_days(store):
    person = people.add("a.brook", Role.THERAPIST)
    token = people.link(person)
    assert person.invited_until - person.made > timedelta(days=2.9)
    models.Person.objects.update(invited_until=person.made)
    assert people.by_link(token) is None


def test_stopped_a_person_has_no_link_and_a_new_one_lets_them_begin_again(store):
    person = people.add("a.brook", Role.THERAPIST)
    token = people.link(person)
    people.stop(person)
    assert people.by_link(token) is None
    person.refresh_from_db()
    assert people.by_link(people.link(person)) == person


def test_who_is_there_is_asked_once_for_a_page(shared):
    window = Browser()
    session, brook = window.session, people.add("a.brook", Role.THERAPIST)
    session["opening"], session[PERSON], session[TURN] = desk.opening(), str(brook.pk), brook.turn
    session.save()
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert window.get("/help/").status_code == 200
    assert len([one for one in asked.captured_queries if 'FROM "practice_person"' in one["sql"]]) == 1
    people.stop(brook)
    assert window.get("/help/").status_code == 302


def test_who_signs_in_or_out_in_the_middle_of_a_request_is_there_from_then_on(shared):
    request = RequestFactory().get("/")
    one, other = people.add("a.brook", Role.THERAPIST), people.add("b.lake", Role.MANAGER)
    request.session = {}
    assert people.signed_in(request) is NOBODY_HERE
    for person in (one, other):
        request.session = {PERSON: str(person.pk), TURN: person.turn}
        assert people.here(request) == person
    request.session = {PERSON: str(other.pk), TURN: other.turn + 1}
    assert people.here(request) is None


def test_clients_are_not_listed(new_client):
    people.add("alder-1", Role.CLIENT, new_client("heron"))
    brook = people.add("a.brook", Role.THERAPIST)
    assert people.listed() == [brook]


def test_all_of_it_stands_in_the_audit(store):
    person = people.add("a.brook", Role.THERAPIST)
    people.link(person)
    people.stop(person)
    lines = models.AuditEvent.objects.filter(what="person")
    assert [one.purpose for one in lines] == ["keeping"] * 3
    assert not lines.filter(client__isnull=False).exists()
