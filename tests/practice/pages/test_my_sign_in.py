"""One's own way of signing in: changed only a moment after signing in, and never by whom the device was handed to."""

import re
import time

import pyotp
import pytest
from django.test import Client as Browser

from reattune.practice import clients, desk, models, people, scope, signing
from reattune.practice.door import HANDED, PERSON, TURN

PAGE, WORDS = "/my-sign-in/", "nine loud wrens at noon"


@pytest.fixture
def anna(shared):
    """Anna, who signs in with a password and codes."""
    with scope.use(scope.EVERYONE):
        person = people.add("anna", models.Person.Role.THERAPIST)
        secret = pyotp.random_base32()
        return signing.use_password(person, signing.checked(WORDS, WORDS), secret, pyotp.TOTP(secret).now())


def window_of(person, **words):
    window = Browser()
    session = window.session
    session.update(
        {"opening": desk.opening(), PERSON: str(person.pk), TURN: person.turn, signing.SIGNED: time.time(), **words}
    )
    session.save()
    return window


def passkey(person, number=1):
    return models.Passkey.objects.create(person=person, credential=bytes([number]), public=b"2", name=f"phone {number}")


def test_a_new_password_holds_and_ends_the_sessions_elsewhere(anna):
    here, elsewhere = window_of(anna), window_of(anna)
    assert elsewhere.get(PAGE).status_code == 200
    new = "a quite different one"
    assert here.post(PAGE, {"do": "password", "password": new, "again": new}).status_code == 302
    assert here.get(PAGE).status_code == 200
    assert elsewhere.get(PAGE).url.startswith("/sign-in/")
    assert Browser().post("/sign-in/", {"name": "anna", "password": WORDS}).status_code == 403
    assert Browser().post("/sign-in/", {"name": "anna", "password": new}).status_code == 302


def test_a_new_device_is_asked_for_a_code_before_it_counts(anna):
    window = window_of(anna)
    before = signing.secret_of(anna)
    window.post(PAGE, {"do": "device"})
    page = window.get(PAGE).content.decode()
    secret = "".join(re.findall(r"<span>([A-Z2-7]{4})</span>", page))
    assert window.post(PAGE, {"do": "confirm", "code": "000000"}).status_code == 400
    anna.refresh_from_db()
    assert signing.secret_of(anna) == before
    assert window.post(PAGE, {"do": "confirm", "code": pyotp.TOTP(secret).now()}).status_code == 302
    anna.refresh_from_db()
    assert signing.secret_of(anna) == secret


def test_it_can_be_left_as_it_is(anna):
    window = window_of(anna)
    window.post(PAGE, {"do": "device"})
    window.post(PAGE, {"do": "leave"})
    assert 'name="do" value="confirm"' not in window.get(PAGE).content.decode()


def test_ten_minutes_after_signing_in_nothing_is_changed(anna):
    window = window_of(anna, **{signing.SIGNED: time.time() - 601})
    new = "a quite different one"
    answer = window.post(PAGE, {"do": "password", "password": new, "again": new})
    assert "Sign in again" in answer.content.decode()
    assert Browser().post("/sign-in/", {"name": "anna", "password": WORDS}).status_code == 302


def test_whom_the_device_was_handed_to_changes_nothing(anna):
    with scope.use(scope.EVERYONE):
        heron = clients.add("heron", therapist=anna)
    window = window_of(anna, **{HANDED: str(heron.pk)})
    new = "a quite different one"
    for answer in (window.get(PAGE), window.post(PAGE, {"do": "password", "password": new, "again": new})):
        assert answer.status_code == 403
        assert "anna" not in answer.content.decode()
    assert Browser().post("/sign-in/", {"name": "anna", "password": WORDS}).status_code == 302


def test_a_passkey_is_taken_away_and_the_last_way_in_is_not(anna):
    window = window_of(anna)
    first, second = passkey(anna, 1), passkey(anna, 2)
    assert window.post(PAGE, {"do": "remove", "passkey": str(first.pk)}).status_code == 302
    models.Person.objects.update(password="", totp=None)
    answer = window.post(PAGE, {"do": "remove", "passkey": str(second.pk)})
    assert answer.status_code == 400
    assert "only way in" in answer.content.decode()
    assert list(anna.passkeys.all()) == [second]


def test_somebody_elses_passkey_stays(anna):
    with scope.use(scope.EVERYONE):
        ben = people.add("ben", models.Person.Role.THERAPIST)
    theirs = passkey(ben)
    window_of(anna).post(PAGE, {"do": "remove", "passkey": str(theirs.pk)})
    assert ben.passkeys.exists()


@pytest.mark.parametrize("answer", ["", "{}", "[]", "null", '{"id": "x"}', "x" * 50_000, '{"id": 1, "rawId": {}}'])
def test_what_is_no_passkey_is_not_kept(anna, answer):
    window = window_of(anna)
    window.get(PAGE)
    assert window.post(PAGE, {"do": "passkey", "answer": answer, "called": "phone"}).status_code == 400
    assert not anna.passkeys.exists()


@pytest.mark.parametrize("answer", ["", "{}", "null", '{"id": "AQ", "rawId": "AQ", "type": "public-key"}'])
def test_what_is_no_answer_of_a_passkey_lets_nobody_in(anna, answer):
    passkey(anna)
    window = Browser()
    window.get("/sign-in/")
    assert window.post("/sign-in/passkey/", {"answer": answer}).status_code == 403
    assert window.get(PAGE).url.startswith("/sign-in/")
    assert window.get("/sign-in/passkey/").url == "/sign-in/"
