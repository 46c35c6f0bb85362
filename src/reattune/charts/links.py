"""A mark as a link: on a page every mark may open the rows it stands for; on paper it is the mark alone."""

from collections.abc import Callable

from reattune.charts.glyphs import escaped
from reattune.charts.timeline import Band, Dot, Flag, Sign, Slot, Turn

Drawn = Slot | Band | Turn | Flag | Dot | Sign
Link = Callable[[Drawn], str]
"""From something drawn to the address of its rows, "" where it has none."""


def nowhere(_drawn: Drawn) -> str:
    """Link nothing."""
    return ""


def linked(mark: str, address: str, words: str = "", *, reached: bool = False) -> str:
    """Return a mark as a link.

    Args:
        mark: The mark, as SVG.
        address: Where it leads; "" leaves the mark as it is.
        words: What is read out; where there are none, the mark brings a title of its own.
        reached: Whether the tab key stops here. A mark that also stands in the table below is left out, so that
            nobody must press a key a hundred times to get past a picture.

    Returns:
        SVG elements.
    """
    if not address:
        return mark
    stop = "" if reached else ' tabindex="-1"'
    name = f' aria-label="{escaped(words)}"' if words else ""
    return f'<a href="{escaped(address)}" class="rt-link"{name}{stop}>{mark}</a>'
