"""Unlocking and locking in the browser."""

import pytest
from django.http import HttpRequest
from django.test import Client as Browser

from reattune.practice import desk, models, second_step
from reattune.practice.door import Who, who
from reattune.practice.pages.entering import after_unlocking, is_pending, let_in

PASSPHRASE = "seven quiet herons at dusk"


@pytest.fixture
def window(store):
    """A request with an empty session of its own."""
    from django.contrib.sessions.backends.db import SessionStore

    request = HttpRequest()
    request.session = SessionStore()
    return request


def test_the_right_passphrase_opens_it_and_leads_to_today(home):
    assert "The passphrase opens them" in Browser().get("/unlock/").content.decode()
    answer = Browser().post("/unlock/", {"passphrase": PASSPHRASE})
    assert answer["Location"] == "/"
    assert desk.is_open()


@pytest.mark.parametrize(
    "given", [{"passphrase": "seven quiet herons at dawn"}, {"passphrase": ""}, {}, {"passphrase": "\x00"}]
)
def test_a_wrong_passphrase_opens_nothing_and_is_told(home, given):
    answer = Browser().post("/unlock/", given)
    assert answer.status_code == 403
    assert 'role="alert"' in answer.content.decode()
    assert not desk.is_open()


def test_a_wrong_passphrase_lets_nobody_into_a_practice_that_is_open(store):
    other = Browser()
    assert other.post("/unlock/", {"passphrase": "seven quiet herons at dawn"}).status_code == 403
    assert other.get("/help/").status_code == 302
    assert desk.is_open()


def test_several_wrong_ones_make_everybody_wait(home):
    for _number in range(5):
        Browser().post("/unlock/", {"passphrase": "seven quiet herons at dawn"})
    answer = Browser().post("/unlock/", {"passphrase": PASSPHRASE})
    assert answer.status_code == 403
    assert "Wait" in answer.content.decode()
    assert not desk.is_open()


def test_with_none_set_up_one_begins(tmp_path):
    desk.at(tmp_path / "new")
    assert Browser().get("/unlock/")["Location"] == "/begin/"


def test_whoever_is_inside_is_not_asked_again(browser):
    assert browser.get("/unlock/")["Location"] == "/"
    assert browser.get("/unlock/?next=/help/")["Location"] == "/help/"


def test_locking_is_a_sending_not_a_looking(browser):
    assert browser.get("/lock/")["Location"] == "/unlock/"
    assert desk.is_open()
    browser.post("/lock/")
    assert not desk.is_open()
    desk.unlock(PASSPHRASE)
    assert models.AuditEvent.objects.filter(action="locked").exists()
    assert browser.get("/help/").status_code == 302


def test_let_in_one_is_the_therapist(window):
    let_in(window)
    assert who(window) is Who.THERAPIST
    assert not is_pending(window)
    assert after_unlocking(window) == "/"


@pytest.mark.parametrize(("by_sheet", "person"), [(False, Who.NOBODY), (True, Who.THERAPIST)])
def test_with_a_second_step_only_the_sheet_lets_in_at_once(window, monkeypatch, by_sheet, person):
    monkeypatch.setattr(second_step, "is_set", lambda: True)
    let_in(window, by_sheet=by_sheet)
    assert who(window) is person
    assert is_pending(window) is not by_sheet


def test_letting_in_changes_the_name_of_the_session(window):
    window.session["before"] = 1
    window.session.save()
    before = window.session.session_key
    let_in(window)
    assert window.session.session_key != before


def test_whoever_asked_for_a_page_is_told_why_it_is_not_shown(home):
    window = Browser()
    asked = window.get("/relationships/")
    assert asked.status_code == 302
    assert "The practice is locked here; unlock it first." in window.get(asked["Location"]).content.decode()
    assert "The practice is locked here" not in window.get("/unlock/?next=/").content.decode()
