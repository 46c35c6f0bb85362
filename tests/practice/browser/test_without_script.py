"""A browser that runs no script: the ways that matter are the same."""

import re

import pytest
from playwright.sync_api import expect

from reattune.practice import models

pytestmark = pytest.mark.system("chromium")


@pytest.fixture
def plain(place):
    """A window without script, let in."""
    return place.let_in(place.window(java_script_enabled=False))


def test_a_moment_is_caught(place, plain):
    before = place.ask(models.Moment.objects.count)
    plain.get_by_role("link", name="Capture").click()
    plain.get_by_label("With").select_option("heron")
    plain.get_by_role("button", name=re.compile("something off", re.IGNORECASE)).click()
    expect(plain.get_by_role("status")).to_contain_text("Put down")
    assert place.ask(models.Moment.objects.count) == before + 1


def test_a_record_is_kept_and_a_thought_is_not(place, plain):
    plain.get_by_role("link", name="Open a record").first.click()
    plain.get_by_label("What happened").fill("Ten words, more or less, and not one of them blames.")
    plain.get_by_label("My part").fill("Only thought.")
    plain.locator("button[name=not_kept][value=my_part]").click()
    expect(plain.get_by_label("What happened")).to_have_value("Ten words, more or less, and not one of them blames.")
    expect(plain.get_by_label("My part")).to_have_value("")
    plain.get_by_role("button", name="Save", exact=True).click()
    expect(plain.get_by_role("status")).to_contain_text("Saved")


def test_a_verdict_is_said_and_taken_back(plain):
    before = plain.get_by_role("article").count()
    plain.get_by_role("article").first.get_by_role("button", name="Ordinary").click()
    expect(plain.get_by_role("article")).to_have_count(before - 1)
    plain.get_by_role("button", name="Undo", exact=True).click()
    expect(plain.get_by_role("article")).to_have_count(before)


def test_the_week_is_noted(plain):
    plain.goto("/week/?week=2026-06-22")
    plain.locator("input[type=radio]").first.check()
    plain.get_by_role("button", name="Save only what is chosen").click()
    expect(plain.get_by_role("status")).to_contain_text("1 session noted")


def test_it_locks(plain):
    plain.get_by_role("button", name="Lock").click()
    expect(plain.get_by_label("Passphrase")).to_be_visible()
