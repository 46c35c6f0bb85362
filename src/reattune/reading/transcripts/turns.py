"""Turns: neighbouring entries of one speaker put together, with nothing left out."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from reattune.model import Pause, Turn


def merged(turns: Iterable[Turn]) -> tuple[Turn, ...]:
    """Return turns with neighbours by the same speaker put together: their words joined by one space."""
    return tuple(_joined(list(group)) for _, group in groupby(turns, key=lambda turn: (turn.role, turn.label)))


def _joined(turns: list[Turn]) -> Turn:
    if len(turns) == 1:
        return turns[0]
    pauses: list[Pause] = []
    length = 0
    for turn in turns:
        pauses += [replace(pause, after=pause.after + length) for pause in turn.pauses]
        length += len(turn.text) + 1
    return replace(
        turns[0],
        text=" ".join(turn.text for turn in turns),
        end=turns[-1].end,
        messages=sum(turn.messages for turn in turns),
        pauses=tuple(pauses),
    )
