"""The second step in the browser: set up with a picture and a key, asked for after the passphrase, done without again."""

import re
import time

import pyotp
import pytest
from django.test import Client as Browser

from reattune.practice import desk, second_step
from reattune.practice.vault import Vault

PAGE, CODE = "/settings/second-step/", "/unlock/second-step/"
PASSPHRASE = "seven quiet herons at dusk"


def code(secret, shift=0):
    return pyotp.TOTP(secret).at(int(time.time()) + shift)


@pytest.fixture
def secret(store):
    """A second step that was set up a minute ago."""
    made = second_step.new_secret()
    before = time.time() - 60
    second_step.set_up(made, pyotp.TOTP(made).at(int(before)), now=lambda: before)
    return made


@pytest.fixture
def pending(secret):
    """A browser whose passphrase was right."""
    window = Browser()
    window.post("/unlock/", {"passphrase": PASSPHRASE})
    return window


def test_setting_it_up(browser):
    assert "It is not set up" in browser.get(PAGE).content.decode()
    browser.post(PAGE, {"do": "begin"})
    shown = browser.get(PAGE).content.decode()
    secret = "".join(re.findall(r"<span>([A-Z2-7]{4})</span>", shown))
    assert len(secret) == 32
    assert '<svg viewBox="0 0 ' in shown
    assert not second_step.is_set()
    answer = browser.post(PAGE, {"do": "confirm", "code": "nothing"})
    assert answer.status_code == 400
    assert f"<span>{secret[:4]}</span>" in answer.content.decode()
    assert browser.post(PAGE, {"do": "confirm", "code": code(secret)}).status_code == 302
    assert second_step.is_set()
    shown = browser.get(PAGE).content.decode()
    assert "a code is asked for after the passphrase" in shown
    assert secret[:4] not in shown


def test_it_can_be_left_as_it_is(browser):
    browser.post(PAGE, {"do": "begin"})
    browser.post(PAGE, {"do": "leave"})
    assert "It is not set up" in browser.get(PAGE).content.decode()


@pytest.mark.parametrize("given", [{}, {"do": "else"}, {"do": "confirm", "code": "123456"}, {"do": "stop"}])
def test_what_means_nothing_changes_nothing(browser, given):
    assert browser.post(PAGE, given).status_code == 302
    assert not second_step.is_set()


def test_a_wrong_code_lets_nobody_in(pending):
    answer = pending.post(CODE, {"code": "none"})
    assert answer.status_code == 403
    assert "not the code of this moment" in answer.content.decode()
    assert pending.get("/help/").status_code == 302


def test_the_right_code_lets_in_where_one_wanted_to_go(secret, pending):
    answer = pending.post(f"{CODE}?next=/help/", {"code": code(secret)})
    assert answer["Location"] == "/help/"
    assert pending.get("/help/").status_code == 200
    assert pending.get(CODE)["Location"] == "/unlock/"


def test_the_session_changes_its_name_when_it_is_let_in(secret, pending):
    before = pending.cookies["reattune"].value
    pending.post(CODE, {"code": code(secret)})
    assert pending.cookies["reattune"].value != before


def test_a_code_that_was_used_lets_no_other_browser_in(secret, pending):
    given = code(secret)
    other = Browser()
    other.post("/unlock/", {"passphrase": PASSPHRASE})
    assert pending.post(CODE, {"code": given}).status_code == 302
    assert other.post(CODE, {"code": given}).status_code == 403


def test_the_address_wanted_is_only_ever_ours(secret, pending):
    answer = pending.post(f"{CODE}?next=https://elsewhere.example/", {"code": code(secret)})
    assert answer["Location"] == "/"


def test_nobody_comes_to_the_code_without_the_passphrase(secret):
    answer = Browser().get(f"{CODE}?next=/help/")
    assert answer["Location"] == "/unlock/?next=%2Fhelp%2F"
    assert Browser().post(CODE, {"code": code(secret)})["Location"] == "/unlock/"


def test_a_pending_browser_must_begin_anew_after_the_next_unlocking(secret, pending):
    desk.lock()
    desk.unlock(PASSPHRASE)
    assert pending.post(CODE, {"code": code(secret)})["Location"] == "/unlock/"


def test_doing_without_it_needs_a_code(secret, pending):
    pending.post(CODE, {"code": code(secret)})
    assert pending.post(PAGE, {"do": "stop", "code": "none"}).status_code == 400
    assert second_step.is_set()
    assert pending.post(PAGE, {"do": "stop", "code": code(secret, 30)}).status_code == 302
    assert not second_step.is_set()


def test_the_recovery_sheet_needs_no_code_and_can_do_without_it(secret):
    sheet = _new_sheet()
    desk.lock()
    window = Browser()
    assert window.post("/recover/", {"code": sheet}).status_code == 302
    assert "no code is needed" in window.get(PAGE).content.decode()
    window.post(PAGE, {"do": "stop"})
    assert not second_step.is_set()


def _new_sheet():
    vault = Vault.unlock(desk.home(), PASSPHRASE)
    try:
        return vault.new_recovery_code()
    finally:
        vault.close()
