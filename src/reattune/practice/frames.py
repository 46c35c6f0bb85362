"""The frame of a relationship, changed by hand: versions of the contract, breaks, how it ended, and silence."""

import uuid
from typing import Any

from django.db import transaction

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.model import BreakBy
from reattune.practice import clients, clock, jobs, models, typed
from reattune.practice.auditing import Action, record
from reattune.practice.keeping import kept
from reattune.practice.typed import Typed

LONGEST_SESSION, WIDEST = 24 * 60, 52
WEEK = 7
ENDINGS = ("planned", "without_last_session")
COLUMNS = {
    "Agreement": ("id", "client_id", "start", "weekday", "starts_at", "minutes", "every_weeks", "fee", "notice_hours"),
    "Pause": ("id", "client_id", "start", "end", "by", "agreed"),
}
ENDERS = ("client", "therapist", "both", "third_party", "unknown")


def keep_version(client: models.Client, given: Typed, row: models.Agreement | None = None) -> models.Agreement:
    """Keep one version of the contract; the earlier ones stay.

    Args:
        client: Whose.
        given: What was typed: start, weekday (0 is Monday), starts_at, minutes, every_weeks, fee, notice_hours.
        row: The version to correct; a new one by default.

    Returns:
        The version.

    Raises:
        ReattuneError: Something typed cannot be meant, or another version begins on that day.
    """
    start = typed.needed_day(given, "start", _("From"))
    others = client.agreements.filter(start=start)
    if (others.exclude(pk=row.pk) if row else others).exists():
        raise ReattuneError(_("Another version begins on that day already; correct that one, or choose another day."))
    kept = row or models.Agreement(client=client)
    kept.start = start
    kept.weekday = typed.whole(given, "weekday", WEEK - 1, _("Weekday"), least=0)
    kept.starts_at = typed.clock(given, "starts_at", _("Time"))
    kept.minutes = typed.whole(given, "minutes", LONGEST_SESSION, _("Minutes"))
    kept.every_weeks = typed.whole(given, "every_weeks", WIDEST, _("Every so many weeks")) or 1
    kept.fee = typed.amount(given, "fee", _("Fee"))
    kept.notice_hours = typed.hours(given, "notice_hours", _("Notice in hours"))
    with transaction.atomic():
        kept.save()
        told(client, "frame version", Action.CHANGED if row else Action.WROTE)
    return kept


def keep_pause(client: models.Client, given: Typed) -> models.Pause:
    """Keep a break: the client's, or the therapist's own, which holds for everybody at once.

    Args:
        client: On whose page it was written.
        given: What was typed: first, last, by, agreed.

    Returns:
        The break.

    Raises:
        ReattuneError: Something typed cannot be meant.
    """
    first = typed.needed_day(given, "first", _("First day"))
    last = typed.needed_day(given, "last", _("Last day"))
    by = typed.choice(given, "by", tuple(one.value for one in BreakBy), _("Whose break"))
    if not by:
        raise ReattuneError(_("Whose break is it? Choose one. Nothing was changed."))
    if last < first:
        raise ReattuneError(_("The last day lies before the first one; put one of the two right. Nothing was changed."))
    everybody = by == BreakBy.THERAPIST.value
    row = models.Pause(
        client=None if everybody else client,
        start=first,
        end=last,
        by=by,
        agreed=typed.day(given, "agreed", _("Agreed on")),
    )
    with transaction.atomic():
        row.save()
        _pause_changed(row, Action.WROTE)
    return row


def _pause_changed(row: models.Pause, action: Action) -> None:
    if row.client is not None:
        told(row.client, "break", action)
        return
    record(action, None, "break of the therapist", "therapy")
    models.Client.objects.update(stale=True)
    jobs.start("look")


def told(client: models.Client, what: str, action: Action) -> None:
    """Put a change into the audit and have the client looked at again."""
    record(action, client.pk, what, "therapy")
    clients.changed(client)


def remove(row: models.Agreement | models.Pause) -> dict[str, Any]:
    """Take a version or a break away, and return what is needed to put it back.

    Args:
        row: A version of the contract, or a break.

    Returns:
        JSON values for `put_back`.
    """
    gone: dict[str, Any] = {"kind": type(row).__name__, "values": _values(row)}
    with transaction.atomic():
        if isinstance(row, models.Pause):
            row.delete()
            row.pk = uuid.UUID(gone["values"]["id"])
            _pause_changed(row, Action.CHANGED)
        else:
            client = row.client
            row.delete()
            told(client, "frame version", Action.CHANGED)
    return gone


def _values(row: models.Agreement | models.Pause) -> dict[str, Any]:
    """Return a row's columns as JSON values; the moment it was written is given anew."""
    return {name: _json(getattr(row, name)) for name in COLUMNS[type(row).__name__]}


def _json(value: Any) -> Any:
    return value if value is None or isinstance(value, int | float | str) else str(value)


def put_back(gone: dict[str, Any]) -> None:
    """Put back what `remove` took away; what is there already stays as it is.

    Args:
        gone: What `remove` returned.
    """
    kind = models.Pause if gone["kind"] == models.Pause.__name__ else models.Agreement
    if kind.objects.filter(pk=gone["values"]["id"]).exists():
        return
    with transaction.atomic():
        kind(**gone["values"]).save(force_insert=True)
        row = kind.objects.get(pk=gone["values"]["id"])
        if isinstance(row, models.Pause):
            _pause_changed(row, Action.UNDID)
        else:
            told(row.client, "frame version", Action.UNDID)


def keep_ending(client: models.Client, given: Typed) -> None:
    """Keep when the work began, and when, how and by whom it ended.

    Args:
        client: Whose.
        given: What was typed: started, ended, ended_how, ended_by.

    Raises:
        ReattuneError: Something typed cannot be meant.
    """
    started = typed.day(given, "started", _("Began on"))
    ended = typed.day(given, "ended", _("Ended on"))
    if started and ended and ended < started:
        raise ReattuneError(_("It ends before it begins; put one of the two days right. Nothing was changed."))
    how = typed.choice(given, "ended_how", ENDINGS, _("How it ended"))
    by = typed.choice(given, "ended_by", ENDERS, _("By whom"))
    if ended != client.ended:
        client.ended_written = clock.today(kept().zone) if ended else None
    client.started, client.ended = started, ended
    client.ended_how, client.ended_by = (how, by) if ended else ("", "")
    with transaction.atomic():
        client.save(update_fields=["started", "ended", "ended_how", "ended_by", "ended_written"])
        told(client, "beginning and end", Action.CHANGED)


def keep_silence(client: models.Client, given: Typed) -> None:
    """Keep that a relationship is not to be looked at, or that it may be again.

    Args:
        client: Whose.
        given: What was typed: suppress (any text for yes), suppress_why.

    Raises:
        ReattuneError: The reason is too long.
    """
    why = typed.words(given, "suppress_why", 200, _("Why"))
    client.suppress = bool(given.get("suppress"))
    client.suppress_why = why if client.suppress else ""
    with transaction.atomic():
        client.save(update_fields=["suppress", "suppress_why"])
        told(client, "not to be looked at" if client.suppress else "to be looked at", Action.CHANGED)
