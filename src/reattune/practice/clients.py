"""Clients: each under a codename, each with a key of their own from the first moment."""

import uuid
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal

from django.db import transaction

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice import jobs, keys, models, typed
from reattune.practice.auditing import Action, record
from reattune.practice.typed import Typed

LONGEST = 60
SHORTEST_SESSION, LONGEST_SESSION = 5, 600
MOST_WEEKS = 12
SUNDAY = 6


def add(codename: str, **words: object) -> models.Client:
    """Add a client and make their key, both or neither.

    Args:
        codename: Chosen by the therapist, unlike every other one; never a real name.
        words: Other fields of the row, such as `started`.

    Returns:
        The row.

    Raises:
        ReattuneError: The codename is empty, too long, or taken.
    """
    name = checked(codename)
    with transaction.atomic():
        client = models.Client.objects.create(id=uuid.uuid4(), codename=name, **words)
        models.ClientKey.objects.create(client=client, wrapped=keys.vault().new_client_key(str(client.id)))
        _with_leave(client)
    return client


def _with_leave(client: models.Client) -> None:
    """Give a new client the therapist's time away that files told of before: it is everybody's."""
    from reattune.practice.importing.storing import put_packed  # noqa: PLC0415  (what is kept there begins here)

    for one in models.Import.objects.filter(state=models.Import.State.KEPT, client=None):
        put_packed(one, client.pk, str(client.pk), one.words.get("leave") or ())


def checked(codename: str, besides: models.Client | None = None) -> str:
    """Return a codename as it is kept.

    Args:
        codename: As it was typed.
        besides: The client who may have it already.

    Raises:
        ReattuneError: It is empty, too long, or taken.
    """
    name = " ".join(codename.split())
    if not name:
        raise ReattuneError(_("A codename is needed: one word is enough, such as heron; no real name."))
    if len(name) > LONGEST:
        raise ReattuneError(_("A codename has at most {n} characters; a short word is best.").format(n=LONGEST))
    others = models.Client.objects.exclude(pk=besides.pk) if besides else models.Client.objects.all()
    if any(one.casefold() == name.casefold() for one in others.values_list("codename", flat=True)):
        raise ReattuneError(_("There is a {name} already; choose another codename.").format(name=name))
    return name


def changed(client: models.Client) -> None:
    """Say that something about a client changed: they are looked at again, in the background."""
    models.Client.objects.filter(pk=client.pk).update(stale=True)
    jobs.start("look")


@dataclass(frozen=True, slots=True)
class Start:
    """A relationship as it is begun by hand: its codename, when it began, and the usual slot, where there is one."""

    codename: str
    started: date | None = None
    weekday: int | None = None
    starts_at: time | None = None
    minutes: int | None = None
    every_weeks: int = 1
    fee: Decimal | None = None


def begin(start: Start, today: date) -> models.Client:
    """Add a client by hand, with the usual slot as the first version of the frame; all of it or nothing.

    Args:
        start: What was said.
        today: The day from which the frame holds, where no beginning was said.

    Returns:
        The row.

    Raises:
        ReattuneError: The codename cannot be used.
    """
    with transaction.atomic():
        client = add(start.codename, started=start.started)
        if start.weekday is not None or start.fee is not None:
            models.Agreement.objects.create(
                client=client,
                start=start.started or today,
                weekday=start.weekday,
                starts_at=start.starts_at,
                minutes=start.minutes,
                every_weeks=start.every_weeks,
                fee=start.fee,
            )
        record(Action.WROTE, client.pk, "relationship", "therapy")
        changed(client)
    return client


def understood(given: Typed) -> Start:
    """Return what a form says of a new relationship.

    Args:
        given: The texts of the form, by field; what is missing was not said.

    Raises:
        ReattuneError: Something cannot be understood; the text says what.
    """
    return Start(
        codename=given.get("codename", ""),
        started=typed.day(given, "started", _("Since")),
        weekday=typed.whole(given, "weekday", SUNDAY, _("Day"), least=0),
        starts_at=typed.clock(given, "starts_at", _("Time")),
        minutes=typed.whole(given, "minutes", LONGEST_SESSION, _("Minutes"), least=SHORTEST_SESSION),
        every_weeks=typed.whole(given, "every_weeks", MOST_WEEKS, _("Every how many weeks")) or 1,
        fee=typed.amount(given, "fee", _("Fee")),
    )


def kept_until(ended: date | None, years: int) -> date | None:
    """Return the day until which records are kept by the practice's own setting; None where nothing was said.

    Args:
        ended: The day the work ended.
        years: For how many years records are kept after it; 0 for not said.
    """
    if ended is None or not years or ended.year + years > date.max.year:
        return None
    leap = (ended.month, ended.day) == (2, 29)
    return date(ended.year + years, 3, 1) if leap else ended.replace(year=ended.year + years)
