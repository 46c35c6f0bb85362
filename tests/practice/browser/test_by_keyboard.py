"""Without the mouse: a moment in two keys, a record from unlock to saved, focus always in sight, no way that ends."""

import pytest
from playwright.sync_api import expect

from reattune.practice import models

pytestmark = pytest.mark.system("chromium")

IN_SIGHT = """() => {
    const one = document.activeElement;
    if (!one || one === document.body) { return null; }
    const box = one.getBoundingClientRect(), look = getComputedStyle(one);
    return {
        what: one.outerHTML.slice(0, 90),
        outlined: look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 2,
        inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    };
}"""
TEN_WORDS = "It grew quiet when I looked at the clock again."


def step_until(page, wanted, most=120):
    """Press Tab until something is in focus; every step on the way has to be seen."""
    for _step in range(most):
        page.keyboard.press("Tab")
        here = page.evaluate(IN_SIGHT)
        if here is not None:
            assert here["outlined"], here
            assert here["inside"], here
        if wanted.evaluate("one => one === document.activeElement"):
            return
    pytest.fail(f"Tab did not come to {wanted} in {most} steps")


def test_from_unlock_to_ten_words_that_are_kept(place):
    page = place.window()
    page.goto("/")
    expect(page.get_by_label("Passphrase")).to_be_focused()
    page.keyboard.type(place.passphrase)
    page.keyboard.press("Enter")
    expect(page.get_by_role("navigation", name="Main")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="To the content")).to_be_focused()
    expect(page.get_by_role("link", name="To the content")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()
    step_until(page, page.get_by_role("link", name="Open a record").first)
    page.keyboard.press("Enter")
    expect(page.get_by_label("What happened")).to_be_visible()
    step_until(page, page.get_by_label("What happened"))
    page.keyboard.type(TEN_WORDS)
    step_until(page, page.get_by_role("button", name="Save", exact=True))
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Saved")
    kept = place.ask(lambda: [one.words["text"] for one in models.Episode.objects.all()])
    assert TEN_WORDS in kept


def test_a_moment_in_two_keys_from_a_relationship(place, page):
    page.goto("/relationships/")
    page.get_by_role("link", name="plover", exact=True).click()
    expect(page.get_by_role("heading", name="plover", level=1)).to_be_visible()
    page.wait_for_load_state()
    where = page.url
    before = place.ask(models.Moment.objects.count)
    page.keyboard.press("c")
    sheet = page.get_by_role("dialog", name="Capture")
    expect(sheet).to_be_visible()
    expect(sheet.get_by_label("With")).to_have_value(where.rstrip("/").rpartition("/")[2])
    page.keyboard.press("1")
    expect(page.get_by_role("status").first).to_contain_text("Put down")
    assert page.url == where
    moment = place.ask(lambda: (models.Moment.objects.latest("made").felt, models.Moment.objects.count()))
    assert moment == ("met", before + 1)
    page.get_by_role("button", name="Undo", exact=True).first.click()
    expect(page.get_by_role("status").first).to_contain_text("Taken out")
    assert place.ask(models.Moment.objects.count) == before


def test_the_sheet_keeps_nobody_in(page):
    link = page.get_by_role("link", name="Capture")
    link.focus()
    page.keyboard.press("Enter")
    sheet = page.get_by_role("dialog", name="Capture")
    expect(sheet).to_be_visible()
    sheet.get_by_text("A few words, if you like").click()
    sheet.get_by_label("In your words, or theirs").fill("c is a letter here, and so is 1")
    expect(sheet).to_be_visible()
    page.keyboard.press("Escape")
    expect(sheet).not_to_be_visible()
    expect(link).to_be_focused()
    page.keyboard.press("c")
    expect(sheet).to_be_visible()
    expect(sheet.get_by_label("In your words, or theirs")).to_have_value("")
    sheet.get_by_role("button", name="Close").click()
    expect(sheet).not_to_be_visible()


def test_two_keys_go_to_each_place(page):
    for key, path in (
        ("r", "/relationships/"),
        ("w", "/week/"),
        ("f", "/imports/"),
        ("l", "/learning/"),
        ("s", "/settings/"),
        ("t", "/"),
    ):
        page.keyboard.press("g")
        page.keyboard.press(key)
        page.wait_for_url(lambda url, path=path: url.endswith(path))


def test_the_week_is_noted_by_keys_alone(place, page):
    page.goto("/week/?week=2026-06-22")
    rows = page.locator("[data-row]").filter(has=page.locator("input[type=radio]"))
    open_rows = rows.count()
    if not open_rows:
        pytest.fail("every session of that week is known from files; choose another one")
    first = rows.first.locator("input[type=radio]").first
    first.focus()
    page.keyboard.press("1")
    expect(rows.first.locator("input[type=radio]").first).to_be_checked()
    step_until(page, page.get_by_role("button", name="Save only what is chosen"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("1 session noted")
