"""Signing in: the first time by a link, then by password and code; what does not let in, and what ends a session."""

import re
import time

import pyotp
import pytest
from django.test import Client as Browser

from reattune.practice import models, people, scope, signing
from reattune.practice.scope import EVERYONE

WORDS = "nine loud wrens at noon"
Role = models.Person.Role


@pytest.fixture
def anna(shared):
    """A therapist who was added, and their link."""
    with scope.use(EVERYONE):
        made = people.add("a.brook", Role.THERAPIST)
        return made, people.link(made)


def set_up(token, password=WORDS):
    """Go through the first sign-in with a password; return the browser and the secret of its codes."""
    window = Browser()
    address = f"/sign-in/first/{token}/"
    assert window.post(address, {"password": password, "again": password}).status_code == 302
    page = window.get(f"{address}code/").content.decode()
    secret = "".join(re.findall(r"<span>([A-Z2-7]{4})</span>", page))
    answer = window.post(f"{address}code/", {"code": pyotp.TOTP(secret).now()})
    assert (answer.status_code, answer.url) == (302, "/")
    return window, secret


def next_code(person, secret):
    """Return a code that was not used yet."""
    models.Person.objects.filter(pk=person.pk).update(last_step=0)
    return pyotp.TOTP(secret).now()


def signed_in(window):
    return window.get("/my-sign-in/").status_code == 200


def test_the_first_sign_in_asks_for_both_steps_and_lets_in(anna):
    person, token = anna
    window, secret = set_up(token)
    assert signed_in(window)
    person.refresh_from_db()
    assert person.password.startswith("$argon2id$")
    assert WORDS not in person.password
    assert secret.encode() not in bytes(person.totp)
    assert signing.secret_of(person) == secret


def test_looking_at_a_link_uses_nothing_up_and_using_it_does(anna):
    _person, token = anna
    for _look in range(3):
        assert Browser().get(f"/sign-in/first/{token}/").status_code == 200
    set_up(token)
    for address in (f"/sign-in/first/{token}/", f"/sign-in/first/{token}/code/", "/sign-in/first/guessed/"):
        assert Browser().get(address).status_code == 404
        assert Browser().post(address, {"password": WORDS, "again": WORDS}).status_code == 404


def test_a_link_that_is_too_old_is_over(anna):
    person, token = anna
    models.Person.objects.filter(pk=person.pk).update(invited_until=person.made)
    assert Browser().get(f"/sign-in/first/{token}/").status_code == 404


@pytest.mark.parametrize(("one", "two"), [("short", "short"), (WORDS, WORDS + "x"), ("x" * 201, "x" * 201), ("", "")])
def test_a_password_must_be_long_enough_and_typed_twice(anna, one, two):
    answer = Browser().post(f"/sign-in/first/{anna[1]}/", {"password": one, "again": two})
    assert answer.status_code == 400
    assert 'role="alert"' in answer.content.decode()


def test_a_wrong_first_code_lets_nobody_in_and_keeps_the_link(anna):
    person, token = anna
    window = Browser()
    window.post(f"/sign-in/first/{token}/", {"password": WORDS, "again": WORDS})
    assert window.post(f"/sign-in/first/{token}/code/", {"code": "000000"}).status_code == 400
    assert not signed_in(window)
    person.refresh_from_db()
    assert person.password == ""
    assert people.by_link(token) == person


def test_name_password_and_code_let_in_and_the_session_is_a_new_one(anna):
    person, token = anna
    _window, secret = set_up(token)
    window = Browser()
    answer = window.post("/sign-in/?next=/help/", {"name": "A.Brook", "password": WORDS})
    assert answer.url == "/sign-in/code/?next=%2Fhelp%2F"
    assert not signed_in(window)
    before = window.session.session_key
    answer = window.post(answer.url, {"code": next_code(person, secret)})
    assert answer.url == "/help/"
    assert signed_in(window)
    assert window.session.session_key != before


def test_a_code_is_taken_once(anna):
    person, token = anna
    _window, secret = set_up(token)
    code = next_code(person, secret)
    for status in (302, 403):
        window = Browser()
        window.post("/sign-in/", {"name": "a.brook", "password": WORDS})
        assert window.post("/sign-in/code/", {"code": code}).status_code == status


def test_the_code_alone_or_too_late_opens_nothing(anna, monkeypatch):
    person, token = anna
    _window, secret = set_up(token)
    assert Browser().post("/sign-in/code/", {"code": next_code(person, secret)}).url == "/sign-in/"
    window = Browser()
    window.post("/sign-in/", {"name": "a.brook", "password": WORDS})
    later = time.time() + signing.PATIENCE + 1
    monkeypatch.setattr(signing.time, "time", lambda: later)
    assert window.post("/sign-in/code/", {"code": next_code(person, secret)}).url == "/sign-in/"


def _tries(name, count):
    signing.WAITS.clear_all()
    said = []
    for _try in range(count):
        answer = Browser().post("/sign-in/", {"name": name, "password": "not this one"})
        words = re.search(r'role="alert"><p>(.*?)</p>', answer.content.decode(), re.DOTALL)
        said.append((answer.status_code, re.sub(r"\d+ seconds?", "N", words[1])))
    return said


def test_an_unknown_name_is_answered_as_a_known_one_is_waiting_too(anna):
    set_up(anna[1])
    known = _tries("a.brook", 8)
    for name in ("nobody.here", "a\x00b", "x" * 5000, "'; --"):
        assert _tries(name, 8) == known
    assert "Wait" in known[-1][1]
    assert "Wait" not in known[0][1]


def test_a_right_password_waits_too_after_wrong_ones(anna):
    set_up(anna[1])
    _tries("a.brook", 6)
    answer = Browser().post("/sign-in/", {"name": "a.brook", "password": WORDS})
    assert answer.status_code == 403
    assert "Wait" in answer.content.decode()


def test_many_who_sign_in_rightly_from_one_address_do_not_wait(anna):
    set_up(anna[1])
    for _one in range(30):
        assert Browser().post("/sign-in/", {"name": "a.brook", "password": WORDS}).status_code == 302


def test_the_same_work_is_done_for_a_name_that_nobody_has(anna, monkeypatch):
    set_up(anna[1])
    looked = []
    real = signing._fits
    monkeypatch.setattr(
        signing, "_fits", lambda hashed, typed: looked.append(hashed.rsplit("$", 2)[0]) or real(hashed, typed)
    )
    for name in ("a.brook", "nobody"):
        Browser().post("/sign-in/", {"name": name, "password": "not this one"})
    assert looked[0] == looked[1]


def test_stopped_a_person_is_out_at_once_everywhere(anna):
    person, token = anna
    window, _secret = set_up(token)
    with scope.use(EVERYONE):
        people.stop(person)
    assert window.get("/help/").url.startswith("/sign-in/")
    assert Browser().post("/sign-in/", {"name": "a.brook", "password": WORDS}).status_code == 403


def test_a_new_link_once_used_ends_what_was_and_before_that_nothing(anna):
    person, token = anna
    window, secret = set_up(token)
    person.refresh_from_db()
    with scope.use(EVERYONE):
        again = people.link(person)
    assert signed_in(window)
    new, other = set_up(again, "quite another password")
    assert not signed_in(window)
    assert signed_in(new)
    assert other != secret
    assert Browser().post("/sign-in/", {"name": "a.brook", "password": WORDS}).status_code == 403


def test_signing_out_ends_the_session(anna):
    window, _secret = set_up(anna[1])
    assert window.get("/sign-out/").status_code == 302
    assert signed_in(window)
    assert window.post("/sign-out/").url == "/sign-in/"
    assert not signed_in(window)


def test_lock_signs_out_and_leaves_the_practice_open_for_the_others(anna):
    window, _secret = set_up(anna[1])
    assert window.post("/lock/").url == "/sign-in/"
    assert not signed_in(window)
    assert Browser().get("/sign-in/").status_code == 200


@pytest.mark.parametrize("address", ["/unlock/", "/recover/", "/begin/", "/unlock/second-step/", "/demo/x/"])
def test_the_passphrase_is_no_way_into_a_shared_practice(anna, address):
    for answer in (Browser().get(address), Browser().post(address, {"passphrase": "seven quiet herons at dusk"})):
        assert (answer.status_code, answer.url) == (302, "/sign-in/")


def test_nobody_signs_in_by_name_at_ones_own_desk(browser):
    for window in (browser, Browser()):
        for address in ("/sign-in/", "/sign-in/code/", "/sign-in/first/x/", "/sign-in/passkey/"):
            assert window.get(address).url == "/unlock/"
    assert browser.get("/my-sign-in/").status_code == 403


def test_closed_it_says_so_and_opens_nothing(anna):
    from reattune.practice import desk

    desk.lock()
    assert Browser().get("/sign-in/").status_code == 503
    assert Browser().get(f"/sign-in/first/{anna[1]}/").status_code == 404
    assert Browser().post("/sign-in/", {"name": "a.brook", "password": WORDS}).status_code == 503


def test_after_signing_in_one_is_not_sent_elsewhere(anna):
    person, token = anna
    _window, secret = set_up(token)
    window = Browser()
    window.post("/sign-in/", {"name": "a.brook", "password": WORDS})
    answer = window.post("/sign-in/code/?next=https://elsewhere.example/", {"code": next_code(person, secret)})
    assert answer.url == "/"


def test_a_text_typed_after_being_signed_out_is_not_given_to_who_comes_next(anna):
    answer = Browser().post("/capture/", {"words": "what only she may read"})
    assert answer.status_code == 503
    assert "what only she may read" not in answer.content.decode()


def test_what_waits_in_a_session_is_sealed(anna):
    _person, token = anna
    window = Browser()
    window.post(f"/sign-in/first/{token}/", {"password": WORDS, "again": WORDS})
    page = window.get(f"/sign-in/first/{token}/code/").content.decode()
    secret = "".join(re.findall(r"<span>([A-Z2-7]{4})</span>", page))
    assert secret
    assert secret not in str(dict(window.session.items()))
