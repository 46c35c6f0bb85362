"""Clients: each under a codename, each with a key of their own from the first moment."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal, InvalidOperation

from django.db import transaction

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice import jobs, keys, models
from reattune.practice.auditing import Action, record

LONGEST = 60
SHORTEST_SESSION, LONGEST_SESSION = 5, 600
MOST_WEEKS = 12
HIGHEST_FEE = Decimal(100_000)
FURTHEST = timedelta(days=80 * 366)
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


def understood(given: Mapping[str, str], today: date) -> Start:
    """Return what a form says of a new relationship.

    Args:
        given: The texts of the form, by field; what is missing was not said.
        today: The present day, for what is too far away.

    Raises:
        ReattuneError: Something cannot be understood; the text says what.
    """
    weekday = _whole(given, "weekday", 0, SUNDAY, _("The day of the week"))
    return Start(
        codename=given.get("codename", ""),
        started=_day(given.get("started", ""), today),
        weekday=weekday,
        starts_at=_time(given.get("starts_at", "")),
        minutes=_whole(given, "minutes", SHORTEST_SESSION, LONGEST_SESSION, _("The length in minutes")),
        every_weeks=_whole(given, "every_weeks", 1, MOST_WEEKS, _("The number of weeks")) or 1,
        fee=_fee(given.get("fee", "")),
    )


def _day(text: str, today: date) -> date | None:
    if not text.strip():
        return None
    try:
        found = date.fromisoformat(text.strip())
    except ValueError:
        raise ReattuneError(_("The beginning is not a day; write it as 2026-07-14.")) from None
    if abs(found - today) > FURTHEST:
        raise ReattuneError(_("The beginning is too far away; check the year."))
    return found


def _time(text: str) -> time | None:
    if not text.strip():
        return None
    try:
        return time.fromisoformat(text.strip()).replace(second=0, microsecond=0, tzinfo=None)
    except ValueError:
        raise ReattuneError(_("The time is not one; write it as 15:00.")) from None


def _whole(given: Mapping[str, str], name: str, lowest: int, highest: int, what: str) -> int | None:
    text = given.get(name, "").strip()
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(highest)) and lowest <= int(text) <= highest):
        message = _("{what} is a whole number from {lowest} to {highest}.")
        raise ReattuneError(message.format(what=what, lowest=lowest, highest=highest))
    return int(text)


def _fee(text: str) -> Decimal | None:
    if not text.strip():
        return None
    try:
        found = Decimal(text.strip().replace(",", "."))
    except InvalidOperation:
        found = Decimal(-1)
    if not (found.is_finite() and 0 <= found <= HIGHEST_FEE):
        raise ReattuneError(_("The fee is an amount, such as 60 or 60.50."))
    return found.quantize(Decimal("0.01"))
