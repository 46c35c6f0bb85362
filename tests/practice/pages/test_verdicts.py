"""Feedback: kept with its effect in words, undone on request, refused kindly where it makes no sense."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from reattune.practice import auditing, models
from reattune.practice.keeping import kept
from reattune.practice.mapping.relationships import relationship

TODAY = date(2026, 6, 30)
AT = date(2026, 6, 23)


@pytest.fixture
def heron(new_client):
    return new_client("heron")


@pytest.fixture
def noticed(heron):
    return models.Noticed.objects.create(client=heron, number=1, at=AT, direction="away", open=True)


def send(browser, noticed, **fields):
    return browser.post("/verdict/", {"noticing": str(noticed.pk), "next": "/r/", **fields})


def said(browser):
    return [one["words"] for one in browser.session.get("said", [])]


@pytest.mark.parametrize(
    ("word", "effect"),
    [
        ("ordinary", "count less for heron for about ten sessions"),
        ("talked", "Talked about"),
        ("mattered", "It mattered"),
        ("unsure", "Not sure yet"),
    ],
)
def test_each_is_kept_said_with_its_effect_audited_and_undone(browser, heron, noticed, word, effect):
    models.Client.objects.update(stale=False)
    answer = send(browser, noticed, verdict=word)
    assert answer["Location"] == "/r/"
    row = models.Verdict.objects.get()
    assert (row.client, row.noticing, row.verdict, row.on, row.until) == (heron, AT, word, TODAY, None)
    assert effect in said(browser)[0]
    line = models.AuditEvent.objects.last()
    assert (line.action, line.client, line.what) == ("wrote", heron.pk, f"feedback: {word}")
    assert models.Client.objects.get().stale
    browser.post(browser.session["said"][0]["undo"])
    row.refresh_from_db()
    assert row.undone is not None
    assert models.AuditEvent.objects.last().action == "undid"
    assert list(auditing.verify()) == []


def test_later_keeps_its_day_whichever_field_it_came_in(browser, noticed):
    send(browser, noticed, verdict="later", until="2026-07-07")
    assert models.Verdict.objects.get(undone=None).until == date(2026, 7, 7)
    send(browser, noticed, verdict="later", until_day="2026-08-01")
    assert models.Verdict.objects.get(undone=None).until == date(2026, 8, 1)
    assert "1 Aug 2026, and not before" in said(browser)[-1]


@pytest.mark.parametrize(
    "until", ["", "2026-06-30", "2026-06-01", "2028-01-01", "yesterday", "2026-13-40", "0", "\x00"]
)
def test_a_later_that_is_none_is_refused_in_words(browser, noticed, until):
    assert send(browser, noticed, verdict="later", until=until).status_code == 302
    assert not models.Verdict.objects.exists()
    assert said(browser)


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"verdict": "alarm"},
        {"verdict": "ordinary", "noticing": "x"},
        {"verdict": "ordinary", "noticing": str(uuid4())},
        {"verdict": "talked", "noticing": ""},
    ],
)
def test_what_cannot_be_understood_changes_nothing_and_is_said(browser, noticed, fields):
    assert send(browser, noticed, **fields).status_code == 302
    assert not models.Verdict.objects.exists()
    assert len(said(browser)) == 1


def test_it_never_leads_elsewhere(browser, noticed):
    answer = send(browser, noticed, verdict="talked", next="https://example.org/")
    assert answer["Location"] == "/"


def test_nobody_gives_feedback_without_unlocking(store, noticed):
    from django.test import Client

    assert "/unlock/" in send(Client(), noticed, verdict="talked")["Location"]
    assert not models.Verdict.objects.exists()


def test_reading_the_address_changes_nothing(browser, noticed):
    assert browser.get("/verdict/").status_code == 302
    row = models.Verdict.objects.create(client=noticed.client, noticing=AT, verdict="talked", on=TODAY)
    browser.get(f"/verdict/{row.pk}/undo/")
    row.refresh_from_db()
    assert row.undone is None
    assert browser.post("/verdict/99999/undo/").status_code == 404


def test_a_row_is_left_out_for_a_reason_and_weighed_again(browser, heron):
    fields = {"file": "register", "row": "17", "what": "did not come", "why": "her mother was in hospital", "next": "/"}
    browser.post(f"/r/{heron.pk}/leave-out/", fields)
    left = models.LeftOut.objects.get()
    assert left.words == {"file": "register", "row": "17", "what": "did not come", "why": "her mother was in hospital"}
    assert list(relationship(heron, kept().zone)[0].left_out.values()) == [0.0]
    assert models.AuditEvent.objects.last().what == "row left out"
    browser.post(f"/left-out/{left.pk}/undo/")
    left.refresh_from_db()
    assert left.undone is not None
    assert not relationship(heron, kept().zone)[0].left_out


def test_without_a_reason_it_is_asked_for_and_nothing_is_lost(browser, heron):
    answer = browser.post(
        f"/r/{heron.pk}/leave-out/", {"file": "a.csv", "row": "3", "what": "did not come", "why": "  "}
    )
    assert answer.status_code == 400
    shown = answer.content.decode()
    assert "needs a reason" in shown
    assert 'value="a.csv"' in shown
    assert not models.LeftOut.objects.exists()


def test_a_client_that_is_not_there_is_not_found(browser, store):
    assert browser.post(f"/r/{uuid4()}/leave-out/", {"file": "a", "row": "1", "why": "b"}).status_code == 404
    assert browser.post(f"/left-out/{uuid4()}/undo/").status_code == 404


def test_days_after_today_alone_are_later(noticed, heron):
    from reattune.errors import ReattuneError
    from reattune.practice import feedback

    with pytest.raises(ReattuneError, match="within a year"):
        feedback.say(noticed, feedback.Said.LATER, TODAY, TODAY + timedelta(days=400))
