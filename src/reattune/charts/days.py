"""Days in words, the same on every machine: no locale is asked."""

from datetime import date

from reattune.language import _


def month(number: int) -> str:
    """Return the short name of a month, January being 1."""
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


def day(value: date) -> str:
    """Return a day as people write it, such as "3 Mar 2026"."""
    return _("{day} {month} {year}").format(day=value.day, month=month(value.month), year=value.year)


def day_and_month(value: date) -> str:
    """Return a day without its year, such as "3 Mar"."""
    return _("{day} {month}").format(day=value.day, month=month(value.month))
