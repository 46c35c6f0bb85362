"""The library's records as JSON and back, so that a row can hold one; the times come back in the practice's zone."""

from dataclasses import fields, replace
from datetime import datetime
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from pydantic import TypeAdapter

Record = TypeVar("Record")


_adapters: dict[type, TypeAdapter[Any]] = {}


def _adapter(kind: type) -> TypeAdapter[Any]:
    if kind not in _adapters:
        _adapters[kind] = TypeAdapter(kind)
    return _adapters[kind]


def dump(record: object) -> Any:
    """Return a record as JSON values (dict, list, text, number)."""
    return _adapter(type(record)).dump_python(record, mode="json")


def load(kind: type[Record], values: Any, zone: ZoneInfo) -> Record:
    """Return the record that was dumped, with its times in the practice's time zone.

    Args:
        kind: Which record.
        values: What `dump` gave.
        zone: The practice's time zone.
    """
    found = _adapter(kind).validate_python(values)
    times = {
        one.name: value.astimezone(zone)
        for one in fields(found)
        if isinstance(value := getattr(found, one.name), datetime)
    }
    return replace(found, **times) if times else found
