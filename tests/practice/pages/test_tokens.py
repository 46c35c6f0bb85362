"""The page of programs that may read: a token is seen once, its program can be stopped, and slips are told."""

import re

import pytest
from django.test import Client as Browser

from reattune.practice import tokens

PAGE = "/settings/tokens/"


def test_a_token_is_shown_once_and_works(browser):
    assert "None may read now." in browser.get(PAGE).content.decode()
    assert browser.post(PAGE, {"do": "make", "name": "notebook"})["Location"] == PAGE
    shown = browser.get(PAGE).content.decode()
    token = re.search(r'class="token">([^<]+)<', shown).group(1)
    assert tokens.holder(token) == "notebook"
    again = browser.get(PAGE).content.decode()
    assert token not in again
    assert "notebook" in again
    program = Browser(headers={"Authorization": f"Bearer {token}"})
    assert program.get("/api/v1/relationships").status_code == 200


def test_it_can_be_taken_back(browser):
    token = tokens.make("notebook")
    browser.post(PAGE, {"do": "revoke", "name": "notebook"})
    assert tokens.holder(token) is None
    assert "notebook may read no more" in browser.get(PAGE).content.decode()


def test_a_slip_is_told_and_what_was_typed_stays(browser):
    tokens.make("notebook")
    answer = browser.post(PAGE, {"do": "make", "name": "Notebook"})
    assert answer.status_code == 400
    shown = answer.content.decode()
    assert "choose another name" in shown
    assert 'value="Notebook"' in shown


@pytest.mark.parametrize("given", [{}, {"do": "else"}, {"do": "revoke", "name": "nobody"}])
def test_what_means_nothing_changes_nothing(browser, given):
    tokens.make("notebook")
    assert browser.post(PAGE, given).status_code == 302
    assert [one.name for one in tokens.listed()] == ["notebook"]


def test_it_is_refused_without_unlocking(store):
    for answer in (Browser().get(PAGE), Browser().post(PAGE, {"do": "make", "name": "notebook"})):
        assert answer.status_code == 302
        assert answer["Location"].startswith("/unlock/")
    assert tokens.listed() == ()
