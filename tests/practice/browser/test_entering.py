"""Coming in and going out: the first evening, a wrong passphrase, locking, and nobody there."""

import re

import pytest
from playwright.sync_api import expect

from reattune.practice import desk, serving

pytestmark = pytest.mark.system("chromium")

PASSPHRASE = "seven quiet herons at dusk"


def begin(page):
    """Set a practice up as a person does, to where files or the first relationship are asked for."""
    page.goto("/")
    page.get_by_label("A passphrase").fill(PASSPHRASE)
    page.get_by_label("Once more").fill(PASSPHRASE)
    page.get_by_role("button", name="Begin").click()
    code = page.get_by_label("Recovery code").inner_text()
    page.get_by_role("button", name="It is printed or written down").click()
    page.get_by_label("Time zone").fill("Europe/London")
    page.get_by_label("Public holidays").fill("GB-ENG")
    page.get_by_label("If somebody needs help now").fill("Call 999.")
    page.get_by_role("button", name="Go on").click()
    return code


def test_the_first_evening(bare):
    page = bare.window()
    begin(page)
    page.get_by_role("link", name="Add a relationship").click()
    page.get_by_label("Codename").fill("heron")
    page.get_by_label("Since").fill("2026-06-01")
    page.get_by_label("Day", exact=True).select_option("Monday")
    page.get_by_label("Time", exact=True).fill("10:00")
    page.get_by_role("button", name="Add", exact=True).click()
    page.get_by_role("link", name="The week", exact=True).click()
    row = page.get_by_role("group", name=re.compile("heron"))
    expect(row).to_have_count(1)
    row.get_by_label("Came", exact=True).check()
    page.get_by_role("button", name="Save only what is chosen").click()
    expect(page.get_by_role("status")).to_be_visible()
    page.get_by_role("link", name="Today", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Tuesday, 30 Jun 2026")
    expect(page.get_by_role("main")).to_contain_text("heron")


def test_two_passphrases_that_differ_set_nothing_up(bare):
    page = bare.window()
    page.goto("/")
    page.get_by_label("A passphrase").fill(PASSPHRASE)
    page.get_by_label("Once more").fill("seven quiet herons at dawn")
    page.get_by_role("button", name="Begin").click()
    expect(page.get_by_role("alert")).to_contain_text("not the same")
    assert not desk.exists()


def test_the_recovery_sheet_opens_it_and_asks_for_a_new_passphrase(bare):
    page = bare.window()
    code = begin(page)
    page.get_by_role("button", name="Lock").click()
    page.get_by_role("link", name="Use the recovery sheet").click()
    page.get_by_label("Recovery code").fill(code.lower())
    page.get_by_role("button", name="Open").click()
    page.get_by_label("The new passphrase").fill("nine loud wrens at noon")
    page.get_by_label("Once more").fill("nine loud wrens at noon")
    page.get_by_role("button", name="Keep").click()
    page.get_by_role("button", name="Lock").click()
    bare.passphrase = "nine loud wrens at noon"
    bare.let_in(page)
    expect(page.get_by_role("navigation", name="Main")).to_be_visible()


def test_a_wrong_passphrase_says_so_and_after_some_it_asks_to_wait(place):
    page = place.window()
    page.goto("/unlock/")
    said = ""
    for _try in range(12):
        page.get_by_label("Passphrase").fill("not this one at all")
        page.get_by_role("button", name="Unlock").click()
        said = page.get_by_role("alert").inner_text()
        if "second" in said or "minute" in said:
            break
    assert re.search(r"second|minute", said)
    page.get_by_label("Passphrase").fill(place.passphrase)
    page.get_by_role("button", name="Unlock").click()
    expect(page.get_by_role("alert")).to_contain_text(re.compile("second|minute"))
    assert not desk.is_open()


def test_locked_by_hand_nothing_is_shown_and_back_shows_nothing(place, page):
    page.goto("/relationships/")
    page.get_by_role("button", name="Lock").click()
    expect(page.get_by_label("Passphrase")).to_be_focused()
    assert not desk.is_open()
    page.go_back()
    expect(page.get_by_label("Passphrase")).to_be_visible()
    assert "heron" not in page.content()


def test_nobody_there_locks_it_and_unlocking_goes_on_where_one_was(place, monkeypatch):
    monkeypatch.setattr(serving, "LOOK_EVERY", 0.2)
    page = place.let_in(place.window(), "/week/")
    expect(page).to_have_url(re.compile("/week/"))
    monkeypatch.setattr(desk._state, "idle_seconds", 0.5)
    for _look in range(100):
        if desk.is_open():
            page.wait_for_timeout(100)
    assert not desk.is_open()
    monkeypatch.setattr(desk._state, "idle_seconds", 900.0)
    page.goto("/relationships/")
    expect(page).to_have_url(re.compile("/unlock/"))
    page.get_by_label("Passphrase").fill(place.passphrase)
    page.get_by_role("button", name="Unlock").click()
    expect(page).to_have_url(re.compile("/relationships/"))


def test_another_browser_is_not_let_in_by_the_first(place, page):
    other = place.window()
    other.goto("/relationships/")
    expect(other.get_by_label("Passphrase")).to_be_visible()
    assert "heron" not in other.content()
