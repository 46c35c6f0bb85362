"""Status words to kinds: the practice's own mapping first, then the preset of the system, never a guess."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reattune.language import _, plural
from reattune.model import Initiator, NotAnalysed, Payment, PaymentKind, Session, SessionKind

_THERAPIST, _CLIENT = Initiator.THERAPIST, Initiator.CLIENT


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a session's status word stands for; `confirmed` is False for a default that nobody may have edited."""

    kind: SessionKind
    initiator: Initiator = Initiator.UNKNOWN
    confirmed: bool = True


def _plain(word: str) -> str:
    return re.sub(r"[\s_\-]+", " ", word.strip().casefold())


_DIED = frozenset(
    {
        *("died", "has died", "dead", "death", "deceased", "pat dec"),
        *("client died", "client has died", "client deceased", "death of client"),
        *("patient died", "patient has died", "patient deceased", "death of patient"),
    }
)

PLAIN: Mapping[str, Meaning] = {
    **{_plain(kind): Meaning(kind) for kind in SessionKind},
    "canceled": Meaning(SessionKind.CANCELLED),
    "canceled short notice": Meaning(SessionKind.CANCELLED_SHORT_NOTICE),
    "therapist unavailable": Meaning(SessionKind.THERAPIST_UNAVAILABLE, _THERAPIST),
}
"""The kinds' own names, in either spelling."""

SIMPLEPRACTICE: Mapping[str, Meaning] = {
    "show": Meaning(SessionKind.ATTENDED, confirmed=False),
    "canceled": Meaning(SessionKind.CANCELLED),
    "late canceled": Meaning(SessionKind.CANCELLED_SHORT_NOTICE),
    "no show": Meaning(SessionKind.DID_NOT_ATTEND),
    "clinician canceled": Meaning(SessionKind.CANCELLED, _THERAPIST),
    "client canceled": Meaning(SessionKind.CANCELLED, _CLIENT),
}

_OPENEMR_CODES: Mapping[str, tuple[SessionKind, tuple[str, ...]]] = {
    "-": (SessionKind.SCHEDULED, ("none",)),
    "*": (SessionKind.SCHEDULED, ("reminder done",)),
    "+": (SessionKind.SCHEDULED, ("chart pulled",)),
    "^": (SessionKind.SCHEDULED, ("pending",)),
    "@": (SessionKind.ATTENDED, ("arrived",)),
    "<": (SessionKind.ATTENDED, ("in room", "in exam room")),
    ">": (SessionKind.ATTENDED, ("checked out",)),
    "$": (SessionKind.ATTENDED, ("coded", "coding done")),
    "~": (SessionKind.ATTENDED_LATE, ("arrived late",)),
    "!": (SessionKind.LEFT_EARLY, ("left without visit", "left w/o visit")),
    "x": (SessionKind.CANCELLED, ("canceled",)),
    "%": (SessionKind.CANCELLED_SHORT_NOTICE, ("canceled <24h", "canceled < 24h")),
    "?": (SessionKind.DID_NOT_ATTEND, ("no show",)),
    "=": (SessionKind.RESCHEDULED, ("rescheduled",)),
    "&": (SessionKind.RESCHEDULED_SHORT_NOTICE, ("rescheduled <24h", "rescheduled < 24h")),
    "#": (SessionKind.UNMAPPED, ("insurance/financial issue", "ins/fin issue")),
}
OPENEMR: Mapping[str, Meaning] = {
    # The hyphen is the code for "none", so the codes are looked up as they are.
    **{code: Meaning(kind) for code, (kind, _words) in _OPENEMR_CODES.items()},
    **{word: Meaning(kind) for kind, words in _OPENEMR_CODES.values() for word in words},
    **{f"{code} {word}": Meaning(kind) for code, (kind, words) in _OPENEMR_CODES.items() for word in words},
}

PLAIN_PAYMENTS: Mapping[str, PaymentKind] = {
    **{_plain(kind): kind for kind in PaymentKind},
    "canceled": PaymentKind.CANCELLED,
}
SIMPLEPRACTICE_PAYMENTS: Mapping[str, PaymentKind] = {
    "paid": PaymentKind.PAID,
    "unpaid": PaymentKind.UNPAID,
    "no charge": PaymentKind.NO_CHARGE,
    "uninvoiced": PaymentKind.NOT_INVOICED,
}
CLINIKO_INVOICES: Mapping[str, PaymentKind] = {
    "10": PaymentKind.DUE,
    "20": PaymentKind.PAID,
    "30": PaymentKind.UNMAPPED,
    "40": PaymentKind.DUE,
}
STRIPE: Mapping[str, PaymentKind] = {
    "paid": PaymentKind.PAID,
    "failed": PaymentKind.FAILED,
    "refunded": PaymentKind.REFUNDED,
}
STRIPE_CATEGORIES: Mapping[str, PaymentKind] = {
    "charge": PaymentKind.PAID,
    "payment": PaymentKind.PAID,
    "refund": PaymentKind.REFUNDED,
    "dispute": PaymentKind.CHARGED_BACK,
    "charge failure": PaymentKind.FAILED,
}
# The words in the first half are from memory; the page about payments says so and how to change them.
GOCARDLESS: Mapping[str, PaymentKind] = {
    "pending customer approval": PaymentKind.DUE,
    "pending submission": PaymentKind.DUE,
    "submitted": PaymentKind.DUE,
    "confirmed": PaymentKind.PAID,
    "paid out": PaymentKind.PAID,
    "failed": PaymentKind.FAILED,
    "cancelled": PaymentKind.CANCELLED,
    "charged back": PaymentKind.CHARGED_BACK,
    "customer approval denied": PaymentKind.FAILED,
}

_INITIATORS: Mapping[str, Initiator] = {
    **{_plain(initiator): initiator for initiator in Initiator},
    "": Initiator.UNKNOWN,
    "patient": _CLIENT,
    "clinician": _THERAPIST,
    "practitioner": _THERAPIST,
    "provider": _THERAPIST,
}


def session_meaning(word: str, own: Mapping[str, str], preset: Mapping[str, Meaning] = PLAIN) -> Meaning:
    """Return what a status word stands for: by the practice's `own` mapping, else by the system's `preset`.

    An empty word is a session of which only the agreement is known; an unknown word is `UNMAPPED`.
    """
    mapped = _own(word, own)
    if mapped is not None:
        return PLAIN.get(_plain(mapped), Meaning(SessionKind.UNMAPPED))
    if not word.strip():
        return Meaning(SessionKind.SCHEDULED)
    return preset.get(word.strip().casefold()) or preset.get(_plain(word)) or Meaning(SessionKind.UNMAPPED)


def says_death(text: str) -> bool:
    """Tell whether a status, reason or note says, as its whole text, that the client has died."""
    return _plain(text.strip().rstrip(".!")) in _DIED


def payment_kind(
    word: str, own: Mapping[str, str], preset: Mapping[str, PaymentKind] = PLAIN_PAYMENTS
) -> PaymentKind | None:
    """Return the payment's kind by `own`, else by `preset`; None for an empty word, `UNMAPPED` for an unknown one."""
    mapped = _own(word, own)
    if mapped is not None:
        return PLAIN_PAYMENTS.get(_plain(mapped), PaymentKind.UNMAPPED)
    return preset.get(_plain(word), PaymentKind.UNMAPPED) if word.strip() else None


def initiator_named(word: str) -> Initiator | None:
    """Return who is named, `UNKNOWN` for an empty word, or None for a word that names nobody we know."""
    return _INITIATORS.get(_plain(word))


def unmapped(
    file: str, records: Iterable[Session | Payment], own: Mapping[str, str] | None = None
) -> tuple[NotAnalysed, ...]:
    """Say once per word which status words of a file could not be placed, and what to do about each."""
    words: dict[str, list[str]] = {}
    for record in records:
        if isinstance(record, Session) and says_death(record.original_word):
            # It has been understood: it silences the relationship.
            continue
        if record.kind in {SessionKind.UNMAPPED, PaymentKind.UNMAPPED}:
            words.setdefault(record.original_word, []).append(record.source.row)
    return tuple(NotAnalysed(file, _unmapped_word(word, words[word], own or {})) for word in sorted(words))


def _own(word: str, own: Mapping[str, str]) -> str | None:
    if word.strip() in own:
        return own[word.strip()]
    return next((kind for given, kind in own.items() if _plain(given) == _plain(word)), None)


def _unmapped_word(word: str, rows: list[str], own: Mapping[str, str]) -> str:
    counted = plural("{n} row", "{n} rows", len(rows))
    mapped = _own(word, own)
    if mapped is not None and _plain(mapped) != SessionKind.UNMAPPED:
        message = _("practice.toml takes the status “{word}” ({rows}) for “{kind}”, which is no kind; choose another")
        return message.format(word=word, rows=counted, kind=mapped)
    message = _(
        "nobody has said what the status “{word}” means ({rows}, first: {first}); add it under status in practice.toml"
    )
    return message.format(word=word, rows=counted, first=rows[0])
