"""A consultation as a thread: the question, what was said, what was taken back into the work, and what came of it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from django.db import transaction

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice import auditing, clock, consent, models
from reattune.practice.heard.allowed import is_agreed
from reattune.practice.heard.taking_up import is_spoken
from reattune.practice.keeping import kept
from reattune.practice.mapping.episodes import record_of
from reattune.practice.scope import Reach, Scope, use
from reattune.practice.supervision.bringing import PURPOSE, WHAT
from reattune.practice.supervision.gathering import SAID, SIDE, TALK, THING
from reattune.practice.supervision.sheet import Item, Part, Sheet, from_dict, only
from reattune.practice.typed import as_identity

REMARK = "remark"
LONGEST_REMARK = 4000


class Step(StrEnum):
    """What a remark is, in the order in which they usually come."""

    SAID = "said"
    TAKEN = "taken"
    CAME = "came"


class State(StrEnum):
    """How far a consultation has come."""

    ENDED = "ended"
    ASKED = "asked"
    SAID = "said"
    TAKEN = "taken"
    CAME = "came"


def step_words(step: Step) -> str:
    """Return what a remark is called."""
    return {
        Step.SAID: _("What was said in supervision"),
        Step.TAKEN: _("What I take back into the work"),
        Step.CAME: _("What came of it"),
    }[step]


def state_words(state: State) -> str:
    """Return in words how far a consultation has come."""
    return {
        State.ENDED: _("taken back"),
        State.ASKED: _("to bring"),
        State.SAID: _("talked about"),
        State.TAKEN: _("taken back into the work"),
        State.CAME: _("come round"),
    }[state]


@dataclass(frozen=True, slots=True)
class Readable:
    """A sheet as it may be read today, and whether some of the client's words are gone from it."""

    sheet: Sheet
    withdrawn: bool


def readable(row: models.Consultation) -> Readable:
    """Return what was brought, as it may be read today.

    Args:
        row: The consultation; what was brought stands in it as it left.

    Returns:
        Without the client's words where they withdrew their consent to supervision, or no longer share those words.
    """
    whole = from_dict(row.words["sheet"])
    theirs = [one for one in whole.items if one.part is Part.CLIENT or _is_spoken(one)]
    if not theirs:
        return Readable(whole, withdrawn=False)
    still = _still_heard(row, theirs)
    found = only(whole, lambda one: one not in theirs or one.ref in still)
    return Readable(found, withdrawn=len(found.items) < len(whole.items))


def _still_heard(row: models.Consultation, theirs: list[Item]) -> frozenset[str]:
    """Return the refs of those words of a client that may still be read."""
    # A supervisor sees neither consents nor what was said; whether it still holds is asked for this one client alone.
    with use(Scope(Reach.ONE_CLIENT, client=row.client_id)):
        client = models.Client.objects.get(pk=row.client_id)
        if not consent.is_given(client, consent.Purpose.SUPERVISION):
            return frozenset()
        spoken = {one.ref for one in theirs if _is_spoken(one)} if is_agreed(client) else set()
        said = models.Said.objects.filter(pk__in=_ids(theirs, SAID)).values_list("pk", flat=True)
        sides = models.Side.objects.filter(pk__in=_ids(theirs, SIDE), by="client").values_list("pk", flat=True)
        begun = models.Talk.objects.filter(pk__in=_ids(theirs, TALK), shown__isnull=False).values_list("pk", flat=True)
        heard = {(SAID, one) for one in said} | {(SIDE, one) for one in sides} | {(TALK, one) for one in begun}
    return frozenset(spoken | {one.ref for one in theirs if _source(one.ref) in heard})


def _is_spoken(item: Item) -> bool:
    """Say whether it holds words of a session's transcript: the client's own, though the therapist took them up."""
    return is_spoken(item.ref.removeprefix(THING))


def _source(ref: str) -> tuple[str, UUID]:
    kind, _colon, rest = ref.partition(":")
    return kind, as_identity(rest.partition(":")[0])


def _ids(items: list[Item], kind: str) -> list[UUID]:
    return [found for which, found in (_source(one.ref) for one in items) if which == kind]


def now() -> datetime:
    """Return the time it is in the practice."""
    return clock.now(kept().zone)


def is_over(row: models.Consultation) -> bool:
    """Say whether nobody may read it any more but its therapist: it was taken back, or its time has passed."""
    return row.ended is not None or (row.expires is not None and row.expires <= now())


def state(row: models.Consultation) -> State:
    """Return how far a consultation has come, by the last step that was written down."""
    steps = {one.kind for one in row.remarks.all()}
    for step, reached in ((Step.CAME, State.CAME), (Step.TAKEN, State.TAKEN), (Step.SAID, State.SAID)):
        if step.value in steps:
            return reached
    return State.ENDED if is_over(row) else State.ASKED


def remark(row: models.Consultation, step: Step, text: str, by: str, day: date) -> models.Remark:
    """Write something beside a consultation; nothing of it goes into the record.

    Args:
        row: The consultation.
        step: What it is.
        text: In whoever's words.
        by: "therapist" or "supervisor".
        day: The day of it.

    Raises:
        ReattuneError: There are no words, or far too many.
    """
    if not text:
        raise ReattuneError(_("There is nothing to keep yet; write a few words."))
    if len(text) > LONGEST_REMARK:
        raise ReattuneError(
            _("This is longer than {n} characters; what you typed is still here.").format(n=LONGEST_REMARK)
        )
    made = models.Remark(client_id=row.client_id, consultation=row, kind=step.value, by=by, day=day)
    made.words = {"text": text}
    with transaction.atomic():
        made.save(force_insert=True)
        auditing.record(auditing.Action.WROTE, row.client_id, REMARK, PURPOSE)
    return made


def take_away(made: models.Remark) -> None:
    """Delete a remark."""
    with transaction.atomic():
        auditing.record(auditing.Action.ERASED, made.client_id, REMARK, PURPOSE)
        made.delete()


def end(row: models.Consultation, moment: datetime | None) -> None:
    """Take a consultation back, so that a supervisor reads it no more; with None it is as it was before."""
    row.ended = moment
    with transaction.atomic():
        row.save(update_fields=["ended"])
        action = auditing.Action.CHANGED if moment else auditing.Action.UNDID
        auditing.record(action, row.client_id, WHAT, PURPOSE)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A question for supervision that stands in a record and was not brought yet."""

    episode: models.Episode
    question: str


def waiting() -> tuple[Waiting, ...]:
    """Return the questions in records that are not put away and were not brought yet, the oldest first."""
    rows = models.Episode.objects.filter(closed=None, consultations=None).select_related("client").order_by("day")
    found = (Waiting(one, record_of(one).question) for one in rows)
    return tuple(one for one in found if one.question)
