"""Large files are read and kept as jobs that go on after a restart."""

from datetime import timedelta

import pytest

from reattune.practice import importing, jobs, models
from reattune.practice.importing import storing, taking, working


@pytest.fixture(autouse=True)
def everything_is_large(monkeypatch):
    monkeypatch.setattr(working, "SMALL", 0)
    monkeypatch.setattr(storing, "CHUNK", 3)


def test_a_file_is_read_and_kept_by_the_worker(store, new_client, two_people):
    heron = new_client("heron")
    imported = taking.receive("calendar.ics", two_people, heron)
    assert not working.read_soon(imported)
    assert working.is_at_work(working.job_of(imported))
    jobs.run_pending()
    imported.refresh_from_db()
    assert imported.kind == "calendar"
    assert not working.keep_soon(imported)
    jobs.run_pending()
    imported.refresh_from_db()
    assert imported.state == "kept"
    assert models.Job.objects.filter(kind="import", state="done").count() == 2
    assert models.Job.objects.filter(kind="import").last().total == 9


def test_asking_twice_makes_one_job(store, two_people):
    imported = taking.receive("calendar.ics", two_people)
    working.read_soon(imported)
    working.read_soon(imported)
    assert models.Job.objects.filter(kind="import").count() == 1


def test_cut_off_while_keeping_it_goes_on_after_the_restart(store, new_client, two_people, monkeypatch):
    heron = new_client("heron")
    imported = importing.take("calendar.ics", two_people, heron)
    working.keep_soon(imported)

    class Killed(BaseException):
        pass

    def killed(job, done, total, said=""):
        if done >= 6:
            raise Killed

    with monkeypatch.context() as patched:
        patched.setattr(jobs, "progress", killed)
        with pytest.raises(Killed):
            jobs.run_pending()
    assert models.Import.objects.get().state == "previewed"
    assert jobs.sweep(starting=True) == 1
    jobs.run_pending()
    assert models.Import.objects.get().state == "kept"
    assert heron.records.count() == 9


def test_what_cannot_be_read_stops_and_says_why(store):
    imported = taking.receive("calendar.ics", b"hello")
    working.read_soon(imported)
    jobs.run_pending()
    job = working.job_of(imported)
    assert job.state == "stopped"
    assert "not a calendar" in job.said


def test_what_was_let_go_meanwhile_is_no_trouble(store, two_people):
    imported = taking.receive("calendar.ics", two_people)
    working.read_soon(imported)
    imported.delete()
    jobs.run_pending()
    assert models.Job.objects.get(kind="import").state == "done"


def test_what_was_received_and_never_read_is_read_after_a_restart(store, new_client):
    content = b"id,start,status\n1,2026-03-01 10:00,attended\n"
    left = taking.receive("appointments.csv", content, new_client("heron"))
    assert working.go_on() == 0
    models.Import.objects.update(made=left.made - timedelta(hours=1))
    assert working.go_on() == 1
    assert working.go_on() == 0
    jobs.run_pending()
    left.refresh_from_db()
    assert left.kind == "appointments"
