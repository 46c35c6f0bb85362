"""The instruments that come with Reattune: scoring keys as data, and our own check-in."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

import yaml

from reattune.instruments.definition import load
from reattune.model import Instrument

_CHECK_IN = "check-in.yaml"


@cache
def shipped() -> Mapping[str, Instrument]:
    """Return every instrument that comes with Reattune, by id, in the order of the ids."""
    folder = files("reattune.instruments") / "data"
    found = {}
    for entry in sorted(folder.iterdir(), key=lambda each: each.name):
        if entry.name.endswith(".yaml") and entry.name != _CHECK_IN:
            instrument = load(entry.read_text(encoding="utf-8"), entry.name)
            found[instrument.id] = instrument
    return MappingProxyType(dict(sorted(found.items())))


def find(instrument_id: str, own: Mapping[str, Instrument]) -> Instrument | None:
    """Return the definition of an instrument, the practice's own before the shipped one, or None."""
    return own.get(instrument_id) or shipped().get(instrument_id)


@cache
def check_in_questions() -> tuple[str, ...]:
    """Return the questions of our own check-in (CC0): a conversation, not a scale, so it has no score."""
    text = (files("reattune.instruments") / "data" / _CHECK_IN).read_text(encoding="utf-8")
    return tuple(str(question) for question in yaml.safe_load(text)["questions"])
