"""Looking at it together: a page two people can look at, and what was said about it."""

import re
from uuid import uuid4

import pytest
from django.test import Client as Browser

from reattune.practice import models
from reattune.practice.mapping.episodes import record_of


@pytest.fixture
def heron(lived):
    return lived("heron")


@pytest.fixture
def noticed(heron):
    return models.Noticed.objects.filter(client=heron).latest("at")


def address(noticed):
    return f"/r/{noticed.client_id}/noticing/{noticed.pk}/together/"


def text(answer):
    return answer.content.decode()


def test_nothing_is_shown_without_unlocking(home):
    assert Browser().get(f"/r/{uuid4()}/noticing/{uuid4()}/together/").headers["Location"].startswith("/unlock/")


def test_my_changes_come_first_and_nobody_is_named_or_numbered(browser, noticed):
    page = text(browser.get(address(noticed)))
    shown = page.split('<article class="together">')[1].split("</article>")[0]
    assert shown.index("What I changed") < shown.index("The days") < shown.index("What it may be")
    assert "heron" not in page
    without_days = re.sub(r"\d{1,2} [A-Z][a-z]{2} \d{4}|</?h\d|id=\"\w+\"", "", shown)
    assert not re.search(r"\d|%", re.sub(r"<[^>]*>", "", without_days))


def test_where_else_to_turn_stands_there(browser, noticed):
    page = browser.get(address(noticed)).content.decode()
    assert "you can turn to: The register of therapists." in page


def test_looking_is_in_the_audit_once(browser, noticed):
    browser.get(address(noticed))
    browser.get(f"/r/{noticed.client_id}/together/?noticing={noticed.pk}")
    found = models.AuditEvent.objects.filter(what="noticing", action="viewed", client=noticed.client_id)
    assert found.count() == 2


def test_what_was_said_is_kept_with_what_it_was_about(browser, heron, noticed):
    answer = browser.post(address(noticed), {"words": "She was tired.", "then": "talked"})
    row = models.Episode.objects.get()
    assert answer.headers["Location"] == f"/r/{heron.pk}/episode/{row.pk}/"
    assert record_of(row).text == "She was tired."
    assert row.attached.get().words["ref"] == f"noticing:{noticed.at}:{noticed.direction}"
    verdict = models.Verdict.objects.get()
    assert (verdict.verdict, verdict.noticing) == ("talked", noticed.at)
    assert f"/verdict/{verdict.pk}/undo/" in text(browser.get(answer.headers["Location"]))


def test_without_words_it_was_only_talked_about(browser, heron, noticed):
    answer = browser.post(address(noticed), {"then": "talked"})
    assert answer.headers["Location"] == f"/r/{heron.pk}/"
    assert models.Verdict.objects.get().verdict == "talked"
    assert not models.Episode.objects.exists()


def test_a_record_alone_leaves_it_open(browser, noticed):
    browser.post(address(noticed), {"then": "record"})
    assert models.Episode.objects.count() == 1
    assert not models.Verdict.objects.exists()


def test_what_was_only_thought_is_not_kept(browser, noticed):
    browser.post(address(noticed), {"words": "only thought", "not_kept": "words"})
    assert not models.Episode.objects.exists()
    assert not models.Verdict.objects.exists()


def test_what_was_worked_out_anew_since_is_said(browser, heron):
    for gone in (f"/r/{heron.pk}/noticing/{uuid4()}/together/", f"/r/{heron.pk}/together/?noticing=x"):
        answer = browser.get(gone)
        assert answer.status_code == 404
        assert "worked out anew" in text(answer)
        assert browser.post(gone, {"then": "talked"}).status_code == 404
