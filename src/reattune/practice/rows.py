"""The rows of a day, each in words and with the place it came from."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import assert_never

from reattune.account.framing import own_words
from reattune.account.scored import form_name, scorer
from reattune.account.spoken import spoken
from reattune.charts import day, spoken_shape
from reattune.charts.drawing import band_words
from reattune.charts.scores import timing_words, voice_words
from reattune.language import _, decimal, plural
from reattune.model import Initiator, Payment, PaymentKind, Rating, Session, Source
from reattune.noticing.recordings import way_words
from reattune.practice.agenda import REGISTER
from reattune.practice.mapping.relationships import DESK, FRAME
from reattune.practice.mapping.said import FILE as CHECK_IN
from reattune.practice.portrait import Portrait

HOUR = 3600


@dataclass(frozen=True, slots=True)
class Row:
    """One row: what kind of row it is, what it says, anything else it says, and where it came from."""

    kind: str
    said: str
    more: tuple[str, ...]
    source: Source
    where: str = ""
    """Where it came from, if that is no row of a file."""

    @property
    def place(self) -> str:
        """Where it came from, as a person looks it up."""
        return self.where or place(self.source)


def place(source: Source) -> str:
    """Return where a row came from: a place at the desk, or a file and its row."""
    if source.file == FRAME:
        return _("the frame, as it is written here")
    if source.file == REGISTER:
        return _("the week’s register")
    if source.file == DESK:
        return _("written at the desk")
    if source.file == CHECK_IN:
        return _("a check-in")
    if not source.row:
        return source.file
    return _("{file}, row {row}").format(file=source.file, row=source.row)


def spoken_place(source: Source) -> str:
    """Return which transcript a figure came from."""
    return _("the transcript {file}").format(file=source.file)


def recording_place(source: Source) -> str:
    """Return which recording a figure came from."""
    return _("the recording {file}").format(file=source.file)


def rows_of(found: Portrait, at: date) -> tuple[Row, ...]:
    """Return every row that is about a day.

    Args:
        found: All that is known of a client.
        at: The day: as it was planned, as it happened, or on which something was due, paid, answered or said.
    """
    changes = (one for one in found.own if one.at == at and one.kind != "break")
    return (
        *_sessions(found, at),
        *_ratings(found, at),
        *_payments(found, at),
        *_voices(found, at),
        *_breaks(found, at),
        *_spoken(found, at),
        *_recorded(found, at),
        *(Row(_("your change"), own_words(one), (), one.source) for one in changes),
    )


def _spoken(found: Portrait, at: date) -> Iterator[Row]:
    for one in found.known.speech:
        if one.day == at:
            said = plural("{n} turn of the client", "{n} turns of the client", one.client_turns)
            yield Row(_("what was said"), said, (one.why,) if one.why else (), one.source, spoken_place(one.source))


def _recorded(found: Portrait, at: date) -> Iterator[Row]:
    for heard in found.known.listened:
        if heard.day == at:
            said = plural("{n} minute was listened to", "{n} minutes were listened to", round(heard.seconds / 60))
            how = _("How it is known who spoke: {way}.").format(way=way_words(heard.way))
            yield Row(_("what was heard"), said, (how,), heard.source, recording_place(heard.source))
    for seen in found.known.watched:
        if seen.day == at:
            said = plural(
                "{n} minute has movement data of both",
                "{n} minutes have movement data of both",
                round(seen.usable / 60),
            )
            yield Row(_("what was seen"), said, (), seen.source, recording_place(seen.source))


def _sessions(found: Portrait, at: date) -> Iterator[Row]:
    for one in sorted(found.known.sessions, key=lambda one: (one.slot, one.source)):
        if at in {one.slot.date(), one.start.date()}:
            said = _("{day}, {time}: {what}").format(
                day=day(one.slot.date()), time=f"{one.slot:%H:%M}", what=spoken_shape(one)
            )
            yield Row(_("session"), said, tuple(_session(one)), one.source)


def _session(one: Session) -> Iterator[str]:
    if one.moved:
        by = _by(one.moved_by or one.initiated_by)
        yield _("Moved to {day}, {time}; {by}.").format(day=day(one.start.date()), time=f"{one.start:%H:%M}", by=by)
    elif one.initiated_by is not Initiator.UNKNOWN:
        yield _("Changed {by}.").format(by=_by(one.initiated_by))
    if one.notice is not None and one.notice.total_seconds() > 0:
        hours = round(one.notice.total_seconds() / HOUR)
        yield plural("{n} hour before.", "{n} hours before.", hours)
    if one.stated_reason:
        yield _("Reason as it was given: “{reason}”.").format(reason=one.stated_reason)
    if one.fee_charged is not None:
        yield _("The fee was charged.") if one.fee_charged else _("The fee was not charged.")
    if one.original_word:
        yield _("The file’s own word: “{word}”.").format(word=one.original_word)


def _by(who: Initiator) -> str:
    match who:
        case Initiator.CLIENT:
            return _("by the client")
        case Initiator.THERAPIST:
            return _("by you")
        case Initiator.THIRD_PARTY:
            return _("by someone else")
        case Initiator.UNKNOWN:
            return _("by whom is not recorded")
        case other:
            assert_never(other)


def _ratings(found: Portrait, at: date) -> Iterator[Row]:
    score = scorer(found.practice)
    for one in found.known.ratings:
        if one.session_date == at:
            about = f"{form_name(found.practice, one.instrument)}, {timing_words(one.timing)}, {voice_words(one.by)}"
            yield Row(_("rating"), f"{about}: {_scored(one, score(one))}", (), one.source)


def _scored(one: Rating, value: float | None) -> str:
    if value is not None:
        return decimal(f"{value:g}")
    return _("answered in part; too little to add up") if one.answered else _("offered, not answered")


def _payments(found: Portrait, at: date) -> Iterator[Row]:
    for one in found.known.payments:
        if at in {one.session_date, one.due, one.paid}:
            yield Row(_("payment"), payment_words(one.kind), tuple(_payment(one)), one.source)


def _payment(one: Payment) -> Iterator[str]:
    if one.amount is not None:
        yield f"{decimal(str(one.amount))} {one.currency or ''}".strip()
    if one.due is not None:
        yield _("Due {day}.").format(day=day(one.due))
    if one.paid is not None:
        yield _("Paid {day}.").format(day=day(one.paid))


def payment_words(kind: PaymentKind) -> str:
    """Return what became of an amount due, in words that blame nobody."""
    known = {
        PaymentKind.DUE: _("due"),
        PaymentKind.PAID: _("paid"),
        PaymentKind.PART_PAID: _("paid in part"),
        PaymentKind.UNPAID: _("not paid yet"),
        PaymentKind.FAILED: _("the payment did not go through"),
        PaymentKind.REFUNDED: _("paid back"),
        PaymentKind.CHARGED_BACK: _("called back through the bank"),
        PaymentKind.CANCELLED: _("cancelled"),
        PaymentKind.WAIVED: _("waived"),
        PaymentKind.WRITTEN_OFF: _("written off"),
        PaymentKind.NO_CHARGE: _("no charge"),
        PaymentKind.NOT_INVOICED: _("not invoiced"),
        PaymentKind.UNMAPPED: _("a word that Reattune does not know"),
    }
    return known[kind]


def _voices(found: Portrait, at: date) -> Iterator[Row]:
    if found.silent:
        return
    for one in spoken(found.known.check_ins, found.day):
        if one.day == at:
            yield Row(_("said, {who}").format(who=voice_words(one.by)), one.words, (), one.source)


def _breaks(found: Portrait, at: date) -> Iterator[Row]:
    for one in found.known.frame.breaks:
        if one.start <= at <= one.end:
            said = _("{whose}, {start} to {end}").format(
                whose=band_words(one.by), start=day(one.start), end=day(one.end)
            )
            agreed = () if one.agreed is None else (_("Agreed on {day}.").format(day=day(one.agreed)),)
            yield Row(_("break"), said, agreed, one.source)
