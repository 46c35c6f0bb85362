"""practice.toml: time zone, currency, holidays, budget, column mappings, and which label is whom."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from reattune.errors import NothingToReadError, UnreadableError
from reattune.language import _
from reattune.model import Quarantined, Threshold
from reattune.reading.fields import FieldError
from reattune.reading.gathered import ColumnMapping
from reattune.reading.toml_values import as_number, as_table, as_tables, as_text, as_texts, read_toml

SETTINGS_FILE = "practice.toml"
_SCHEMA = "reattune.practice/1"
_KINDS = ("appointments", "payments", "ratings", "check_ins")
_BUDGET = 2.0
_WIDEST = 60
"""Years of public holidays worked out at most: a stray date in 0001 must not cost minutes."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What practice.toml says; `links` maps a label found in files to the codename it stands for."""

    zone: ZoneInfo
    currency: str | None = None
    holidays: str = ""
    budget_per_month: float = _BUDGET
    threshold: Threshold = Threshold.GUARANTEED
    mappings: tuple[ColumnMapping, ...] = ()
    links: Mapping[str, str] = field(default_factory=dict)
    has_settings: bool = False
    quarantined: tuple[Quarantined, ...] = ()
    remarks: tuple[str, ...] = ()


def read_settings(folder: Path) -> Settings:
    """Read a practice's settings, or the defaults where there are none.

    Args:
        folder: The practice's folder.

    Returns:
        The settings; single fields that cannot be meant are set aside and their defaults taken.

    Raises:
        NothingToReadError: Where the file is there and cannot be understood, so that no time could be trusted.
    """
    path = folder / SETTINGS_FILE
    if not path.exists():
        remark = _("There is no practice.toml: times without a zone were read as UTC. Put time_zone into one.")
        return Settings(zone=ZoneInfo("UTC"), remarks=(remark,))
    try:
        content = read_toml(path, SETTINGS_FILE)
    except UnreadableError as error:
        raise NothingToReadError(str(error)) from error
    schema = content.get("schema", _SCHEMA)
    if schema != _SCHEMA:
        raise NothingToReadError(
            _('practice.toml, schema: "{given}" is not known here; this version reads "{known}".').format(
                given=schema, known=_SCHEMA
            )
        )
    return _settings(content)


def holiday_dates(code: str, years: Iterable[int]) -> Mapping[date, str]:
    """Return public holidays by day.

    Args:
        code: An ISO 3166 country code with an optional subdivision, such as GB-ENG; "" for none.
        years: The years wanted; the last sixty of them are worked out at most.

    Raises:
        FieldError: Where the code is not known.
    """
    wanted = sorted(set(years))[-_WIDEST:]
    return _public(code, tuple(wanted)) if code and wanted else MappingProxyType({})


@lru_cache(maxsize=64)
def _public(code: str, wanted: tuple[int, ...]) -> Mapping[date, str]:
    import holidays as public_holidays  # noqa: PLC0415  (slow to import, and needed for one setting only)

    country, _dash, part = code.partition("-")
    try:
        found = public_holidays.country_holidays(country.upper(), subdiv=part.upper() or None, years=wanted)
    except (NotImplementedError, TypeError) as error:  # the latter for "MAY", which the library has as a number
        raise FieldError(
            _('"{code}" is not a known country; give an ISO 3166 code such as "GB-ENG" or "DE"').format(code=code)
        ) from error
    return MappingProxyType(dict(sorted(found.items())))


def _settings(content: Mapping[str, object]) -> Settings:
    aside: list[Quarantined] = []
    zone, remarks = _zone(content)
    return Settings(
        zone=zone,
        currency=_text(content, "currency", aside) or None,
        holidays=_holidays(content, aside),
        budget_per_month=_budget(content, aside),
        threshold=_threshold(content, aside),
        mappings=tuple(_mappings(content, aside)),
        links=MappingProxyType(_links(content, aside)),
        has_settings=True,
        quarantined=tuple(aside),
        remarks=remarks,
    )


def _set_aside(aside: list[Quarantined], name: str, why: str) -> None:
    aside.append(Quarantined(file=SETTINGS_FILE, row="", field=name, why=why))


def _text(content: Mapping[str, object], name: str, aside: list[Quarantined]) -> str:
    try:
        return as_text(content, name)
    except FieldError as error:
        _set_aside(aside, name, error.why)
        return ""


def _zone(content: Mapping[str, object]) -> tuple[ZoneInfo, tuple[str, ...]]:
    name = content.get("time_zone")
    if name is None:
        return ZoneInfo("UTC"), (_("practice.toml has no time_zone: times without a zone were read as UTC."),)
    try:
        return ZoneInfo(str(name)), ()
    # A name with a slash too many or a forbidden character raises ValueError, a folder's name an OSError.
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise NothingToReadError(
            _('practice.toml, time_zone: "{name}" is not known; give one such as "Europe/London".').format(name=name)
        ) from error


def _holidays(content: Mapping[str, object], aside: list[Quarantined]) -> str:
    code = _text(content, "holidays", aside)
    try:
        holiday_dates(code, [2026])
    except FieldError as error:
        _set_aside(aside, "holidays", error.why)
        return ""
    return code


def _budget(content: Mapping[str, object], aside: list[Quarantined]) -> float:
    try:
        budget = as_number(content, "budget_per_month")
    except FieldError as error:
        _set_aside(aside, "budget_per_month", error.why)
        return _BUDGET
    if budget is None:
        return _BUDGET
    if budget <= 0:
        _set_aside(aside, "budget_per_month", _("{n} is not above 0; 2 was taken").format(n=f"{budget:g}"))
        return _BUDGET
    return budget


def _threshold(content: Mapping[str, object], aside: list[Quarantined]) -> Threshold:
    word = content.get("threshold", Threshold.GUARANTEED.value)
    known = [one for one in Threshold if one.value == word]
    if not known:
        why = _('"{word}" is not one of: {words}; guaranteed was taken').format(word=word, words=", ".join(Threshold))
        _set_aside(aside, "threshold", why)
    return known[0] if known else Threshold.GUARANTEED


def _mappings(content: Mapping[str, object], aside: list[Quarantined]) -> Iterable[ColumnMapping]:
    try:
        tables = as_tables(content, "mapping")
    except FieldError as error:
        _set_aside(aside, "mapping", error.why)
        return
    for number, table in enumerate(tables, start=1):
        try:
            yield _mapping(table)
        except FieldError as error:
            _set_aside(aside, f"mapping {number}", error.why)


def _mapping(table: Mapping[str, object]) -> ColumnMapping:
    file, kind = as_text(table, "file"), as_text(table, "kind")
    if not file:
        raise FieldError(_('has no file; give its name, such as file = "*/visits.csv"'))
    if kind not in _KINDS:
        raise FieldError(_('kind "{kind}" is not one of: {words}').format(kind=kind, words=", ".join(_KINDS)))
    day_first = table.get("day_first")
    if day_first is not None and not isinstance(day_first, bool):
        raise FieldError(_("day_first must be true or false"))
    return ColumnMapping(
        file=file, kind=kind, columns=_words(table, "columns"), status=_words(table, "status"), day_first=day_first
    )


def _words(table: Mapping[str, object], name: str) -> dict[str, str]:
    written = as_table(table, name)
    return {key: as_text(written, key) for key in written}


def _links(content: Mapping[str, object], aside: list[Quarantined]) -> dict[str, str]:
    try:
        table = as_table(content, "links")
    except FieldError as error:
        _set_aside(aside, "links", error.why)
        return {}
    links: dict[str, str] = {}
    twice: set[str] = set()
    for codename in sorted(table):
        try:
            labels = as_texts(table, codename)
        except FieldError as error:
            _set_aside(aside, f"links.{codename}", error.why)
            continue
        twice.update(label for label in labels if links.setdefault(label, codename) != codename)
    for label in sorted(twice):
        del links[label]
        _set_aside(aside, "links", _('"{label}" stands under two codenames; leave it under one').format(label=label))
    return links
