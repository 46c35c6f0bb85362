"""A calibration built by hand, so that its telling is tested without noticing anything."""

from datetime import date

from reattune.calibration import AtBudget, Calibration
from reattune.model import Direction
from reattune.noticing.looseness import Used


def line(budget, noticings, added=0, own=False, promised=5.2, at_the_most=10, **ways):
    directions = {way: ways.get(way.value, 0) for way in Direction}
    return AtBudget(
        budget, own, noticings, added, noticings / 18, min(noticings, 3), directions, 84, promised, at_the_most
    )


def calibration():
    return Calibration(
        as_of=date(2026, 6, 30),
        months_asked=24,
        start=date(2025, 1, 6),
        end=date(2026, 6, 30),
        begun=date(2025, 1, 6),
        relationships=("heron", "rook", "wren"),
        ticks=160,
        spread=True,
        alone=False,
        ordinary_marks=2,
        budgets=(
            line(0.5, 4, 1, away=3, attuned=1),
            line(1.0, 6, 1, away=4, attuned=2, promised=9.4),
            line(2.0, 9, 2, own=True, away=6, attuned=2, changed=1, promised=14.0, at_the_most=160),
            line(4.0, 9, 2, away=6, attuned=2, changed=1, promised=14.0, at_the_most=160),
        ),
        used=Used(0.8, 0.07, 9600),
    )
