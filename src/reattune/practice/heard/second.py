"""A second reader's look at a transcript: whether it may be asked, the asking as a job, and what it made of moments."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from django.db import transaction

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice import auditing, consent, jobs, models
from reattune.practice.heard import allowed, second_door
from reattune.practice.heard.figures import VERSION
from reattune.practice.heard.opened import Opened, open_up
from reattune.practice.heard.second_setting import Endpoint, kept
from reattune.practice.heard.transcript import missing_role
from reattune.speech.moments import listed, moments
from reattune.speech.rule import Family
from reattune.speech.second.agreeing import SAMPLES, opinions, rates
from reattune.speech.second.answering import Answered, Dropped, Mark, parse
from reattune.speech.second.asking import TOP, Window, question, windows
from reattune.speech.second.instruction import SYSTEM

KIND = "second"
WHAT, OUTSIDE = "second reading", "second reading outside"
STATES = (models.Job.State.WAITING, models.Job.State.RUNNING)


def why_not(heard: models.Heard, endpoint: Endpoint | None) -> str:
    """Return why a second reader may not be asked about a transcript just now, "" where it may.

    Args:
        heard: The transcript.
        endpoint: Whom; None where nobody is set up.
    """
    if endpoint is None:
        return _("No second reader is set up.")
    if not allowed.is_agreed(heard.client):
        return _("That transcripts are kept is not agreed to.")
    standing = consent.standing(heard.client)[consent.Purpose.SECOND_READER]
    if not standing.given:
        return _("This client has not agreed to a second reader.")
    if not endpoint.is_here and not _is_later(heard.client, endpoint):
        return _("What was agreed to is older than the address outside this computer; talk about it again first.")
    if heard.confirmed is None or missing_role(heard.words) is not None:
        return _("Say who is who first.")
    return _("Of this session no words were kept.") if heard.wordless else ""


def passages(one: Opened) -> tuple[Window, ...]:
    """Return the passages of a transcript that a second reader is asked about; the same each time."""
    if one.why:
        return ()
    return windows(one.reading, listed(moments(one.reading), most=TOP).moments)


def begin(heard: models.Heard) -> models.Job:
    """Have a transcript read a second time in the background, or return what is under way.

    Raises:
        ReattuneError: It may not be; the text says why.
    """
    why = why_not(heard, kept())
    if why:
        raise ReattuneError(why)
    if not passages(open_up(heard)):
        raise ReattuneError(_("There is no moment in it to ask about."))
    with transaction.atomic():
        # Two windows must not have it sent twice.
        list(models.Heard.objects.select_for_update().filter(pk=heard.pk).values_list("pk"))
        return under_way(heard) or jobs.start(KIND, {"client": str(heard.client_id), "heard": str(heard.pk)})


def stop(heard: models.Heard) -> bool:
    """Ask no more about a transcript; return whether something was under way."""
    job = under_way(heard)
    if job is None:
        return False
    return bool(
        models.Job.objects.filter(pk=job.pk, state__in=STATES).update(
            state=models.Job.State.STOPPED, said=_("Stopped, as you asked.")[:300]
        )
    )


def under_way(heard: models.Heard) -> models.Job | None:
    """Return the job that waits or runs for a transcript, if any."""
    return _job(heard, STATES)


def last_stopped(heard: models.Heard) -> models.Job | None:
    """Return the last job for a transcript where it was stopped."""
    job = _job(heard, tuple(models.Job.State))
    return job if job is not None and job.state == models.Job.State.STOPPED else None


@jobs.kind(KIND)
def read_again(job: models.Job) -> None:
    """Ask about every passage three times; whoever is cut off goes on with the next that was not answered."""
    heard = models.Heard.objects.select_related("client").defer("body").filter(pk=job.words.get("heard")).first()
    endpoint = kept()
    if heard is None:
        return
    _refuse(heard, endpoint)
    assert endpoint is not None
    one = open_up(heard)
    asked = passages(one)
    row, words = _row(heard, endpoint, one, asked)
    for number, (window, seed) in enumerate((window, seed) for window in asked for seed in range(1, SAMPLES + 1)):
        answers = words["answers"].setdefault(window.id, [])
        if len(answers) >= seed:
            continue

        def still(done: int = number) -> None:
            _still(job, heard, endpoint, (done, len(asked) * SAMPLES))

        still()
        system, user = question(one.transcript, window)
        answer = second_door.ask(endpoint, system, user, seed=seed, still=still)
        _refuse_changed(row, words, answer)
        answers.append(_plain(parse(answer.text, window, one.transcript)))
        _save(row, words)
    _finish(row, words, one, asked)


def _is_later(client: models.Client, endpoint: Endpoint) -> bool:
    """Say whether the client agreed after the address was set up: before, it was to another place."""
    last = client.consents.filter(purpose=consent.Purpose.SECOND_READER.value).last()
    return last is not None and last.made.isoformat() >= endpoint.since


def _job(heard: models.Heard, states: Sequence[str]) -> models.Job | None:
    rows = models.Job.objects.filter(kind=KIND, state__in=states).order_by("-made")
    return next((one for one in rows if one.words.get("heard") == str(heard.pk)), None)


def _refuse(heard: models.Heard, endpoint: Endpoint | None) -> None:
    why = why_not(heard, endpoint)
    if why:
        raise ReattuneError(why)


def _still(job: models.Job, heard: models.Heard, endpoint: Endpoint, come: tuple[int, int]) -> None:
    """Say how far it is, and raise where it is not wanted any more: stopped, withdrawn, set up anew, or locked."""
    if not models.Job.objects.filter(pk=job.pk, state=models.Job.State.RUNNING).exists():
        raise ReattuneError(_("Stopped, as you asked."))
    fresh = models.Heard.objects.select_related("client").defer("body").filter(pk=heard.pk).first()
    if fresh is None:
        raise ReattuneError(_("The transcript was taken out meanwhile."))
    now = kept()
    _refuse(fresh, now)
    if now != endpoint or fresh.words.get(VERSION) != heard.words.get(VERSION):
        raise ReattuneError(_("The second reader, or who is who, was changed meanwhile; begin again."))
    jobs.progress(job, *come, _("It is being read a second time."))


def _row(
    heard: models.Heard, endpoint: Endpoint, one: Opened, asked: tuple[Window, ...]
) -> tuple[models.SecondReading, dict[str, Any]]:
    """Return the reading that was begun on just these grounds, a new one where there is none."""
    basis = _digest([endpoint.address, endpoint.model, *(question(one.transcript, window) for window in asked)])
    for row in heard.second_readings.all():
        words = row.words
        if words.get("basis") == basis and not words.get("done"):
            return row, words
    row = models.SecondReading(client_id=heard.client_id, heard=heard)
    words = {"basis": basis, "where": endpoint.place, "outside": not endpoint.is_here, "model": endpoint.model}
    row.words = {**words, "answers": {}, "done": False}
    with transaction.atomic():
        row.save(force_insert=True)
        auditing.record(auditing.Action.EXPORTED, heard.client_id, WHAT if endpoint.is_here else OUTSIDE, "therapy")
    return row, row.words


def _refuse_changed(row: models.SecondReading, words: dict[str, Any], answer: second_door.Answer) -> None:
    """Note which model answers; another one than before is another method, and the two are not mixed."""
    said = [answer.model, answer.build]
    if words.setdefault("reported", said) != said:
        row.delete()
        raise ReattuneError(_("Another model answered than at the beginning; what it said is not used. Begin again."))
    words["method"] = _digest([said, words["model"], SYSTEM, SAMPLES, second_door.PARAMETERS])[:16]


def _finish(row: models.SecondReading, words: dict[str, Any], one: Opened, asked: tuple[Window, ...]) -> None:
    answers = {name: [_answered(each) for each in given] for name, given in words["answers"].items()}
    found = rates(asked, answers)
    words["rates"] = [found.marked, found.moments, found.marked_drawn, found.drawn]
    made = opinions(asked, answers, moments(one.reading))
    words["opinions"] = [
        {"moment": each.moment, "agreed": each.agreed, "of": each.of, "mark": each.mark and asdict(each.mark)}
        for each in made
    ]
    totals = dict.fromkeys((why.value for why in Dropped), 0)
    for each in (each for given in answers.values() for each in given):
        for why, count in each.dropped.items():
            totals[why.value] += count
    words["dropped"] = {why: count for why, count in totals.items() if count}
    words["done"] = True
    _save(row, words)


def _save(row: models.SecondReading, words: dict[str, Any]) -> None:
    row.words = words
    with transaction.atomic():
        # Taken out meanwhile, it is not brought back.
        if models.SecondReading.objects.filter(pk=row.pk).update(sealed=row.sealed) == 0:
            raise ReattuneError(_("The transcript was taken out meanwhile."))


def _plain(answered: Answered) -> dict[str, Any]:
    return {"marks": [asdict(mark) for mark in answered.marks], "dropped": dict(answered.dropped)}


def _answered(plain: dict[str, Any]) -> Answered:
    marks = tuple(Mark(**{**mark, "family": Family(mark["family"])}) for mark in plain["marks"])
    return Answered(marks, {Dropped(why): count for why, count in plain["dropped"].items()})


def _digest(said: Any) -> str:
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()
