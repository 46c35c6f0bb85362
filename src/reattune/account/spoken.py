"""What was said and shared, in the words it was said in."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from reattune.language import _
from reattune.model import CheckIn, FeltOff, Source, Voice


@dataclass(frozen=True, slots=True)
class Spoken:
    """Something one of the two said and shared; their own words stand in quotation marks, ours do not."""

    day: date
    by: Voice
    words: str
    source: Source


def spoken(check_ins: Iterable[CheckIn], as_of: date) -> tuple[Spoken, ...]:
    """Return what was said and shared with the therapist, newest first; the client's words are never edited."""
    found = [
        Spoken(one.day, one.by, _quoted(one), one.source)
        for one in check_ins
        if one.shared_with_therapist and one.day <= as_of and (one.words or one.felt_off is not FeltOff.SKIPPED)
    ]
    return tuple(sorted(found, key=lambda one: (-one.day.toordinal(), one.by, one.source)))


def plain(words: str) -> str:
    """Return words from a file without signs that would steer a terminal; nothing a person can read is lost."""
    return "".join(" " if unicodedata.category(sign) == "Cc" else sign for sign in words).strip()


def _quoted(check_in: CheckIn) -> str:
    words = plain(check_in.words)
    return _("“{words}”").format(words=words) if words else _felt(check_in.felt_off)


def _felt(felt: FeltOff) -> str:
    match felt:
        case FeltOff.YES:
            return _("Something felt off; no words given.")
        case FeltOff.NO:
            return _("Nothing felt off; no words given.")
        case FeltOff.UNSURE:
            return _("Not sure whether something felt off; no words given.")
        case FeltOff.SKIPPED:
            return ""
