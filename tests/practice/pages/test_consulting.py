"""The thread beside the record, and the list of questions."""

from datetime import date
from html import unescape
from uuid import uuid4

import pytest
from django.test import Client as Browser

from reattune.model import Share
from reattune.practice import consent, episodes, models
from reattune.practice.mapping.episodes import record_of
from reattune.practice.supervision import bringing, gathering, thread
from reattune.practice.supervision.thread import Step
from reattune.practice.voices import saying
from reattune.practice.voices.kinds import Kind
from reattune.repair.episode import Record

TODAY = date(2026, 6, 30)


@pytest.fixture
def heron(new_client):
    return new_client("heron", dates_agreed=TODAY)


@pytest.fixture
def episode(heron):
    record = Record(id=str(uuid4()), day=date(2026, 6, 2), text="It went quiet.", question="How do I ask?")
    return episodes.begin(heron, record)


@pytest.fixture
def row(heron, episode):
    consent.write(heron, consent.Purpose.SUPERVISION, given=True, by="client", day=TODAY)
    said = saying.say(heron, Kind.NOTE, {"text": "I waited for you"}, Share.NOW, date(2026, 6, 3))
    subject = gathering.of_episode(episode)
    every = bringing.offered(subject, bringing.known(heron, "A"))
    items = bringing.chosen(every, bringing.usual(every) | {f"said:{said.pk}"}, {})
    return bringing.bring(subject, bringing.sheet("A", "How do I ask?", "me", items), TODAY)


@pytest.fixture
def address(row):
    return f"/r/{row.client_id}/consultation/{row.pk}/"


def text(answer):
    return unescape(answer.content.decode())


def test_nothing_is_shown_without_unlocking(home):
    for where in (f"/r/{uuid4()}/consultation/{uuid4()}/", "/supervision/"):
        assert Browser().get(where).headers["Location"].startswith("/unlock/")


def test_what_was_brought_stands_there_and_looking_is_in_the_audit(browser, address):
    shown = text(browser.get(address))
    assert "It went quiet." in shown
    assert "I waited for you" in shown
    assert models.AuditEvent.objects.filter(action="viewed", what="consultation").count() == 1


def test_a_remark_is_kept_beside_the_record_and_can_be_taken_away(browser, address, episode):
    before = record_of(episode)
    answer = browser.post(address, {"kind": "said", "words": "Ask, then wait."})
    assert answer.headers["Location"] == address
    made = models.Remark.objects.get()
    assert (made.kind, made.by, made.words["text"]) == ("said", "therapist", "Ask, then wait.")
    episode.refresh_from_db()
    assert record_of(episode) == before
    undo = f"{address}remark/{made.pk}/away/"
    assert undo in text(browser.get(address))
    browser.get(undo)
    assert models.Remark.objects.count() == 1
    browser.post(undo)
    assert models.Remark.objects.count() == 0


@pytest.mark.parametrize("sent", [{"kind": "said", "words": " "}, {"kind": "graded", "words": "x"}, {}])
def test_without_words_or_with_another_kind_nothing_is_kept(browser, address, sent):
    answer = browser.post(address, sent)
    assert answer.status_code == 400
    assert models.Remark.objects.count() == 0
    assert sent.get("words", "").strip() in text(answer)


def test_a_supervisors_remark_is_not_taken_away_by_the_therapist(browser, address, row):
    made = thread.remark(row, Step.SAID, "Wait.", "supervisor", TODAY)
    browser.post(f"{address}remark/{made.pk}/away/")
    assert models.Remark.objects.filter(pk=made.pk).exists()


def test_the_page_to_print_is_a_pdf_that_names_nobody_and_is_in_the_audit(browser, address, row):
    answer = browser.get(f"{address}paper/")
    assert answer.content.startswith(b"%PDF")
    assert answer.headers["Content-Type"] == "application/pdf"
    assert "heron" not in answer.headers["Content-Disposition"]
    assert models.AuditEvent.objects.filter(action="exported", what="consultation").count() == 2


def test_without_consent_the_clients_words_are_on_no_page_and_no_paper(browser, address, heron):
    before = browser.get(f"{address}paper/").content
    consent.write(heron, consent.Purpose.SUPERVISION, given=False, by="client", day=TODAY)
    shown = text(browser.get(address))
    assert "I waited for you" not in shown
    assert "they were withdrawn" in shown
    assert browser.get(f"{address}paper/").content != before


def test_it_is_taken_back_and_that_undone(browser, address, row):
    browser.get(f"{address}take-back/")
    row.refresh_from_db()
    assert row.ended is None
    browser.post(f"{address}take-back/")
    row.refresh_from_db()
    assert row.ended is not None
    assert f"{address}again/" in text(browser.get(address))
    browser.post(f"{address}again/")
    row.refresh_from_db()
    assert row.ended is None


def test_the_list_holds_questions_in_records_and_those_that_were_brought(browser, heron, row):
    episodes.begin(heron, Record(id=str(uuid4()), day=TODAY, question="What am I not seeing?"))
    shown = text(browser.get("/supervision/"))
    assert shown.index("What am I not seeing?") < shown.index("to bring") < shown.index("How do I ask?")
    thread.remark(row, Step.TAKEN, "I ask.", "therapist", TODAY)
    assert "taken back into the work" in text(browser.get("/supervision/"))


def test_with_nothing_there_it_says_where_questions_are_written(browser):
    assert "Nothing waits." in text(browser.get("/supervision/"))


def test_another_clients_is_not_shown_under_this_one(browser, row, new_client):
    assert browser.get(f"/r/{new_client('wren').pk}/consultation/{row.pk}/").status_code == 404


def test_a_client_at_this_computer_reads_none_of_it(handed, row, address):
    window = handed(row.client)
    for where in (address, f"{address}paper/", "/supervision/"):
        assert window.get(where).status_code in {302, 403}
