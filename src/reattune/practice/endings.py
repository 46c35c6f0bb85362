"""An ending: kept where the frame keeps it; what remained open is listed, and nothing is closed by it."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from reattune.account.told import dated
from reattune.charts import day as day_words
from reattune.errors import ReattuneError
from reattune.language import _
from reattune.learning.endings import Ender, How, Kind, Open, remained, words
from reattune.model import Noticing, Share
from reattune.noticing import telling
from reattune.practice import feedback, frames, models, typed
from reattune.practice.check_in import reaching, wording
from reattune.practice.keeping import kept
from reattune.practice.mapping.codec import load
from reattune.practice.picture import opening_words
from reattune.practice.typed import Typed
from reattune.practice.voices import talks

SHORT = 140


def keep(client: models.Client, given: Typed) -> None:
    """Keep the last day of the work, and how and by whom it ended, as far as it was said.

    Args:
        client: Whose.
        given: What was typed: ended, ended_how, ended_by.

    Raises:
        ReattuneError: There is no day, or something typed cannot be meant.
    """
    typed.needed_day(given, "ended", _("The last day"))
    _keep(client, given)


def reopen(client: models.Client) -> None:
    """Take the end back: the work goes on.

    Args:
        client: Whose.

    Raises:
        ReattuneError: No last day is set.
    """
    if client.ended is None:
        raise ReattuneError(_("No last day is set; there is nothing to take back."))
    _keep(client, {})


def _keep(client: models.Client, given: Typed) -> None:
    begun = client.started.isoformat() if client.started else ""
    frames.keep_ending(client, {**given, "started": begun})


def standing(client: models.Client, today: date) -> str:
    """Return how the work with a client stands, in one sentence.

    Args:
        client: Whose.
        today: The day of asking.
    """
    return dated(words(client.ended, How(client.ended_how), Ender(client.ended_by), today))


def said_to_client(client: models.Client, today: date) -> str:
    """Return what a client is told of a last day that is set, "" where none is.

    Args:
        client: Whose.
        today: The day of asking.
    """
    opens = client.opens
    if client.ended is None or opens is None:
        return ""
    if opens <= today:
        return _(
            "Your work together is set down as ended on {day}. What you kept for after the end can be read by your "
            "therapist now; you can still take it back."
        ).format(day=day_words(client.ended))
    return _(
        "The last day of your work together is set down as {day}. What you kept for after the end can be read by your "
        "therapist from {from_day} on, and not before. Until then, and later too, you can change who reads it."
    ).format(day=day_words(client.ended), from_day=day_words(opens))


def open_still(client: models.Client) -> tuple[tuple[Kind, tuple[Open, ...]], ...]:
    """Return what remained open with a client, by kind, what they asked for first.

    Args:
        client: Whose.
    """
    every = (*_asked(client), *_talks(client), *_records(client), *_noticings(client))
    return remained(every, client.ended)


def told_after(client: models.Client, today: date) -> tuple[tuple[date, reaching.Told], ...]:
    """Return what a client had kept for after the end, once it has come; nothing at all before.

    Args:
        client: Whose.
        today: The day of asking.
    """
    if not client.has_opened(today):
        return ()
    rows = models.Said.objects.filter(client=client, share=Share.AFTER_ENDING.value)
    forms = wording.every()
    return tuple((row.day, reaching.told(row, forms)) for row in rows)


def _asked(client: models.Client) -> Iterator[Open]:
    rows = models.Said.objects.filter(client=client, share=Share.RAISE_FOR_ME.value, taken_up=None)
    forms = wording.every()
    for row in rows:
        said = reaching.told(row, forms)
        yield Open(Kind.ASKED, row.day, talks.short(said.text, SHORT) or said.title, _at("check-ins", client))


def _talks(client: models.Client) -> Iterator[Open]:
    for talk, title in talks.named([one for one in talks.for_therapist(client) if one.closed is None]):
        yield Open(Kind.TALK, talk.day, title, _at("talk", client, talk=talk.pk))


def _records(client: models.Client) -> Iterator[Open]:
    for row in client.episodes.filter(closed=None):
        yield Open(Kind.RECORD, row.day, opening_words(row.words, SHORT), _at("episode", client, episode=row.pk))


def _noticings(client: models.Client) -> Iterator[Open]:
    if client.suppress:
        return
    settled = {one.value for one in feedback.Said if one.settles}
    done = set(client.verdicts.filter(undone=None, verdict__in=settled).values_list("noticing", flat=True))
    zone = kept().zone
    for row in client.noticed.filter(open=True):
        noticing = load(Noticing, row.words["noticing"], zone)
        if not done & {row.at, noticing.adds_to}:
            yield Open(Kind.NOTICING, row.at, dated(telling.said(noticing)), _at("noticing", client, noticed=row.pk))


def _at(name: str, client: models.Client, **more: object) -> str:
    return reverse(name, kwargs={"client": client.pk, **more})
