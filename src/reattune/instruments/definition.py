"""An instrument's definition: YAML in, `model.Instrument` out, every mistake named by file and field."""

from collections.abc import Mapping
from pathlib import Path

import yaml

from reattune.errors import UnreadableError
from reattune.instruments.cells import Cells, DefinitionError
from reattune.language import _
from reattune.model import Cutoff, Instrument, Purpose

__all__ = ["DefinitionError", "load"]

_STATUSES = ("verified", "second-hand", "from memory")
_FIELDS = frozenset(
    {
        "id",
        "version",
        "name",
        "purpose",
        "score",
        "higher_is_better",
        "items",
        "reversed",
        "subscales",
        "scoring",
        "max_missing",
        "risk_items",
        "cutoffs",
        "licence",
        "notice",
        "permission",
        "key_status",
    }
)


def load(source: Path | str, file: str = "") -> Instrument:
    """Read one instrument's definition.

    Args:
        source: The path of a YAML file, or the YAML text itself.
        file: The name to use in messages; the path's own name if empty.

    Returns:
        The instrument.

    Raises:
        DefinitionError: Where a field is missing or cannot be meant, with file and field.
        UnreadableError: Where the file cannot be read or is not YAML.
    """
    name = file or (source.name if isinstance(source, Path) else _("instrument"))
    return _instrument(Cells(_parsed(source, name), name))


def _parsed(source: Path | str, name: str) -> Mapping[str, object]:
    try:
        text = source.read_text(encoding="utf-8-sig") if isinstance(source, Path) else source
        content = yaml.safe_load(text)
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableError(_("{file} could not be read; save it again as text.").format(file=name)) from error
    # A date such as 2026-02-31 makes the YAML reader raise ValueError, deep nesting RecursionError.
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise UnreadableError(
            _("{file} is not YAML; see docs/instruments.md for a template.").format(file=name)
        ) from error
    if not isinstance(content, dict):
        raise UnreadableError(_("{file} is not a list of fields; see docs/instruments.md.").format(file=name))
    return {str(key): value for key, value in content.items()}


def _instrument(cells: Cells) -> Instrument:
    for unknown in sorted(cells.content.keys() - _FIELDS):
        raise cells.error(unknown, _("is not a field of a definition; remove it or see docs/instruments.md"))
    items = cells.table("items")
    count = items.whole("count", low=1, high=1000) if items else 0
    item_low = items.number("minimum") if items else 0.0
    item_high = items.number("maximum") if items else 0.0
    if items and not item_low < item_high:
        raise cells.error("items.maximum", _("is not above items.minimum"))
    scoring = cells.choice("scoring", ("sum", "mean"), default="sum")
    low, high, step = _score_range(cells, (count, item_low, item_high), scoring)
    return Instrument(
        id=cells.text("id", required=True),
        version=cells.text("version", required=True),
        name=cells.text("name", required=True),
        purpose=Purpose(cells.choice("purpose", tuple(Purpose), default=Purpose.UNKNOWN)),
        minimum=low,
        maximum=high,
        step=step,
        higher_is_better=cells.yes_no("higher_is_better"),
        item_count=count,
        item_minimum=item_low,
        item_maximum=item_high,
        reversed_items=cells.numbers_of_items("reversed", count),
        subscales=_subscales(cells, count),
        scoring=scoring,
        max_missing=cells.whole("max_missing", low=0, high=max(count - 1, 0), default=0),
        risk_items=cells.numbers_of_items("risk_items", count),
        cutoffs=tuple(_cutoff(each) for each in cells.tables("cutoffs")),
        licence=cells.text("licence", required=True),
        notice=cells.text("notice"),
        permission=cells.text("permission"),
        key_status=cells.choice("key_status", _STATUSES, default="from memory"),
    )


def _score_range(cells: Cells, items: tuple[int, float, float], scoring: str) -> tuple[float, float, float]:
    """Return the score's minimum, maximum and step: from the items where there are any, else as written."""
    count, item_low, item_high = items
    written = cells.table("score")
    if count:
        factor = count if scoring == "sum" else 1
        reckoned = (item_low * factor, item_high * factor, factor / count)
        if written and (written.number("minimum"), written.number("maximum")) != reckoned[:2]:
            raise cells.error("score", _("does not agree with the items; leave it out and it is worked out from them"))
        return reckoned
    if not written:
        raise cells.error("score", _("is missing: give minimum, maximum and step, or give items"))
    low, high, step = (written.number(name) for name in ("minimum", "maximum", "step"))
    if not low < high or not 0 < step <= high - low:
        raise cells.error("score", _("needs minimum below maximum and a step between them"))
    if abs((high - low) / step - round((high - low) / step)) > 1e-6:  # noqa: PLR2004
        raise cells.error("score.step", _("does not lead from minimum to maximum in whole steps"))
    return low, high, step


def _subscales(cells: Cells, count: int) -> dict[str, tuple[int, ...]]:
    written = cells.table("subscales")
    if not written:
        return {}
    return {name: written.numbers_of_items(name, count) for name in sorted(written.content)}


def _cutoff(cells: Cells) -> Cutoff:
    return Cutoff(
        value=cells.number("value"),
        label=cells.text("label", required=True),
        source=cells.text("source", required=True),
        status=cells.choice("status", _STATUSES, default=None),
    )
