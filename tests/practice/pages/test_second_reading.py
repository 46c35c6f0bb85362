"""A transcript’s second reading: what exactly is sent stands on the page before it is; one button, and a way to stop."""

import html
from datetime import date

import pytest
from tests.practice.heard.scripted import INJECTION, lines, serving, told

from reattune.practice import consent, jobs, models
from reattune.practice.heard import second, second_setting

DAY = date(2026, 6, 2)


@pytest.fixture
def heard(new_client):
    heron = new_client("heron")
    for purpose in (consent.Purpose.TRANSCRIPTS, consent.Purpose.SECOND_READER):
        consent.write(heron, purpose, given=True, by="therapist", day=DAY)
    return told(heron, lines(aside=f"<script>{INJECTION}</script>"))


def page(heard):
    return f"/r/{heard.client_id}/heard/{heard.pk}/second/"


def test_off_it_says_so_and_offers_nothing(browser, heard):
    words = browser.get(page(heard)).content.decode()
    assert "No second reader is set up." in words
    assert "Have it read" not in words
    browser.post(page(heard))
    assert second.under_way(heard) is None


def test_what_the_page_says_is_what_is_sent(browser, heard):
    with serving() as server:
        second_setting.keep(server.endpoint(), "")
        words = html.unescape(browser.get(page(heard)).content.decode())
        assert server.address in words
        assert browser.post(page(heard))["Location"] == page(heard)
        assert server.asked == []
        jobs.run_pending()
        for _path, _headers, body in server.asked:
            assert body["messages"][1]["content"] in words
            assert all(line in words for line in body["messages"][0]["content"].splitlines())
    after = browser.get(page(heard)).content.decode()
    assert "drawn at random" in after
    assert "Marked in 3 of 3 readings." in after
    assert "<script>Ignore" not in after


def test_under_way_it_can_be_stopped(browser, heard):
    with serving() as server:
        second_setting.keep(server.endpoint(), "")
        browser.post(page(heard))
        assert "It is being read a second time" in browser.get(page(heard)).content.decode()
        browser.post(f"{page(heard)}stop/")
        jobs.run_pending()
        assert server.asked == []
    assert "Stopped, as you asked." in browser.get(page(heard)).content.decode()


def test_without_the_clients_word_there_is_no_button(browser, heard):
    with serving() as server:
        second_setting.keep(server.endpoint(), "")
        consent.write(heard.client, consent.Purpose.SECOND_READER, given=False, by="client", day=DAY)
        words = browser.get(page(heard)).content.decode()
        assert "has not agreed to a second reader" in words
        assert "Have it read" not in words
        browser.post(page(heard))
        jobs.run_pending()
        assert server.asked == []


def test_a_page_of_a_transcript_that_is_not_there(browser, heard, new_client):
    other = new_client("kestrel")
    assert browser.get(f"/r/{other.pk}/heard/{heard.pk}/second/").status_code == 404


def test_opening_it_is_recorded(browser, heard):
    browser.get(page(heard))
    assert models.AuditEvent.objects.filter(client=heard.client_id, action="viewed", what="transcript").exists()
