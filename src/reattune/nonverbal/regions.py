"""Which part of the picture belongs to whom, in fractions of the picture, drawn by hand or as halves."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.model import Role

SMALLEST = 0.02
"""The smallest share of the picture that movement can be told from."""
SLACK = 1e-9


class Side(StrEnum):
    """A half of the picture."""

    LEFT = "left"
    RIGHT = "right"
    TOP = "top"
    BOTTOM = "bottom"


@dataclass(frozen=True, slots=True)
class Part:
    """A rectangle in fractions of the picture's width and height; (0, 0) is the upper left corner."""

    left: float
    top: float
    width: float
    height: float

    @property
    def share(self) -> float:
        """How much of the picture it is, from 0 to 1."""
        return self.width * self.height

    def inside(self, high: int, wide: int) -> tuple[slice, slice]:
        """Return the rows and the columns of a picture that belong to it, at least one each.

        Args:
            high: the picture's height in pixels.
            wide: its width.
        """
        return _pixels(self.top, self.height, high), _pixels(self.left, self.width, wide)

    def overlaps(self, other: "Part") -> bool:
        """Say whether the two have an area in common."""
        across = min(self.left + self.width, other.left + other.width) - max(self.left, other.left)
        down = min(self.top + self.height, other.top + other.height) - max(self.top, other.top)
        return across > SLACK and down > SLACK


@dataclass(frozen=True, slots=True)
class Regions:
    """The two people's parts of the picture, and a still part of the background where one was drawn.

    Raises:
        ReattuneError: a part is outside the picture or too small, or two of them overlap.
    """

    client: Part
    therapist: Part
    background: Part | None = None

    def __post_init__(self) -> None:
        named = self.named
        for name, part in named.items():
            _check(name, part)
        names = list(named)
        for at, one in enumerate(names):
            for other in names[at + 1 :]:
                if named[one].overlaps(named[other]):
                    message = _("The parts of {one} and {other} overlap; draw them so that they only touch.")
                    raise ReattuneError(message.format(one=one, other=other))

    @property
    def named(self) -> dict[str, Part]:
        """The parts by what they are called in sentences."""
        found = {_("the client"): self.client, _("the therapist"): self.therapist}
        return found if self.background is None else {**found, _("the background"): self.background}

    def of(self, role: Role) -> Part:
        """Return one person's part.

        Args:
            role: the client or the therapist.
        """
        return self.client if role is Role.CLIENT else self.therapist


def halves(client: Side) -> Regions:
    """Return the picture's two halves, one for each.

    Args:
        client: the half that the client is in.
    """
    return Regions(_half(client), _half(_OPPOSITE[client]))


def as_json(regions: Regions) -> dict[str, Any]:
    """Return the parts as values that JSON knows.

    Args:
        regions: the parts.
    """
    return asdict(regions)


def from_json(given: Mapping[str, Any]) -> Regions:
    """Return the parts from their JSON.

    Args:
        given: what `as_json` returned.

    Raises:
        ReattuneError: something is missing, or the parts are not usable.
    """
    try:
        background = Part(**given["background"]) if given.get("background") else None
        return Regions(Part(**given["client"]), Part(**given["therapist"]), background)
    except (KeyError, TypeError) as fault:
        message = _("The parts of the picture are not complete ({place}); draw them again.")
        raise ReattuneError(message.format(place=fault)) from fault


_OPPOSITE = {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT, Side.TOP: Side.BOTTOM, Side.BOTTOM: Side.TOP}


def _half(side: Side) -> Part:
    return {
        Side.LEFT: Part(0.0, 0.0, 0.5, 1.0),
        Side.RIGHT: Part(0.5, 0.0, 0.5, 1.0),
        Side.TOP: Part(0.0, 0.0, 1.0, 0.5),
        Side.BOTTOM: Part(0.0, 0.5, 1.0, 0.5),
    }[side]


def _pixels(begin: float, length: float, whole: int) -> slice:
    first = min(round(begin * whole), whole - 1)
    return slice(first, max(first + 1, round((begin + length) * whole)))


def _check(name: str, part: Part) -> None:
    edges = (part.left, part.top, part.left + part.width, part.top + part.height)
    # Written so that what is no number is refused too.
    if not all(-SLACK <= one <= 1 + SLACK for one in edges):
        message = _("The part of {name} reaches outside the picture; give fractions between 0 and 1.")
        raise ReattuneError(message.format(name=name))
    if not (part.width > 0 and part.height > 0 and part.share >= SMALLEST):
        message = _("The part of {name} is smaller than a fiftieth of the picture; draw it larger.")
        raise ReattuneError(message.format(name=name))
