"""Who may ask: a program with a token of this practice, while it is unlocked, and nobody else."""

import pytest
from django.db import connection

from reattune.practice import desk, tokens
from reattune.practice.sqlcipher import keyed
from reattune.practice.vault.attempts import since_start

LIST = "/api/v1/relationships"


def test_nobody_is_answered_without_a_token(store, client_of):
    answer = client_of().get(LIST)
    assert answer.status_code == 401
    assert answer["WWW-Authenticate"] == "Bearer"
    assert "token" in answer.json()["detail"]


@pytest.mark.parametrize(
    "given", ["Bearer wrong", "Bearer ", "Bearer", "Basic {token}", "{token}", "Bearer {token}x", "Bearer \xff"]
)
def test_a_wrong_token_is_refused(store, client_of, given):
    token = tokens.make("notebook")
    assert client_of(given.format(token=token)).get(LIST).status_code == 401


def test_cookies_let_nobody_in(browser):
    assert browser.get("/help/").status_code == 200
    assert browser.get(LIST).status_code == 401


def test_a_token_opens_no_page_of_the_desk(store, client_of):
    answer = client_of(f"Bearer {tokens.make('notebook')}").get("/settings/")
    assert answer.status_code == 302
    assert answer["Location"].startswith("/unlock/")


def test_the_audit_names_the_program(program, seen):
    program("relationships")
    assert seen() == [("program:notebook", "relationships", None)]


def test_a_token_that_was_taken_back_is_refused_at_once(program):
    assert program("relationships").status_code == 200
    tokens.revoke("notebook")
    assert program("relationships").status_code == 401


def test_while_it_is_locked_the_answer_says_so(program):
    connection.close()
    desk.lock()
    answer = program("relationships")
    assert answer.status_code == 503
    assert "unlocked at the desk" in answer.json()["detail"]


def test_locked_in_the_middle_of_an_answer_the_answer_says_so(program, monkeypatch):
    def lock(*_arguments):
        connection.close()
        desk.lock()
        keyed.current()

    monkeypatch.setattr("reattune.practice.api.relationships.part", lock)
    answer = program("relationships")
    assert answer.status_code == 503
    assert "locked" in answer.json()["detail"]


def test_programs_do_not_keep_the_practice_open(program, monkeypatch):
    began = since_start()
    monkeypatch.setattr(desk, "since_start", lambda: began + 10 * 60)
    assert program("relationships").status_code == 200
    monkeypatch.setattr(desk, "since_start", lambda: began + 20 * 60)
    assert desk.lock_if_idle()


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_changed(store, client_of, method):
    program = client_of(f"Bearer {tokens.make('notebook')}")
    for path in (LIST, "/api/v1/noticings", "/api/v1/episodes"):
        assert getattr(program, method)(path).status_code == 405
