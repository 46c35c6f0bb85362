"""Who sits where in the picture, as somebody says it: a half each, or a rectangle each in percent of the picture."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.nonverbal import regions
from reattune.nonverbal.regions import Part, Regions, Side

DRAWN, LEAVE = "drawn", "leave"
WHOSE = ("client", "therapist", "background")
EDGES = ("left", "top", "width", "height")


@dataclass(frozen=True, slots=True)
class Drawn:
    """One part as it is drawn over the picture, in percent."""

    whose: str
    left: float
    top: float
    width: float
    height: float


def said(given: Mapping[str, str]) -> dict[str, Any] | None:
    """Return the parts of the picture that a form says, in the words of a recording's row; None for none.

    Args:
        given: What was sent.

    Raises:
        ReattuneError: It is not said, or a part is none, outside, too small, or over another.
    """
    where = given.get("where", "")
    if where == LEAVE:
        return None
    if where in tuple(Side):
        return regions.as_json(regions.halves(Side(where)))
    if where != DRAWN:
        raise ReattuneError(_("It was not said who sits where; choose one of the ways."))
    client, therapist, background = (_part(given, whose) for whose in WHOSE)
    if client is None or therapist is None:
        raise ReattuneError(_("Give four numbers for each of you: left, top, width, and height in percent."))
    return regions.as_json(Regions(client, therapist, background))


def drawn(words: Mapping[str, Any] | None) -> tuple[Drawn, ...]:
    """Return the parts that were said before, to be drawn and to be changed.

    Args:
        words: As they stand in a recording's row; None where nobody said them.
    """
    return tuple(_drawn(words or {}))


def _drawn(words: Mapping[str, Any]) -> Iterator[Drawn]:
    for whose in WHOSE:
        part = words.get(whose)
        if part:
            yield Drawn(whose, *(round(100 * float(part[edge]), 1) for edge in EDGES))


def _part(given: Mapping[str, str], whose: str) -> Part | None:
    texts = [given.get(f"{whose}-{edge}", "").strip().replace(",", ".") for edge in EDGES]
    if not any(texts):
        return None
    try:
        left, top, width, height = (float(text) / 100 for text in texts)
    except ValueError:
        message = _("The part of the picture needs four numbers in percent, such as 0, 10, 45, 80; “{text}” is none.")
        wrong = next((text for text in texts if not _is_number(text)), "")
        raise ReattuneError(message.format(text=wrong[:20])) from None
    return Part(left, top, width, height)


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
