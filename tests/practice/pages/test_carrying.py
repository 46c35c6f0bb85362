"""What was typed before it locked itself: carried over the unlocking, and saved where it was to be saved."""

import re
from html import unescape

import pytest
from django.db import OperationalError
from django.test import Client as Browser
from django.urls import reverse

from reattune.practice import desk, models

PASSPHRASE = "seven quiet herons at dusk"
TEXT = "It went quiet after the bill, and I hurried on.\nI had been in a hurry."


@pytest.fixture
def heron(new_client):
    return new_client("heron")


def hidden(page):
    found = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', page)
    return {name: unescape(value) for name, value in found if name != "csrfmiddlewaretoken"}


def test_nothing_typed_is_lost_when_it_locks_under_ones_hands(browser, heron):
    address = reverse("episode-new", kwargs={"client": heron.pk})
    desk.lock()
    answer = browser.post(address, {"text": TEXT, "day": "2026-06-30"})
    page = answer.content.decode()
    assert answer.status_code == 403
    assert "Nothing you typed is lost" in page
    again = browser.post("/unlock/", {**hidden(page), "passphrase": "not this one"})
    assert hidden(again.content.decode())["carried"] == hidden(page)["carried"]
    answer = browser.post("/unlock/", {**hidden(again.content.decode()), "passphrase": PASSPHRASE})
    assert answer.headers["Location"] == "/carried/"
    page = browser.get("/carried/").content.decode()
    assert "I hurried on." in page
    assert f'action="{address}"' in page
    assert hidden(page)["text"].split() == TEXT.split()


@pytest.fixture
def waiting(browser, heron):
    """What was typed, unlocked again, and what the page sends to save it."""

    def made(text):
        address = reverse("episode-new", kwargs={"client": heron.pk})
        desk.lock()
        page = browser.post(address, {"text": text, "day": "2026-06-30"}).content.decode()
        browser.post("/unlock/", {**hidden(page), "passphrase": PASSPHRASE})
        return address, hidden(browser.get("/carried/").content.decode())

    return made


def test_what_was_saved_then_is_kept_once_and_offered_no_more(browser, waiting):
    address, form = waiting(TEXT)
    assert browser.post(address, form).status_code == 302
    (row,) = models.Episode.objects.all()
    assert row.words["text"].split() == TEXT.split()
    assert browser.get("/carried/").headers["Location"] == "/"


def test_a_refusal_leaves_it_where_it_was(browser, waiting):
    address, form = waiting(TEXT)
    assert browser.post(address, {**form, "day": "soon"}).status_code >= 400
    assert browser.get("/carried/").status_code == 200


def test_a_long_text_full_of_signs_that_grow_on_the_way_is_whole(browser, waiting):
    text = 'She said "no".\n' * 10_000
    _address, form = waiting(text)
    assert form["text"].split() == text.split()


def test_it_can_be_let_go(browser, heron):
    desk.lock()
    page = browser.post("/capture/", {"client": str(heron.pk), "words": TEXT, "felt": "off"}).content.decode()
    browser.post("/unlock/", {**hidden(page), "passphrase": PASSPHRASE})
    browser.post("/carried/")
    assert browser.get("/carried/").status_code == 302


def test_secrets_are_never_carried(browser):
    desk.lock()
    page = browser.post("/settings/passphrase/", {"present": PASSPHRASE, "passphrase": "x" * 12, "note": "a b"})
    assert PASSPHRASE not in page.content.decode()


def test_what_is_carried_goes_to_own_addresses_only(home):
    window = Browser()
    sent = {"to": "https://elsewhere.example/", "carried": '[["text", "some words"]]', "passphrase": PASSPHRASE}
    assert window.post("/unlock/?next=/help/", sent).headers["Location"] == "/help/"


@pytest.mark.parametrize("said", ["", "not json", "[1, 2]", "{}", '[["text"]]', "null"])
def test_what_is_not_such_a_thing_is_passed_over(home, said):
    sent = {"to": "/capture/", "carried": said, "passphrase": PASSPHRASE}
    assert Browser().post("/unlock/?next=/help/", sent).headers["Location"] == "/help/"


def test_a_full_disk_is_said_in_words_with_what_was_typed(browser, heron, monkeypatch):
    def full(*_arguments, **_options):
        raise OperationalError("database or disk is full")

    monkeypatch.setattr(models.Episode, "save", full)
    answer = browser.post(reverse("episode-new", kwargs={"client": heron.pk}), {"text": TEXT, "day": "2026-06-30"})
    page = answer.content.decode()
    assert answer.status_code == 503
    assert "no space left" in page
    assert "I hurried on." in page


def test_whoever_writes_keeps_it_open(browser, monkeypatch):
    seen = []
    monkeypatch.setattr(desk, "touch", lambda: seen.append(1))
    assert browser.get("/awake/").status_code == 204
    assert seen
