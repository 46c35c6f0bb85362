"""What an episode is about: sessions, noticings, rows and moments, chosen from the last ones and kept in words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from reattune.account.told import dated
from reattune.charts import day as day_words
from reattune.charts.marks import spoken_shape
from reattune.language import _
from reattune.model import Noticing, Session, Source
from reattune.noticing import telling
from reattune.practice import around, models
from reattune.practice.keeping import kept
from reattune.practice.mapping.codec import load
from reattune.practice.typed import as_identity
from reattune.repair.movement import Felt
from reattune.repair.movement import words as felt_words

NOTICING, SESSION, ROW, MOMENT = "noticing", "session", "row", "moment"
MOST = {NOTICING: 5, SESSION: 6, ROW: 8, MOMENT: 6}
"""How many of the last ones are offered."""
LONGEST_WORDS = 120


@dataclass(frozen=True, slots=True)
class Thing:
    """Something an episode may be about: what it is, where to find it again, its day, and what it says."""

    kind: str
    ref: str
    day: date
    said: str


def noticing_ref(at: date, direction: str) -> str:
    """Return how a noticing is found again: noticings are worked out anew at each look, and keep only day and way."""
    return f"{NOTICING}:{at.isoformat()}:{direction}"


def moment_ref(moment: models.Moment) -> str:
    """Return how a moment is found again."""
    return f"{MOMENT}:{moment.pk}"


def offered(client: models.Client, today: date, besides: Iterable[str] = ()) -> tuple[Thing, ...]:
    """Return the last noticings, sessions, rows and moments of a client, each kind newest first.

    Args:
        client: Whose.
        today: What lies ahead is left out.
        besides: Refs of moments and noticings that are to be there however long ago they were.
    """
    wanted = frozenset(besides)
    noticings = [(one, load(Noticing, one.words["noticing"], kept().zone)) for one in _noticed(client, today, wanted)]
    return (
        *(_noticing(row, one) for row, one in noticings),
        *_sessions(around.near(client), today),
        *_rows(one for _row, one in noticings),
        *(_moment(one) for one in _moments(client, wanted)),
    )


def _noticed(client: models.Client, today: date, wanted: frozenset[str]) -> list[models.Noticed]:
    every = client.noticed.filter(at__lte=today).order_by("-at", "-number")
    refs = [(noticing_ref(at, direction), pk) for pk, at, direction in every.values_list("pk", "at", "direction")]
    chosen = [pk for number, (ref, pk) in enumerate(refs) if number < MOST[NOTICING] or ref in wanted]
    return list(every.filter(pk__in=chosen))


def _noticing(row: models.Noticed, one: Noticing) -> Thing:
    return Thing(NOTICING, noticing_ref(row.at, row.direction), row.at, dated(telling.said(one)))


def _sessions(sessions: Sequence[Session], today: date) -> list[Thing]:
    past = [one for one in sessions if one.start.date() <= today]
    return [
        Thing(SESSION, _source_ref(SESSION, one.source), one.start.date(), f"{one.start:%H:%M}, {spoken_shape(one)}")
        for one in reversed(past[-MOST[SESSION] :])
    ]


def _source_ref(kind: str, source: Source) -> str:
    return f"{kind}:{source.file}|{source.row}"


def _rows(noticings: Iterable[Noticing]) -> list[Thing]:
    """Return the rows that the noticings rest on, each once, newest first."""
    found: dict[str, Thing] = {}
    for part in chain.from_iterable(one.parts for one in noticings):
        for seen in part.seen:
            one = seen.observation
            ref = _source_ref(ROW, one.source)
            found.setdefault(ref, Thing(ROW, ref, one.at, telling.observed(part.stream, one)))
    return sorted(found.values(), key=lambda one: (one.day, one.ref), reverse=True)[: MOST[ROW]]


def _moments(client: models.Client, wanted: frozenset[str]) -> list[models.Moment]:
    ids = [pk for number, pk in enumerate(client.moments.values_list("pk", flat=True)) if number < MOST[MOMENT]]
    named = (ref.partition(":") for ref in wanted)
    ids += [as_identity(rest) for kind, _colon, rest in named if kind == MOMENT]
    return list(client.moments.filter(pk__in=ids))


def _moment(moment: models.Moment) -> Thing:
    felt = felt_words(Felt(moment.felt))
    said = " ".join(str(moment.words.get("words", "")).split())
    short = said if len(said) <= LONGEST_WORDS else f"{said[:LONGEST_WORDS].rstrip()}…"
    words = _("{felt}: “{words}”").format(felt=felt, words=short) if short else felt
    return Thing(MOMENT, moment_ref(moment), moment.day, words)


def attached(row: models.Episode) -> tuple[Thing, ...]:
    """Return what an episode is about, as it was said when it was attached, by day."""
    things = [Thing(one.kind, one.words["ref"], one.day, one.words["what"]) for one in row.attached.all()]
    things += [_moment(one) for one in row.moments.all()]
    return tuple(sorted(things, key=lambda one: (one.day, one.ref)))


def sync(row: models.Episode, ticked: Iterable[str], shown: Iterable[str], things: Iterable[Thing]) -> None:
    """Attach what was ticked and let go of what was shown and is not; what was not shown stays as it is.

    Args:
        row: The episode.
        ticked: Refs.
        shown: Refs of everything that could be ticked or unticked.
        things: What was offered; a ref that is not among them is not attached.
    """
    wanted = frozenset(ticked)
    have = {one.words["ref"]: one for one in row.attached.all()}
    for ref in frozenset(shown) - wanted:
        if ref in have:
            have[ref].delete()
        elif ref.startswith(f"{MOMENT}:"):
            _link_moment(row, ref, None)
    for one in things:
        if one.ref not in wanted or one.ref in have:
            continue
        if one.kind == MOMENT:
            _link_moment(row, one.ref, row)
        else:
            made = models.Attached(client_id=row.client_id, episode=row, kind=one.kind, day=one.day)
            made.words = {"ref": one.ref, "what": one.said}
            made.save(force_insert=True)


def _link_moment(row: models.Episode, ref: str, episode: models.Episode | None) -> None:
    moments = models.Moment.objects.filter(pk=as_identity(ref.partition(":")[2]), client_id=row.client_id)
    (moments if episode else moments.filter(episode=row)).update(episode=episode)


def kind_words(kind: str) -> str:
    """Return how a kind of thing is named."""
    match kind:
        case "noticing":
            return _("What came up")
        case "session":
            return _("Sessions")
        case "row":
            return _("Single rows")
        case _:
            return _("Moments")


def label(thing: Thing) -> str:
    """Return a thing on one line, its day first."""
    return _("{day}: {said}").format(day=day_words(thing.day), said=thing.said)
