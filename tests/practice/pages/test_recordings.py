"""The page of recordings: what is here, until when, what is asked first, and how one is kept longer or deleted."""

from datetime import date, timedelta

import pytest
from django.test import Client as Browser

from reattune.model import Audio, Recording
from reattune.practice import consent, jobs, models
from reattune.practice.keeping import keep, kept
from reattune.practice.mapping.codec import dump
from reattune.practice.recorded import arriving, finding, retention
from reattune.practice.recorded import kept as files
from reattune.practice.recorded.sealed_file import Writer

DAY = date(2026, 6, 23)
CONTENT = b"RIFF of a heron"


@pytest.fixture
def heron(new_client):
    row = new_client("heron")
    consent.write(row, consent.Purpose.RECORDING, given=True, by="client", day=DAY)
    return row


@pytest.fixture
def here(heron):
    row = arriving.new(heron, "talk.wav", len(CONTENT), DAY)
    files.folder()
    made = Writer(files.path_of(row.pk), files.key_of(row), str(row.pk))
    made.append(CONTENT, last=True)
    made.close()
    row.arrived, row.state = len(CONTENT), "here"
    row.save()
    files.remember(
        row, track=dump(Recording("talk.wav", "wav", 3000.0, Audio(16000, 2, "pcm"), None, ("It is soft.",)))
    )
    return row


def page(browser, client, rest=""):
    return browser.get(f"/r/{client.pk}/recordings/{rest}")


def test_before_the_first_it_says_what_to_talk_about(browser, new_client):
    wren = new_client("wren")
    said = page(browser, wren).content.decode()
    assert "No recording is kept here." in said
    assert "deleted after 90 days" in said
    assert "“No” is a full answer" in said
    assert models.AuditEvent.objects.filter(action="viewed", what="recordings", client=wren.pk).count() == 1


def test_each_is_listed_with_what_it_is_and_until_when(browser, here, heron):
    said = page(browser, heron).content.decode()
    assert "talk.wav" in said
    assert "50 minutes, two microphones" in said
    assert "Deleted on 28 Sep 2026" in said
    assert "It is soft." in said
    assert "is in no backup" in said
    assert "full answer" not in said


def test_how_far_its_analysis_has_come_is_said(browser, here, heron):
    job = finding.start(here)
    assert "Waits to be analysed." in page(browser, heron).content.decode()
    job.state = "running"
    job.save()
    jobs.progress(job, 11, 50, "Listening")
    said = page(browser, heron).content.decode()
    assert "Listening: minute 12 of 50." in said
    assert "every 3s" in said
    job.state, job.said = "stopped", "The file was cut off."
    job.save()
    said = page(browser, heron).content.decode()
    assert "The file was cut off." in said
    assert "every 3s" not in said
    browser.post(f"/r/{heron.pk}/recordings/{here.pk}/again/")
    assert models.Job.objects.filter(kind="listen", state="waiting").count() == 1


def test_a_no_is_said_there_and_nothing_is_handed_out_or_analysed(browser, here, heron):
    consent.write(heron, consent.Purpose.RECORDING, given=False, by="client", day=DAY)
    said = page(browser, heron).content.decode()
    assert "No was said to recording." in said
    assert "Hand out the file" not in said
    for what in ("again", "file"):
        answer = browser.post(f"/r/{heron.pk}/recordings/{here.pk}/{what}/")
        assert answer.status_code == 400
        assert "No was said to recording" in answer.content.decode()
    assert not models.Job.objects.filter(kind="listen").exists()


def test_it_is_deleted_or_taken_out_only_after_being_asked(browser, here, heron):
    out = f"/r/{heron.pk}/recordings/{here.pk}/out/"
    assert "Its figures, and what you made of its moments, stay." in browser.get(out).content.decode()
    assert models.Recording.objects.get().state == "here"
    browser.post(out, {"what": "file"})
    assert models.Recording.objects.get().state == "deleted"
    assert not files.path_of(here.pk).exists()
    assert "was deleted" in page(browser, heron).content.decode()
    browser.post(out, {"what": "all"})
    assert not models.Recording.objects.exists()
    assert browser.get(out).status_code == 404


def test_it_is_kept_longer(browser, here, heron):
    where = f"/r/{heron.pk}/recordings/{here.pk}/longer/"
    browser.post(where, {"days": "200"})
    assert models.Recording.objects.get().delete_on == date(2026, 6, 30) + timedelta(days=200)
    for wrong in ("0", "366", "soon", "-1"):
        answer = browser.post(where, {"days": wrong})
        assert answer.status_code == 400
        assert "Days" in answer.content.decode()
    assert models.Recording.objects.get().delete_on == date(2026, 6, 30) + timedelta(days=200)


def test_its_file_is_handed_out_as_it_came(browser, here, heron):
    answer = browser.post(f"/r/{heron.pk}/recordings/{here.pk}/file/")
    assert b"".join(answer.streaming_content) == CONTENT
    assert "2026-06-23" in answer["Content-Disposition"]
    assert models.AuditEvent.objects.filter(action="exported", what="recording").count() == 1
    with files.path_of(here.pk).open("r+b") as file:
        file.write(b"harm")
    assert "was changed or cut off" in browser.post(f"/r/{heron.pk}/recordings/{here.pk}/file/").content.decode()


def test_nobody_sees_it_without_unlocking(here, heron):
    strange = Browser()
    for rest in ("", f"{here.pk}/out/"):
        assert strange.get(f"/r/{heron.pk}/recordings/{rest}").status_code == 302
    strange.post(f"/r/{heron.pk}/recordings/{here.pk}/out/", {"what": "all"})
    assert models.Recording.objects.filter(state="here").exists()


def test_of_another_client_it_is_not_there(browser, here, new_client):
    assert browser.get(f"/r/{new_client('wren').pk}/recordings/{here.pk}/out/").status_code == 404


def test_the_days_are_a_setting(browser, heron):
    said = browser.get("/settings/").content.decode()
    assert "Delete recordings after so many days" in said
    keep(recording_days=30)
    assert arriving.delete_on() == date(2026, 7, 30)
    assert kept().recording_days == 30
    assert retention.LONGEST >= 30


@pytest.mark.parametrize("harm", ["gone", "cut off"])
def test_a_file_that_a_backup_did_not_bring_back_is_said_on_every_page(browser, here, heron, harm):
    file = files.path_of(here.pk)
    file.unlink() if harm == "gone" else file.write_bytes(file.read_bytes()[:-4])
    address = f"/r/{heron.pk}/recordings/"
    assert browser.get(address).status_code == 200
    for name in ("", "who/", "sound/", "still/", "out/"):
        assert browser.get(f"{address}{here.pk}/{name}").status_code < 500, name
    for name in ("file/", "again/", "longer/"):
        assert browser.post(f"{address}{here.pk}/{name}").status_code < 500, name
    assert browser.post(f"/r/{heron.pk}/export/").status_code == 200
    jobs.run_pending()
    assert "The sealed recording" in browser.get(address).content.decode()
