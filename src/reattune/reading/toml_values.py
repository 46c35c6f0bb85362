"""Values as they stand in TOML files a person writes: each either what was meant, or a sentence why not."""

import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

from reattune.errors import UnreadableError
from reattune.language import _
from reattune.reading.fields import FieldError, to_date


def read_toml(path: Path, name: str) -> dict[str, object]:
    """Return a TOML file's content; `UnreadableError` names the file, the place and what to do."""
    return parse_toml(read_text(path, name), name)


def read_text(path: Path, name: str) -> str:
    """Return a file's text (UTF-8, with or without a mark at its start)."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableError(_("{file} is not UTF-8 text; save it again as UTF-8.").format(file=name)) from error
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise UnreadableError(_("{file} could not be opened ({why}).").format(file=name, why=why)) from error


def parse_toml(text: str, name: str) -> dict[str, object]:
    """Return the content of a TOML text; `UnreadableError` says where it stops being TOML."""
    try:
        return tomllib.loads(text)
    # Impossible dates raise a bare ValueError, deep nesting a RecursionError.
    except (ValueError, RecursionError) as error:
        raise UnreadableError(
            _("{file} is not TOML ({where}); put it right there and read it again.").format(file=name, where=error)
        ) from error


def as_text(table: Mapping[str, object], field: str) -> str:
    """Return a text or number as text, "" where there is none."""
    value = table.get(field, "")
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    raise FieldError(_("is not a text; put it in quotation marks"))


def as_texts(table: Mapping[str, object], field: str) -> tuple[str, ...]:
    """Return a list of texts; one text alone counts as a list of one."""
    value = table.get(field, [])
    if isinstance(value, str):
        return (value.strip(),) if value.strip() else ()
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return tuple(each.strip() for each in value if each.strip())
    raise FieldError(_('is not a list of texts; write ["one", "two"]'))


def as_day(table: Mapping[str, object], field: str) -> date | None:
    """Return a day, written as a TOML date or as text, or None where there is none."""
    value = table.get(field, "")
    if isinstance(value, date):
        return to_date((value.date() if isinstance(value, datetime) else value).isoformat(), day_first=None)
    if isinstance(value, str):
        return to_date(value, day_first=None) if value.strip() else None
    raise FieldError(_("{value} is not a date; give year-month-day").format(value=value))


def as_number(table: Mapping[str, object], field: str) -> float | None:
    """Return a number, or None where there is none."""
    value = table.get(field)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or value != value or abs(value) > 1e15:  # noqa: PLR0124, PLR2004
        raise FieldError(_("{value} is not a number").format(value=value))
    return float(value)


def as_table(content: Mapping[str, object], field: str) -> Mapping[str, object]:
    """Return the table under `field`, empty where there is none."""
    value = content.get(field, {})
    if isinstance(value, dict):
        return value
    raise FieldError(_("is not a table; write [{field}] above its lines").format(field=field))


def as_tables(content: Mapping[str, object], field: str) -> tuple[Mapping[str, object], ...]:
    """Return the tables listed under `field`, none where there are none."""
    value = content.get(field, [])
    if isinstance(value, list) and all(isinstance(each, dict) for each in value):
        return tuple(value)
    raise FieldError(_("is not a list of tables; write [[{field}]] above each").format(field=field))
