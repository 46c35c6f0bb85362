"""What is in line beside a long job: everybody's, never endless, and nothing of it ends the long one."""

import threading
import time

import pytest
from django.db import connection

from reattune.practice import desk, jobs, models
from reattune.practice.scope import Reach, Scope, use

State = models.Job.State
PASSPHRASE = "seven quiet herons at dusk"
SOON = 10.0


@pytest.fixture
def long(store, monkeypatch):
    """A job of the kind "long" waits for another program; "short" does what `long["short"]` says."""
    does = {"long": lambda _job: jobs.run_beside("long"), "short": lambda _job: None}
    monkeypatch.setattr(jobs, "KINDS", {})
    for name in ("long", "short"):
        jobs.kind(name)(lambda job, name=name: does[name](job))
    monkeypatch.setattr(jobs, "REGULAR", [])
    return does


def states(kind="short"):
    return set(models.Job.objects.filter(kind=kind).values_list("state", flat=True))


def test_what_is_in_line_is_done_and_a_second_of_its_kind_waits(long):
    order = []
    long["short"] = lambda job: order.append(job.words["n"])
    first = jobs.start("long", {"n": 1})
    jobs.start("long", {"n": 2})
    for number in (3, 4):
        jobs.start("short", {"n": number})
    answers = iter([True, False])
    assert jobs.run_pending(lambda: next(answers)) == 1
    assert order == [3, 4]
    assert models.Job.objects.get(pk=first.pk).state == State.DONE
    assert sorted(models.Job.objects.filter(kind="long").values_list("state", flat=True)) == ["done", "waiting"]


def test_it_is_everybodys_whoever_the_long_one_is_for(long):
    first, second = (models.Person.objects.create(name=name, role="therapist") for name in ("wren", "heron"))
    seen = []
    long["short"] = lambda job: seen.append((job.therapist_id, models.Job.objects.filter(kind="short").count()))
    with use(Scope(Reach.OWN_CLIENTS, first.pk)):
        jobs.start("long")
    with use(Scope(Reach.OWN_CLIENTS, second.pk)):
        jobs.start("short")
    assert jobs.run_pending() == 1
    assert seen == [(second.pk, 1)]


def test_one_that_was_taken_out_of_the_line_or_breaks_does_not_end_the_long_one(long):
    def gone(job):
        models.Job.objects.filter(pk=job.pk).delete()
        if job.words["n"] == 2:
            raise KeyError("a word")

    long["short"] = gone
    job = jobs.start("long")
    for number in (1, 2):
        jobs.start("short", {"n": number})
    jobs.run_pending()
    assert models.Job.objects.get(pk=job.pk).state == State.DONE
    assert states() == set()


def test_told_to_end_in_the_middle_of_one_it_begins_it_no_second_time(home, long, monkeypatch):
    monkeypatch.setattr(jobs, "PAUSE", 0.05)
    begun, go_on, times = threading.Event(), threading.Event(), []

    def short(job):
        times.append(1)
        begun.set()
        go_on.wait(SOON)
        jobs.progress(job, 1, 2)

    def waits(job):
        jobs.run_beside("long")
        jobs.progress(job, 1, 2)

    long.update(short=short, long=waits)
    both = [jobs.start("long"), jobs.start("short")]
    connection.close()
    desk.at(home, background=True)
    desk.unlock(PASSPHRASE)
    assert begun.wait(SOON)
    connection.close()
    (worker,) = (one for one in threading.enumerate() if isinstance(one, jobs.Worker))
    locking = threading.Thread(target=desk.lock)
    locking.start()
    end = time.monotonic() + SOON
    while not worker.is_told_to_end and time.monotonic() < end:
        time.sleep(0.01)
    go_on.set()
    locking.join(SOON)
    assert not worker.is_alive()
    assert times == [1]
    desk.at(home)
    desk.unlock(PASSPHRASE)
    rows = models.Job.objects.filter(pk__in=[one.pk for one in both])
    assert set(rows.values_list("state", "attempt")) == {(State.WAITING, 0)}


def test_what_is_due_again_does_not_wait_for_a_long_line(home, long, monkeypatch):
    order, over = [], threading.Event()
    monkeypatch.setattr(jobs, "REGULAR", [(0.0, lambda: order.append("regular"))])

    def short(job):
        order.append(job.words["n"])
        if job.words["n"] == 2:
            over.set()

    long["short"] = short
    for number in (1, 2):
        jobs.start("short", {"n": number})
    connection.close()
    desk.at(home, background=True)
    desk.unlock(PASSPHRASE)
    assert over.wait(SOON)
    connection.close()
    desk.lock()
    assert order[:4] == ["regular", 1, "regular", 2]
