"""A watched folder and a calendar's address, from the page of files."""

import os
import time

import pytest

from reattune.errors import ReattuneError
from reattune.practice import importing, models
from reattune.practice.importing import address


def test_a_folder_is_looked_at_from_now_on_and_no_more(browser, new_client, tmp_path):
    new_client("heron")
    path = tmp_path / "appointments.csv"
    path.write_bytes(b"client,id,start,status\nheron,1,2026-01-05 10:00,attended\n")
    os.utime(path, (time.time() - 60, time.time() - 60))
    browser.post("/imports/folder/", {"where": str(tmp_path)})
    page = browser.get("/imports/").content.decode()
    assert "1 file was taken in." in page
    assert str(tmp_path) in page
    browser.post("/imports/folder/", {"look": "1"})
    browser.post("/imports/folder/", {"stop": "1"})
    assert "every minute" not in browser.get("/imports/").content.decode()
    assert models.Record.objects.count() == 1


def test_a_folder_that_is_none_is_refused_in_words(browser):
    browser.post("/imports/folder/", {"where": "nowhere"})
    assert "is no folder" in browser.get("/imports/").content.decode()
    assert not models.Feed.objects.exists()


def test_an_address_is_kept_and_fetched_only_on_request(browser, monkeypatch):
    fetched = []
    content = b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nSUMMARY:H.\r\nDTSTART:20260601T100000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    monkeypatch.setattr(address, "fetch", lambda where: fetched.append(where) or content)
    browser.post("/imports/address/", {"address": "webcal://cal.test/s3cret/basic.ics"})
    page = browser.get("/imports/").content.decode()
    assert "Fetch now" in page
    assert "s3cret" not in page
    assert fetched == []
    feed = models.Feed.objects.get()
    answer = browser.post(f"/imports/address/{feed.pk}/")
    assert fetched == ["https://cal.test/s3cret/basic.ics"]
    assert "1 appointment of 1 name" in browser.get(answer.url).content.decode()


def test_what_could_not_be_fetched_is_said(browser, monkeypatch):
    def refused(where):
        raise ReattuneError("It could not be reached.")

    monkeypatch.setattr(address, "fetch", refused)
    browser.post("/imports/address/", {"address": "https://cal.test/basic.ics"})
    browser.post(f"/imports/address/{models.Feed.objects.get().pk}/")
    assert "It could not be reached." in browser.get("/imports/").content.decode()


def test_an_address_is_forgotten_and_what_came_from_it_stays(browser):
    browser.post("/imports/address/", {"address": "https://cal.test/s3cret/basic.ics"})
    feed = models.Feed.objects.get()
    browser.post(f"/imports/address/{feed.pk}/", {"forget": "1"})
    assert not models.Feed.objects.exists()
    assert f"/imports/address/{feed.pk}/" not in browser.get("/imports/").content.decode()


def test_a_calendar_whose_address_is_forgotten_is_still_that_calendar(browser, monkeypatch):
    content = b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nSUMMARY:H.\r\nDTSTART:20260601T100000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    monkeypatch.setattr(address, "fetch", lambda _where: content)
    browser.post("/imports/address/", {"address": "https://cal.test/s3cret/basic.ics"})
    feed = models.Feed.objects.get()
    importing.keep(models.Import.objects.get(pk=browser.post(f"/imports/address/{feed.pk}/").url.split("/")[2]))
    browser.post(f"/imports/address/{feed.pk}/", {"forget": "1"})
    assert models.Feed.objects.get().kind == "files"
    assert importing.take("basic.ics", content.replace(b"T10", b"T11")).words["feed"] == str(feed.pk)


@pytest.mark.parametrize("given", ["", "http://cal.test/a", "x"])
def test_an_address_that_is_none_is_refused_in_words(browser, given):
    browser.post("/imports/address/", {"address": given})
    assert "begins with https" in browser.get("/imports/").content.decode()


def test_looking_without_posting_does_nothing(browser):
    for where in ("/imports/folder/", "/imports/address/"):
        assert browser.get(where).url == "/imports/"
    assert browser.post("/imports/address/00000000-0000-0000-0000-000000000000/").url == "/imports/"
