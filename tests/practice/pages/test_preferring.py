"""The settings page, and the budget looked at on one's own data."""

from reattune.practice import jobs, models, preferences
from reattune.practice.keeping import kept
from reattune.practice.pages.preferring import ASKED


def form(**changes):
    shown = preferences.shown(kept())
    return {**{name: shown[name] for name in ASKED}, **changes}


def test_the_page_shows_what_is_kept(browser):
    page = browser.get("/settings/").content.decode()
    assert 'value="Europe/London"' in page
    assert "Call 111" in page
    assert "Guaranteed" in page


def test_a_change_is_kept_said_and_written_down(browser):
    assert browser.post("/settings/", form(idle_minutes="30", theme="dark")).status_code == 302
    assert (kept().idle_minutes, kept().theme) == (30, "dark")
    page = browser.get("/settings/").content.decode()
    assert "Kept." in page
    assert 'data-theme="dark"' in page
    assert models.AuditEvent.objects.filter(action="settings").exists()


def test_one_wrong_field_keeps_nothing_and_loses_nothing_that_was_typed(browser):
    answer = browser.post("/settings/", form(idle_minutes="500", safety="Something new"))
    page = answer.content.decode()
    assert answer.status_code == 400
    assert "1 to 240" in page
    assert "Something new" in page
    assert kept().safety == "Call 111, or 999 in an emergency."


def test_what_decides_what_comes_up_is_looked_at_anew(browser):
    models.Job.objects.all().delete()
    browser.post("/settings/", form(theme="light"))
    assert not models.Job.objects.filter(kind="look").exists()
    browser.post("/settings/", form(budget="1"))
    assert models.Job.objects.filter(kind="look").exists()


def test_the_budget_is_worked_out_when_asked_for_and_can_be_chosen(browser):
    browser.post("/settings/budget/")
    assert "being worked out" in browser.get("/settings/budget/").content.decode()
    jobs.run_pending()
    assert "being worked out" not in browser.get("/settings/budget/").content.decode()
    assert browser.post("/settings/budget/", {"budget": "0.5"}).status_code == 302
    assert kept().budget == 0.5
    assert browser.post("/settings/budget/", {"budget": "none"}).status_code == 400
