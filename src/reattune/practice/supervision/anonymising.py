"""Words as they may leave: another name, sessions instead of days; and marks on what may still tell who it is.

No rule finds everything. What is certain is put right; what may be a name, a place or a number is marked for a person
to look at; and `cannot` says what no rule here finds.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reattune import language
from reattune.language import _
from reattune.practice.supervision.ordinals import Ordinals

SHORTEST_NAME = 3
"""A shorter word of a label, such as "de", stands in too many others."""


class Why(StrEnum):
    """What a marked word may be."""

    NAME = "name"
    DATE = "date"
    CONTACT = "contact"
    PLACE = "place"
    NUMBER = "number"


def why_words(why: Why) -> str:
    """Return what a marked word may be, in words."""
    return {
        Why.NAME: _("may be a name"),
        Why.DATE: _("may be a day or a time"),
        Why.CONTACT: _("may be an address"),
        Why.PLACE: _("may be a place"),
        Why.NUMBER: _("is a number"),
    }[why]


def cannot() -> str:
    """Return what no rule here finds, in a sentence for the review."""
    words = _(
        "Marks are made by simple rules: names known here, capital letters, days, numbers, and words such as “street”. "
        "They do not find a nickname, a rare job, an event in the news, a turn of phrase, or a story that somebody "
        "would recognise. Please read it as your client would."
    )
    if _nouns_have_capitals():
        note = _("In German every noun has a capital, so a name is found only where it is known or follows a title.")
        return f"{words} {note}"
    return words


def _nouns_have_capitals() -> bool:
    return language.current().startswith("de")


@dataclass(frozen=True, slots=True)
class Known:
    """What is known here that must not leave."""

    name: str
    """What the client is called on the sheet."""
    own: tuple[str, ...]
    """The client's codename, and labels in files that mean them."""
    others: tuple[str, ...]
    """Other people's codenames and labels."""
    ordinals: Ordinals


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text, and why it is marked; None where it is not."""

    text: str
    why: Why | None = None

    @property
    def reason(self) -> str:
        """Return what it may be, in words."""
        return "" if self.why is None else why_words(self.why)


def anonymised(text: str, known: Known) -> str:
    """Return a text with what is certain put right: the client's other name, and sessions instead of days.

    Args:
        text: As it was kept.
        known: What must not leave.
    """
    found = _names(known.own).sub(lambda _one: known.name, text) if known.own else text
    return _DAY.sub(lambda one: _session(one, known.ordinals), found)


def marked(text: str, known: Known) -> tuple[Piece, ...]:
    """Return a text in pieces, those marked that may still tell who it is about.

    Args:
        text: As it would leave.
        known: What must not leave.

    Returns:
        The pieces; joined, they are the text.
    """
    spans = sorted(_spans(text, known), key=lambda one: (one[0], -one[1]))
    pieces, at = [], 0
    for start, end, why in spans:
        if start < at or not text[start:end].strip():
            continue
        pieces += [Piece(text[at:start]), Piece(text[start:end], why)]
        at = end
    return tuple(one for one in (*pieces, Piece(text[at:])) if one.text)


def tells(name: str, known: Known) -> bool:
    """Say whether a name for a sheet is one that people here go by in files, or that is somebody else's.

    Args:
        name: As it was typed; the client's own codename tells nobody anything.
        known: What must not leave.
    """
    real = tuple(one for one in (*known.own[1:], *known.others) if one)
    return bool(real) and _names(real).search(name) is not None


def _spans(text: str, known: Known) -> Iterator[tuple[int, int, Why]]:
    named = (*known.own, *known.others)
    if named:
        yield from ((*one.span(), Why.NAME) for one in _names(named).finditer(text))
    patterns = _PATTERNS if _nouns_have_capitals() else (*_PATTERNS, _CAPITAL)
    for why, pattern in patterns:
        for one in pattern.finditer(text):
            start, end = one.span(pattern.groups and 1)
            if start >= 0:
                yield start, end, why


def _names(names: Sequence[str]) -> re.Pattern[str]:
    """Return what finds names, whole or the longer words of them, in any case."""
    # A codename of two plain words, "blue heron", is no name in each of them.
    parts = (word for name in names for word in name.split() if word[:1].isupper())
    words = {word for word in parts if len(word) >= SHORTEST_NAME}
    words |= {name for name in names if name}
    longest_first = sorted(words, key=lambda one: (-len(one), one))
    return re.compile("|".join(rf"(?<!\w){re.escape(one)}(?!\w)" for one in longest_first), re.IGNORECASE)


_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january januar jänner jan",
            "february februar feb",
            "march märz maerz mar mrz",
            "april apr",
            "may mai",
            "june juni jun",
            "july juli jul",
            "august aug",
            "september sep sept",
            "october oktober oct okt",
            "november nov",
            "december dezember dec dez",
        ),
        start=1,
    )
    for name in names.split()
}
"""Both languages' months, whichever the desk is in: a text may be in either."""
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DAY = re.compile(
    r"(?<![\w.])(?P<on>(?:on|am)(?: the| dem)? )?(?:(?P<iso>\d{4}-\d{2}-\d{2})"
    r"|(?P<d>\d{1,2})(?:st|nd|rd|th|\.)?[ ](?P<m>(?:" + _MONTH + r"))\.?,?[ ](?P<y>\d{4})"
    r"|(?P<am>(?:" + _MONTH + r"))\.?[ ](?P<ad>\d{1,2})(?:st|nd|rd|th)?,[ ](?P<ay>\d{4})"
    r"|(?P<nd>\d{1,2})[.][ ]?(?P<nm>\d{1,2})[.][ ]?(?P<ny>\d{4}))(?!\w)",
    re.IGNORECASE,
)
_PATTERNS: tuple[tuple[Why, re.Pattern[str]], ...] = (
    (Why.CONTACT, re.compile(r"\S+@\S+|(?:https?://|www\.)\S+|(?<!\w)@\w+|\+?\d[\d /()-]{6,}\d")),
    (
        Why.DATE,
        re.compile(
            r"(?<!\w)\d{1,2}[./]\d{1,2}(?:[./]\d{2,4}|\.)?(?!\w)|(?<!\w)\d{1,2}:\d{2}(?!\w)|(?<!\w)(?:19|20)\d{2}s?(?!\w)"
            r"|(?<!\w)(?:\d{1,2}(?:st|nd|rd|th|\.)? )?(?:January|February|April|June|July|August|September"
            r"|October|November|December|Januar|Jänner|Februar|März|Mai|Juni|Juli|Oktober|Dezember|Jan|Feb|Apr|Jun"
            r"|Jul|Aug|Sept?|Oct|Okt|Nov|Dec|Dez)(?: \d{1,2}(?:st|nd|rd|th)?)?(?!\w)"
            # Both are words of every day, too: months only beside a number, or after a word of time.
            r"|(?<!\w)(?:(?:\d{1,2}(?:st|nd|rd|th)?|in|of|since|until|last|next|this|late|early|mid) (?:May|March|Mar)"
            r"|(?:May|March|Mar) \d{1,2})(?!\w)"
            r"|(?<!\w)(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?(?!\w)"
            r"|(?<!\w)(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag)s?(?!\w)"
        ),
    ),
    (
        Why.NAME,
        re.compile(
            r"(?<!\w)(?:Mrs?|Ms|Miss|Mx|Dr|Prof|Frau|Herrn?|Doktor|Pastor|Uncle|Aunt|Onkel|Tante)\.? "
            r"[A-ZÀ-ÖØ-Þ][\w’'-]*(?: [A-ZÀ-ÖØ-Þ][\w’'-]*)?"
        ),
    ),
    (
        Why.PLACE,
        re.compile(
            r"(?<!\w)(?:[A-ZÀ-ÖØ-Þ][\w’'-]+ )*"
            r"[\w-]*(?:[Ss]treet|[Rr]oad|[Aa]venue|[Ss]tra(?:ß|ss)e|[Gg]asse|[Pp]latz|[Hh]ospital|[Ss]chool|[Cc]ollege"
            r"|[Uu]niversity|[Cc]linic|[Kk]linik|[Kk]rankenhaus|[Ss]chule|[Uu]niversität|[Cc]hurch|[Kk]irche)(?!\w)"
        ),
    ),
    (
        Why.PLACE,
        re.compile(
            r"(?<!\w)(?:[Ii]n|[Ff]rom|[Nn]ear|[Nn]ach|[Aa]us|[Bb]ei) "
            r"((?!I\b)[A-ZÀ-ÖØ-Þ][\w’'-]+(?: [A-ZÀ-ÖØ-Þ][\w’'-]+)*)"
        ),
    ),
    # What was a day and is a session now is passed over.
    (
        Why.NUMBER,
        re.compile(
            r"(?:[Ss]essions?|Sitzung(?:en)?|Stunden?) \d+(?: (?:and|und) \d+)?|(?<!\w)(\d{2,})(?!\w)",
        ),
    ),
)
"""What may tell who somebody is, the surest first where two begin at one place."""
_CAPITAL = (
    Why.NAME,
    # Within a sentence; at its beginning every word has a capital.
    re.compile(r"(?<=[\w,;)’”\"] )(?!I\b|I’|I')([A-ZÀ-ÖØ-Þ][\w’'-]+(?: [A-ZÀ-ÖØ-Þ][\w’'-]+)*)"),
)


def _session(found: re.Match[str], ordinals: Ordinals) -> str:
    day = _day(found)
    if day is None:
        return found[0]
    # "On 2 June" is said in one breath.
    return ordinals.on(day) if found["on"] else ordinals.of(day)


def _day(found: re.Match[str]) -> date | None:
    part = found.groupdict()
    try:
        if part["iso"]:
            return date.fromisoformat(part["iso"])
        if part["y"]:
            return date(int(part["y"]), _MONTHS[part["m"].lower()], int(part["d"]))
        if part["ay"]:
            return date(int(part["ay"]), _MONTHS[part["am"].lower()], int(part["ad"]))
        return date(int(part["ny"]), int(part["nm"]), int(part["nd"]))
    except ValueError:
        return None
