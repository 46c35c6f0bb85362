"""What stands after a command, as it is typed: days, budgets, and files to write."""

import math
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from reattune.language import _

FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2199, 12, 31)
"""The days that can be asked about."""


def day(text: str) -> date:
    """Return a day as it was typed.

    Args:
        text: Year-month-day.

    Raises:
        typer.BadParameter: If it is no date, or one too far away.
    """
    try:
        found = date.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(
            _("“{text}” is not a date; give year-month-day, such as 2026-06-30").format(text=text)
        ) from error
    if not FIRST_DAY <= found <= LAST_DAY:
        raise typer.BadParameter(
            _("{text} is too far away; give a date from {first} to {last}").format(
                text=text, first=FIRST_DAY, last=LAST_DAY
            )
        )
    return found


def budget(text: str) -> float:
    """Return a budget as it was typed.

    Args:
        text: A number.

    Raises:
        typer.BadParameter: If it is no number above 0.
    """
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not math.isfinite(value) or value <= 0:
        raise typer.BadParameter(_("“{text}” is not a number above 0, such as 2 or 0.5").format(text=text))
    return value


Json = Annotated[Path | None, typer.Option(metavar="FILE", help=_("Write everything as JSON; - for standard output."))]
Html = Annotated[Path | None, typer.Option(metavar="FILE", help=_("Write a report to read or print."))]
