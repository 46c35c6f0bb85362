"""Long ones as jobs: reading and keeping a file in the background, going on after a restart where it was cut off."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from reattune.practice import jobs, models
from reattune.practice.importing.storing import keep
from reattune.practice.importing.taking import look_first, understand

KIND = "import"
SMALL = 200_000
"""Bytes up to which a file is read and kept at once, while the person waits."""
READ, KEEP = "read", "keep"
A_MOMENT = timedelta(minutes=5)
_IN_LINE = (models.Job.State.WAITING, models.Job.State.RUNNING)


def read_soon(imported: models.Import) -> bool:
    """Read a file that was received: at once where it is small, else in the background; say whether it was read.

    Raises:
        ReattuneError: It was read at once and cannot be understood.
    """
    if imported.kind:
        return True
    if _size(imported) <= SMALL:
        understand(imported)
        return True
    _start(imported, READ)
    return False


def keep_soon(imported: models.Import) -> bool:
    """Keep a previewed file: at once where it is small, else in the background; say whether it is kept.

    Raises:
        ReattuneError: It cannot be kept; the text says why.
    """
    if _size(imported) <= SMALL:
        keep(imported)
        return True
    _start(imported, KEEP)
    return False


def job_of(imported: models.Import) -> models.Job | None:
    """Return the job that is at work on a file, or that was stopped last."""
    states = (*_IN_LINE, models.Job.State.STOPPED)
    found = models.Job.objects.filter(kind=KIND, state__in=states).order_by("-made")
    return next((one for one in found if one.words.get("import") == str(imported.pk)), None)


def is_at_work(job: models.Job | None) -> bool:
    """Say whether a job is in line or being done."""
    return job is not None and job.state in _IN_LINE


@jobs.kind(KIND)
def work(job: models.Job) -> None:
    """Read or keep one file; called again after being cut off, it goes on."""
    words = job.words
    imported = models.Import.objects.filter(pk=UUID(str(words["import"]))).first()
    if imported is None:
        return
    if words["do"] == READ:
        if not imported.kind:
            look_first(imported)
    else:
        keep(imported, lambda done, total: jobs.progress(job, done, total))


@jobs.regularly(3600)
def go_on() -> int:
    """Read what was received and never read, because the program was stopped in between; say how many there are.

    What was received a moment ago is left to whoever received it.
    """
    before = datetime.now(UTC) - A_MOMENT
    left = models.Import.objects.filter(state=models.Import.State.PREVIEWED, kind="", made__lt=before)
    found = [one for one in left if job_of(one) is None]
    for one in found:
        _start(one, READ)
    return len(found)


def _start(imported: models.Import, do: str) -> None:
    job = job_of(imported)
    if not is_at_work(job):
        jobs.start(KIND, {"import": str(imported.pk), "do": do})


def _size(imported: models.Import) -> int:
    return 0 if imported.body is None else len(imported.body)
