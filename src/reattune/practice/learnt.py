"""What a therapist can learn from the last year: each thing by itself, nothing averaged over people or ranked."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from reattune.account.told import dated
from reattune.learning.deepening import Deepening, Met, deepening
from reattune.learning.noticings import Made, Named, Naming, counted, made_words, waited, waited_words
from reattune.model import Noticing, Source, Voice
from reattune.noticing.prior import DEFAULT, Prior
from reattune.practice import attaching, models, uses
from reattune.practice.check_in import reaching
from reattune.practice.courses import Looked, courses
from reattune.practice.keeping import kept
from reattune.practice.mapping.codec import load
from reattune.practice.mapping.relationships import DESK
from reattune.practice.mapping.said import FILE as CHECK_IN
from reattune.practice.portrait import portrait
from reattune.practice.voices import talks
from reattune.practice.voices.kinds import Kind
from reattune.streams import observe

YEAR = timedelta(days=366)
MOST = 60
"""As many of one kind are listed at most, the newest."""
LOOKED_AT = Q(client__suppress=False)
"""Where nothing is to be said of a relationship, nothing is learnt from it either."""
By = tuple[UUID, date]
"""A noticing: whose, and of which day."""


@dataclass(frozen=True, slots=True)
class Came:
    """One noticing looked back on: what was made of it, and how long it took, in a sentence."""

    row: models.Noticed
    made: Made
    words: str


@dataclass(frozen=True, slots=True)
class Heard:
    """Something a client said, and what was done with it."""

    client: models.Client
    day: date
    title: str
    address: str
    talk: UUID | None
    said: UUID | None
    use: models.Use | None

    @property
    def done(self) -> str:
        """What was done with it, in words; "" where nothing was kept."""
        return uses.words(uses.Applied(self.use.use)) if self.use else ""


def came_up(today: date) -> tuple[tuple[Came, ...], tuple[str, ...]]:
    """Return what came up in the last year, newest first, and how much of it each thing was made of, in words.

    Args:
        today: The day of asking.
    """
    rows = models.Noticed.objects.filter(LOOKED_AT, at__gt=today - YEAR, at__lte=today)
    zone, every = kept().zone, []
    # What was added to something that was open already is told with it.
    for row in rows.select_related("client").order_by("-at", "number"):
        noticing = load(Noticing, row.words["noticing"], zone)
        every.append((row, noticing, (row.client_id, noticing.adds_to or noticing.at)))
    clients = {row.client_id for row, _noticing, _group in every}
    firsts = {(row.client_id, row.at): group for row, _noticing, group in every}
    namings, made = _named(clients, today, firsts)
    found = [
        Came(row, made.get(group, Made.NOTHING), dated(waited_words(waited(noticing, namings.get(group, ())))))
        for row, noticing, group in every
        if noticing.adds_to is None
    ]
    counts = counted(one.made for one in found)
    return tuple(found[:MOST]), tuple(made_words(one, count) for one, count in counts)


def _named(
    clients: Iterable[UUID], today: date, firsts: Mapping[By, By]
) -> tuple[dict[By, list[Named]], dict[By, Made]]:
    """Return each time something was named, and what was last made of it, by the first noticing that it belongs to."""
    namings: dict[By, list[Named]] = defaultdict(list)
    made: dict[By, Made] = {}
    kinds = set(clients)

    def group(client: UUID, at: date) -> By:
        return firsts.get((client, at), (client, at))

    for one in models.Verdict.objects.filter(client__in=kinds, undone=None, on__lte=today).order_by("on", "made"):
        what = Made(one.verdict)
        made[group(one.client_id, one.noticing)] = what
        if what not in {Made.LATER, Made.UNSURE}:
            by_client = one.by == Voice.CLIENT.value
            how = Naming.CLIENT if by_client else Naming.TOGETHER if what is Made.TALKED else Naming.VERDICT
            namings[group(one.client_id, one.noticing)].append(Named(one.on, how))
    for talk in models.Talk.objects.filter(client__in=kinds, noticing__isnull=False, shown__isnull=False):
        namings[group(talk.client_id, talk.noticing)].append(Named(talk.shown, Naming.TOGETHER))
    zone = kept().zone
    attached = models.Attached.objects.filter(client__in=kinds, kind=attaching.NOTICING)
    for attached_row in attached.select_related("episode"):
        opened = attached_row.episode.made.astimezone(zone).date()
        namings[group(attached_row.client_id, attached_row.day)].append(Named(opened, Naming.RECORD))
    return namings, made


def tried(today: date) -> tuple[Looked, ...]:
    """Return the last year's episodes and talks in which something was tried, or said of how it is, newest first.

    Args:
        today: The day of asking.
    """
    since = today - YEAR
    episodes = models.Episode.objects.filter(LOOKED_AT, day__gt=since).select_related("client")[:MOST]
    every = models.Talk.objects.filter(LOOKED_AT, day__gt=since).select_related("client")[:MOST]
    found = courses(list(episodes), list(every))
    return tuple(one for one in found if one.course.tried or one.course.before)


def heard(today: date) -> tuple[Heard, ...]:
    """Return what clients said and shared in the last year that something may be done with, newest first.

    Args:
        today: The day of asking.
    """
    since = today - YEAR
    shown = Exists(models.Side.objects.filter(talk=OuterRef("pk"), by=Voice.CLIENT.value))
    spoke = Q(by=Voice.CLIENT.value, shown__isnull=False) | shown
    rows = models.Talk.objects.filter(spoke, LOOKED_AT, day__gt=since).select_related("client")
    said = models.Said.objects.filter(LOOKED_AT, kind=Kind.ANSWER.value, talk=None, day__gt=since)
    answers = said.select_related("client")[: MOST * 4]
    every = list(rows[:MOST])
    off = [(one, words) for one in answers if reaching.is_off(words := one.words)][:MOST]
    names = talks.titles(every)
    held = uses.standing([one.pk for one in every], [one.pk for one, _words in off])
    found = [_talked(one, names[one.pk], held.get(one.pk)) for one in every]
    found += [_answered(one, str(words.get("text") or ""), held.get(one.pk)) for one, words in off]
    return tuple(sorted(found, key=lambda one: one.day, reverse=True)[:MOST])


def _talked(row: models.Talk, title: str, use: models.Use | None) -> Heard:
    return Heard(row.client, row.day, title, "talk", row.pk, None, use)


def _answered(row: models.Said, text: str, use: models.Use | None) -> Heard:
    return Heard(row.client, row.day, talks.short(text) or reaching.told(row).title, "check-ins", None, row.pk, use)


def quiet_looks(today: date) -> tuple[models.QuietLook, ...]:
    """Return the quiet looks of the last year that were answered, newest first.

    Args:
        today: The day of asking.
    """
    found = models.QuietLook.objects.filter(answered__isnull=False, offered__gt=today - YEAR)
    return tuple(found.select_related("client").order_by("-offered")[:MOST])


def since(client: models.Client, day: date, today: date) -> Deepening:
    """Return what followed an episode, by the rows that are kept; what was noticed then has no part in it.

    Args:
        client: Whose.
        day: The day of the episode.
        today: The day of asking.
    """
    found = portrait(client, today)
    streams = observe(found.known, found.practice.holidays, found.practice.instruments, today)
    prior = Prior(DEFAULT, {one.name: one.pattern for one in streams.series})
    return deepening(streams, prior, day, _met(client), today)


def _met(client: models.Client) -> list[Met]:
    """Return the moments of being met that the therapist put down, or the client shared."""
    found = [Met(one.day, Source(DESK, str(one.pk))) for one in client.moments.filter(felt="met")]
    said = models.Said.objects.filter(client=client, kind=Kind.MOMENT.value)
    return found + [Met(one.day, Source(CHECK_IN, str(one.pk))) for one in said if one.words.get("felt") == "met"]
