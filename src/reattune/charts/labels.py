"""Labels side by side: one that would run into the one before it goes a level further down."""

from collections.abc import Iterable


def staggered(
    wanted: Iterable[tuple[float, str]], width: float, letter: float
) -> tuple[int, list[tuple[float, int, str]]]:
    """Place labels so that none covers another.

    Args:
        wanted: Where each would begin and what it says, from left to right.
        width: Where the drawing ends.
        letter: How wide a letter is.

    Returns:
        How many levels there are, and each label's place, level and words.
    """
    ends: list[float] = []
    placed = []
    for x, words in wanted:
        length = letter * len(words) + 6
        start = min(x, width - length)
        level = next((index for index, end in enumerate(ends) if end <= start), len(ends))
        ends[level : level + 1] = [start + length]
        placed.append((start, level, words))
    return len(ends), placed
