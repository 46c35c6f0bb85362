"""Long work: done in order, begun again where it was cut off, stopped with a reason, and never in two places."""

import threading
import time
from datetime import UTC, datetime, timedelta
from unittest.mock import Mock

import pytest
from django.db import OperationalError, connection, transaction

from reattune import language
from reattune.errors import ReattuneError
from reattune.practice import desk, jobs, models
from reattune.practice.keeping import keep
from reattune.practice.sqlcipher.keyed import LockedError

State = models.Job.State
PASSPHRASE = "seven quiet herons at dusk"
SOON = 10.0


@pytest.fixture
def work(store, monkeypatch):
    """Jobs of the kind "test" do what `work["do"]` says; "look" and the others are left out."""
    does = {"do": lambda _job: None}
    monkeypatch.setattr(jobs, "KINDS", dict(jobs.KINDS))

    @jobs.kind("test")
    def do(job):
        does["do"](job)

    return does


@pytest.fixture
def served(home, work, monkeypatch):
    """The same in a desk that works in the background; locked at the end."""
    monkeypatch.setattr(jobs, "PAUSE", 0.05)
    connection.close()
    desk.at(home, background=True)
    desk.unlock(PASSPHRASE)
    yield work
    connection.close()
    desk.lock()
    assert [one.name for one in threading.enumerate() if one.name == "reattune-jobs"] == []


def again(job):
    return models.Job.objects.get(pk=job.pk)


def wait_for(job, *states):
    end = time.monotonic() + SOON
    while again(job).state not in states and time.monotonic() < end:
        time.sleep(0.02)
    return again(job)


def lock_in_the_middle(go_on):
    """Lock as another window does, and let the job go on once the worker was told to end."""
    connection.close()
    (worker,) = (one for one in threading.enumerate() if isinstance(one, jobs.Worker))
    locking = threading.Thread(target=desk.lock)
    locking.start()
    end = time.monotonic() + SOON
    while not worker.is_told_to_end and time.monotonic() < end:
        time.sleep(0.01)
    go_on.set()
    locking.join(SOON)


def raising(error):
    def do(_job):
        raise error

    return do


def test_jobs_are_done_in_the_order_in_which_they_came(work):
    order = []
    work["do"] = lambda job: order.append(job.words["n"])
    for number in range(3):
        jobs.start("test", {"n": number})
    assert jobs.run_pending() == 3
    assert order == [0, 1, 2]
    assert set(models.Job.objects.values_list("state", flat=True)) == {State.DONE}
    assert jobs.run_pending() == 0


def test_the_same_thing_stands_in_line_once(work):
    assert jobs.start("test", {"n": 1}) == jobs.start("test", {"n": 1})
    assert jobs.start("test", {"n": 2}) != jobs.start("test", {"n": 1})
    assert models.Job.objects.count() == 2


def test_what_is_being_done_already_is_put_in_line_again(work):
    first = jobs.start("test")
    models.Job.objects.update(state=State.RUNNING)
    assert jobs.start("test") != first


def test_what_a_job_needs_to_know_is_sealed(work):
    job = jobs.start("test", {"name": "appointments of the wryneck"})
    assert b"wryneck" not in bytes(again(job).sealed)
    assert again(job).words == {"name": "appointments of the wryneck"}


def test_how_far_it_is_can_be_read_and_keeps_it_leased(work):
    seen = []

    def do(job):
        jobs.progress(job, 3, 10, "heron" * 100)
        row = again(job)
        seen.append((row.done, row.total, row.said, row.leased_until > datetime.now(UTC) + timedelta(seconds=50)))

    work["do"] = do
    jobs.start("test")
    jobs.run_pending()
    assert seen == [(3, 10, ("heron" * 100)[:300], True)]


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ReattuneError("Row 7 has no date; add one."), "Row 7 has no date; add one."),
        (OperationalError("database or disk is full"), "database or disk is full"),
        (KeyError("secret words"), "Something unexpected happened (KeyError, test_jobs.py:"),
    ],
)
def test_what_cannot_be_done_stops_and_says_why_and_the_next_is_done(work, error, said):
    work["do"] = raising(error)
    first = jobs.start("test")
    work_done = []
    jobs.kind("other")(lambda _job: work_done.append(1))
    jobs.start("other")
    assert jobs.run_pending() == 2
    assert again(first).state == State.STOPPED
    assert again(first).said.startswith(said)
    assert "secret words" not in again(first).said
    assert again(first).ended is not None
    assert work_done == [1]


def test_a_kind_that_nobody_knows_stops_and_says_so(work):
    job = jobs.start("from tomorrow")
    jobs.run_pending()
    assert again(job).state == State.STOPPED
    assert "from tomorrow" in again(job).said


def test_a_kind_whose_owner_is_not_loaded_yet_is_found(work, monkeypatch):
    loaded = []

    def load():
        loaded.append(1)
        jobs.kind("late")(lambda _job: None)

    monkeypatch.setattr("reattune.practice.pages.load", load)
    job = jobs.start("late")
    jobs.run_pending()
    assert loaded == [1]
    assert again(job).state == State.DONE


def test_work_is_done_in_the_language_of_the_practice(work):
    spoken = []
    keep(language="de")
    work["do"] = lambda _job: spoken.append(language.current())
    jobs.start("test")
    with language.use("en"):
        jobs.run_pending()
    assert spoken == [language._known("de")]


def test_what_was_cut_off_is_put_back_when_its_lease_is_over(work):
    job = jobs.start("test")
    now = datetime.now(UTC)
    models.Job.objects.update(state=State.RUNNING, attempt=1, leased_until=now + timedelta(seconds=30))
    assert jobs.sweep() == 0
    assert again(job).state == State.RUNNING
    models.Job.objects.update(leased_until=now - timedelta(seconds=1))
    assert jobs.sweep() == 1
    assert (again(job).state, again(job).leased_until) == (State.WAITING, None)


def test_a_process_that_just_started_waits_for_no_lease(work):
    job = jobs.start("test")
    models.Job.objects.update(state=State.RUNNING, attempt=1, leased_until=datetime.now(UTC) + timedelta(hours=1))
    assert jobs.sweep(starting=True) == 1
    assert again(job).state == State.WAITING


def test_begun_three_times_and_cut_off_each_time_it_stops_and_says_so(work):
    job = jobs.start("test")
    for attempt in (1, 2, 3):
        work["do"] = raising(LockedError("cut off"))
        with pytest.raises(LockedError):
            jobs.run_pending()
        assert (again(job).state, again(job).attempt) == (State.RUNNING, attempt)
        assert jobs.sweep(starting=True) == (1 if attempt < 3 else 0)
    assert again(job).state == State.STOPPED
    assert "three times" in again(job).said


def test_only_as_many_are_done_as_there_is_time_for(work):
    for number in range(3):
        jobs.start("test", {"n": number})
    answers = iter([True, True, False])
    assert jobs.run_pending(lambda: next(answers)) == 2


def test_in_the_background_a_job_is_done_by_itself(served):
    done = threading.Event()
    threads = []

    def do(_job):
        threads.append(threading.current_thread().name)
        done.set()

    served["do"] = do
    job = jobs.start("test")
    assert done.wait(SOON)
    assert wait_for(job, State.DONE).state == State.DONE
    assert threads == ["reattune-jobs"]


def test_the_worker_is_woken_only_once_the_job_can_be_seen(served, monkeypatch):
    monkeypatch.setattr(jobs, "PAUSE", 60.0)
    time.sleep(0.2)  # the worker goes to sleep for long
    with transaction.atomic():
        job = jobs.start("test")
        time.sleep(0.2)
    assert wait_for(job, State.DONE).state == State.DONE


def test_locking_in_the_middle_of_a_job_loses_nothing_and_is_no_attempt(served):
    begun, go_on = threading.Event(), threading.Event()
    finished = []

    def do(job):
        begun.set()
        go_on.wait(SOON)
        jobs.progress(job, 1, 2)
        finished.append(1)

    served["do"] = do
    job = jobs.start("test")
    assert begun.wait(SOON)
    lock_in_the_middle(go_on)
    assert finished == []
    assert not desk.is_open()
    served["do"] = lambda _job: finished.append(2)
    desk.unlock(PASSPHRASE)
    assert wait_for(job, State.DONE).state == State.DONE
    assert again(job).attempt == 1
    assert finished == [2]


def test_a_worker_told_to_end_begins_no_other_job(served):
    begun, go_on = threading.Event(), threading.Event()

    def do(_job):
        begun.set()
        go_on.wait(SOON)

    served["do"] = do
    first, second = jobs.start("test", {"n": 1}), jobs.start("test", {"n": 2})
    assert begun.wait(SOON)
    lock_in_the_middle(go_on)
    served["do"] = raising(ReattuneError("not now"))
    desk.at(desk.home(), background=False)
    desk.unlock(PASSPHRASE)
    assert again(first).state == State.DONE
    assert again(second).state == State.WAITING


def test_a_full_disk_does_not_end_the_worker(served, monkeypatch):
    real, failed = jobs.sweep, threading.Event()

    def sweep(**words):
        if not failed.is_set():
            failed.set()
            raise OperationalError("database or disk is full")
        return real(**words)

    monkeypatch.setattr(jobs, "sweep", sweep)
    assert failed.wait(SOON)
    job = jobs.start("test")
    assert wait_for(job, State.DONE).state == State.DONE


def test_something_regular_that_breaks_stops_nothing_else_but_a_lock_is_said(store, monkeypatch):
    done = []
    every = [(60.0, Mock(side_effect=KeyError("a word"))), (60.0, lambda: done.append(1))]
    monkeypatch.setattr(jobs, "REGULAR", every)
    jobs.Worker()._do_regular()
    assert done == [1]
    monkeypatch.setattr(jobs, "REGULAR", [(60.0, Mock(side_effect=LockedError("locked")))])
    with pytest.raises(LockedError):
        jobs.Worker()._do_regular()
