"""What a person typed into a form, as values; what cannot be meant is said with its field and what to do."""

import math
from collections.abc import Mapping
from datetime import date, time
from decimal import Decimal, InvalidOperation
from uuid import UUID

from reattune.errors import ReattuneError
from reattune.language import _

Typed = Mapping[str, str]
EARLIEST, LATEST = date(1900, 1, 1), date(2200, 1, 1)
LARGEST = Decimal(10) ** 7
NOBODYS = UUID(int=0)
"""The identity that no row has."""


def as_day(text: str) -> date | None:
    """Return a text as a day; None where it is none."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None


def as_identity(text: str) -> UUID:
    """Return a text as the identity of a row; of what is none, the one that no row has."""
    try:
        return UUID(text)
    except ValueError:
        return NOBODYS


def words(typed: Typed, name: str, most: int, label: str) -> str:
    """Return a text without spaces around it.

    Args:
        typed: What was sent.
        name: The field.
        most: How many characters it has at most.
        label: The field as the page calls it.

    Raises:
        ReattuneError: It is too long.
    """
    found = typed.get(name, "").strip()
    if len(found) > most:
        raise _unfit(label, _("is longer than {n} characters; shorten it").format(n=most))
    return found


def day(typed: Typed, name: str, label: str) -> date | None:
    """Return a day, or None where the field is empty; arguments as of `words`.

    Raises:
        ReattuneError: It is not a day.
    """
    found = typed.get(name, "").strip()
    if not found:
        return None
    value = as_day(found)
    if value is None:
        raise _unfit(label, _("is not a day; write it as year-month-day, such as 2026-03-17"))
    if not EARLIEST <= value <= LATEST:
        raise _unfit(label, _("lies too far away; check the year"))
    return value


def needed_day(typed: Typed, name: str, label: str) -> date:
    """Return a day that must be there; arguments and errors as of `day`."""
    found = day(typed, name, label)
    if found is None:
        raise _unfit(label, _("is empty; give a day"))
    return found


def clock(typed: Typed, name: str, label: str) -> time | None:
    """Return a time of day, or None where the field is empty; arguments as of `words`.

    Raises:
        ReattuneError: It is not a time.
    """
    found = typed.get(name, "").strip().replace(".", ":")
    if not found:
        return None
    try:
        hours, minutes = (int(part) for part in found.split(":")[:2])
        return time(hours, minutes)
    except ValueError:
        raise _unfit(label, _("is not a time; write it as 17:00")) from None


def whole(typed: Typed, name: str, most: int, label: str, least: int = 1) -> int | None:
    """Return a whole number, or None where the field is empty; arguments as of `words`.

    Raises:
        ReattuneError: It is no whole number from `least` to `most`.
    """
    found = typed.get(name, "").strip()
    if not found:
        return None
    if not (found.isascii() and found.isdigit() and len(found) < len("1000000") and least <= int(found) <= most):
        raise _unfit(label, _("is not a whole number from {least} to {most}").format(least=least, most=most))
    return int(found)


def amount(typed: Typed, name: str, label: str) -> Decimal | None:
    """Return an amount of money, or None where the field is empty; arguments as of `words`.

    Raises:
        ReattuneError: It is no amount.
    """
    found = typed.get(name, "").strip().replace(",", ".")
    if not found:
        return None
    try:
        value = Decimal(found)
    except InvalidOperation:
        value = Decimal("NaN")
    if not value.is_finite() or not 0 <= value < LARGEST:
        raise _unfit(label, _("is not an amount; write 80 or 80.50"))
    return value.quantize(Decimal("0.01"))


def hours(typed: Typed, name: str, label: str) -> float | None:
    """Return a number of hours, or None where the field is empty; arguments as of `words`.

    Raises:
        ReattuneError: It is no number of hours.
    """
    found = typed.get(name, "").strip().replace(",", ".")
    if not found:
        return None
    try:
        value = float(found)
    except ValueError:
        value = math.nan
    if not (math.isfinite(value) and 0 <= value <= 24 * 366):
        raise _unfit(label, _("is not a number of hours; write 24 or 48"))
    return value


def choice(typed: Typed, name: str, among: tuple[str, ...], label: str) -> str:
    """Return one of some words, "" where the field is empty; arguments as of `words`.

    Raises:
        ReattuneError: It is none of them.
    """
    found = typed.get(name, "").strip()
    if found and found not in among:
        raise _unfit(label, _("is not one of the choices; choose one from the list"))
    return found


def _unfit(label: str, why: str) -> ReattuneError:
    return ReattuneError(_("“{field}” {why}. Nothing was changed.").format(field=label, why=why))
