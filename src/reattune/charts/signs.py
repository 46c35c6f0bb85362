"""What was kept by hand, as small signs: an episode is a line that was broken and is open, a moment is two rings."""

from typing import assert_never

from reattune.charts.days import day
from reattune.charts.glyphs import escaped, number
from reattune.charts.timeline import Sign, SignKind
from reattune.language import _

RING = 2.6


def sign_words(kind: SignKind) -> str:
    """Return what a sign stands for, as a legend names it."""
    match kind:
        case SignKind.EPISODE:
            return _("a record you keep open or put away")
        case SignKind.MET:
            return _("a moment: something met")
        case SignKind.OFF:
            return _("a moment: something off")
        case SignKind.UNSURE:
            return _("a moment: not sure")
        case other:
            assert_never(other)


def sign_title(one: Sign) -> str:
    """Return a sign in words, with its day and what was said."""
    return _("{day}: {what}").format(day=day(one.at), what=one.said or sign_words(one.kind))


def draw_sign(kind: SignKind, x: float, y: float, tip: str = "") -> str:
    """Return a sign at a place, with its words as a tooltip."""
    inner = f"<title>{escaped(tip)}</title>" if tip else ""
    return f"<g>{inner}{_sign(kind, x, y)}</g>"


def sign_icon(kind: SignKind) -> str:
    """Return a sign alone, for a legend; the words stand beside it."""
    hidden = 'aria-hidden="true" focusable="false"'
    return f'<svg class="rt rt-icon" width="20" height="14" viewBox="0 0 20 14" {hidden}>{_sign(kind, 10, 7)}</svg>'


def _sign(kind: SignKind, x: float, y: float) -> str:
    match kind:
        case SignKind.EPISODE:
            left = f"M{number(x - 8)} {number(y)}H{number(x - 2)}L{number(x - 0.5)} {number(y - 3.6)}"
            right = f"M{number(x + 0.8)} {number(y + 3.6)}L{number(x + 2.2)} {number(y)}H{number(x + 8)}"
            return f'<path d="{left}{right}" class="rt-broken"/>'
        case SignKind.MET:
            return _rings(x, y, RING - 0.8, "rt-ring")
        case SignKind.OFF:
            return _rings(x, y, RING + 1.6, "rt-ring")
        case SignKind.UNSURE:
            return _rings(x, y, RING, "rt-dotted")
        case other:
            assert_never(other)


def _rings(x: float, y: float, apart: float, right: str) -> str:
    first = f'<circle cx="{number(x - apart)}" cy="{number(y)}" r="{RING}" class="rt-ring"/>'
    return first + f'<circle cx="{number(x + apart)}" cy="{number(y)}" r="{RING}" class="{right}"/>'
