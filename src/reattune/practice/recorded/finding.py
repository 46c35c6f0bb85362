"""The job that analyses a recording: cut off at any moment it begins again, and its result is kept wholly or not."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from django.db import transaction

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice import auditing, clients, clock, jobs, models
from reattune.practice.heard import allowed as of_transcripts
from reattune.practice.heard.transcript import transcript_of
from reattune.practice.keeping import kept as settings
from reattune.practice.mapping.codec import dump
from reattune.practice.recorded import allowed, apart, kept
from reattune.practice.typed import as_identity

KIND = "listen"
MINUTE = 60
Run = Callable[[Mapping[str, Any]], Iterator[Mapping[str, Any]]]
State = models.Recording.State


def start(recording: models.Recording) -> models.Job:
    """Put the analysis of a recording in line; waiting already, it is not put there twice."""
    return jobs.start(KIND, {"recording": str(recording.pk), "client": str(recording.client_id)})


def standing(recording: models.Recording) -> models.Job | None:
    """Return the newest job that analyses a recording; None where there was none."""
    known = str(recording.pk)
    return next((job for job in newest() if job.words.get("recording") == known), None)


def newest() -> list[models.Job]:
    """Return the jobs of this kind, newest first."""
    return list(models.Job.objects.filter(kind=KIND).order_by("-made")[:200])


@jobs.kind(KIND)
def find(job: models.Job, run: Run | None = None) -> None:
    """Analyse a recording, and keep what was found in one step.

    Args:
        job: With the recording in its words.
        run: What does the work; a program of its own where None.

    Raises:
        ReattuneError: It may not be analysed, or cannot be; the text says why.
    """
    row = _row(job)
    if row is None or row.state != State.HERE:
        return
    allowed.require(row.client)
    found: Any = None
    steps = (run or apart.run)(task_of(row))
    try:
        for line in steps:
            _told(job, row, line)
            found = line.get("found", found)
    finally:
        # Whatever ended it, nothing works on behind its back.
        getattr(steps, "close", lambda: None)()
    if found is None:
        raise ReattuneError(_("The analysis of the recording ended without a result; begin it again."))
    _keep(row, found)


def _told(job: models.Job, row: models.Recording, line: Mapping[str, Any]) -> None:
    """Say how far it has come, and stop where a no was said meanwhile, or the recording was taken out."""
    allowed.require(row.client)
    if not models.Recording.objects.filter(pk=row.pk, state=State.HERE).exists():
        raise ReattuneError(_("The recording was taken out while it was analysed."))
    # The work is another program's: what is in line meanwhile, such as looking again, does not wait for it.
    jobs.run_beside(KIND)
    done, total = line.get("done"), line.get("total")
    if done is None:
        jobs.progress(job, job.done, job.total, job.said)
        return
    words = _("Listening") if line.get("what") == "listening" else _("Looking at the picture")
    jobs.progress(job, int(done // MINUTE), max(1, -int(-(total or 0) // MINUTE)), words)


def task_of(row: models.Recording) -> dict[str, Any]:
    """Return what the analysis has to know of a recording, as JSON values; its key is among them."""
    words, now = row.words, settings()
    return {
        "path": str(kept.path_of(row.pk)),
        "key": kept.key_of(row).hex(),
        "about": str(row.pk),
        "size": row.size,
        "name": str(words.get("name", "")),
        "day": row.day.isoformat(),
        "known_at": max(clock.today(now.zone), row.day).isoformat(),
        "who": words.get("who"),
        "regions": words.get("regions"),
        "transcript": _transcript(row),
        "language": now.language,
    }


def _transcript(row: models.Recording) -> Any:
    """Return the transcript that it is played beside, where one may be read."""
    heard = row.heard
    if heard is None or heard.confirmed is None or not of_transcripts.is_agreed(row.client):
        return None
    return dump(transcript_of(heard))


def _row(job: models.Job) -> models.Recording | None:
    known = as_identity(str(job.words.get("recording", "")))
    found: models.Recording | None = models.Recording.objects.select_related("client", "heard").filter(pk=known).first()
    return found


def take(row: models.Recording, words: Mapping[str, Any]) -> None:
    """Keep what was found in a recording before it came here, known from its session's own day on; nothing waits.

    Args:
        row: A recording that is here.
        words: As `work.work` makes them.
    """
    waiting = models.Job.objects.filter(kind=KIND, state=models.Job.State.WAITING)
    models.Job.objects.filter(pk__in=[job.pk for job in waiting if job.words.get("recording") == str(row.pk)]).delete()
    _keep(row, words, row.day)


def _keep(row: models.Recording, words: Mapping[str, Any], known_at: date | None = None) -> None:
    with transaction.atomic():
        here = models.Recording.objects.select_for_update().filter(pk=row.pk, state=State.HERE).exists()
        if not here:
            return
        allowed.require(row.client)
        models.Found.objects.filter(recording=row).delete()
        found = models.Found(client=row.client, recording=row)
        found.words = words
        found.save(force_insert=True)
        day = known_at or max(clock.today(settings().zone), row.day)
        # From the store as it is: a person may have said meanwhile who speaks.
        kept.remember(models.Recording.objects.get(pk=row.pk), figures=words.get("figures"), known_at=day.isoformat())
        auditing.record(auditing.Action.WROTE, row.client_id, "findings of a recording", "therapy")
        clients.changed(row.client)
