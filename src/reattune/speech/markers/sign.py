"""What a marker rests on: something named that a turn shows or does not, by a pattern or by its place."""

from collections.abc import Callable
from dataclasses import dataclass

from reattune.model import Role
from reattune.speech.place import Place


@dataclass(frozen=True, slots=True)
class Sign:
    """Something that can be seen in one turn.

    `says` is its definition in a sentence. It is met where `expression` (RE2, on folded text) is found, or to the
    degree, from 0 to 1, that `seen` gives for the turn in its place.
    """

    name: str
    role: Role
    says: Callable[[], str]
    expression: str = ""
    seen: Callable[[Place], float] | None = None


def words(*parts: str) -> str:
    """Return an expression that is met by any of the parts as whole words."""
    return rf"\b(?:{'|'.join(parts)})\b"
