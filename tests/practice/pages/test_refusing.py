"""What is said where something cannot be done: in the look of the desk, and without a word of what went wrong inside."""

import pytest
from django.db import DataError
from django.http import HttpResponse
from django.test import Client as Browser
from django.test import RequestFactory

from reattune.practice import desk
from reattune.practice.door import DoorMiddleware


def test_an_address_that_is_not_there(browser):
    answer = browser.get("/nowhere/")
    assert answer.status_code == 404
    shown = answer.content.decode()
    assert "There is nothing at this address" in shown
    assert "Nothing was changed" in shown
    assert "<nav" in shown


def test_somebody_who_was_not_let_in_is_told_no_more(store):
    answer = Browser().get("/nowhere/")
    assert answer.status_code == 404
    assert "<nav" not in answer.content.decode()


def test_while_it_is_locked_too(home):
    assert Browser().get("/nowhere/").status_code == 404


@pytest.fixture
def breaking(browser, monkeypatch):
    """Let the page of help break; the browser shows what a person would see."""

    def render(*_arguments):
        raise KeyError("secret words")

    monkeypatch.setattr("reattune.practice.pages.helping.render", render)
    browser.raise_request_exception = False
    return browser


def test_something_unexpected_is_told_without_its_words(breaking):
    answer = breaking.get("/help/")
    assert answer.status_code == 500
    shown = answer.content.decode()
    assert "Something unexpected happened here" in shown
    assert "secret words" not in shown
    assert "KeyError" not in shown
    assert "default-src 'none'" in answer["Content-Security-Policy"]


def test_where_no_page_can_be_drawn_any_more_it_is_said_plainly(breaking, monkeypatch):
    def render(*_arguments, **_words):
        raise OSError("disk")

    monkeypatch.setattr("reattune.practice.pages.refusing.render", render)
    answer = breaking.get("/help/")
    assert answer.status_code == 500
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert "Something unexpected happened here" in answer.content.decode()


def test_programs_are_told_in_their_form(store, monkeypatch):
    def break_down(_token):
        raise KeyError("secret words")

    monkeypatch.setattr("reattune.practice.tokens.known", break_down)
    program = Browser(raise_request_exception=False, headers={"Authorization": "Bearer x"})
    answer = program.get("/api/v1/episodes")
    assert answer.status_code == 500
    assert list(answer.json()) == ["detail"]
    assert "secret" not in answer.content.decode()


def test_an_out_of_date_form_changes_nothing(store):
    answer = Browser(enforce_csrf_checks=True).post("/lock/")
    assert answer.status_code == 403
    assert "Nothing was changed" in answer.content.decode()
    assert desk.is_open()


@pytest.mark.parametrize(("path", "said"), [("/help/", "copy it before you go on"), ("/api/v1/episodes", "no writing")])
def test_what_a_store_cannot_hold_is_said_with_what_was_typed(store, path, said):
    request = RequestFactory().post(path, {"text": "you looked at the clock\0, and I went quiet"})
    request.session = {"opening": desk.opening()}
    answer = DoorMiddleware(lambda _request: HttpResponse()).process_exception(request, DataError("NUL"))
    assert answer.status_code == 400
    assert said in answer.content.decode()
