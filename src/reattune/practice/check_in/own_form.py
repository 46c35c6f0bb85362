"""An instrument of the practice's own: how many items, which answers, and how they become a score."""

import re
from collections.abc import Mapping
from typing import Any

import yaml

from reattune.errors import ReattuneError
from reattune.instruments import load
from reattune.language import _
from reattune.practice import typed
from reattune.practice.check_in import wording

BEGINS = "own-"
LONGEST_NAME, MOST_ITEMS = 40, 60
LOWEST, HIGHEST, MOST_ANSWERS = -10, 100, 21
BETTER: Mapping[str, bool | None] = {"higher": True, "lower": False, "": None}


def define(given: Mapping[str, str]) -> str:
    """Keep an instrument of the practice's own.

    Args:
        given: `name`, `count`, `lowest`, `highest`, `scoring` (sum or mean), `better` (higher, lower or nothing),
            `reversed` and `risk` (numbers of items), as they were typed in.

    Returns:
        Its id.

    Raises:
        ReattuneError: A field cannot be meant, or there is an instrument of this name.
    """
    name = typed.words(given, "name", LONGEST_NAME, _("Name"))
    key = BEGINS + re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
    if key == BEGINS:
        raise ReattuneError(_("Give the form a name with letters or figures in it."))
    if key in wording.instruments():
        raise ReattuneError(_("There is a form of this name already; choose another one."))
    text = yaml.safe_dump(_definition(given, key, name), allow_unicode=True)
    load(text, name)
    wording.define(key, text)
    return key


def _definition(given: Mapping[str, str], key: str, name: str) -> dict[str, Any]:
    count = typed.whole(given, "count", MOST_ITEMS, _("Items"))
    if count is None:
        raise ReattuneError(_("Say how many items the form has."))
    lowest, highest = _value(given, "lowest", _("Lowest answer")), _value(given, "highest", _("Highest answer"))
    if not lowest < highest < lowest + MOST_ANSWERS:
        raise ReattuneError(
            _("The highest answer lies above the lowest, with at most {n} answers in all.").format(n=MOST_ANSWERS)
        )
    made: dict[str, Any] = {
        "id": key,
        "version": "1",
        "name": name,
        "items": {"count": count, "minimum": lowest, "maximum": highest},
        "scoring": typed.choice(given, "scoring", ("sum", "mean"), _("Score")) or "sum",
        "reversed": _numbers(given, "reversed", count, _("Items that are turned round")),
        "risk_items": _numbers(given, "risk", count, _("Items that may touch on danger")),
        "licence": _("The practice’s own, or used with permission"),
    }
    better = BETTER[typed.choice(given, "better", ("higher", "lower"), _("What is better"))]
    return made if better is None else {**made, "higher_is_better": better}


def _value(given: Mapping[str, str], name: str, label: str) -> int:
    text = given.get(name, "").strip().replace("−", "-")
    if not re.fullmatch(r"-?[0-9]{1,3}", text) or not LOWEST <= int(text) <= HIGHEST:
        raise ReattuneError(
            _("“{field}” is not a whole number from {least} to {most}. Nothing was changed.").format(
                field=label, least=LOWEST, most=HIGHEST
            )
        )
    return int(text)


def _numbers(given: Mapping[str, str], name: str, count: int, label: str) -> list[int]:
    found = [one for one in re.split(r"[\s,;]+", given.get(name, "").strip()) if one]
    if not all(re.fullmatch(r"[0-9]{1,3}", one) and 1 <= int(one) <= count for one in found):
        raise ReattuneError(
            _("“{field}” are numbers of items from 1 to {most}, such as 4, 10. Nothing was changed.").format(
                field=label, most=count
            )
        )
    return sorted({int(one) for one in found})
