"""Who saw what: the audit of one relationship in words, and whether it is whole."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from reattune.charts import day
from reattune.language import _
from reattune.practice import desk, models
from reattune.practice.api.bearer import WHO
from reattune.practice.api.seen import PURPOSE
from reattune.practice.auditing import THERAPIST, Action
from reattune.practice.consent import Purpose
from reattune.practice.consent import name_of as name_of_purpose
from reattune.practice.door import May, page
from reattune.practice.keeping import kept
from reattune.practice.rendering import render
from reattune.practice.store.opening import whole
from reattune.practice.voices.kinds import Kind
from reattune.practice.voices.kinds import name_of as name_of_kind
from reattune.practice.voices.saying import CLIENT

A_PAGE = 50
MOST_AT_ONCE = 5000
FEEDBACK, SAID, CONSENT = "feedback: ", "said: ", "consent: "
OTHERS = ("supervisor", "manager", "researcher")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the audit, in words and in the practice's time."""

    at: datetime
    who: str
    did: str
    purpose: str


@page("r/<uuid:client>/seen/", "seen", May.SEE)
def seen(request: HttpRequest, client: UUID) -> HttpResponse:
    """Show who saw or did what, newest first, fifty lines a page."""
    row = get_object_or_404(models.Client, pk=client)
    lines = models.AuditEvent.objects.filter(client=row.pk).order_by("-seq")
    count = lines.count()
    last = max(1, -(-count // A_PAGE))
    number = min(page_number(request), last)
    shown = list(lines[(number - 1) * A_PAGE : number * A_PAGE])
    zone = kept().zone
    context = {
        "client": row,
        "lines": [
            Line(
                one.at.astimezone(zone), who_words(one.who), did_words(one.action, one.what), purpose_words(one.purpose)
            )
            for one in shown
        ],
        "count": count,
        "number": number,
        "last": last,
        "chain": chain_words(asked="check" in request.GET),
        "unchecked": "check" not in request.GET and models.AuditEvent.objects.count() > MOST_AT_ONCE,
    }
    return render(request, "seen.html.j2", context)


def page_number(request: HttpRequest) -> int:
    """Return which page of a list is asked for, the first where none can be meant."""
    words = request.GET.get("page", "")
    return max(1, int(words)) if words.isascii() and words.isdigit() and len(words) < len("1000000") else 1


def chain_words(*, asked: bool = False) -> Sequence[str]:
    """Return whether the audit is whole, and since when; where it is not, what is wrong with it.

    Args:
        asked: Whether to go through it however long it is; a long one is otherwise gone through only on asking.
    """
    if not asked and models.AuditEvent.objects.count() > MOST_AT_ONCE:
        return ()
    wrong = whole(desk.store_path())
    if wrong:
        return wrong
    first = models.AuditEvent.objects.order_by("seq").values_list("at", flat=True).first()
    if first is None:
        return (_("Nothing was written down yet."),)
    words = _("Whole since {day}: no line was taken out, put in or changed, as far as each line’s digest tells.")
    return (words.format(day=day(first.astimezone(kept().zone).date())),)


def who_words(who: str) -> str:
    """Return who it was; a name that is not known stands as it is."""
    if who == THERAPIST:
        return _("you")
    return _("the client") if who == CLIENT else _other_words(who)


def who_for_client(who: str) -> str:
    """Return who it was, said to the client."""
    if who == CLIENT:
        return _("you")
    return _("your therapist") if who == THERAPIST else _other_words(who)


def _other_words(who: str) -> str:
    role, _mark, name = who.partition(": ")
    if name and role in OTHERS:
        words = {
            "supervisor": _("the supervisor {name}"),
            "manager": _("{name}, who keeps the frame"),
            "researcher": _("{name}, for research"),
        }
        return words[role].format(name=name)
    program = who.removeprefix(WHO.format(name=""))
    return who if program == who else _("the program {name}").format(name=program)


def did_words(action: str, what: str) -> str:
    """Return what was done or seen, in words; what is not known stands as it is.

    Args:
        action: As in `Action`.
        what: The thing, as it was written down.
    """
    if what == "hand-over":
        return _("handed the device over to the client")
    about = what_words(what)
    if what.startswith(SAID):
        shared = {
            Action.WROTE: _("shared {what}"),
            Action.CHANGED: _("shared {what} anew"),
            Action.UNDID: _("took back {what}"),
        }
        if action in shared:
            return shared[Action(action)].format(what=about)
    known = {
        Action.VIEWED: _("looked at {what}"),
        Action.WROTE: _("wrote {what}"),
        Action.CHANGED: _("changed {what}"),
        Action.IMPORTED: _("took in {what}"),
        Action.UNDID: _("undid or put back {what}"),
        Action.EXPORTED: _("handed out {what}"),
        Action.ERASED: _("erased {what}"),
        Action.SETTINGS: _("changed settings: {what}"),
    }
    template = known.get(Action(action)) if action in tuple(Action) else None
    return template.format(what=about) if template else f"{action}: {about}"


def what_words(what: str) -> str:
    """Return a thing's name as people would say it; one that is not known stands as it was written down."""
    known = {
        "relationship": _("the relationship’s page"),
        "noticing": _("why something came up"),
        "rows": _("the rows of a day"),
        "frame": _("the frame"),
        "frame version": _("a version of the frame"),
        "break": _("a break"),
        "beginning and end": _("beginning and end"),
        "not to be looked at": _("that it is not to be looked at"),
        "to be looked at": _("that it may be looked at"),
        "agreement": _("the agreement"),
        "switches": _("what is looked at"),
        "episode": _("a record"),
        "moment": _("a moment"),
        "import": _("a file"),
        "row left out": _("a row that is known and left out"),
        "quiet look": _("a quiet look"),
        "folder": _("a folder"),
        "session": _("what became of a session"),
        "payment": _("a payment"),
        "export": _("everything that is kept"),
        "relationships": _("the list of relationships"),
        "noticings": _("the list of what came up"),
        "episodes": _("the list of records"),
        "streams": _("what is usual here"),
        "observations": _("what was observed"),
        "recording": _("a recording"),
        "recordings": _("the list of recordings"),
        "findings of a recording": _("what was found in a recording"),
        "until when a recording is kept": _("until when a recording is kept"),
        "transcript": _("a transcript"),
        "transcripts": _("the list of transcripts"),
        "who is who": _("who is who in a transcript"),
        "answer to a moment": _("what you made of a moment"),
        "second reading": _("passages of a transcript, to a second reader on this computer"),
        "second reading outside": _("passages of a transcript, to a second reader outside this computer"),
    }
    if what.startswith(FEEDBACK):
        return _("what you made of a noticing")
    return _two_voices(what) or known.get(what, what)


def _two_voices(what: str) -> str:
    """Return what the two of them do here, in words; "" for anything else."""
    kind, purpose = what.removeprefix(SAID), what.removeprefix(CONSENT)
    if kind != what:
        return name_of_kind(Kind(kind)) if kind in list(Kind) else what
    if purpose != what:
        known = Purpose(purpose) if purpose in list(Purpose) else None
        return _("what was agreed on {purpose}").format(purpose=name_of_purpose(known)) if known else what
    return {
        "talk": _("something to talk about"),
        "side": _("a side of something to talk about"),
        "likeness": _("a similar moment"),
        "check-in link": _("a link to a check-in"),
        "check-in sheet": _("a check-in on paper"),
        "letter": _("a file with a check-in"),
        "consultation": _("what is brought to supervision"),
        "remark": _("what came of supervision"),
        "own export": _("everything the client takes along"),
        "own erasure": _("the client’s own voice"),
        "therapist's voice": _("the therapist’s own voice"),
        "reply": _("an answer to what the client said"),
        "use": _("what became of something said"),
        "learning": _("what was learnt"),
        "person": _("who can sign in"),
        "sign-in": _("a sign-in"),
        "research": _("what goes to research"),
    }.get(what, "")


def purpose_words(purpose: str) -> str:
    """Return what it was for."""
    known = {
        "therapy": _("for the therapy"),
        "supervision": _("for supervision"),
        "keeping": _("to keep it in order"),
        "client": _("for the client"),
        "sharing": _("to let the other read it"),
        "consent": _("because it was talked about"),
        "research": _("for research"),
        PURPOSE: _("for a program that may read"),
    }
    return known.get(purpose, purpose)
