"""The second reader’s page: off at first, set up in words, tried without anybody’s words, switched off again."""

import pytest
from django.test import Client as Browser
from tests.practice.heard.scripted import MODEL, envelope, marks, serving

from reattune.practice.heard import second_setting

PAGE = "/settings/second-reader/"


def shown(browser):
    return browser.get(PAGE).content.decode()


def test_it_is_off_and_says_what_would_leave(browser):
    words = shown(browser)
    assert "It is off" in words
    assert "Nothing is sent to any program." in words
    assert "Up to sixteen passages" in words
    assert PAGE in browser.get("/settings/").content.decode()


def test_set_up_tried_and_switched_off(browser):
    with serving(lambda _body: envelope(marks())) as server:
        answer = browser.post(PAGE, {"do": "keep", "address": server.address, "model": MODEL, "key": "k-1"})
        assert answer["Location"] == PAGE
        words = shown(browser)
        assert "That is on this computer." in words
        assert "k-1" not in words
        assert server.asked == []
        browser.post(PAGE, {"do": "try"})
        assert len(server.asked) == 1
        assert "in the form asked for" in shown(browser)
        browser.post(PAGE, {"do": "keep", "address": server.address, "model": "crane", "key": ""})
        assert (second_setting.kept().model, second_setting.kept().key) == ("crane", "k-1")
    browser.post(PAGE, {"do": "off"})
    assert second_setting.kept() is None


def test_a_key_does_not_go_along_to_another_address(browser):
    browser.post(PAGE, {"do": "keep", "address": "127.0.0.1:8080", "model": "heron", "key": "k-1"})
    browser.post(PAGE, {"do": "keep", "address": "127.0.0.1:8081", "model": "heron", "key": ""})
    assert second_setting.kept().key == ""


def test_elsewhere_needs_the_sentence_and_what_was_typed_stays(browser):
    typed = {"do": "keep", "address": "https://reader.test", "model": "heron"}
    answer = browser.post(PAGE, typed)
    words = answer.content.decode()
    assert answer.status_code == 400
    assert 'value="https://reader.test"' in words
    sentence = "Passages of sessions may leave this computer and go to reader.test:443"
    assert sentence in words
    assert second_setting.kept() is None
    browser.post(PAGE, {**typed, "typed": sentence})
    assert "That is outside this computer." in shown(browser)


@pytest.mark.parametrize("address", ["", "nonsense:x", "ftp://x", "a\0b", "http://reader.test", "x" * 30_000, "²٣"])
def test_a_slip_is_told(browser, address):
    assert browser.post(PAGE, {"do": "keep", "address": address, "model": "heron"}).status_code == 400
    assert second_setting.kept() is None


@pytest.mark.parametrize("do", ["try", "off", "", "nonsense"])
def test_nothing_set_up_nothing_is_done(browser, do):
    assert browser.post(PAGE, {"do": do}).status_code == 302


def test_nobody_sees_it_who_was_not_let_in(store):
    answer = Browser().get(PAGE)
    assert answer.status_code == 302
    assert answer["Location"].startswith("/unlock/")
