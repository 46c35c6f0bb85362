"""The attention budget on one's own data: the past gone through at several budgets, worked out in the background."""

from datetime import UTC, datetime
from typing import Any

from reattune.account.calibrated import calibrated
from reattune.calibration import calibrate
from reattune.practice import clock, jobs, models
from reattune.practice.keeping import kept
from reattune.practice.mapping.practices import practice

NAME = "calibration"


@jobs.kind("calibrate")
def work_out(job: models.Job) -> None:
    """Go through the last two years and keep what would have come up, in words."""
    day = clock.today(kept().zone)
    total = models.Client.objects.count()
    seen: list[str] = []

    def said(what: str) -> None:
        seen.append(what)
        jobs.progress(job, min(len(seen), total), total, what)

    found = calibrated(calibrate(practice(day), day, progress=said))
    value = {
        "at": datetime.now(UTC).isoformat(),
        "covers": found.covers,
        "too_little": found.too_little,
        "opening": list(found.opening),
        "columns": list(found.columns),
        "rows": [list(row) for row in found.rows],
        "own": list(found.own),
        "closing": list(found.closing),
    }
    models.Setting.objects.update_or_create(name=NAME, defaults={"value": value})


def start() -> models.Job:
    """Begin to work it out, or return what is under way."""
    return jobs.start("calibrate")


def under_way() -> models.Job | None:
    """Return the job that waits or runs, if any."""
    states = (models.Job.State.WAITING, models.Job.State.RUNNING)
    return models.Job.objects.filter(kind="calibrate", state__in=states).first()


def result() -> dict[str, Any] | None:
    """Return what was worked out last; None where it never was."""
    row = models.Setting.objects.filter(name=NAME).values_list("value", flat=True).first()
    return None if row is None else dict(row)
