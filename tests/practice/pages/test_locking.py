"""How the practice is opened: another passphrase, another sheet, the keyring."""

import pytest

from reattune.practice import desk, keys
from reattune.practice.vault import WrongCodeError, WrongPassphraseError, remembering

PASSPHRASE = "seven quiet herons at dusk"
NEW = "eleven grey geese at noon"


def test_the_present_passphrase_is_asked_for(browser):
    answer = browser.post("/settings/passphrase/", {"present": "something else", "passphrase": NEW, "again": NEW})
    assert answer.status_code == 400
    desk.lock()
    desk.unlock(PASSPHRASE)


def test_another_passphrase_opens_it_and_the_old_one_no_more(browser):
    browser.post("/settings/passphrase/", {"present": PASSPHRASE, "passphrase": NEW, "again": NEW})
    desk.lock()
    with pytest.raises(WrongPassphraseError):
        desk.unlock(PASSPHRASE)
    desk.unlock(NEW)


def test_two_that_differ_change_nothing(browser):
    answer = browser.post("/settings/passphrase/", {"present": PASSPHRASE, "passphrase": NEW, "again": NEW + "s"})
    assert "not the same" in answer.content.decode()


def test_a_new_sheet_makes_the_one_of_before_worthless(browser):
    code = keys.vault().new_recovery_code()
    assert browser.post("/settings/new-sheet/").headers["Location"] == "/begin/sheet/"
    assert "recovery" in browser.get("/begin/sheet/").content.decode().lower()
    desk.lock()
    with pytest.raises(WrongCodeError):
        desk.unlock_by_code(code)


def test_the_keyring_may_open_it_until_it_is_told_not_to(browser, monkeypatch):
    ring = {}
    monkeypatch.setattr(remembering, "remember", lambda name, key: ring.update({name: key}) is None)
    monkeypatch.setattr(remembering, "remembered", ring.get)
    monkeypatch.setattr(remembering, "forget", ring.pop)
    browser.post("/settings/keyring/", {"remember": "yes"})
    desk.lock()
    page = browser.get("/unlock/").content.decode()
    assert "keyring" in page
    assert browser.post("/unlock/?next=/help/", {"by": "keyring"}).headers["Location"] == "/help/"
    browser.post("/settings/keyring/", {"remember": "no"})
    desk.lock()
    assert "keyring" not in browser.get("/unlock/").content.decode()
    assert browser.post("/unlock/", {"by": "keyring"}).status_code == 403
