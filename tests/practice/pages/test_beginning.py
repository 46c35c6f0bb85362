"""The first evening: from nothing to the first own relationship, and back in with the sheet."""

import re

import pytest
from django.test import Client as Browser

from reattune.practice import desk, models
from reattune.practice.keeping import kept
from reattune.practice.vault import Vault, VaultError

PASSPHRASE = "nine slow rivers in spring"


@pytest.fixture
def nothing(tmp_path, home):
    """A folder with no practice in it."""
    desk.at(tmp_path / "new")
    return tmp_path / "new"


def begun(window):
    return window.post("/begin/", {"passphrase": PASSPHRASE, "again": PASSPHRASE})


def code_on(page):
    groups = re.search(r'class="code"[^>]*>(.*?)</p>', page, re.DOTALL).group(1)
    return re.sub(r"<[^>]+>|\s", "", groups)


def test_with_no_practice_every_way_leads_to_the_beginning(nothing):
    assert Browser().get("/unlock/").headers["Location"] == "/begin/"


def test_the_first_evening(nothing):
    window = Browser()
    assert "passphrase" in window.get("/begin/").content.decode()
    assert begun(window).headers["Location"] == "/begin/sheet/"
    page = window.get("/begin/sheet/").content.decode()
    assert len(code_on(page).replace("-", "")) == 32
    assert window.post("/begin/sheet/").headers["Location"] == "/begin/practice/"
    answer = window.post(
        "/begin/practice/",
        {
            "time_zone": "Europe/Berlin",
            "holidays": "DE-BE",
            "currency": "EUR",
            "language": "en",
            "safety": "Call 112.",
        },
    )
    assert answer.headers["Location"] == "/begin/first/"
    assert kept().set_up
    assert kept().safety == "Call 112."
    first = window.get("/begin/first/").content.decode()
    assert "Bring files" in first
    assert "by hand" in first


def test_it_goes_on_in_the_language_it_was_begun_in(nothing):
    window = Browser(headers={"accept-language": "de-AT,en;q=0.5"})
    begun(window)
    assert kept().language == "de"
    assert "Wiederherstellungsblatt" in window.get("/begin/sheet/").content.decode()
    assert '<option value="de" selected' in window.get("/begin/practice/").content.decode()


def test_sent_twice_it_is_one_practice_and_the_last_sheet_opens_it(nothing):
    first, second = Browser(), Browser()
    begun(first)
    assert begun(second).headers["Location"] == "/begin/sheet/"
    code = code_on(second.get("/begin/sheet/").content.decode())
    desk.lock()
    desk.unlock_by_code(code)
    assert desk.is_open()


def test_beside_a_beginning_nobody_else_comes_in(nothing):
    begun(Browser())
    other = Browser()
    answer = other.post("/begin/", {"passphrase": "something else entirely", "again": "something else entirely"})
    assert answer.status_code == 400
    assert other.get("/begin/sheet/").headers["Location"].startswith("/unlock/")


def test_two_at_the_same_moment_make_one_practice(nothing, monkeypatch):
    monkeypatch.setattr(Vault, "exists", staticmethod(lambda _home: False))
    begun(Browser())
    before = (nothing / "vault.json").read_bytes()
    with pytest.raises(VaultError, match="already"):
        desk.create(PASSPHRASE)
    assert (nothing / "vault.json").read_bytes() == before


def test_the_code_is_shown_until_it_was_written_down_and_never_again(nothing):
    window = Browser()
    begun(window)
    code = code_on(window.get("/begin/sheet/").content.decode())
    assert code_on(window.get("/begin/sheet/").content.decode()) == code
    window.post("/begin/sheet/")
    assert window.get("/begin/sheet/").status_code == 302


def test_a_sheet_that_was_never_said_to_be_printed_is_asked_for_on_today(nothing):
    window = Browser(SERVER_NAME="127.0.0.1")
    begun(window)
    window.post("/begin/practice/", {"time_zone": "Europe/Berlin", "language": "en", "safety": "Call 112."})
    desk.lock()
    window.post("/unlock/", {"passphrase": PASSPHRASE})
    models.Client.objects.create(codename="heron")
    assert "No recovery sheet" in window.get("/").content.decode()
    window.post("/settings/new-sheet/", {"present": PASSPHRASE})
    window.post("/begin/sheet/")
    assert "No recovery sheet" not in window.get("/").content.decode()


def test_the_sheet_opens_the_practice_and_a_new_passphrase_can_be_chosen(nothing):
    window = Browser()
    begun(window)
    code = code_on(window.get("/begin/sheet/").content.decode())
    desk.lock()
    other = Browser()
    assert other.post("/recover/", {"code": code.lower()}).headers["Location"] == "/settings/passphrase/"
    new = "eleven grey geese at noon"
    assert other.post("/settings/passphrase/", {"passphrase": new, "again": new}).status_code == 302
    desk.lock()
    desk.unlock(new)
    assert desk.is_open()


@pytest.mark.parametrize(
    ("first", "again", "says"),
    [("short", "short", "at least 10"), (PASSPHRASE, PASSPHRASE + "s", "not the same"), ("", "", "at least 10")],
)
def test_a_passphrase_that_will_not_do_makes_nothing(nothing, first, again, says):
    answer = Browser().post("/begin/", {"passphrase": first, "again": again})
    assert answer.status_code == 400
    assert says in answer.content.decode()
    assert not desk.exists()


def test_a_practice_that_is_there_is_never_begun_anew(home):
    assert begun(Browser()).headers["Location"] == "/unlock/"


def test_a_slip_in_the_code_is_told_and_opens_nothing(home):
    answer = Browser().post("/recover/", {"code": "AAAA-BBBB"})
    assert answer.status_code == 403
    assert "32" in answer.content.decode()
    assert not desk.is_open()


def test_what_is_not_understood_is_marked_and_nothing_is_kept(nothing):
    window = Browser()
    begun(window)
    answer = window.post("/begin/practice/", {"time_zone": "Moon/Base", "language": "en", "safety": "Call."})
    page = answer.content.decode()
    assert answer.status_code == 400
    assert "Moon/Base" in page
    assert "Call." in page
    assert not kept().set_up


def test_until_the_questions_are_answered_every_page_leads_to_them(nothing):
    window = Browser()
    begun(window)
    for address in ("/help/", "/settings/", "/settings/backups/"):
        assert window.get(address).headers["Location"] == "/begin/practice/"
