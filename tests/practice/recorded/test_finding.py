"""The analysis: kept wholly or not, stopped by a no, begun again after a kill, and never in anybody's way."""

import threading
import time

import pytest
from django.db import connection

from reattune.errors import ReattuneError
from reattune.practice import desk, jobs, looking, models
from reattune.practice.recorded import apart, finding, kept, retention
from reattune.practice.recorded.allowed import NotAgreedError
from reattune.practice.store import erasing

PASSPHRASE = "seven quiet herons at dusk"
SOON = 20.0
FOUND = {"sound": {"peaks": [0.1]}, "figures": {"sound": {"silences": 2}}}


@pytest.fixture
def job(here):
    """A job that analyses the recording that is here."""
    return finding.start(here)


def steps(*lines):
    return lambda _task: iter(lines)


def test_what_was_found_is_kept_and_the_client_is_looked_at_again(job, here):
    models.Client.objects.update(stale=False)
    finding.find(job, steps({"what": "listening", "done": 61.0, "total": 180.0}, {}, {"found": FOUND}))
    assert models.Found.objects.get(recording=here).words == FOUND
    assert (job.done, job.total, job.said) == (1, 3, "Listening")
    assert models.Client.objects.get().stale
    assert models.AuditEvent.objects.filter(what="findings of a recording", client=here.client_id).count() == 1
    finding.find(job, steps({"found": {"figures": {}}}))
    assert models.Found.objects.get().words == {"figures": {}}


def test_it_is_told_all_it_needs_and_is_given_the_key_alone(job, here):
    seen = []
    kept.remember(here, who={"channels": ["client", "therapist"], "seeds": {}})
    finding.find(job, lambda task: seen.append(task) or iter([{"found": FOUND}]))
    (task,) = seen
    assert task["path"] == str(kept.path_of(here.pk))
    assert bytes.fromhex(task["key"]) == kept.key_of(here)
    assert task["who"]["channels"] == ["client", "therapist"]
    assert (task["day"], task["known_at"], task["language"]) == ("2026-06-23", "2026-06-30", "en")


def test_a_no_midway_stops_it_and_nothing_is_kept(job, here, withdraw):
    closed = []

    def run(_task):
        try:
            yield {"done": 1.0, "total": 60.0}
            withdraw(here.client)
            yield {}
            yield {"found": FOUND}
        finally:
            closed.append(True)

    with pytest.raises(NotAgreedError):
        finding.find(job, run)
    assert closed
    assert not models.Found.objects.exists()
    with pytest.raises(NotAgreedError):
        finding.find(job, steps({"found": FOUND}))


def test_a_recording_taken_out_midway_leaves_nothing(job, here):
    def run(_task):
        yield {}
        retention.delete(here)
        yield {"found": FOUND}

    with pytest.raises(ReattuneError, match="taken out while"):
        finding.find(job, run)
    finding.find(job, steps({"found": FOUND}))
    assert not models.Found.objects.exists()


def test_an_end_without_a_result_is_said(job, here):
    with pytest.raises(ReattuneError, match="without a result"):
        finding.find(job, steps({}))


def test_what_else_is_in_line_does_not_wait_for_it(job, here, monkeypatch):
    looked = []
    monkeypatch.setattr(looking, "look", lambda _said: looked.append(True))
    jobs.run_pending()
    looked.clear()
    again = finding.start(here)

    def run(_task):
        jobs.start("look")
        yield {}
        assert looked
        yield {"found": FOUND}

    finding.find(again, run)
    assert looked


def test_a_job_that_is_stopped_says_why(here, monkeypatch):
    finding.start(here)

    def broken(_task):
        raise ReattuneError("The sealed recording was changed.")
        yield {}

    monkeypatch.setattr(apart, "run", broken)
    jobs.run_pending()
    standing = finding.standing(here)
    assert (standing.state, standing.said) == ("stopped", "The sealed recording was changed.")


def test_erased_while_it_is_analysed_nothing_is_left_and_what_is_next_is_done(home, here, monkeypatch):
    begun, gone, ended = threading.Event(), threading.Event(), threading.Event()

    def run(_task):
        try:
            begun.set()
            while not gone.is_set():
                time.sleep(0.02)
                yield {}
            yield {"found": FOUND}
        finally:
            ended.set()

    monkeypatch.setattr(apart, "run", run)
    monkeypatch.setattr(jobs, "PAUSE", 0.05)
    finding.start(here)
    connection.close()
    desk.at(home, background=True)
    desk.unlock(PASSPHRASE)
    assert begun.wait(SOON)
    erased = erasing.erase(models.Client.objects.get(pk=here.client_id))
    gone.set()
    assert "1 recording" in erased.words
    assert ended.wait(SOON)
    assert not list(kept.folder().iterdir())
    assert not models.Recording.objects.exists()
    assert not models.Found.objects.exists()
    after = jobs.start("look")
    end = time.monotonic() + SOON
    while models.Job.objects.get(pk=after.pk).state != "done" and time.monotonic() < end:
        time.sleep(0.02)
    assert models.Job.objects.get(pk=after.pk).state == "done"
    assert not models.Job.objects.filter(kind=finding.KIND).exists()


def test_locked_while_it_is_analysed_it_begins_again_and_no_attempt_is_counted(home, here, monkeypatch):
    begun, ended = threading.Event(), []

    def run(_task):
        try:
            while True:
                begun.set()
                time.sleep(0.02)
                yield {}
        finally:
            ended.append(True)

    monkeypatch.setattr(apart, "run", run)
    finding.start(here)
    connection.close()
    desk.at(home, background=True)
    desk.unlock(PASSPHRASE)
    assert begun.wait(SOON)
    connection.close()
    desk.lock()
    assert ended == [True]
    desk.at(home)
    desk.unlock(PASSPHRASE)
    job = models.Job.objects.get(kind=finding.KIND)
    assert (job.state, job.attempt) == ("waiting", 0)
