"""The thread of a relationship: what is held open, the words kept in view, a moment of being met, the question.

A few rows a client at most, and a constant number of queries, however long the work has lasted.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, timedelta, tzinfo
from uuid import UUID

from django.db.models import Case, F, Q, QuerySet, Value, When, Window
from django.db.models.functions import RowNumber

from reattune.practice import models
from reattune.repair.holding import State, back_on, due

FEW = 3
"""Episodes read of one client."""
LATELY = timedelta(days=7)
"""An episode that came back and was not touched since stands among those back for this long."""


@dataclass(frozen=True, slots=True)
class Held:
    """An episode that is in view, or rests until a day."""

    episode: UUID
    day: date
    state: State
    back: date | None


@dataclass(frozen=True, slots=True)
class Thread:
    """What goes through a relationship just now; everything may be missing."""

    held: tuple[Held, ...] = ()
    kept_words: str = ""
    met: str | None = None
    """The words of the last moment of being met; "" for one without words, None where there is none."""
    met_on: date | None = None
    question: str = ""

    @property
    def in_view(self) -> Held | None:
        """The episode to be named first: one that is back today, else the newest that is open."""
        shown = [one for one in self.held if one.state in {State.BACK_TODAY, State.OPEN}]
        return min(shown, key=lambda one: one.state is not State.BACK_TODAY, default=None)

    @property
    def resting(self) -> Held | None:
        """The episode that comes back next."""
        rests = [one for one in self.held if one.state is State.RESTING_UNTIL]
        return min(rests, key=lambda one: one.back or date.max, default=None)


def thread(client: models.Client, today: date) -> Thread:
    """Return the thread of one client."""
    return threads([client.pk], today)[client.pk]


def threads(clients: Iterable[UUID], today: date) -> Mapping[UUID, Thread]:
    """Return the threads of some clients, in three queries.

    Args:
        clients: Whose.
        today: The day of asking; what rests until later keeps its words to itself.
    """
    wanted = list(clients)
    episodes: dict[UUID, list[models.Episode]] = {}
    for one in _first(_open(today).filter(client__in=wanted), FEW, _place(today)):
        episodes.setdefault(one.client_id, []).append(one)
    moments = models.Moment.objects.filter(client__in=wanted, day__lte=today)
    kept = {one.client_id: one for one in _first(moments.filter(kept=True), 1)}
    met = {one.client_id: one for one in _first(moments.filter(felt="met"), 1)}
    return {one: _thread(episodes.get(one, []), kept.get(one), met.get(one), today) for one in wanted}


def _open(today: date) -> QuerySet[models.Episode]:
    return models.Episode.objects.filter(Q(closed=None) | Q(closed__gt=today))


def _place(today: date) -> Case:
    """Return what comes first where there are many: what is back on this very day, then what is open, then the rest."""
    rests = Q(hold_until__gt=today) | Q(not_yet_until__gt=today)
    back = Q(hold_until=today) | Q(not_yet_until=today)
    return Case(When(rests, then=Value(2)), When(back, then=Value(0)), default=Value(1))


def _first(rows: QuerySet, count: int, before: Case | None = None) -> QuerySet:
    newest = [F("day").desc(), F("made").desc()]
    place = Window(RowNumber(), partition_by=[F("client")], order_by=newest if before is None else [before, *newest])
    return rows.annotate(place=place).filter(place__lte=count)


def _thread(
    episodes: Iterable[models.Episode], kept: models.Moment | None, met: models.Moment | None, today: date
) -> Thread:
    held, words, question = [], "", ""
    for one in sorted(episodes, key=lambda one: (one.day, one.made), reverse=True):
        found = _held(one, today)
        held.append(found)
        if found.state is not State.RESTING_UNTIL and not (words and question):
            # Two of its words are wanted; the whole record, read strictly, would make Today slow.
            said = one.words
            words = words or str(said.get("kept_words") or "")
            question = question or str(said.get("question") or "")
    return Thread(
        held=tuple(held),
        kept_words=words or ("" if kept is None else str(kept.words.get("words", ""))),
        met=None if met is None else str(met.words.get("words", "")),
        met_on=None if met is None else met.day,
        question=question,
    )


def _held(one: models.Episode, today: date) -> Held:
    state = due(today, one.hold_until, one.not_yet_until, one.closed)
    return Held(one.pk, one.day, state, back_on(one.hold_until, one.not_yet_until))


def back_lately(today: date, zone: tzinfo = UTC) -> list[tuple[models.Client, Held]]:
    """Return the episodes that came back today, or within a week and were not touched since, the newest first.

    Args:
        today: The day of asking.
        zone: The practice's time zone, in which the day of a change is told.
    """
    came_back = Q(hold_until__range=(today - LATELY, today)) | Q(not_yet_until__range=(today - LATELY, today))
    found = []
    for one in _open(today).filter(came_back).select_related("client"):
        held = _held(one, today)
        if (
            held.back is not None
            and held.back <= today
            and (held.back == today or one.changed.astimezone(zone).date() < held.back)
        ):
            found.append((one.client, held))
    return sorted(found, key=lambda pair: (-(pair[1].back or today).toordinal(), pair[0].codename))
