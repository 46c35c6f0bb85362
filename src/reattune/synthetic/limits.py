"""What may be asked for: each check raises one sentence that says what was given and what is possible."""

import math

from reattune.errors import ReattuneError

CARRY_BELOW = 0.95
"""From here on a series hardly returns to its level, and its own level says nothing."""


def whole(name: str, value: int, low: int, high: int | None = None) -> None:
    """Raise `ReattuneError` where `value` is not a whole number from `low` to `high` (no end where None)."""
    possible = math.isfinite(value) and int(value) == value and value >= low and (high is None or value <= high)
    if isinstance(value, bool) or not possible:
        reach = f"of {low} or more" if high is None else f"from {low} to {high}"
        raise ReattuneError(f"{name} is {value}; give a whole number {reach}.")


def number(name: str, value: float, low: float, high: float = math.inf) -> None:
    """Raise `ReattuneError` where `value` is not a finite number from `low` to `high`."""
    if not (math.isfinite(value) and low <= value <= high):
        reach = f"of {low:g} or more" if high == math.inf else f"from {low:g} to {high:g}"
        raise ReattuneError(f"{name} is {value}; give a number {reach}.")


def above(name: str, value: float, low: float = 0.0) -> None:
    """Raise `ReattuneError` where `value` is not a finite number above `low`."""
    if not (math.isfinite(value) and value > low):
        raise ReattuneError(f"{name} is {value}; give a number above {low:g}.")


def share(name: str, value: float) -> None:
    """Raise `ReattuneError` where `value` is no share of 0 to 1."""
    number(name, value, 0.0, 1.0)


def carry(name: str, value: float) -> None:
    """Raise `ReattuneError` where an autocorrelation is not at least 0 and below .95."""
    if not 0.0 <= value < CARRY_BELOW:
        raise ReattuneError(f"{name} is {value}; give an autocorrelation of at least 0 and below {CARRY_BELOW}.")
