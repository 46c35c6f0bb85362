"""What came up, in words: the one account that the table, the explanation and the report draw from."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from reattune.account.spoken import Spoken, spoken
from reattune.caseload import Caseload
from reattune.charts import day, shape_of
from reattune.charts.marks import Shape
from reattune.charts.scores import timing_words, voice_words
from reattune.language import _
from reattune.model import (
    Mark,
    Noticing,
    Part,
    Relationship,
    RiskAnswer,
    Seen,
    Source,
    Streams,
    Verdict,
    Voice,
)
from reattune.noticing import recordings, telling
from reattune.noticing.phrases import parse

ISO_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
LATELY = timedelta(weeks=8)
THERE = frozenset({Shape.ATTENDED, Shape.LATE, Shape.LEFT_EARLY})
SETTLED = frozenset({Verdict.ORDINARY, Verdict.TALKED})


@dataclass(frozen=True, slots=True)
class ToldRow:
    """One observation a noticing rests on."""

    at: date
    known_at: date
    said: str
    usual: str
    source: Source


@dataclass(frozen=True, slots=True)
class ToldPart:
    """One stream's part in a noticing."""

    stream: str
    share: float
    share_words: str
    rows: tuple[ToldRow, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """One noticing in words; `number` is its place in time among the relationship's noticings."""

    number: int
    noticing: Noticing
    said: str
    readings: tuple[str, ...]
    yours: tuple[str, ...]
    basis: str
    once: str
    note: str
    verdict: Verdict | None
    parts: tuple[ToldPart, ...]

    @property
    def at(self) -> date:
        """The day it came up."""
        return self.noticing.at

    @property
    def settled(self) -> bool:
        """Whether the therapist has said what they made of it."""
        return self.verdict in SETTLED


@dataclass(frozen=True, slots=True)
class Account:
    """All that is to be told about one relationship, noticings in time order."""

    codename: str
    relationship: Relationship
    streams: Streams
    last_session: date | None
    silent: str
    told: tuple[Told, ...]
    spoken: tuple[Spoken, ...]
    answered: tuple[RiskAnswer, ...]
    open: bool = False
    """Whether a noticing is still open."""

    @property
    def latest(self) -> Told | None:
        """The latest noticing that is not settled, if any."""
        return next((one for one in reversed(self.told) if not one.settled), None)


def accounts(caseload: Caseload) -> tuple[Account, ...]:
    """Tell about every relationship that was asked about, those with the most recent change first.

    Args:
        caseload: What came up.

    Returns:
        The accounts; the quiet ones last, by codename.
    """
    asked = caseload.practice.asked
    found = [_account(one, caseload) for one in caseload.practice.relationships if not asked or one.codename in asked]
    return tuple(sorted(found, key=_order))


def _order(account: Account) -> tuple[int, str]:
    latest = account.latest
    return (0 if latest is None else -latest.at.toordinal()), account.codename


def lately(account: Account, as_of: date) -> bool:
    """Return whether something came up in the last eight weeks, or is still open."""
    return account.latest is not None and (account.latest.at > as_of - LATELY or account.open)


def _silent(reason: str) -> str:
    """Return why a relationship was not looked at, as a sentence; "" where it was."""
    if not reason or reason.endswith("."):
        return reason
    return _("Not looked at: {reason}.").format(reason=reason)


def _account(relationship: Relationship, caseload: Caseload) -> Account:
    name, as_of = relationship.codename, caseload.as_of
    noticed, streams = caseload.noticed[name], caseload.streams[name]
    silent = _silent(noticed.silent or streams.silent)
    return Account(
        codename=name,
        relationship=relationship,
        streams=streams,
        last_session=_last_session(relationship, as_of),
        silent=silent,
        told=() if silent else tell_all(noticed.noticings, relationship.marks, caseload.practice.holidays, as_of),
        spoken=() if silent else spoken(relationship.check_ins, as_of),
        answered=tuple(
            sorted(
                (one for one in relationship.risk_answers if one.session_date <= as_of),
                key=lambda one: (-one.session_date.toordinal(), one.instrument, one.item, one.source),
            )
        ),
        open=bool(noticed.open),
    )


def tell_all(
    noticings: Sequence[Noticing], marks: Sequence[Mark], holidays: Mapping[date, str], as_of: date
) -> tuple[Told, ...]:
    """Tell a relationship's noticings in time order; the question for supervision is asked once, where it first arises.

    Args:
        noticings: What came up, in time order.
        marks: What the therapist made of it.
        holidays: The practice's holidays by day.
        as_of: The day of asking; marks made later are left out.

    Returns:
        The noticings in words, numbered from 1.
    """
    found: list[Told] = []
    for number, one in enumerate(noticings, 1):
        asked = any(earlier.note for earlier in found)
        note = "" if asked else telling.ordinary_note(one)
        found.append(tell(number, one, holidays, verdict_of(one, marks, as_of), note))
    return tuple(found)


def _last_session(relationship: Relationship, as_of: date) -> date | None:
    return max(
        (one.start.date() for one in relationship.sessions if one.start.date() <= as_of and shape_of(one) in THERE),
        default=None,
    )


def verdict_of(noticing: Noticing, marks: Iterable[Mark], as_of: date) -> Verdict | None:
    """Return what the therapist last made of a noticing, as far as it was said by a day.

    Args:
        noticing: What came up.
        marks: All that was said of the relationship's noticings.
        as_of: Marks made later are left out.

    Returns:
        The latest verdict; None where nothing was said of it.
    """
    own = [one for one in marks if one.noticing == noticing.at and one.on <= as_of]
    return max(own, key=lambda one: (one.on, one.source)).verdict if own else None


def tell(
    number: int, noticing: Noticing, holidays: Mapping[date, str], verdict: Verdict | None = None, note: str = ""
) -> Told:
    """Tell one noticing in words.

    Args:
        number: Its place in time among the relationship's noticings, from 1.
        noticing: What came up.
        holidays: The practice's holidays by day, for the benign readings.
        verdict: What the therapist made of it.
        note: The question for supervision, where it is to be asked here.

    Returns:
        The noticing in words, with the rows it rests on.
    """
    return Told(
        number=number,
        noticing=noticing,
        said=dated(telling.said(noticing)),
        readings=tuple(map(dated, telling.readings(noticing, holidays))),
        yours=tuple(map(dated, telling.yours(noticing))),
        basis=telling.basis_note(noticing),
        once=_("If nothing had changed, this would come up {once}.").format(
            once=telling.once(noticing.once_in_sessions)
        ),
        note=note,
        verdict=verdict,
        parts=tuple(_part(one) for one in noticing.parts),
    )


def _part(part: Part) -> ToldPart:
    rows = sorted(part.seen, key=lambda one: (one.observation.at, one.observation.known_at, one.observation.source))
    return ToldPart(
        stream_words(part.stream), part.share, share_words(part.share), tuple(_row(one, part) for one in rows)
    )


def _row(seen: Seen, part: Part) -> ToldRow:
    one = seen.observation
    return ToldRow(one.at, one.known_at, telling.observed(part.stream, one), telling.usual(seen), one.source)


def dated(sentence: str) -> str:
    """Return a sentence with its days written as they are everywhere else on the page."""
    return ISO_DAY.sub(_day_or_same, sentence)


def _day_or_same(found: re.Match[str]) -> str:
    try:
        return day(date.fromisoformat(found[0]))
    except ValueError:
        return found[0]


def stream_words(name: str) -> str:
    """Return a stream's name as people would say it."""
    parts = parse(name)
    known = {
        "attendance": _("attendance"),
        "rescheduling": _("sessions moved"),
        "payment": _("payment"),
        "rating": _("ratings"),
        "gap": _("difference between the two ratings"),
        "unanswered": _("forms left unanswered"),
        "speech away": _("what was said, moving away"),
        "speech against": _("what was said, moving against"),
        "speech attuned": _("what was said, being met"),
        "speech engagement": _("how much was said at a time"),
        **recordings.named(),
    }
    by = None if parts.by is None else voice_words(parts.by)
    timing = None if parts.timing is None else timing_words(parts.timing)
    return ", ".join(word for word in (known.get(parts.kind, parts.kind), parts.instrument, by, timing) if word)


def share_words(share: float) -> str:
    """Return a stream's share of the evidence in words."""
    if share > 0.999:  # noqa: PLR2004
        return _("all of it")
    if share >= 0.6:  # noqa: PLR2004
        return _("most of it")
    return _("about half of it") if share >= 0.4 else _("some of it")  # noqa: PLR2004


def recently_spoken(told: Iterable[Account], as_of: date) -> tuple[tuple[Account, Spoken], ...]:
    """Return what was said in the last eight weeks, the clients' words first, then by day, newest first."""
    found = [(one, said) for one in told for said in one.spoken if said.day > as_of - LATELY]
    found.sort(key=lambda pair: (pair[1].by is not Voice.CLIENT, -pair[1].day.toordinal(), pair[0].codename))
    return tuple(found)


def where(source: Source) -> str:
    """Return a row as a person looks it up."""
    return f"{source.file}:{source.row}" if source.row else source.file
