"""What a person says about the practice, read from a form: each wrong field told by name, the rest kept as typed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from django.db import transaction

from reattune import language
from reattune.errors import ReattuneError
from reattune.language import _
from reattune.model import Threshold
from reattune.practice import desk, jobs
from reattune.practice.auditing import Action, record
from reattune.practice.keeping import Kept, keep, kept
from reattune.reading.fields import FieldError
from reattune.reading.settings import holiday_dates
from reattune.repair import packs

THEMES = ("auto", "light", "dark")
SHORTEST_IDLE, LONGEST_IDLE = 1, 240
LONGEST_SAFETY = 2000
SMALLEST_BUDGET, LARGEST_BUDGET = 0.1, 20.0
YEARS_TRIED = (2026,)
CURRENCY = 3
NAMES = {"en": "English", "de": "Deutsch"}
"""Each language in its own words."""
LOOKED_BY = ("time_zone", "holidays", "currency", "budget", "threshold", "language")
"""Settings that decide what comes up."""


class WrongFieldError(ReattuneError):
    """What was typed into one field cannot be meant."""


@dataclass(frozen=True, slots=True)
class Read:
    """What a form said: `changes` can be kept, `typed` is shown again, `wrong` says why a field was not understood."""

    changes: Mapping[str, object]
    typed: Mapping[str, str]
    wrong: Mapping[str, str]


def read(form: Mapping[str, str], *names: str) -> Read:
    """Read some settings from a form.

    Args:
        form: What was sent.
        names: The settings it asks for.

    Returns:
        What was understood and what was not.
    """
    changes: dict[str, object] = {}
    typed = {name: form.get(name, "").strip() for name in names}
    wrong = {}
    for name, value in typed.items():
        try:
            changes[name] = READERS[name](value)
        except WrongFieldError as error:
            wrong[name] = str(error)
    return Read(changes, typed, wrong)


def shown(settings: Kept) -> dict[str, str]:
    """Return the settings as a form shows them."""
    return {one.name: _plain(getattr(settings, one.name)) for one in fields(settings)}


def _plain(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


def zones() -> list[str]:
    """Return every time zone there is, by name."""
    return sorted(one for one in available_timezones() if "/" in one and not one.startswith(("Etc/", "posix", "right")))


def languages() -> list[tuple[str, str]]:
    """Return every language there is: its code, and its name in its own words."""
    return [(code, NAMES.get(code, code)) for code in language.languages()]


def _zone(value: str) -> str:
    try:
        return ZoneInfo(value).key
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise WrongFieldError(
            _("“{value}” is not a time zone known here; choose one from the list, such as Europe/London.").format(
                value=value
            )
        ) from error


def _holidays(value: str) -> str:
    code = value.upper().replace(" ", "")
    try:
        holiday_dates(code, YEARS_TRIED)
    except FieldError as error:
        raise WrongFieldError(
            _(
                "“{value}” is not a country or a part of one known here; they are written like GB-ENG, DE or DE-BE."
            ).format(value=value)
        ) from error
    return code


def _currency(value: str) -> str:
    code = value.upper()
    if code and not (len(code) == CURRENCY and code.isascii() and code.isalpha()):
        raise WrongFieldError(_("A currency has three letters, such as EUR, GBP or CHF; or leave it empty."))
    return code


def _budget(value: str) -> float:
    try:
        number = float(value.replace(",", "."))
    except ValueError:
        number = 0.0
    if not SMALLEST_BUDGET <= number <= LARGEST_BUDGET:
        raise WrongFieldError(_("The budget is a number from 0.1 to 20 a month; 2 is usual."))
    return number


def _whole(smallest: int, largest: int) -> Callable[[str], int]:
    def reader(value: str) -> int:
        number = int(value) if value.isascii() and value.isdigit() else -1
        if not smallest <= number <= largest:
            raise WrongFieldError(_("A whole number from {least} to {most}.").format(least=smallest, most=largest))
        return number

    return reader


def _one_of(choices: Callable[[], tuple[str, ...]]) -> Callable[[str], str]:
    def reader(value: str) -> str:
        if value not in choices():
            raise WrongFieldError(_("Choose one of those that are offered."))
        return value

    return reader


def _safety(value: str) -> str:
    if len(value) > LONGEST_SAFETY:
        raise WrongFieldError(
            _("At most {n} characters, so that it is read in a hard moment; this has {had}.").format(
                n=LONGEST_SAFETY, had=len(value)
            )
        )
    return value


def change(changes: Mapping[str, object]) -> Kept:
    """Keep settings with their line in the audit, both or neither; what decides what comes up has everybody looked at.

    Args:
        changes: By name, as `read` understood them.

    Returns:
        All settings, as they are from now on.
    """
    before = kept()
    with transaction.atomic():
        after = keep(**changes)
        record(Action.SETTINGS, what="practice", purpose="keeping")
        if any(getattr(before, name) != getattr(after, name) for name in LOOKED_BY):
            jobs.start("look")
    desk.remember_settings()
    return after


READERS: Mapping[str, Callable[[str], object]] = {
    "time_zone": _zone,
    "currency": _currency,
    "holidays": _holidays,
    "budget": _budget,
    "threshold": _one_of(lambda: tuple(Threshold)),
    "language": _one_of(language.languages),
    "theme": _one_of(lambda: THEMES),
    "pack": _one_of(lambda: tuple(packs.names())),
    "safety": _safety,
    "read_when": _safety,
    "turn_to": _safety,
    "idle_minutes": _whole(SHORTEST_IDLE, LONGEST_IDLE),
    "retention_years": _whole(0, 100),
    "recording_days": _whole(1, 3650),
}
"""How each setting is read."""
