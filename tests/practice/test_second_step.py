"""The second step: codes of a moment, each good once, and a wait after several that were not."""

import re
import time

import pyotp
import pytest
from django.test import Client as Browser

from reattune.practice import desk, models, second_step
from reattune.practice.keeping import kept
from reattune.practice.second_step import SecondStepError
from reattune.practice.vault import attempts

NOW = 1_782_800_000.0


@pytest.fixture
def secret(store):
    made = second_step.new_secret()
    second_step.set_up(made, code_at(made, NOW - 300), now=lambda: NOW - 300)
    return made


@pytest.fixture
def clock(monkeypatch):
    """The clocks that waiting is measured by; `clock["boot"] += 2` lets two seconds pass."""
    hands = {"boot": 1000.0, "wall": NOW}
    own = attempts.Clock(boot=lambda: hands["boot"], wall=lambda: hands["wall"])
    monkeypatch.setattr(attempts, "CLOCK", own)
    return hands


def code_at(secret, moment):
    return pyotp.TOTP(secret).at(int(moment))


def check(code, moment=NOW):
    second_step.check(code, now=lambda: moment)


def wrong(secret, moment=NOW):
    near = {code_at(secret, moment + shift) for shift in range(-120, 121, 30)}
    return next(f"{number:06d}" for number in range(1000) if f"{number:06d}" not in near)


def test_none_is_asked_for_before_one_was_set_up(store):
    assert not second_step.is_set()


def test_setting_up_needs_a_code_that_shows_the_device_knows_the_secret(store):
    secret = second_step.new_secret()
    with pytest.raises(SecondStepError, match="clocks"):
        second_step.set_up(secret, wrong(secret), now=lambda: NOW)
    assert not second_step.is_set()
    second_step.set_up(secret, code_at(secret, NOW), now=lambda: NOW)
    assert second_step.is_set()
    assert kept().totp == secret
    assert models.AuditEvent.objects.last().what == "second step"


def test_the_code_of_setting_up_does_not_let_in_again(store):
    secret = second_step.new_secret()
    second_step.set_up(secret, code_at(secret, NOW), now=lambda: NOW)
    with pytest.raises(SecondStepError, match="used already"):
        check(code_at(secret, NOW))


@pytest.mark.parametrize("shift", [-30, 0, 30])
def test_the_code_of_now_and_of_the_half_minutes_around_fits(secret, shift):
    check(code_at(secret, NOW + shift))


@pytest.mark.parametrize("shift", [-90, 90])
def test_codes_of_other_times_do_not_fit(secret, shift):
    with pytest.raises(SecondStepError, match="moment"):
        check(code_at(secret, NOW + shift))


def test_spaces_do_not_matter(secret):
    code = code_at(secret, NOW)
    check(f" {code[:3]} {code[3:]} ")


@pytest.mark.parametrize("typed", ["", "12345", "1234567", "abcdef", "１２３４５６", "\x00", "9" * 4000])
def test_what_is_no_code_does_not_fit(secret, typed):
    with pytest.raises(SecondStepError, match="moment"):
        check(typed)


def test_a_code_is_good_once(secret):
    code = code_at(secret, NOW)
    check(code)
    with pytest.raises(SecondStepError, match="used already"):
        check(code, NOW + 5)
    check(code_at(secret, NOW + 30), NOW + 30)
    with pytest.raises(SecondStepError, match="used already"):
        check(code, NOW + 30)


def test_five_that_do_not_fit_make_everybody_wait_even_with_the_right_one(secret, clock):
    for _number in range(5):
        with pytest.raises(SecondStepError, match="moment"):
            check(wrong(secret))
    with pytest.raises(SecondStepError, match="Wait 2 seconds"):
        check(code_at(secret, NOW))
    clock["boot"] += 2
    check(code_at(secret, NOW))
    for _number in range(4):
        with pytest.raises(SecondStepError, match="moment"):
            check(wrong(secret))


def test_waiting_grows_and_is_not_forgotten_by_locking(secret, clock, home):
    for number in range(7):
        clock["boot"] += attempts.wait_after(number)
        with pytest.raises(SecondStepError, match="moment"):
            check(wrong(secret))
    desk.lock()
    desk.unlock("seven quiet herons at dusk")
    with pytest.raises(SecondStepError, match="Wait 8 seconds"):
        check(code_at(secret, NOW))


def test_done_without_it_nothing_is_left(secret):
    second_step.turn_off()
    assert not second_step.is_set()
    assert not models.Setting.objects.filter(name="second-step").exists()


def test_the_address_names_the_practice_and_holds_the_secret(secret):
    address = second_step.address(secret)
    assert address.startswith("otpauth://totp/Reattune:practice?")
    assert pyotp.parse_uri(address).secret == secret


def test_the_picture_is_drawn_without_any_style(store):
    picture = second_step.picture(second_step.new_secret())
    assert picture.startswith("<svg ")
    assert "<title>" in picture
    assert not re.search(r"\bstyle\b|\bon\w+=|<script|url\(", picture)


def test_a_browser_is_let_in_only_after_the_code(secret):
    browser = Browser()
    answer = browser.post("/unlock/?next=/help/", {"passphrase": "seven quiet herons at dusk"})
    assert answer["Location"] == "/unlock/second-step/?next=%2Fhelp%2F"
    assert browser.get("/help/")["Location"].startswith("/unlock/")
    assert browser.get("/unlock/")["Location"] == "/unlock/second-step/"
    assert browser.post(answer["Location"], {"code": "000000"}).status_code in {302, 403}
    answer = browser.post(answer["Location"], {"code": code_at(secret, time.time() + 30)})
    assert answer["Location"] == "/help/"
    assert browser.get("/help/").status_code == 200


def test_turning_it_off_stands_in_the_audit_or_is_not_done(secret, monkeypatch):
    def refuse(*_words, **_more):
        raise OSError("no space left")

    monkeypatch.setattr(second_step, "record", refuse)
    with pytest.raises(OSError, match="no space"):
        second_step.turn_off()
    assert kept().totp == secret
