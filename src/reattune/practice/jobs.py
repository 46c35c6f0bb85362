"""Long work in the background, done so that whoever is cut off goes on where they stopped, three times at most."""

import threading
import time
import traceback
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.db import DatabaseError, connection, transaction

from reattune import language
from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice import backing, scope
from reattune.practice.keeping import kept
from reattune.practice.models import Client, Job, Person
from reattune.practice.scope import EVERYONE, Reach, Scope
from reattune.practice.sqlcipher import keyed

LEASE = timedelta(seconds=60)
MOST_ATTEMPTS = 3
PAUSE = 5.0
"""Seconds between two looks at what is in line, where nobody says that there is something."""
Work = Callable[[Job], None]
KINDS: dict[str, Work] = {}
"""What each kind of job does; the modules that own them register here."""


def kind(name: str) -> Callable[[Work], Work]:
    """Register a function as what jobs of a kind do; it must be able to be called again after it was cut off."""

    def registered(work: Work) -> Work:
        KINDS[name] = work
        return work

    return registered


REGULAR: list[tuple[float, Callable[[], object]]] = []
"""What an open practice does again and again: after how many seconds, and what."""


def regularly(seconds: float) -> Callable[[Callable[[], int]], Callable[[], int]]:
    """Register a function that is done when a practice is opened, and again each time the seconds have passed."""

    def registered(work: Callable[[], int]) -> Callable[[], int]:
        REGULAR.append((seconds, work))
        return work

    return registered


def start(name: str, words: dict[str, object] | None = None) -> Job:
    """Put a job in line, or return the one that already waits to do the same."""
    whose = _asks()
    # A client whose word is to be looked at sees no work in the background, and yet begins some.
    with scope.use(EVERYONE):
        for waiting in Job.objects.filter(kind=name, state=Job.State.WAITING, therapist=whose):
            if waiting.words == (words or {}):
                return waiting
        job = Job(kind=name, therapist_id=whose)
        job.words = words or {}
        job.save()
    # Within a transaction nobody else sees it yet: the worker is woken once it is there.
    transaction.on_commit(_woken.set)
    return job


def _asks() -> UUID | None:
    """Return the therapist for whom work is begun just now; None at one's own desk."""
    seen = scope.present()
    if seen.reach is Reach.ONE_CLIENT:
        found: UUID | None = Client.objects.filter(pk=seen.client).values_list("therapist", flat=True).first()
        return found
    return seen.person if seen.reach is Reach.OWN_CLIENTS else None


def scopes() -> list[Scope]:
    """Return as whom work that goes on by itself is done: in a shared practice once for each therapist."""
    if not scope.is_shared():
        return [EVERYONE]
    therapists = Person.objects.filter(role=Person.Role.THERAPIST, active=True).values_list("pk", flat=True)
    return [Scope(Reach.OWN_CLIENTS, one) for one in therapists]


def _scope_of(job: Job) -> Scope:
    return EVERYONE if job.therapist_id is None else Scope(Reach.OWN_CLIENTS, job.therapist_id)


class CutOffError(Exception):
    """The practice is being locked: a job ends here, and goes on at the next opening."""


def progress(job: Job, done: int, total: int, said: str = "") -> None:
    """Say how far a job has come; this also keeps its lease.

    Args:
        job: Which.
        done: How much was done.
        total: Of how much.
        said: What is being done, for people to read.

    Raises:
        CutOffError: The practice is being locked; whoever does the job lets it pass.
    """
    if _is_told_to_end():
        raise CutOffError
    job.done, job.total, job.said = done, total, said[:300]
    job.leased_until = datetime.now(UTC) + LEASE
    job.save(update_fields=["done", "total", "said", "leased_until"])


def _is_told_to_end() -> bool:
    here = threading.current_thread()
    return isinstance(here, Worker) and here.is_told_to_end


def sweep(*, starting: bool = False) -> int:
    """Put back in line what was cut off; after three attempts it is stopped, and says so.

    Args:
        starting: Whether this process has just started, so that nothing can still be running.

    Returns:
        How many were put back.
    """
    back = 0
    with transaction.atomic():
        for job in Job.objects.select_for_update(skip_locked=True).filter(state=Job.State.RUNNING):
            if not starting and job.leased_until is not None and job.leased_until > datetime.now(UTC):
                continue
            if job.attempt >= MOST_ATTEMPTS:
                _stop(job, _("This was begun three times and cut off each time; it needs a look."))
            else:
                job.state, job.leased_until = Job.State.WAITING, None
                job.save(update_fields=["state", "leased_until"])
                back += 1
    return back


def run_pending(go_on: Callable[[], bool] = lambda: True) -> int:
    """Do every job in line, here and now, and return how many were done.

    Args:
        go_on: Asked before each job whether there is still time for it.
    """
    count = 0
    while go_on() and (job := _next()) is not None:
        _run(job)
        count += 1
    return count


def run_beside(kind: str) -> int:
    """Do what is in line besides jobs of one kind: for a job that itself only waits for another program.

    Args:
        kind: Whoever waits; a second one of it waits for the first.

    Returns:
        How many were done.
    """
    count = 0
    # Whoever waits does so for one therapist; what is in line is everybody's.
    with scope.use(EVERYONE):
        while not _is_told_to_end() and (job := _next(kind)) is not None:
            try:
                _run(job)
            except DatabaseError:
                # It was taken out of the line while it was done, such as by erasing: whoever waits goes on waiting.
                if not backing.is_open():
                    raise
            count += 1
    return count


def _next(besides: str = "") -> Job | None:
    with transaction.atomic():
        # Two that look at the same moment take two different ones.
        waiting = Job.objects.select_for_update(skip_locked=True).filter(state=Job.State.WAITING).exclude(kind=besides)
        job = waiting.first()
        if job is None:
            return None
        job.state, job.attempt = Job.State.RUNNING, job.attempt + 1
        job.leased_until = datetime.now(UTC) + LEASE
        job.save(update_fields=["state", "attempt", "leased_until"])
        return job


def _run(job: Job) -> None:
    work = _work(job.kind)
    if work is None:
        _stop(job, _("This version does not know how to do “{kind}”.").format(kind=job.kind))
        return
    try:
        # What is kept for pages to read is written in the language they are read in.
        with language.use(kept().language), scope.use(_scope_of(job)):
            work(job)
    except keyed.LockedError:
        raise
    except CutOffError:
        # Locking is nobody's mistake, so it does not count as an attempt.
        job.state, job.attempt, job.leased_until = Job.State.WAITING, max(0, job.attempt - 1), None
        job.save(update_fields=["state", "attempt", "leased_until"])
    except (ReattuneError, DatabaseError) as error:
        if isinstance(error, DatabaseError) and not backing.is_open():
            raise
        _stop(job, str(error))
    except Exception as error:  # noqa: BLE001  (one broken job must not end the others)
        place = traceback.extract_tb(error.__traceback__)[-1]
        why = _("Something unexpected happened ({what}, {file}:{line}).")
        _stop(job, why.format(what=type(error).__name__, file=place.filename.rsplit("/", 1)[-1], line=place.lineno))
    else:
        job.state, job.ended = Job.State.DONE, datetime.now(UTC)
        job.save(update_fields=["state", "ended"])


def _work(name: str) -> Work | None:
    if name not in KINDS:
        # A store opened before the first page was asked for: whoever owns this kind may not be loaded yet.
        from reattune.practice import pages  # noqa: PLC0415  (pages need this module)

        pages.load()
    return KINDS.get(name)


def _stop(job: Job, why: str) -> None:
    job.state, job.said, job.ended = Job.State.STOPPED, why[:300], datetime.now(UTC)
    job.save(update_fields=["state", "said", "ended"])


def _do(work: Callable[[], object], whose: Scope) -> None:
    try:
        with language.use(kept().language), scope.use(whose):
            work()
    except (keyed.LockedError, DatabaseError):
        raise
    except Exception:  # noqa: BLE001  (it is tried again; the others are done)
        # Whoever does it says in its own place why it could not be done.
        return


_woken = threading.Event()


class Worker(threading.Thread):
    """Does the jobs of an open practice until it is told to end."""

    def __init__(self) -> None:
        super().__init__(name="reattune-jobs", daemon=True)
        self._over = threading.Event()
        self._due: dict[int, float] = {}

    @property
    def is_told_to_end(self) -> bool:
        """Say whether it is to do no more."""
        return self._over.is_set()

    def run(self) -> None:
        """Do what is in line, and wait for more."""
        with scope.use(EVERYONE):
            self._work()

    def _work(self) -> None:
        starting = True
        try:
            while not self._over.is_set():
                _woken.clear()
                try:
                    sweep(starting=starting)
                    starting = False
                    run_pending(self._has_time)
                except (keyed.LockedError, DatabaseError):
                    # Locked midway, or the disk is full: it is put back in line when opened, or once its lease is over.
                    if not backing.is_open():
                        return
                if not self._over.is_set():
                    _woken.wait(timeout=PAUSE)
        finally:
            connection.close()

    def _has_time(self) -> bool:
        # Asked before each job: what is due again is not to wait until a long line is done.
        if not self._over.is_set():
            self._do_regular()
        return not self._over.is_set()

    def _do_regular(self) -> None:
        for number, (seconds, work) in enumerate(REGULAR):
            if time.monotonic() >= self._due.get(number, 0.0):
                self._due[number] = time.monotonic() + seconds
                for whose in scopes():
                    _do(work, whose)

    def end(self) -> None:
        """Do no more after the job at hand."""
        self._over.set()
        _woken.set()
