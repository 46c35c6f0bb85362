"""Leaving: erased only after the codename was typed, handed out only on asking."""

import io
import re
import zipfile
from datetime import date

from django.test import Client as Browser

from reattune.model import Share
from reattune.practice import models
from reattune.practice.keeping import keep
from reattune.practice.voices import saying
from reattune.practice.voices.kinds import Kind


def text(answer):
    return re.sub(r"\s+", " ", answer.content.decode())


def test_it_says_beforehand_what_goes_and_what_stays(browser, lived):
    heron = lived(weeks=6)
    page = text(browser.get(f"/r/{heron.pk}/erase/"))
    assert f"{heron.records.count()} rows from files" in page
    assert "What stays" in page
    assert "yours to check" in page
    assert models.Client.objects.filter(pk=heron.pk).exists()


def test_it_says_until_when_it_would_be_kept(browser, new_client):
    keep(retention_years=7)
    heron = new_client("heron", ended="2024-02-29")
    assert "By your own setting it would be kept until 1 Mar 2031" in text(browser.get(f"/r/{heron.pk}/erase/"))


def test_another_word_erases_nothing(browser, new_client):
    heron = new_client("heron")
    answer = browser.post(f"/r/{heron.pk}/erase/", {"codename": "hern", "what": "all"})
    assert answer.status_code == 422
    assert "Nothing was erased" in text(answer)
    assert 'value="hern"' in text(answer)
    assert models.Client.objects.filter(pk=heron.pk).exists()


def test_the_codename_erases_it_and_only_it(browser, lived, new_client):
    heron, wren = lived(weeks=6), new_client("wren")
    browser.get(f"/r/{heron.pk}/")
    answer = browser.post(f"/r/{heron.pk}/erase/", {"codename": " Heron ", "what": "all"})
    assert answer.status_code == 200
    assert "Removed:" in text(answer)
    assert [one.pk for one in models.Client.objects.all()] == [wren.pk]
    assert not models.Record.objects.exists()
    assert models.AuditEvent.objects.filter(client=heron.pk, action="erased").exists()
    assert browser.get(f"/r/{heron.pk}/").status_code == 404
    assert browser.get(f"/r/{wren.pk}/").status_code == 200, "still let in"


def test_nothing_is_handed_out_without_asking(browser, new_client):
    answer = browser.get(f"/r/{new_client('heron').pk}/export/")
    assert "not encrypted any more" in text(answer)
    assert not models.AuditEvent.objects.filter(action="exported").exists()


def test_everything_is_handed_out_as_one_file(browser, lived):
    heron = lived("grey heron", weeks=6)
    answer = browser.post(f"/r/{heron.pk}/export/")
    assert answer["Content-Disposition"] == 'attachment; filename="grey-heron-2026-06-30.zip"'
    names = zipfile.ZipFile(io.BytesIO(answer.content)).namelist()
    assert any(one.endswith(".html") for one in names)
    assert any(one.endswith(".json") for one in names)
    assert models.AuditEvent.objects.filter(client=heron.pk, action="exported").count() == 1


def test_locked_neither_is_done(store, new_client):
    heron = new_client("heron")
    for what in ("erase", "export"):
        answer = Browser().post(f"/r/{heron.pk}/{what}/", {"codename": "heron", "what": "all"})
        assert answer["Location"].startswith("/unlock/")
    assert models.Client.objects.filter(pk=heron.pk).exists()


def test_only_ones_own_voice_leaves_what_the_client_said(browser, lived):
    heron = lived("heron", weeks=6)
    saying.say(heron, Kind.NOTE, {"text": "it went fast"}, Share.NOW, date(2026, 6, 1))
    episode = models.Episode(client=heron, day=date(2026, 6, 1))
    episode.words = {"text": "a long silence"}
    episode.save()
    page = text(browser.get(f"/r/{heron.pk}/erase/"))
    assert "1 record" in page
    assert "All that the client said here goes as well" in page
    answer = browser.post(f"/r/{heron.pk}/erase/", {"codename": "heron", "what": "mine"})
    assert answer.status_code == 200
    assert "Kept: what the client said" in text(answer)
    assert not models.Episode.objects.exists()
    assert models.Said.objects.get().words == {"text": "it went fast"}
    assert models.Record.objects.exists()
    assert browser.get(f"/r/{heron.pk}/").status_code == 200


def test_what_is_to_be_erased_has_to_be_chosen(browser, new_client):
    heron = new_client("heron")
    for what in ("", "everything"):
        answer = browser.post(f"/r/{heron.pk}/erase/", {"codename": "heron", "what": what})
        assert answer.status_code == 422
        assert "Choose what is to be erased" in text(answer)
    assert models.Client.objects.filter(pk=heron.pk).exists()
