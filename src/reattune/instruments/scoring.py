"""From answers to a score: reversals, sum or mean, and the instrument's own rule for missing items."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reattune.language import _
from reattune.model import Instrument

_ROUNDED = 0.0051
"""Totals are often written with two decimals: 3.43 for the mean of seven items."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A score, or None and in a sentence why there is none; `item` is the item in question, if one is."""

    score: float | None
    why: str = ""
    item: int | None = None


def score(instrument: Instrument, items: Sequence[float | None]) -> Scored:
    """Return the score that these answers make.

    Args:
        instrument: The instrument that was answered.
        items: The answers in the form's order, as given (not reversed); None = not answered.

    Returns:
        The score on the instrument's own scale, or why there is none.
    """
    if not instrument.item_count:
        return Scored(
            None, _("only totals are known for {id}; give its score instead of items").format(id=instrument.id)
        )
    if len(items) != instrument.item_count:
        return Scored(
            None,
            _("{id} has {count} items and {given} were given; give i1 to i{count}").format(
                id=instrument.id, count=instrument.item_count, given=len(items)
            ),
        )
    outside = _outside(instrument, items)
    if outside is not None:
        return outside
    return _added(instrument, tuple(range(1, instrument.item_count + 1)), items, instrument.max_missing)


def subscale_scores(instrument: Instrument, items: Sequence[float | None]) -> Mapping[str, Scored]:
    """Return the score of every subscale, by name; a subscale with a missing item has none."""
    if len(items) != instrument.item_count or _outside(instrument, items) is not None:
        whole = score(instrument, items)
        return {name: Scored(None, whole.why, whole.item) for name in instrument.subscales}
    return {name: _added(instrument, numbers, items, 0) for name, numbers in instrument.subscales.items()}


def on_lattice(instrument: Instrument, value: float) -> float | None:
    """Return the attainable score that `value` is, or None where it is none (3.5 on a sum of whole numbers)."""
    if not instrument.minimum <= value <= instrument.maximum:
        return None
    steps = round((value - instrument.minimum) / instrument.step)
    nearest = _attainable(instrument, steps)
    return nearest if abs(nearest - value) <= min(_ROUNDED, instrument.step / 4) else None


def reverse(instrument: Instrument, value: float) -> float:
    """Return an answer turned round on its own scale."""
    return instrument.item_minimum + instrument.item_maximum - value


def _outside(instrument: Instrument, items: Sequence[float | None]) -> Scored | None:
    for number, value in enumerate(items, start=1):
        if value is None or (instrument.item_minimum <= value <= instrument.item_maximum and value == round(value)):
            continue
        why = _(
            "item {number} of {id} is {value}, and its answers are whole numbers from {low} to {high}; check the form"
        )
        return Scored(
            None,
            why.format(
                number=number,
                id=instrument.id,
                value=f"{value:g}",
                low=f"{instrument.item_minimum:g}",
                high=f"{instrument.item_maximum:g}",
            ),
            number,
        )
    return None


def _added(instrument: Instrument, numbers: tuple[int, ...], items: Sequence[float | None], max_missing: int) -> Scored:
    given = [
        reverse(instrument, value) if number in instrument.reversed_items else value
        for number in numbers
        if (value := items[number - 1]) is not None
    ]
    missing = len(numbers) - len(given)
    if missing > max_missing or not given:
        why = _("{missing} of {count} items of {id} without an answer; its definition allows {allowed}")
        return Scored(None, why.format(missing=missing, count=len(numbers), id=instrument.id, allowed=max_missing))
    # The mean of the answered items stands in for each missing one.
    mean = sum(given) / len(given)
    return Scored(_nearest(instrument, numbers, mean))


def _nearest(instrument: Instrument, numbers: tuple[int, ...], mean: float) -> float:
    """Return the attainable score nearest to this mean of items, halves upwards."""
    total = instrument.item_minimum * len(numbers)
    whole = total + int(mean * len(numbers) - total + 0.5)
    return whole if instrument.scoring == "sum" else round(whole / len(numbers), 9)


def _attainable(instrument: Instrument, steps: int) -> float:
    return round(instrument.minimum + steps * instrument.step, 9)
