"""How the practice is opened: another passphrase, another sheet, the keyring."""

import pytest
from django.test import Client as Browser

from reattune.practice import desk, keys, models
from reattune.practice.store.faults import StoreError
from reattune.practice.vault import VaultError, WrongCodeError, WrongPassphraseError, remembering

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
    assert 'name="present"' in browser.get("/settings/new-sheet/").content.decode()
    assert browser.post("/settings/new-sheet/", {"present": PASSPHRASE}).headers["Location"] == "/begin/sheet/"
    assert "recovery" in browser.get("/begin/sheet/").content.decode().lower()
    desk.lock()
    with pytest.raises(WrongCodeError):
        desk.unlock_by_code(code)


@pytest.fixture
def full(monkeypatch):
    """There is no space left for a backup."""

    def refuse(*_words):
        raise StoreError("There is no space left.")

    monkeypatch.setattr("reattune.practice.pages.locking.back_up", refuse)


@pytest.mark.parametrize("given", [{}, {"present": "something else"}])
def test_whoever_finds_the_desk_open_gets_no_sheet(browser, given):
    code = keys.vault().new_recovery_code()
    assert browser.post("/settings/new-sheet/", given).status_code == 400
    desk.lock()
    desk.unlock_by_code(code)


def test_opened_by_the_sheet_another_one_is_made_without_a_passphrase(store):
    code = keys.vault().new_recovery_code()
    window = Browser()
    window.post("/recover/", {"code": code})
    assert window.post("/settings/new-sheet/").headers["Location"] == "/begin/sheet/"


def test_a_new_sheet_is_shown_even_where_no_backup_can_be_made(browser, full):
    assert browser.post("/settings/new-sheet/", {"present": PASSPHRASE}).headers["Location"] == "/begin/sheet/"
    page = browser.get("/begin/sheet/").content.decode()
    assert "no space left" in page
    assert 'class="code"' in page


def test_a_changed_passphrase_is_said_to_be_changed_even_where_no_backup_can_be_made(browser, full):
    words = {"present": PASSPHRASE, "passphrase": NEW, "again": NEW}
    assert browser.post("/settings/passphrase/", words).status_code == 302
    page = browser.get("/settings/").content.decode()
    assert "new passphrase opens" in page
    assert "no space left" in page
    desk.lock()
    desk.unlock(NEW)


def test_where_the_header_cannot_be_written_the_audit_says_nothing_of_a_change(browser, monkeypatch):
    def refuse(*_words):
        raise VaultError("It could not be written.")

    before = models.AuditEvent.objects.filter(action="settings").count()
    monkeypatch.setattr("reattune.practice.vault.header.write", refuse)
    browser.post("/settings/passphrase/", {"present": PASSPHRASE, "passphrase": NEW, "again": NEW})
    answer = browser.post("/settings/new-sheet/", {"present": PASSPHRASE})
    assert "could not be written" in answer.content.decode()
    browser.post("/settings/keyring/", {"remember": "no"})
    assert "could not be written" in browser.get("/settings/").content.decode()
    assert models.AuditEvent.objects.filter(action="settings").count() == before
    desk.lock()
    desk.unlock(PASSPHRASE)


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
