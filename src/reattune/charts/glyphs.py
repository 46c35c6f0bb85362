"""Small signs as SVG: a session, a turn, and the words beside them."""

from typing import assert_never

from reattune.charts.marks import Shape

RADIUS = 3.7


def text(x: float, y: float, words: str, css: str, anchor: str = "start") -> str:
    """Return words at a place, escaped."""
    return f'<text x="{number(x)}" y="{number(y)}" class="{css}" text-anchor="{anchor}">{escaped(words)}</text>'


def line(x1: float, y1: float, x2: float, y2: float, css: str) -> str:
    """Return a straight line."""
    return f'<line x1="{number(x1)}" y1="{number(y1)}" x2="{number(x2)}" y2="{number(y2)}" class="{css}"/>'


def number(value: float) -> str:
    """Return a coordinate with at most one decimal, so that the same input gives the same bytes."""
    return f"{value:.1f}".removesuffix(".0")


def escaped(words: str) -> str:
    """Return words safe inside SVG and HTML."""
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def session(shape: Shape, x: float, y: float, tip: str = "") -> str:
    """Return the sign for what became of a session, with its words as a tooltip."""
    inner = f"<title>{escaped(tip)}</title>" if tip else ""
    return f"<g>{inner}{_sign(shape, x, y)}</g>"


def _sign(shape: Shape, x: float, y: float) -> str:  # noqa: PLR0911 - one way out per kind
    match shape:
        case Shape.ATTENDED:
            return _circle(x, y, "rt-full")
        case Shape.LATE:
            return _circle(x, y, "rt-open") + _half(x, y, right=True)
        case Shape.LEFT_EARLY:
            return _circle(x, y, "rt-open") + _half(x, y, right=False)
        case Shape.CANCELLED:
            return _circle(x, y, "rt-open")
        case Shape.SHORT_NOTICE:
            return _circle(x, y, "rt-open") + line(x - 4.6, y + 4.6, x + 4.6, y - 4.6, "rt-ink")
        case Shape.ABSENT:
            return line(x - 3.6, y - 3.6, x + 3.6, y + 3.6, "rt-ink") + line(
                x - 3.6, y + 3.6, x + 3.6, y - 3.6, "rt-ink"
            )
        case Shape.MOVED:
            return line(x - 4, y, x + 3.6, y, "rt-ink") + head(x + 4.2, y, x - 4, y)
        case Shape.YOURS:
            return diamond(x, y, 4)
        case Shape.UNKNOWN:
            return f'<circle cx="{number(x)}" cy="{number(y)}" r="{RADIUS}" class="rt-dotted"/>'
        case other:
            assert_never(other)


def _circle(x: float, y: float, css: str) -> str:
    return f'<circle cx="{number(x)}" cy="{number(y)}" r="{RADIUS}" class="{css}"/>'


def _half(x: float, y: float, *, right: bool) -> str:
    sweep = 1 if right else 0
    top, foot = number(y - RADIUS), number(y + RADIUS)
    return f'<path d="M{number(x)} {top}A{RADIUS} {RADIUS} 0 0 {sweep} {number(x)} {foot}Z" class="rt-full"/>'


def diamond(x: float, y: float, half: float) -> str:
    """Return an open diamond, the sign for what the therapist changed."""
    points = ((x, y - half), (x + half, y), (x, y + half), (x - half, y))
    return f'<path d="M{"L".join(f"{number(a)} {number(b)}" for a, b in points)}Z" class="rt-open"/>'


def head(x: float, y: float, from_x: float, from_y: float) -> str:
    """Return an arrow head at a place, pointing away from where it came."""
    length = max(((x - from_x) ** 2 + (y - from_y) ** 2) ** 0.5, 1e-9)
    along_x, along_y = (x - from_x) / length, (y - from_y) / length
    back_x, back_y = x - 4.2 * along_x, y - 4.2 * along_y
    left = f"{number(back_x - 2.4 * along_y)} {number(back_y + 2.4 * along_x)}"
    right = f"{number(back_x + 2.4 * along_y)} {number(back_y - 2.4 * along_x)}"
    return f'<path d="M{number(x)} {number(y)}L{left}L{right}Z" class="rt-full"/>'


def icon(shape: Shape) -> str:
    """Return a sign alone, for a legend; the words stand beside it."""
    body = _sign(shape, 7, 7)
    hidden = 'aria-hidden="true" focusable="false"'
    return f'<svg class="rt rt-icon" width="14" height="14" viewBox="0 0 14 14" {hidden}>{body}</svg>'
