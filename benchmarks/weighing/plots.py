"""Two pictures of the comparison, as SVG with title and description; the same numbers stand in tables beside them."""

from collections.abc import Sequence
from html import escape

WIDTH, ROW, LEFT, RIGHT, TOP = 900, 22, 400, 40, 34
INK, SOFT, LINE = "#1f2a30", "#5b6b73", "#c9d3d8"
GUARANTEED, OTHER = "#1b6f8a", "#8aa3ad"


def bars(title: str, said: str, rows: Sequence[tuple[str, float, float, float]], mark: float, named: str) -> str:
    """Return horizontal bars with intervals and one marked value.

    Args:
        title: what is shown.
        said: the same in a sentence, for those who do not see it.
        rows: (label, value, low, high).
        mark: a value that all are compared with, drawn as a dashed line.
        named: what the marked value is.
    """
    highest = 1.05 * max([mark, *(high for _, _, _, high in rows)])
    height = TOP + ROW * len(rows) + 34
    parts = [_open(title, said, height)]
    for place, (label, value, low, high) in enumerate(rows):
        y = TOP + ROW * place
        parts.append(f'<text x="{LEFT - 8}" y="{y + 14}" text-anchor="end" fill="{INK}">{escape(label)}</text>')
        parts.append(
            f'<rect x="{LEFT}" y="{y + 4}" width="{_at(value, highest) - LEFT:.1f}" height="12" fill="{GUARANTEED}"/>'
        )
        parts.append(
            f'<path d="M{_at(low, highest):.1f} {y + 10}H{_at(high, highest):.1f}" stroke="{INK}" stroke-width="1.5"/>'
        )
    x, bottom = _at(mark, highest), TOP + ROW * len(rows)
    parts.append(f'<path d="M{x:.1f} {TOP - 6}V{bottom + 4}" stroke="{INK}" stroke-dasharray="4 3"/>')
    parts.append(f'<text x="{x:.1f}" y="{bottom + 20}" text-anchor="middle" fill="{SOFT}">{escape(named)}</text>')
    return "\n".join([*parts, "</svg>\n"])


def dots(title: str, said: str, columns: Sequence[str], rows: Sequence[tuple[str, Sequence[float]]]) -> str:
    """Return one row a method and one dot a change, from 0 to 1, with the changes named by shape and number."""
    height = TOP + ROW * len(rows) + 30 + 18 * len(columns)
    parts = [_open(title, said, height)]
    bottom = TOP + ROW * len(rows)
    for tenth in range(0, 11, 2):
        x = _at(tenth / 10, 1.0)
        parts.append(f'<path d="M{x:.1f} {TOP - 6}V{bottom}" stroke="{LINE}"/>')
        parts.append(f'<text x="{x:.1f}" y="{bottom + 14}" text-anchor="middle" fill="{SOFT}">{tenth / 10:g}</text>')
    for place, (label, values) in enumerate(rows):
        y = TOP + ROW * place + 10
        parts.append(f'<text x="{LEFT - 8}" y="{y + 4}" text-anchor="end" fill="{INK}">{escape(label)}</text>')
        colour = GUARANTEED if label.startswith("Reattune") else OTHER
        for number, value in enumerate(values, start=1):
            x = _at(value, 1.0)
            parts.append(f'<circle cx="{x:.1f}" cy="{y}" r="7.5" fill="{colour}"/>')
            parts.append(
                f'<text x="{x:.1f}" y="{y + 3.5}" text-anchor="middle" font-size="10" fill="#fff">{number}</text>'
            )
    for number, name in enumerate(columns, start=1):
        y = bottom + 18 + 18 * number
        parts.append(f'<text x="{LEFT}" y="{y}" fill="{SOFT}">{number}  {escape(name)}</text>')
    return "\n".join([*parts, "</svg>\n"])


def _open(title: str, said: str, height: int) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" '
        f'role="img" aria-labelledby="t d" font-family="sans-serif" font-size="12">'
        f'<title id="t">{escape(title)}</title><desc id="d">{escape(said)}</desc>'
        f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>'
        f'<text x="12" y="18" font-weight="bold" fill="{INK}">{escape(title)}</text>'
    )


def _at(value: float, highest: float) -> float:
    return LEFT + (WIDTH - LEFT - RIGHT) * value / highest
