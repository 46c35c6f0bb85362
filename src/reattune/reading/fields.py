"""Cells to values: dates, times, amounts, yes and no. Nothing is guessed; what is unclear is said to be so."""

import math
import re
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from decimal import Decimal
from zoneinfo import ZoneInfo

from reattune.errors import ReattuneError
from reattune.language import _

FIRST_YEAR, LAST_YEAR = 1900, 2199
_SHOWN = 40
_MONTHS = (
    "january januar janvier januari enero gennaio janeiro jänner",
    "february februar février fevrier februari febrero febbraio fevereiro feber",
    "march märz mars maart marzo março maerz mrz mrt",
    "april avril abril aprile",
    "may mai mei mayo maggio maio",
    "june juni juin junio giugno junho",
    "july juli juillet julio luglio julho",
    "august août aout augustus agosto",
    "september septembre septiembre settembre setembro sept",
    "october oktober octobre octubre ottobre outubro okt",
    "november novembre noviembre novembro",
    "december dezember décembre decembre diciembre dicembre dezembro",
)
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})|(\d{4})(\d{2})(\d{2})", re.ASCII)
_YEAR_LAST = re.compile(r"(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})", re.ASCII)
_NAMED = re.compile(
    r"(?:[^\W\d]+\.?,?\s+)?(?:(\d{1,2})(?:st|nd|rd|th|\.)?[-/ ]\s*([^\W\d]{3,})\.?[-/, ]\s*(\d{4}|\d{2})"
    r"|([^\W\d]{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4}))",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?:[T,]\s*|\s+)(\d{1,2})[:.h](\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(?:([ap])\.?\s?m\.?)?"
    r"\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?$",
    re.IGNORECASE | re.ASCII,
)
_BASIC = re.compile(r"(\d{8})T(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?$", re.ASCII)
_AMOUNT = re.compile(r"\d+(?:[.,]\d+)*|[.,]\d+", re.ASCII)
_NUMBER = re.compile(r"[+-]?(\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE][+-]?\d{1,3})?", re.ASCII)
_YES = frozenset({"yes", "y", "true", "t", "1", "x", "ja", "j", "oui", "sí", "si", "sim"})
_NO = frozenset({"no", "n", "false", "f", "0", "nein", "nee", "non", "não"})


class FieldError(ReattuneError):
    """One cell could not be read: `why`, in a sentence that says what to do, and in which `field`, where known."""

    def __init__(self, why: str, field: str = "") -> None:
        super().__init__(why)
        self.why = why
        self.field = field


def to_date(text: str, *, day_first: bool | None = None) -> date:
    """Return the day that `text` names.

    Year-month-day is always read. `31/01/2026` can only be meant one way and is read; `03/04/2026` is read only
    where `day_first` says which is meant. Month names are read in seven languages. A two-digit year is of this
    century and needs `day_first` or a month's name. A time of day behind the date is left out.

    Args:
        text: The cell.
        day_first: Whether the day stands before the month; None where nobody has said.

    Raises:
        FieldError: If it is no date, could be two, or lies outside the years 1900 to 2199.

    """
    day_text, _time = _split(text)
    return _day(day_text, text.strip(), day_first)


def to_datetime(text: str, zone: ZoneInfo, *, day_first: bool | None = None, day_is_enough: bool = False) -> datetime:
    """Return the moment that `text` names, in `zone`.

    An offset, `Z`, `UTC` or `GMT` in the text is honoured and converted; a time without one is in `zone`. A time that
    clocks skip is moved forward by what they skip; of a time that comes twice the first is meant.

    Args:
        text: The cell.
        zone: The practice's time zone.
        day_first: As for `to_date`.
        day_is_enough: Whether a day without a time is read as its midnight.

    Raises:
        FieldError: If it is no date and time, or could be two.

    """
    day_text, clock = _split(text)
    day = _day(day_text, text.strip(), day_first)
    if clock is None:
        if day_is_enough:
            return _in_zone(datetime(day.year, day.month, day.day, tzinfo=zone), zone)
        raise FieldError(_("{text} has no time of day; add it, such as 17:00").format(text=_shown(text)))
    hour, minute, second = clock[0], clock[1], clock[2]
    try:
        moment = datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=_offset(clock[3]) or zone)
    except ValueError:
        raise FieldError(_("{text} is not a time of day; give it such as 17:00").format(text=_shown(text))) from None
    return _in_zone(moment, zone)


def to_decimal(text: str) -> Decimal:
    """Return an amount of money: `1,234.56`, `1.234,56`, `1'234.50`, `£80`, `80 EUR`, `(80.00)` and `80-` are read.

    Where both a comma and a point occur, the last is the decimal one. Alone, a comma before exactly three digits
    groups thousands (`1,234` is 1234), any other comma is a decimal one; a single point is always a decimal one.
    Parentheses and a minus on either side mean an amount below zero.

    Raises:
        FieldError: If it is no amount.

    """
    plain = re.sub(r"[\s\u00a0\u2009\u202f'’]", "", text)
    inner = plain.removeprefix("(").removesuffix(")")
    negative = (plain.startswith("(") and plain.endswith(")")) or bool(re.search(r"[-\u2212]", inner))
    bare = re.sub(r"[-+\u2212]", "", inner, count=1)
    bare = re.sub(r"^(?:[^\W\d_]{1,4}\.?)?[£$€¥₹]?|(?:[£$€¥₹]|[^\W\d_]{1,4}\.?)$", "", bare)
    if not _AMOUNT.fullmatch(bare) or len(bare) > _SHOWN:
        raise FieldError(_("{text} is not an amount; give it such as 80.00").format(text=_shown(text)))
    amount = Decimal(_with_point(bare))
    return -amount if negative else amount


def to_float(text: str) -> float:
    """Return a plain number; a comma is a decimal comma.

    Raises:
        FieldError: If it is no finite number.

    """
    plain = text.strip().replace("\u2212", "-")
    value = float(plain.replace(",", ".")) if _NUMBER.fullmatch(plain) else math.nan
    if not math.isfinite(value):
        raise FieldError(_("{text} is not a number; give it such as 3.5").format(text=_shown(text)))
    return value


def to_yes_no(text: str) -> bool | None:
    """Return yes or no, or None for an empty cell.

    Raises:
        FieldError: If it is anything else.

    """
    word = text.strip().casefold()
    if not word:
        return None
    if word in _YES or word in _NO:
        return word in _YES
    raise FieldError(_("{text} is neither yes nor no; give one of them, or leave it empty").format(text=_shown(text)))


def _shown(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _SHOWN else f"{plain[: _SHOWN - 1]}…"


def _split(text: str) -> tuple[str, tuple[int, int, int, str] | None]:
    """Return the date's text, and hour, minute, second and offset where a time of day follows it."""
    plain = text.strip()
    basic = _BASIC.fullmatch(plain)
    if basic:
        return basic[1], (int(basic[2]), int(basic[3]), int(basic[4] or 0), basic[5] or "")
    found = _TIME.search(plain)
    if not found:
        return plain, None
    hour = int(found[1])
    half = (found[4] or "").lower()
    if half:
        # An hour that no half of the day has is left impossible, so that it is told, not mended.
        hour = hour % 12 + (12 if half == "p" else 0) if 1 <= hour <= 12 else 99  # noqa: PLR2004 - twelve hours
    return plain[: found.start()].strip(), (hour, int(found[2]), int(found[3] or 0), found[5] or "")


def _day(text: str, whole: str, day_first: bool | None) -> date:
    if not text:
        raise FieldError(_("a date is missing; give year-month-day"))
    year, month, day = _parts(text, whole, day_first)
    not_a_date = _("{text} is not a date; give year-month-day or set day_first").format(text=_shown(whole))
    if year and not FIRST_YEAR <= year <= LAST_YEAR:
        message = _("{text} lies outside the years {first} to {last}; correct the year")
        raise FieldError(message.format(text=_shown(whole), first=FIRST_YEAR, last=LAST_YEAR))
    try:
        return date(year, month, day)
    except ValueError:
        raise FieldError(not_a_date) from None


def _parts(text: str, whole: str, day_first: bool | None) -> tuple[int, int, int]:
    """Return year, month and day; an impossible month or day is left for the calendar to tell."""
    if found := _YEAR_FIRST.fullmatch(text):
        year, month, day = (found[1], found[3], found[4]) if found[1] else (found[5], found[6], found[7])
        return int(year) or -1, int(month), int(day)
    if found := _NAMED.fullmatch(text):
        day, name, year = (found[1], found[2], found[3]) if found[1] else (found[5], found[4], found[6])
        return _full_year(year), _month(name), int(day)
    if found := _YEAR_LAST.fullmatch(text):
        return _ordered(int(found[1]), int(found[3]), found[4], whole, day_first)
    return 0, 0, 0


def is_two_ways(why: str) -> bool:
    """Say whether a row was set aside because its day can be meant in two ways.

    Args:
        why: The reason, in the language it was read in.
    """
    return all(part in why for part in _two_ways().split("{text}"))


def _two_ways() -> str:
    return _("{text} may be meant in two ways; give year-month-day or set day_first under [[mapping]] in practice.toml")


def _ordered(first: int, second: int, year: str, whole: str, day_first: bool | None) -> tuple[int, int, int]:
    months = 12
    unclear = first <= months and second <= months and first != second
    if day_first is None and (unclear or len(year) == len("26")):
        raise FieldError(_two_ways().format(text=_shown(whole)))
    if day_first or (day_first is None and first > months):
        return _full_year(year), second, first
    return _full_year(year), first, second


def _full_year(year: str) -> int:
    return int(year) + 2000 if len(year) == len("26") else int(year) or -1


def _month(name: str) -> int:
    word = name.casefold()
    found = {number for number, names in enumerate(_MONTHS, 1) if any(one.startswith(word) for one in names.split())}
    return found.pop() if len(found) == 1 else 0


def _offset(text: str) -> tzinfo | None:
    if not text:
        return None
    if text.upper() in {"Z", "UTC", "GMT"}:
        return UTC
    sign = -1 if text.startswith("-") else 1
    digits = text[1:].replace(":", "")
    return timezone(sign * timedelta(hours=int(digits[:2]), minutes=int(digits[2:] or 0)))


def _in_zone(moment: datetime, zone: ZoneInfo) -> datetime:
    # By way of UTC a time that clocks skip lands after the gap.
    return moment.astimezone(UTC).astimezone(zone)


def _with_point(digits: str) -> str:
    comma, point = digits.rfind(","), digits.rfind(".")
    if comma >= 0 and point >= 0:
        decimal, group = (",", ".") if comma > point else (".", ",")
        return digits.replace(group, "").replace(decimal, ".")
    if digits.count(",") > 1 or digits.count(".") > 1 or re.fullmatch(r"[1-9]\d{0,2},\d{3}", digits):
        return re.sub(r"[.,]", "", digits)
    return digits.replace(",", ".")
