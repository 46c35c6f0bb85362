"""Inviting a client: a link shown once, a name that says nothing, and an end."""

import re

import pytest
from django.test import Client as Browser

from reattune.practice import clients, desk, models, people, scope
from reattune.practice.door import PERSON

Role = models.Person.Role


@pytest.fixture
def anna(shared):
    """Anna's browser, and a client of hers."""
    with scope.use(scope.EVERYONE):
        person = people.add("anna", Role.THERAPIST)
        heron = clients.add("heron", therapist=person)
    window = Browser()
    session = window.session
    session["opening"], session[PERSON] = desk.opening(), str(person.pk)
    session.save()
    return window, heron


def invited(anna):
    window, heron = anna
    page = window.post(f"/r/{heron.pk}/invite/", {"do": "invite"}).content.decode()
    return re.search(r"http://testserver(/sign-in/first/[\w-]+/)", page)[1], page


def test_a_client_is_invited_and_the_link_is_shown_once(anna):
    window, heron = anna
    assert "not invited" in window.get("/people/").content.decode()
    link, page = invited(anna)
    person = models.Person.objects.get(client=heron)
    assert person.role == Role.CLIENT
    assert "heron" not in person.name
    assert person.name in page
    assert "<svg" in page
    assert link not in window.get(f"/r/{heron.pk}/invite/").content.decode()
    assert person.name in Browser().get(link).content.decode()
    assert person.name in window.get("/people/").content.decode()


def test_looking_invites_nobody(anna):
    window, heron = anna
    assert window.get(f"/r/{heron.pk}/invite/").status_code == 200
    assert window.post(f"/r/{heron.pk}/invite/", {}).status_code == 200
    assert not models.Person.objects.filter(client=heron).exists()


def test_invited_again_the_name_stays_and_the_former_link_is_void(anna):
    first, _page = invited(anna)
    second, _page = invited(anna)
    assert models.Person.objects.filter(role=Role.CLIENT).count() == 1
    assert Browser().get(first).status_code == 404
    assert Browser().get(second).status_code == 200


def test_their_sign_in_is_ended(anna):
    window, heron = anna
    link, _page = invited(anna)
    assert window.post(f"/r/{heron.pk}/invite/", {"do": "stop"}).status_code == 302
    assert Browser().get(link).status_code == 404
    assert "ended" in window.get("/people/").content.decode()


def test_whether_a_link_was_used_is_not_shown(anna):
    window, heron = anna
    invited(anna)
    before = window.get(f"/r/{heron.pk}/invite/").content, window.get("/people/").content
    models.Person.objects.filter(client=heron).update(invited="", password="$argon2id$", turn=1)
    after = window.get(f"/r/{heron.pk}/invite/").content, window.get("/people/").content
    token = re.compile(rb'(csrfmiddlewaretoken" value=|X-CSRFToken": )"[^"]+"')
    assert [token.sub(b"", one) for one in before] == [token.sub(b"", one) for one in after]


def test_at_ones_own_desk_nobody_is_invited(browser, new_client):
    heron = new_client("heron")
    assert browser.get("/people/").status_code == 404
    assert browser.post(f"/r/{heron.pk}/invite/", {"do": "invite"}).status_code == 404
    assert not models.Person.objects.exists()


def test_settings_lead_to_people_and_not_to_keys(anna):
    window, _heron = anna
    page = window.get("/settings/").content.decode()
    for address in ("/people/", "/my-sign-in/", "/settings/tokens/"):
        assert f'href="{address}"' in page
    for address in ("/settings/backups/", "/settings/passphrase/", "/settings/second-step/"):
        assert f'href="{address}"' not in page
