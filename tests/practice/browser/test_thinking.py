"""The evening's way: what came up, why, a record, holding it open, taking back; and two windows at once."""

import re

import pytest
from playwright.sync_api import expect

from reattune.practice import clock, models

pytestmark = pytest.mark.system("chromium")


def thought(page, codename):
    """Return the one thing to think about with somebody, on Today."""
    return page.get_by_role("article", name=codename)


def first_codename(page):
    """Return the codename of the first thing there is to think about."""
    return page.get_by_role("article").first.get_by_role("heading").inner_text()


def fold(page, words):
    """Unfold a part of the record."""
    page.locator("summary").get_by_text(words, exact=True).click()


def test_from_today_to_why_to_a_record_that_comes_back_on_its_day(page, monkeypatch):
    codename = first_codename(page)
    thought(page, codename).get_by_role("link", name="Why, row by row").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Why this is here")
    expect(page.get_by_role("table").first).to_be_visible()
    page.get_by_role("link", name="Open a record").click()
    page.get_by_label("What happened").fill("We both grew quieter, and I let it be.")
    page.get_by_label("My part").fill("I was tired.")
    fold(page, "Hold it open")
    page.get_by_role("group", name="Hold it open until").get_by_label("Hold it open until").fill("2026-07-09")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("Saved")
    expect(page.get_by_role("main")).to_contain_text("Resting until 9 Jul 2026")
    record = page.url.removeprefix(page.url.split("/r/")[0])
    for day, is_back in (("2026-06-30", False), ("2026-07-08", False), ("2026-07-09", True)):
        monkeypatch.setenv(clock.DAY, day)
        page.goto("/")
        links = page.locator(f'a[href="{record}"]')
        if is_back:
            expect(page.get_by_role("region", name="Back, as you asked").locator(links)).to_be_visible()
        else:
            expect(links).to_have_count(0)


def test_ordinary_and_taken_back(page):
    codename = first_codename(page)
    before = page.get_by_role("article").count()
    thought(page, codename).get_by_role("button", name="Ordinary").click()
    expect(page.get_by_role("status").first).to_contain_text(codename)
    expect(page.get_by_role("article")).to_have_count(before - 1)
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("status").first).to_contain_text("Undone")
    expect(thought(page, codename)).to_be_visible()
    expect(page.get_by_role("article")).to_have_count(before)


def test_look_later_is_out_of_sight_until_its_day(page, monkeypatch):
    codename = first_codename(page)
    one = thought(page, codename)
    one.get_by_text("Look later, and more").click()
    one.get_by_label("Look on").fill("2026-07-03")
    one.get_by_role("button", name="Look then").click()
    expect(thought(page, codename)).to_have_count(0)
    monkeypatch.setenv(clock.DAY, "2026-07-02")
    page.reload()
    expect(thought(page, codename)).to_have_count(0)
    monkeypatch.setenv(clock.DAY, "2026-07-03")
    page.reload()
    expect(thought(page, codename)).to_have_count(1)


def test_a_row_is_left_out_for_a_reason_and_counted_again(place, page):
    page.get_by_role("link", name="Why, row by row").first.click()
    why = page.url
    page.get_by_text("Something here is known to me, leave it out").first.click()
    page.get_by_label(re.compile("what do you know about it")).first.fill("Jury duty")
    page.get_by_role("button", name="Leave it out").first.click()
    expect(page.get_by_role("status").first).to_be_visible()
    row = place.ask(models.LeftOut.objects.get)
    assert place.ask(lambda: row.words["why"]) == "Jury duty"
    page.goto(why.partition("noticing/")[0])
    page.get_by_text("1 row is left out").click()
    expect(page.get_by_text("Jury duty")).to_be_visible()
    page.get_by_role("button", name="Count it again").click()
    expect(page.get_by_role("status").first).to_contain_text("counts again")
    assert place.ask(lambda: models.LeftOut.objects.get().undone) is not None


def test_looked_at_together_and_noted(place, page):
    page.get_by_role("article").first.get_by_role("link", name="Look at this together").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Something to talk about")
    assert not re.search(r"\bscore|evidence|threshold\b", page.get_by_role("main").inner_text())
    page.get_by_label("In a few words, or in none").fill("The trains are bad on Tuesdays.")
    page.get_by_role("button", name="We talked about it").click()
    expect(page.get_by_role("status").first).to_be_visible()
    assert place.ask(lambda: models.Verdict.objects.filter(verdict="talked", on="2026-06-30").exists())


def open_record(page):
    """Open heron's record, which is held open, from the relationship."""
    page.goto("/relationships/")
    page.get_by_role("link", name="heron", exact=True).click()
    page.locator("a[href*='/episode/']:not([href*='new'])").first.click()
    expect(page.get_by_label("What happened")).to_be_visible()


def test_two_windows_save_the_same_record_and_nothing_is_lost(place, page):
    open_record(page)
    other = page.context.new_page()
    other.goto(page.url)
    page.get_by_label("My part").fill("I was glad of the quiet.")
    other.get_by_label("My part").fill("I did not want to be the one to ask.")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("Saved")
    other.get_by_role("button", name="Save", exact=True).click()
    expect(other.get_by_role("heading", level=1)).to_have_text("Two texts, side by side")
    expect(other.get_by_text("I was glad of the quiet.")).to_be_visible()
    expect(other.get_by_text("I did not want to be the one to ask.")).to_be_visible()
    page.reload()
    expect(page.get_by_label("My part")).to_have_value("I was glad of the quiet.")
    page.get_by_role("link", name="Look at both and choose").click()
    page.get_by_role("group", name="My part").get_by_label("from the other window").check()
    page.get_by_role("button", name="Keep what I chose").click()
    expect(page.get_by_label("My part")).to_have_value("I did not want to be the one to ask.")
    expect(page.get_by_role("link", name="Look at both and choose")).to_have_count(0)


def test_a_thought_that_is_not_to_be_kept_is_not_kept(place, page):
    open_record(page)
    kept = page.get_by_label("My part").input_value()
    page.get_by_label("My part").fill("Only thought, never kept.")
    page.locator("button[name=not_kept][value=my_part]").click()
    expect(page.get_by_label("My part")).to_have_value("")
    page.reload()
    expect(page.get_by_label("My part")).to_have_value(kept)
