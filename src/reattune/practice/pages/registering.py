"""The week's register as a page: one form for a whole week, and one for a session that nobody planned."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse

from reattune.errors import ReattuneError
from reattune.language import _, plural
from reattune.model import Initiator, SessionKind
from reattune.practice import agenda, clock, models, register
from reattune.practice.clock import monday_of
from reattune.practice.door import May, page
from reattune.practice.keeping import kept
from reattune.practice.register import Entry, Outcome
from reattune.practice.rendering import render, say, today
from reattune.practice.slots import became, moved, weekday, words
from reattune.practice.typed import as_day, as_identity

FURTHEST = timedelta(days=20 * 366)
MOST_LETTERS = 500
CAME, LATE, MOVED, CANCELLED, ABSENT, NOTHING = "came", "late", "moved", "cancelled", "absent", "nothing"
PLAIN = {CAME: SessionKind.ATTENDED, LATE: SessionKind.ATTENDED_LATE, ABSENT: SessionKind.DID_NOT_ATTEND}
WHO = (Initiator.CLIENT, Initiator.THERAPIST, Initiator.THIRD_PARTY, Initiator.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Row:
    """One session on the page: what is shown of it and what the form holds."""

    entry: Entry
    became: str
    asks: bool
    """Whether the form asks what became of it."""
    what: str
    by: str
    short: bool
    day: str
    time: str
    why: str
    paid: bool
    moved_to: datetime | None


@page("week/", "register", May.WRITE, seen="register")
def week(request: HttpRequest) -> HttpResponse:
    """Show a week and keep what is said of its sessions."""
    settings = kept()
    monday = _monday(request.GET.get("week", ""))
    found = register.entries(monday, settings)
    trouble, given = "", None
    if request.method == "POST":
        try:
            said = _said(request.POST, found, clock.now(settings.zone))
        except ReattuneError as error:
            trouble, given = str(error), request.POST
        else:
            count = register.save(found, said, settings, today())
            say(
                request,
                plural("{n} session noted.", "{n} sessions noted.", count) if count else _("Nothing was changed."),
            )
            return HttpResponseRedirect(address(monday))
    context = {
        "monday": monday,
        "days": _days([_row(one, request.GET.get("correct", ""), given) for one in found]),
        "trouble": trouble,
        "before": address(monday - timedelta(weeks=1)),
        "after": address(monday + timedelta(weeks=1)),
        "here": address(monday),
        "this_week": monday == monday_of(today()),
        "outcomes": _outcomes(),
        "people": tuple((one.value, _person(one)) for one in WHO),
        "clients": [one for one in models.Client.objects.all() if not one.is_over(today())],
        **words(),
    }
    return render(request, "register.html.j2", context, status=400 if trouble else 200)


def address(monday: date) -> str:
    """Return the address of a week."""
    return f"{reverse('register')}?week={monday.isoformat()}"


def _monday(text: str) -> date:
    present = today()
    day = as_day(text) or present
    return monday_of(day if abs(day - present) < FURTHEST else present)


def _outcomes() -> tuple[tuple[str, str], ...]:
    return (
        (CAME, _("Came")),
        (LATE, _("Came late")),
        (MOVED, _("Moved")),
        (CANCELLED, _("Cancelled")),
        (ABSENT, _("Did not come")),
    )


def _person(who: Initiator) -> str:
    match who:
        case Initiator.CLIENT:
            return _("the client")
        case Initiator.THERAPIST:
            return _("me")
        case Initiator.THIRD_PARTY:
            return _("someone else")
        case _unknown:
            return _("not known")


def _days(rows: list[Row]) -> list[tuple[date, list[Row]]]:
    found: dict[date, list[Row]] = {}
    for one in rows:
        found.setdefault(one.entry.slot.day, []).append(one)
    return sorted(found.items())


def _row(entry: Entry, correct: str, given: QueryDict | None) -> Row:
    slot = entry.slot
    asks = not entry.known or correct == entry.key
    shown = moved(slot) if asks else became(slot)
    away = slot.start if slot.start != slot.slot else None
    row = Row(
        entry=entry,
        became=shown,
        asks=asks,
        what=_what(entry),
        by=_by(slot).value,
        short=slot.kind is SessionKind.CANCELLED_SHORT_NOTICE,
        day="",
        time="",
        why=entry.reason,
        paid=entry.paid is not None,
        moved_to=away,
    )
    if given is None or entry.key not in given.getlist("row"):
        return row
    text = {name: given.get(f"{name}-{entry.key}", "") for name in ("what", "by", "day", "time", "why")}
    return replace(
        row,
        asks=True,
        what=text["what"],
        by=text["by"],
        short=_ticked(given, "short", entry),
        day=text["day"],
        time=text["time"],
        why=text["why"],
        paid=_ticked(given, "paid", entry),
    )


def _what(entry: Entry) -> str:
    match entry.slot.kind:
        case SessionKind.CANCELLED | SessionKind.CANCELLED_SHORT_NOTICE:
            return CANCELLED
        case SessionKind.RESCHEDULED | SessionKind.RESCHEDULED_SHORT_NOTICE:
            return MOVED
        case kind:
            return next((what for what, known in PLAIN.items() if known is kind), "")


def _by(slot: agenda.Slot) -> Initiator:
    return slot.by if slot.settled else slot.moved_by or Initiator.UNKNOWN


def _ticked(given: QueryDict, name: str, entry: Entry) -> bool:
    return bool(given.get(f"{name}-{entry.key}"))


def _said(given: QueryDict, found: tuple[Entry, ...], now: datetime) -> Mapping[str, Outcome]:
    """Return what the form says, by the entries' keys; only of sessions that it showed."""
    shown, rest = set(given.getlist("row")), bool(given.get("rest"))
    said = {}
    for entry in found:
        if entry.key in shown:
            what = given.get(f"what-{entry.key}", "")
            if not what and rest and not entry.slot.settled and entry.slot.start <= now:
                what = CAME
            paid = _ticked(given, "paid", entry) if entry.asks_paid else None
            said[entry.key] = replace(_outcome(what, entry, given, now), paid=paid)
    return said


def _outcome(what: str, entry: Entry, given: QueryDict, now: datetime) -> Outcome:
    slot, why = entry.slot, given.get(f"why-{entry.key}", "").strip()
    if len(why) > MOST_LETTERS:
        raise ReattuneError(_about(entry, _("the reason is too long; a few words are enough.")))
    if what in PLAIN:
        if slot.start > now:
            raise ReattuneError(_about(entry, _("the session is still to come; note it afterwards.")))
        return Outcome(replace(slot, kind=PLAIN[what], by=Initiator.UNKNOWN), why)
    if what == CANCELLED:
        short = _ticked(given, "short", entry)
        kind = SessionKind.CANCELLED_SHORT_NOTICE if short else SessionKind.CANCELLED
        return Outcome(replace(slot, kind=kind, by=_initiator(given, entry)), why)
    if what == MOVED:
        return Outcome(_moved(entry, given), why)
    return Outcome(cleared=what == NOTHING)


def _initiator(given: QueryDict, entry: Entry) -> Initiator:
    word = given.get(f"by-{entry.key}", "")
    return next((one for one in WHO if one.value == word), Initiator.UNKNOWN)


def _moved(entry: Entry, given: QueryDict) -> agenda.Slot:
    slot, who = entry.slot, _initiator(given, entry)
    day, at = given.get(f"day-{entry.key}", ""), given.get(f"time-{entry.key}", "")
    if not day:
        if slot.start != slot.slot:
            return replace(slot, moved_by=who)
        return replace(slot, kind=SessionKind.RESCHEDULED, by=who)
    try:
        start = moment(day, at or f"{slot.start:%H:%M}", kept().zone)
    except ReattuneError as error:
        raise ReattuneError(_about(entry, str(error))) from None
    if start == slot.slot:
        raise ReattuneError(_about(entry, _("the new time is the same as the agreed one; choose another.")))
    end = None if slot.end is None else start + (slot.end - slot.start)
    return replace(slot, start=start, end=end, kind=SessionKind.SCHEDULED, by=Initiator.UNKNOWN, moved_by=who)


def _about(entry: Entry, words: str) -> str:
    where = _("{codename}, {weekday}").format(codename=entry.client.codename, weekday=weekday(entry.slot.day))
    return f"{where}: {words}"


def moment(day: str, at: str, zone: ZoneInfo) -> datetime:
    """Return a day and a time of a form as a time in the practice's zone.

    Raises:
        ReattuneError: One of them is none, or it is more than twenty years away.
    """
    try:
        found = datetime.combine(date.fromisoformat(day), time.fromisoformat(at).replace(tzinfo=None))
    except ValueError:
        raise ReattuneError(_("this is not a day and a time; write them as 2026-07-14 and 15:00.")) from None
    if abs(found.date() - today()) > FURTHEST:
        raise ReattuneError(_("this day is more than twenty years away; check the year."))
    return agenda.on_clock(found.replace(second=0, microsecond=0), zone)


@page("week/another/", "register-add", May.WRITE)
def another(request: HttpRequest) -> HttpResponse:
    """Keep a session that nobody planned, or say what is missing."""
    if request.method != "POST":
        return HttpResponseRedirect(reverse("register"))
    settings = kept()
    try:
        client = _client(request.POST.get("client", ""))
        start = moment(request.POST.get("day", ""), request.POST.get("time", ""), settings.zone)
    except ReattuneError as error:
        say(request, str(error)[:1].upper() + str(error)[1:])
        return HttpResponseRedirect(address(_monday(request.POST.get("week", ""))))
    register.add(client, start, clock.now(settings.zone))
    say(request, _("A session with {codename} was noted.").format(codename=client.codename))
    return HttpResponseRedirect(address(monday_of(start.date())))


def _client(identity: str) -> models.Client:
    found = models.Client.objects.filter(pk=as_identity(identity)).first()
    if found is None:
        raise ReattuneError(_("Choose whose session it was."))
    return found
