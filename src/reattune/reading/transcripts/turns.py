"""Turns: neighbouring entries of one speaker put together, with nothing left out."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from reattune.model import Pause, Turn

HEARD = 1.0
"""Seconds between two entries of one speaker from which the silence is kept as a pause (our own choice)."""


def merged(turns: Iterable[Turn], *, measured: bool = False) -> tuple[Turn, ...]:
    """Return turns with neighbours by the same speaker put together: their words joined by one space.

    Args:
        turns: In order.
        measured: Whether beginnings and ends are both real, so that a silence between two that are put together is
            kept as a pause.
    """
    grouped = groupby(turns, key=lambda turn: (turn.role, turn.label))
    return tuple(_joined(list(group), measured=measured) for _, group in grouped)


def _joined(turns: list[Turn], *, measured: bool) -> Turn:
    if len(turns) == 1:
        return turns[0]
    pauses: list[Pause] = []
    length = 0
    until: float | None = None
    for turn in turns:
        if measured and length and until is not None and turn.start is not None and turn.start - until >= HEARD:
            pauses.append(Pause(length, "", turn.start - until))
        pauses += [replace(pause, after=pause.after + length) for pause in turn.pauses]
        length += len(turn.text) + 1
        until = None if turn.end is None else max(turn.end, until or turn.end)
    return replace(
        turns[0],
        text=" ".join(turn.text for turn in turns),
        end=until,
        messages=sum(turn.messages for turn in turns),
        pauses=tuple(pauses),
    )
