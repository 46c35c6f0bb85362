"""Today: this week's sessions, each with its thread, and what else is to be said before them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain
from uuid import UUID

from reattune.account.scored import answered_words
from reattune.instruments import shipped
from reattune.language import _
from reattune.model import RiskAnswer
from reattune.practice import agenda, models, thread
from reattune.practice.auditing import Action
from reattune.practice.check_in.reaching import Reached
from reattune.practice.check_in.wording import instruments
from reattune.practice.clock import monday_of
from reattune.practice.glimpse import Glimpse
from reattune.practice.keeping import Kept
from reattune.practice.mapping.codec import load
from reattune.practice.mapping.said import FILE
from reattune.practice.slots import became

AT_LEAST_AHEAD = timedelta(days=2)
"""So far ahead Today looks at the end of a week."""


@dataclass(frozen=True, slots=True)
class Line:
    """One session of the week: when, with whom, and what goes through the relationship."""

    client: models.Client
    slot: agenda.Slot
    became: str
    thread: thread.Thread
    raised: tuple[Reached, ...] = ()
    """What the client asked to have raised, before their next session's line."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day's sessions in time order."""

    day: date
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Week:
    """This week's days: today first, then those to come, then those that are past."""

    ahead: tuple[Day, ...]
    past: tuple[Day, ...]


@dataclass(frozen=True, slots=True)
class Answered:
    """A risk item that was answered above zero, for the therapist to read."""

    client: models.Client
    words: str
    day: date


@dataclass(frozen=True, slots=True)
class Heard:
    """What a client said and shared in a file, in their own words."""

    client: models.Client
    words: str
    day: date


def week(found: Iterable[Glimpse], settings: Kept, today: date, reached: Iterable[Reached] = ()) -> Week:
    """Return this week's sessions with their threads.

    Args:
        found: What was kept of each client at the last look.
        settings: The practice's.
        today: The day of asking.
        reached: What clients said and shared; what is to be raised stands before the next session of whoever asked.
    """
    first = monday_of(today)
    last = max(first + timedelta(days=6), today + AT_LEAST_AHEAD)
    pairs = [
        (one.client, slot)
        for one in found
        for slot in one.between(first, last, settings)
        if not one.client.is_over(slot.day)
    ]
    threads = thread.threads({client.pk for client, _slot in pairs}, today)
    raised: dict[UUID, tuple[Reached, ...]] = {}
    for one in reached:
        if one.is_raised:
            raised[one.client.pk] = (*raised.get(one.client.pk, ()), one)
    days: dict[date, list[Line]] = {today: []}
    for client, slot in sorted(pairs, key=lambda pair: (pair[1].start, pair[0].codename)):
        before = raised.pop(client.pk, ()) if slot.day >= today else ()
        days.setdefault(slot.day, []).append(Line(client, slot, became(slot), threads[client.pk], before))
    made = [Day(day, tuple(lines)) for day, lines in sorted(days.items())]
    return Week(tuple(one for one in made if one.day >= today), tuple(one for one in made if one.day < today))


def answered(
    found: Iterable[Glimpse], settings: Kept, said: Iterable[tuple[models.Client, RiskAnswer]] = ()
) -> tuple[Answered, ...]:
    """Return the risk items answered lately, each item as last answered, the newest first.

    Args:
        found: What was kept of each client at the last look.
        settings: The practice's.
        said: What was answered and shared here, which is not to wait for a look.
    """
    newest: dict[tuple[object, str, int], Answered] = {}
    looked = (
        (glance.client, load(RiskAnswer, each, settings.zone)) for glance in found for each in glance.words["risk"]
    )
    for client, one in chain(looked, said):
        key = (client.pk, one.instrument, one.item)
        if key not in newest or newest[key].day < one.session_date:
            known = shipped().get(one.instrument) or instruments().get(one.instrument)
            name = one.instrument.upper() if known is None else known.name
            newest[key] = Answered(client, answered_words(one, name), one.session_date)
    return tuple(sorted(newest.values(), key=lambda one: (-one.day.toordinal(), one.client.codename, one.words)))


def heard(found: Iterable[Glimpse]) -> tuple[Heard, ...]:
    """Return what clients said and shared in files of the last two weeks, the newest first.

    What they said here is asked for by itself (`check_in.reaching`), and told once.
    """
    said = (
        Heard(glance.client, one["words"], date.fromisoformat(one["day"]))
        for glance in found
        for one in glance.words["spoken"]
        if one.get("source", {}).get("file") != FILE
    )
    return tuple(sorted(said, key=lambda one: (-one.day.toordinal(), one.client.codename)))


def taken_in() -> int:
    """Return how many files were taken in since the practice was opened the time before this."""
    opened = models.AuditEvent.objects.filter(action=Action.UNLOCKED.value).order_by("-seq")
    before = list(opened.values_list("at", flat=True)[1:2])
    kept = models.Import.objects.filter(state=models.Import.State.KEPT)
    return kept.filter(made__gte=before[0]).count() if before else kept.count()


def under_way() -> models.Job | None:
    """Return the look or the taking in that is under way or in line."""
    waiting = models.Job.objects.filter(state__in=(models.Job.State.WAITING, models.Job.State.RUNNING))
    return waiting.order_by("state", "made").first()


def laters(today: date, next_session: date | None = None) -> Sequence[tuple[str, str]]:
    """Return the choices of when to look again: what is sent, and how it is said.

    Args:
        today: The day of choosing.
        next_session: The client's next session, where it is known.
    """
    weeks = ((_("in a week"), 7), (_("in two weeks"), 14))
    found: list[tuple[str, str]] = [((today + timedelta(days=days)).isoformat(), words) for words, days in weeks]
    if next_session is not None:
        found.insert(0, ((next_session + timedelta(days=1)).isoformat(), _("after the next session")))
    return found
