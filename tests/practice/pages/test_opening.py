"""The demonstration's first page lets the browser in that it opened, and nobody else."""

from django.test import Client as Browser

from reattune.practice import desk
from reattune.practice.letting_in import offer


def test_the_token_lets_a_browser_in_once(store):
    address, window, late = offer(), Browser(), Browser()
    answer = window.get(address)
    assert (answer.status_code, answer.url) == (302, "/")
    assert window.session["opening"] == desk.opening()
    refused = late.get(address)
    assert refused.status_code == 403
    assert "only once" in refused.content.decode()
    assert late.get("/settings/").url.startswith("/unlock/")


def test_a_token_that_nobody_offered_lets_nobody_in(store):
    offer()
    assert Browser().get("/demo/guessed/").status_code == 403


def test_a_locked_practice_is_opened_by_no_token(home):
    answer = Browser().get(offer())
    assert answer.status_code == 403
    assert not desk.is_open()


def test_asking_without_opening_uses_nothing_up(store):
    address = offer()
    assert Browser().head(address).status_code == 403
    assert Browser().get(address).status_code == 302
