"""The journey of a file: dropped, looked at, linked, kept, undone."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from reattune.practice import models
from reattune.practice.importing import held, taking

CALENDAR = """BEGIN:VCALENDAR
BEGIN:VEVENT
UID:a1
SUMMARY:Mrs Smith
DTSTART;TZID=Europe/London:20260302T100000
DTEND;TZID=Europe/London:20260302T105000
RRULE:FREQ=WEEKLY;COUNT=12
END:VEVENT
BEGIN:VEVENT
UID:b1
SUMMARY:J. Brown
DTSTART;TZID=Europe/London:20260303T110000
DTEND;TZID=Europe/London:20260303T115000
RRULE:FREQ=WEEKLY;COUNT=12
END:VEVENT
END:VCALENDAR
""".replace("\n", "\r\n").encode()
RATINGS = b"session_date,instrument,by,timing,score\n2026-01-07,wai-sr,client,post,39\n"


def drop(browser, name, content, **fields):
    return browser.post("/imports/", {"files": SimpleUploadedFile(name, content), **fields})


def keys_of(page):
    return re.findall(r'<label for="whose-(\w+)">([^<]+)</label>', page)


def test_a_calendar_is_dropped_looked_at_linked_kept_and_undone(browser, new_client):
    heron = new_client("heron")
    answer = drop(browser, "calendar.ics", CALENDAR)
    page = browser.get(answer.url).content.decode()
    assert "24 appointments of 2 names, from 2 Mar 2026 to 19 May 2026" in page
    assert models.Record.objects.count() == 0
    keys = {label: key for key, label in keys_of(page)}
    fields = {
        f"whose-{keys['Mrs Smith']}": str(heron.pk),
        f"whose-{keys['J. Brown']}": "new",
        f"new-{keys['J. Brown']}": "wren",
    }
    kept = browser.post(f"{answer.url}keep/", fields)
    assert browser.get(kept.url).status_code == 200
    assert heron.records.count() == 12
    assert models.Client.objects.get(codename="wren").records.count() == 12
    assert models.Import.objects.get().body is None
    browser.post(f"{answer.url}undo/")
    assert models.Record.objects.count() == 0
    assert models.Label.objects.count() == 0
    assert models.Import.objects.get().state == "undone"
    assert "undone" in browser.get("/imports/").content.decode()


def test_what_is_left_for_later_waits_and_goes_where_it_belongs_when_it_is_linked(browser, new_client):
    heron = new_client("heron")
    answer = drop(browser, "calendar.ics", CALENDAR)
    browser.post(f"{answer.url}keep/")
    assert models.Record.objects.count() == 0
    assert "2 names in the files are linked to nobody yet" in browser.get("/imports/").content.decode()
    page = browser.get("/imports/labels/").content.decode()
    key = next(key for key, label in keys_of(page) if label == "Mrs Smith")
    browser.post("/imports/labels/", {"key": key, f"whose-{key}": str(heron.pk)})
    assert heron.records.count() == 12
    assert models.Client.objects.get(pk=heron.pk).stale
    page = browser.get(answer.url).content.decode()
    assert "J. Brown" in page
    assert "Mrs Smith" not in page


def test_the_same_file_changes_nothing(browser, new_client):
    heron = new_client("heron")
    first = drop(browser, "calendar.ics", CALENDAR, client=str(heron.pk))
    browser.post(f"{first.url}keep/")
    count = models.Record.objects.count()
    assert count == 24
    answer = drop(browser, "again.ics", CALENDAR, client=str(heron.pk))
    assert answer.url == "/imports/"
    assert "was taken in on" in browser.get("/imports/").content.decode()
    assert models.Record.objects.count() == count
    assert models.Import.objects.count() == 1


def test_a_label_that_is_nobody_seen_here_is_left_out_and_not_asked_about_again(browser):
    answer = drop(browser, "calendar.ics", CALENDAR)
    keys = {label: key for key, label in keys_of(browser.get(answer.url).content.decode())}
    browser.post(f"{answer.url}keep/", {f"whose-{key}": "out" for key in keys.values()})
    assert models.Record.objects.count() == 0
    one = models.Import.objects.get()
    assert one.state == "kept"
    assert one.words["waiting"] == {}


def test_a_table_with_columns_of_its_own_is_asked_about_once(browser, new_client):
    heron = new_client("heron")
    table = b"Visit;What happened;Person\n09/01/2026 14:00;Came;H.\n16/01/2026 14:00;Did strange things;H.\n"
    answer = drop(browser, "visits.csv", table)
    page = browser.get(answer.url).content.decode()
    assert "Say what the columns are" in page
    refused = browser.post(f"{answer.url}columns/", {"save": "1", "kind": "appointments", "name": "My visits"})
    assert refused.status_code == 400
    said = {"save": "1", "kind": "appointments", "name": "My visits", "order": "day"}
    browser.post(f"{answer.url}columns/", {**said, "column-0": "start", "column-1": "status", "column-2": "client"})
    page = browser.get(answer.url).content.decode()
    assert "2 appointments of 1 name" in page
    assert "Did strange things" in page
    words = browser.get(f"{answer.url}words/").content.decode()
    assert "Did strange things" in words
    browser.post(f"{answer.url}words/", {"word-0": "left_early", "word-1": "attended"})
    assert models.Import.objects.get().words["unmapped"] == []
    key = keys_of(browser.get(answer.url).content.decode())[0][0]
    browser.post(f"{answer.url}keep/", {f"whose-{key}": str(heron.pk)})
    assert sorted(row.words["kind"] for row in heron.records.all()) == ["attended", "left_early"]
    assert models.Preset.objects.get().name == "My visits"
    later = b"Visit;What happened;Person\n23/01/2026 14:00;Came;H.\n"
    answer = drop(browser, "visits-later.csv", later)
    assert "1 appointment of 1 name" in browser.get(answer.url).content.decode()
    browser.post(f"{answer.url}keep/")
    assert heron.records.count() == 3


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.csv", b"", "is empty"),
        ("photo.csv", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, "no text"),
        ("nothing.ics", b"hello", "is not a calendar"),
        ("damaged.xlsx", b"PK\x03\x04" + b"x" * 200, "workbook"),
        ("stripe.json", b"{", ""),
    ],
)
def test_what_cannot_be_read_is_said_and_nothing_stays(browser, name, content, said):
    drop(browser, name, content)
    page = browser.get("/imports/").content.decode()
    assert said in page
    assert not models.Import.objects.filter(state="kept").exists()


def test_several_files_at_once_one_of_them_broken(browser):
    files = [SimpleUploadedFile("calendar.ics", CALENDAR), SimpleUploadedFile("broken.ics", b"no")]
    answer = browser.post("/imports/", {"files": files})
    page = browser.get(answer.url).content.decode()
    assert "broken.ics is not a calendar" in page
    assert "24 appointments" in page
    assert models.Import.objects.count() == 1


def test_rows_that_name_nobody_need_somebody_to_say_whose_they_are(browser, new_client):
    heron = new_client("heron")
    answer = drop(browser, "ratings.csv", RATINGS)
    assert "Whose is it?" in browser.get(answer.url).content.decode()
    browser.post(f"{answer.url}whose/", {"client": str(heron.pk)})
    browser.post(f"{answer.url}keep/")
    assert [row.kind for row in heron.records.all()] == ["rating"]


@pytest.mark.parametrize("fields", [{"client": "x"}, {"client": "00000000-0000-0000-0000-000000000000"}, {"day": "x"}])
def test_what_makes_no_sense_is_refused_in_words(browser, fields):
    answer = drop(browser, "calendar.ics", CALENDAR)
    refused = browser.post(f"{answer.url}whose/", fields)
    assert refused.status_code == 400
    assert 'role="alert"' in refused.content.decode()


def test_a_codename_that_is_taken_is_refused_and_nothing_is_kept(browser, new_client):
    new_client("heron")
    answer = drop(browser, "calendar.ics", CALENDAR)
    key = keys_of(browser.get(answer.url).content.decode())[0][0]
    refused = browser.post(f"{answer.url}keep/", {f"whose-{key}": "new", f"new-{key}": "Heron"})
    assert refused.status_code == 400
    assert models.Import.objects.get().state == "previewed"


def test_nothing_is_shown_or_taken_without_unlocking(home):
    from django.test import Client as Browser

    window = Browser()
    for address in ("/imports/", "/imports/labels/"):
        assert window.get(address).url.startswith("/unlock/")
    assert drop(window, "calendar.ics", CALENDAR).url.startswith("/unlock/")


def test_a_large_file_is_read_and_kept_in_the_background(browser, new_client, monkeypatch):
    from reattune.practice import jobs
    from reattune.practice.importing import working

    monkeypatch.setattr(working, "SMALL", 100)
    heron = new_client("heron")
    answer = drop(browser, "calendar.ics", CALENDAR, client=str(heron.pk))
    assert "being read" in browser.get(answer.url).content.decode()
    jobs.run_pending()
    assert "24 appointments" in browser.get(answer.url).content.decode()
    browser.post(f"{answer.url}keep/")
    assert "being kept" in browser.get(answer.url).content.decode()
    assert heron.records.count() == 0
    jobs.run_pending()
    assert heron.records.count() == 24
    assert browser.get(answer.url, headers={"HX-Request": "1"}).headers["HX-Refresh"] == "true"


def test_a_large_file_that_cannot_be_read_says_so_and_can_be_let_go(browser, monkeypatch):
    from reattune.practice import jobs
    from reattune.practice.importing import working

    monkeypatch.setattr(working, "SMALL", 1)
    answer = drop(browser, "calendar.ics", b"hello there")
    jobs.run_pending()
    assert "is not a calendar" in browser.get(answer.url).content.decode()
    browser.post(f"{answer.url}undo/")
    assert not models.Import.objects.exists()


def test_no_row_and_no_name_lies_readable_in_the_store(browser, store):
    from django.db import connection

    drop(browser, "calendar.ics", CALENDAR)
    with connection.cursor() as cursor:
        cursor.execute("SELECT sealed, body FROM practice_import")
        found = cursor.fetchall()
    assert all(b"Smith" not in bytes(cell) for row in found for cell in row)


def test_a_name_that_leads_elsewhere_is_taken_as_a_name(browser):
    answer = drop(browser, "calendar.ics", CALENDAR)
    assert answer.url.startswith("/imports/")
    assert held.plain_name("../../etc/passwd") == "passwd"
    assert held.plain_name("C:\\clients\\x.csv") == "x.csv"


def test_a_codename_that_was_typed_is_meant_even_where_nothing_was_chosen(browser):
    answer = drop(browser, "calendar.ics", CALENDAR)
    key = keys_of(browser.get(answer.url).content.decode())[0][0]
    browser.post(f"{answer.url}keep/", {f"whose-{key}": "", f"new-{key}": "wren"})
    assert models.Client.objects.get().codename == "wren"
    assert models.Record.objects.count() == 12


def test_an_entry_without_a_name_is_told_by_when_it_is(browser):
    answer = drop(browser, "calendar.ics", CALENDAR.replace(b"SUMMARY:Mrs Smith", b"SUMMARY:Busy"))
    page = browser.get(answer.url).content.decode()
    assert "An entry without a name" in page
    assert "mostly Mondays 10:00" in page


def test_too_much_at_once_and_nothing_at_all_are_said_in_words(browser, monkeypatch):
    browser.post("/imports/", {})
    assert "No file was chosen" in browser.get("/imports/").content.decode()
    monkeypatch.setattr(taking, "LARGEST", 10)
    browser.post("/imports/", {"client": "x" * 50})
    assert "more than 200 MB" in browser.get("/imports/").content.decode()


def test_rows_that_name_nobody_can_be_somebody_new(browser):
    answer = drop(browser, "ratings.csv", RATINGS)
    browser.post(f"{answer.url}whose/", {"client": "", "new": " wren "})
    browser.post(f"{answer.url}keep/")
    assert models.Client.objects.get().codename == "wren"
    assert models.Record.objects.get().client.codename == "wren"


def test_files_are_taken_in_for_somebody_new(browser):
    answer = drop(browser, "ratings.csv", RATINGS, client="", new="wren")
    assert "Whose is it?" not in browser.get(answer.url).content.decode()
    assert models.Import.objects.get().client.codename == "wren"


def test_a_codename_that_is_taken_takes_nothing_in(browser, new_client):
    new_client("wren")
    answer = drop(browser, "ratings.csv", RATINGS, client="", new="Wren")
    assert "There is a Wren already" in browser.get(answer.url).content.decode()
    assert not models.Import.objects.exists()


def test_what_was_kept_says_whose_it_is_and_what_comes_next(browser, new_client):
    heron = new_client("heron")
    first = drop(browser, "ratings.csv", RATINGS, client=str(heron.pk))
    second = drop(browser, "calendar.ics", CALENDAR)
    browser.post(f"{first.url}keep/")
    page = browser.get(first.url).content.decode()
    assert f'href="/r/{heron.pk}/agreement/"' in page
    assert f'href="{second.url}">On to calendar.ics' in page
    browser.post(f"{second.url}undo/")
    assert "See what comes up" in browser.get(first.url).content.decode()


def test_earlier_files_are_folded_away(browser):
    for number in range(14):
        models.Import.objects.create(kind="ratings", state="kept", digest=str(number))
    page = browser.get("/imports/").content.decode()
    assert "2 that were taken in earlier" in page
    assert "own page, under Transcripts" in page
