"""Looking at it together: a page two people can look at, and what was said about it."""

import re
from uuid import uuid4

import pytest
from django.test import Client as Browser

from reattune.practice import jobs, models
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


def key_of(answer):
    return re.search(r'name="row" value="(\w+)"', text(answer))[1]


def test_the_client_says_it_was_something_else_and_the_therapist_sees_what_that_did(browser, heron, noticed):
    page = browser.get(address(noticed))
    browser.post(address(noticed), {"do": "correct", "row": key_of(page), "text": "my mother’s operation"})
    row = models.Said.objects.get()
    assert (row.kind, row.share, row.words["room"]) == ("correction", "now", True)
    assert row.left_out.get().weight == 0
    said = text(browser.get(address(noticed)))
    assert "my mother’s operation" in said
    assert "Written down in the room." in said
    assert "It is being looked at again just now." in said
    jobs.run_pending()
    assert "It is being looked at again just now." not in text(browser.get(address(noticed)))
    why = text(browser.get(f"/r/{heron.pk}/noticing/{noticed.pk}/"))
    assert "The client says: “my mother’s operation”. It does not count." in why
    day = row.words["day"]
    assert "The client says: “my mother’s operation”" in text(browser.get(f"/r/{heron.pk}/row/{day}/"))
    assert "The client says: “my mother’s operation”" in text(browser.get(f"/r/{heron.pk}/"))


def test_what_the_client_corrected_is_not_the_therapists_to_undo(browser, noticed):
    browser.post(address(noticed), {"do": "correct", "row": key_of(browser.get(address(noticed)))})
    browser.post(address(noticed), {"do": "ordinary"})
    left, verdict = models.LeftOut.objects.get(), models.Verdict.objects.get()
    assert browser.post(f"/left-out/{left.pk}/undo/").status_code == 404
    assert browser.post(f"/verdict/{verdict.pk}/undo/").status_code == 404
    why = text(browser.get(f"/r/{noticed.client_id}/noticing/{noticed.pk}/"))
    assert "Your client said: as always, for me." in why
    assert f"/verdict/{verdict.pk}/undo/" not in why


def test_talking_about_it_the_same_day_leaves_the_clients_word(browser, noticed):
    browser.post(address(noticed), {"do": "ordinary", "text": "every June"})
    browser.post(address(noticed), {"then": "talked"})
    assert sorted(models.Verdict.objects.filter(undone=None).values_list("by", "verdict")) == [
        ("client", "ordinary"),
        ("therapist", "talked"),
    ]


def test_it_can_be_taken_back_in_the_room_but_not_what_they_wrote_alone(browser, handed, heron, noticed):
    browser.post(address(noticed), {"do": "line", "text": "I was tired"})
    row = models.Said.objects.get()
    away = f"/r/{heron.pk}/together/said/{row.pk}/away/"
    assert away in text(browser.get(address(noticed)))
    assert browser.post(away).status_code == 302
    assert not models.Said.every.exists()
    browser.post(address(noticed), {"do": "open"})
    handed(heron).post(f"/mine/look/{noticed.at}/", {"do": "line", "text": "by myself"})
    row = models.Said.objects.get()
    assert "by myself" in text(browser.get(address(noticed)))
    assert browser.post(f"/r/{heron.pk}/together/said/{row.pk}/away/").status_code == 404
    assert models.Said.objects.count() == 1


def test_the_page_of_why_leads_to_the_clients_words_where_nothing_stands_out_any_more(browser, heron, noticed):
    browser.post(address(noticed), {"do": "line", "text": "I was in hospital."})
    models.Noticed.objects.all().delete()
    answer = browser.get(f"/r/{heron.pk}/noticing/{noticed.pk}/")
    assert answer.headers["Location"] == address(noticed)
    assert "I was in hospital." in text(browser.get(address(noticed)))


def test_where_nothing_stands_out_any_more_what_was_said_is_still_there(browser, heron, noticed):
    keys = re.findall(r'name="row" value="(\w+)"', text(browser.get(address(noticed))))
    for key in keys:
        browser.post(address(noticed), {"do": "correct", "row": key, "text": "abroad"})
    jobs.run_pending()
    assert not models.Noticed.objects.filter(pk=noticed.pk).exists()
    said = text(browser.get(address(noticed)))
    assert "nothing stands out here any more" in said
    assert "abroad" in said
    assert browser.post(address(noticed), {"words": "We laughed.", "then": "talked"}).status_code == 302
    assert models.Episode.objects.count() == 1


def test_the_page_is_opened_to_the_client_and_taken_back(browser, heron, noticed):
    browser.post(address(noticed), {"do": "open"})
    talk = models.Talk.objects.get()
    assert (talk.by, talk.noticing) == ("therapist", noticed.at)
    assert talk.shown
    browser.post(address(noticed), {"do": "shut"})
    assert models.Talk.objects.get().shown is None
    browser.post(address(noticed), {"do": "open"})
    assert models.Talk.objects.get().shown


@pytest.mark.parametrize("typed", [{"do": "correct", "row": "x"}, {"do": "line", "text": " "}, {"do": "else"}])
def test_what_cannot_be_meant_changes_nothing(browser, noticed, typed):
    assert browser.post(address(noticed), typed).status_code == 400
    assert not models.Said.every.exists()
