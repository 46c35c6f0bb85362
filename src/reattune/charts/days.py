"""Days in words, the same on every machine: no locale is asked.

The names are texts like any other. Where a language writes months out, as German does ("Juni" for "Jun"), days are
written with the whole name, and a picture with little room takes the beginning of it.
"""

from datetime import date

from reattune.language import _

SHORT = 3
"""How many letters of a month's name stand where there is little room."""


def month(number: int) -> str:
    """Return the short name of a month, January being 1."""
    return _name(number)[:SHORT]


def day(value: date) -> str:
    """Return a day as people write it, such as "3 Mar 2026"."""
    return _("{day} {month} {year}").format(day=value.day, month=_name(value.month), year=value.year)


def day_and_month(value: date) -> str:
    """Return a day without its year, such as "3 Mar"."""
    return _("{day} {month}").format(day=value.day, month=_name(value.month))


def _name(number: int) -> str:
    names = (
        _("Jan"),
        _("Feb"),
        _("Mar"),
        _("Apr"),
        _("May"),
        _("Jun"),
        _("Jul"),
        _("Aug"),
        _("Sep"),
        _("Oct"),
        _("Nov"),
        _("Dec"),
    )
    return names[number - 1]
