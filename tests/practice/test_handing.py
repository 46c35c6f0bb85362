"""Handing a browser over and taking it back: what goes out of it, and what is refused while it is out."""

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.http import HttpResponse
from django.test import RequestFactory

from reattune.practice import desk, door, handing, models
from reattune.practice.vault import Cost, VaultError
from reattune.practice.voices import own

PASSPHRASE = "seven quiet herons at dusk"
CHEAP = Cost(memory_kib=64, passes=1, lanes=1)


@pytest.fixture
def asked(store):
    """A request of a therapist's browser with something of theirs in its session."""
    request = RequestFactory().post("/r/hand-over/")
    request.session = SessionStore()
    request.session.update({"opening": desk.opening(), "said": ["something"], "carried": {"to": "/", "fields": []}})
    request.session.save()
    return request


def test_nothing_of_the_therapists_stays_in_the_session(asked, new_client):
    heron, before = new_client("heron"), asked.session.session_key
    handing.hand_over(asked, heron)
    assert dict(asked.session.items()) == {"opening": desk.opening(), door.HANDED: str(heron.pk)}
    assert not SessionStore().exists(before)
    assert door.present(asked).who is door.Who.CLIENT
    assert door.present(asked).scope.client == heron.pk


def test_the_therapist_handing_over_stands_in_the_audit(asked, new_client):
    heron = new_client("heron")
    handing.hand_over(asked, heron)
    line = models.AuditEvent.objects.get(what="hand-over")
    assert (line.who, line.client, line.purpose) == ("therapist", heron.pk, "therapy")


def test_other_browsers_are_let_out(asked, new_client):
    before = desk.opening()
    handing.hand_over(asked, new_client("heron"))
    assert desk.opening() != before
    assert desk.is_open()


def test_that_a_device_is_out_is_known_while_it_is_and_after_the_program_was_started_anew(asked, new_client):
    assert not handing.is_out()
    handing.hand_over(asked, new_client("heron"))
    desk.lock()
    handing._since.opening = ""
    assert handing.is_out()


def test_the_file_says_nothing_of_whom(asked, new_client, store):
    handing.hand_over(asked, new_client("heron"))
    assert (store / handing.NAME).read_bytes() == b""


def test_taken_back_nothing_of_the_clients_stays(asked, new_client):
    heron = new_client("heron")
    handing.hand_over(asked, heron)
    key, _code = own.make(heron, "blue kettle moon", cost=CHEAP)
    asked.session.save()
    session = asked.session.session_key
    own.hold(session, key)
    handing.end(asked)
    assert not own.is_held(session)
    assert door.HANDED not in asked.session
    assert not handing.is_out()


def test_another_browser_that_unlocks_meanwhile_does_not_bring_it_back(asked, new_client):
    handing.hand_over(asked, new_client("heron"))
    other = RequestFactory().post("/unlock/")
    other.session = SessionStore()
    handing.end(other)
    assert handing.is_out()


def test_unlocked_with_the_passphrase_it_is_back(asked, new_client):
    handing.hand_over(asked, new_client("heron"))
    desk.lock()
    desk.unlock(PASSPHRASE)
    other = RequestFactory().post("/unlock/")
    other.session = SessionStore()
    handing.end(other)
    assert not handing.is_out()


def test_where_it_cannot_be_noted_it_is_not_handed_over(asked, new_client, monkeypatch):
    def refuse(*_words):
        raise VaultError("There is no space left.")

    monkeypatch.setattr(handing, "write_private", refuse)
    with pytest.raises(VaultError):
        handing.hand_over(asked, new_client("heron"))
    assert door.HANDED not in asked.session
    assert not models.AuditEvent.objects.filter(what="hand-over").exists()


def test_the_browser_is_asked_to_forget_what_it_holds():
    assert handing.without_traces(HttpResponse())["Clear-Site-Data"] == '"cache"'
