"""Consent on the pages of both: each purpose by itself, written down by either, seen by both."""

import re

import pytest
from django.test import Client as Browser

from reattune.model import Noticing
from reattune.practice import consent, jobs, models
from reattune.practice.consent import Purpose
from reattune.practice.keeping import kept
from reattune.practice.mapping.codec import load


def text(answer):
    return re.sub(r"\s+", " ", answer.content.decode())


def sections(answer):
    return dict(re.findall(r'aria-labelledby="on-(\w+)">(.*?)</section>', text(answer)))


def test_each_purpose_stands_by_itself_on_both_pages(browser, handed, new_client):
    heron = new_client("heron")
    for answer in (browser.get(f"/r/{heron.pk}/consents/"), handed(heron).get("/mine/consent/")):
        assert answer.status_code == 200
        found = sections(answer)
        assert set(found) == set(Purpose)
        assert all("This was not talked about yet." in one for one in found.values())
        assert "no consequences" in text(answer)
    assert models.AuditEvent.objects.filter(action="viewed", what="agreement").count() == 1, "the client's is not told"


def test_a_client_gives_and_withdraws_and_the_therapist_sees_it(browser, handed, new_client):
    heron = new_client("heron")
    window = handed(heron)
    sent = {"purpose": "supervision", "given": "yes", "note": "as long as no name is said", "day": "2020-01-01"}
    assert window.post("/mine/consent/", sent)["Location"] == "/mine/consent/"
    assert consent.is_given(heron, Purpose.SUPERVISION)
    assert heron.consents.get().day.isoformat() == "2026-06-30", "a client's day is today"
    page = sections(browser.get(f"/r/{heron.pk}/consents/"))["supervision"]
    assert "written down by the client" in page
    assert "as long as no name is said" in page
    window.post("/mine/consent/", {"purpose": "supervision", "given": "no"})
    assert not consent.is_given(heron, Purpose.SUPERVISION)
    page = sections(window.get("/mine/consent/"))["supervision"]
    assert "Withdrawn." in page
    assert "written down by you" in page


def test_a_therapist_writes_down_what_was_said_on_a_day(browser, handed, new_client):
    heron = new_client("heron")
    browser.post(f"/r/{heron.pk}/consents/", {"purpose": "recording", "given": "yes", "day": "2026-06-02"})
    row = heron.consents.get()
    assert (row.by, row.day.isoformat(), row.given) == ("therapist", "2026-06-02", True)
    assert "written down by your therapist" in text(handed(heron).get("/mine/consent/"))


def test_withdrawn_what_rested_on_dates_is_gone_after_the_look(browser, handed, lived):
    heron = lived("heron", weeks=60)
    assert heron.noticed.exists()
    handed(heron).post("/mine/consent/", {"purpose": "times", "given": "no"})
    jobs.run_pending()
    streams = [part.stream for one in models.Noticed.objects.filter(client=heron) for part in noticing(one).parts]
    assert not {"attendance", "rescheduling"} & set(streams)


def noticing(row):
    return load(Noticing, row.words["noticing"], kept().zone)


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"purpose": "times"},
        {"purpose": "everything", "given": "yes"},
        {"purpose": "times", "given": "maybe"},
        {"purpose": "times", "given": "yes", "day": "soon"},
        {"purpose": "times", "given": "yes", "day": "2026-07-01"},
        {"purpose": "times", "given": "yes", "note": "x" * 501},
    ],
)
def test_what_cannot_be_meant_changes_nothing(browser, new_client, sent):
    heron = new_client("heron")
    answer = browser.post(f"/r/{heron.pk}/consents/", sent)
    assert answer.status_code == 422
    assert 'role="alert"' in text(answer)
    assert not heron.consents.exists()
    assert models.Client.objects.get(pk=heron.pk).dates_agreed is None


def test_nobody_else_may(store, handed, new_client):
    heron, wren = new_client("heron"), new_client("wren")
    assert Browser().get(f"/r/{heron.pk}/consents/")["Location"].startswith("/unlock/")
    assert Browser().get("/mine/consent/").status_code != 200
    window = handed(heron)
    assert window.post(f"/r/{wren.pk}/consents/", {"purpose": "times", "given": "yes"}).status_code == 403
    assert not wren.consents.exists()
