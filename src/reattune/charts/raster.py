"""A series of answers with, under it, a row of signs for each way of marking sessions: as SVG, and as lines of text."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import assert_never

from reattune.charts.days import day, day_and_month
from reattune.charts.drawing import Palette, style
from reattune.charts.glyphs import escaped, icon, line, number, session, text
from reattune.charts.marks import Shape
from reattune.charts.scores import HEIGHT, TITLE, timing_words, view, voice_words
from reattune.charts.timeline import Panel
from reattune.language import _, decimal, plural

LETTER = 6.4
MARGIN = 14.0
NARROWEST, WIDEST_STEP, NARROWEST_STEP = 720.0, 26.0, 11.0
ROW = 17.0
BARS = "▁▂▃▄▅▆▇█"
NARROWEST_BLOCK = 10


class Sign(StrEnum):
    """What a row holds at a session; told by shape, never by colour."""

    UNMARKED = "unmarked"
    OPEN = "open"
    BACK = "back"
    NOT_BACK = "not_back"
    ENDED = "ended"
    CAME_UP = "came_up"


SYMBOLS = {
    Sign.UNMARKED: "·",
    Sign.OPEN: "◐",
    Sign.BACK: "●",
    Sign.NOT_BACK: "○",
    Sign.ENDED: "◇",
    Sign.CAME_UP: "│",
}
_SHAPES = {
    Sign.OPEN: Shape.LATE,
    Sign.BACK: Shape.ATTENDED,
    Sign.NOT_BACK: Shape.CANCELLED,
    Sign.ENDED: Shape.YOURS,
}


def sign_words(sign: Sign) -> str:
    """Return what a sign says, as a legend names it."""
    match sign:
        case Sign.UNMARKED:
            return _("not marked")
        case Sign.OPEN:
            return _("marked, may yet come back (pending)")
        case Sign.BACK:
            return _("marked, came back (repaired)")
        case Sign.NOT_BACK:
            return _("marked, did not come back in the time given (unrepaired)")
        case Sign.ENDED:
            return _("marked, and the work ended before the time was over (censored)")
        case Sign.CAME_UP:
            return _("came up in Reattune")
        case other:
            assert_never(other)


@dataclass(frozen=True, slots=True)
class Row:
    """One way of marking: its name, and a sign for each session, None where it has nothing to say of one."""

    name: str
    signs: tuple[Sign | None, ...]


@dataclass(frozen=True, slots=True)
class Raster:
    """One series of answers, its sessions in order (no day twice), and the rows under it, each as long as these."""

    codename: str
    panel: Panel
    days: tuple[date, ...]
    scores: tuple[float | None, ...]
    rows: tuple[Row, ...]


def title(chart: Raster) -> str:
    """Return what a raster is of."""
    panel = chart.panel
    return _("{codename}: {form}, {who}, {timing}, and which sessions are marked").format(
        codename=chart.codename,
        form=panel.name,
        who=voice_words(panel.lines[0].by),
        timing=timing_words(panel.timing),
    )


def description(chart: Raster) -> str:
    """Return a raster in a sentence or two, for those who do not see it."""
    answers = plural("{n} answer", "{n} answers", sum(one is not None for one in chart.scores))
    sessions = plural("{n} session", "{n} sessions", len(chart.days))
    rows = plural("{n} row of signs", "{n} rows of signs", len(chart.rows))
    return _("{answers} in {sessions}, and {rows}. The same data stand in the table below.").format(
        answers=answers, sessions=sessions, rows=rows
    )


def used(charts: Sequence[Raster]) -> tuple[Sign, ...]:
    """Return the signs that charts hold, in order."""
    found = {sign for one in charts for row in one.rows for sign in row.signs}
    return tuple(sign for sign in Sign if sign in found)


def sign_icon(sign: Sign) -> str:
    """Return a sign alone as SVG, for a legend; the words stand beside it."""
    if sign in _SHAPES:
        return icon(_SHAPES[sign])
    body = _place(sign, 7, 7, "")
    hidden = 'aria-hidden="true" focusable="false"'
    return f'<svg class="rt rt-icon" width="14" height="14" viewBox="0 0 14 14" {hidden}>{body}</svg>'


def draw_raster(chart: Raster, identity: str, palette: Palette | None = None) -> str:
    """Draw a raster.

    Args:
        chart: What to draw.
        identity: A word unique on the page, for the title and description.
        palette: Colours for a drawing that stands alone; on a page the page's rules (`drawing.style`).

    Returns:
        One SVG element with a title and a description; the same raster gives the same bytes.
    """
    left = MARGIN + LETTER * max([len(row.name) for row in chart.rows], default=0) + 10
    count = max(len(chart.days), 1)
    step = min(max((NARROWEST - left - MARGIN) / count, NARROWEST_STEP), WIDEST_STEP)
    right = left + step * count
    where = {value: index for index, value in enumerate(chart.days)}

    def place(value: date) -> float:
        return left + step * (where[value] + 0.5)

    top = 6 + TITLE + HEIGHT + 20
    foot = top + ROW * len(chart.rows)
    parts = [
        *_answers(chart.panel, 6 + TITLE, (left, right), place),
        *_numbered(chart.days, place, step, foot),
        *(part for index, row in enumerate(chart.rows) for part in _row(row, chart, place, top + ROW * index, left)),
    ]
    width, height = number(max(right + MARGIN, NARROWEST)), number(foot + 34)
    rules = f"<style>{style(palette)}</style>" if palette else ""
    return (
        f'<svg class="rt" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
        f'height="{height}" role="img" aria-labelledby="{identity}-title {identity}-desc">'
        f'<title id="{identity}-title">{escaped(title(chart))}</title>'
        f'<desc id="{identity}-desc">{escaped(description(chart))}</desc>{rules}{"".join(parts)}</svg>'
    )


def _answers(panel: Panel, top: float, ends: tuple[float, float], place: Callable[[date], float]) -> list[str]:
    """Draw the answers as they are on a score axis, never joined over a session without one."""
    left, right = ends
    low, high = view(panel)
    foot = top + HEIGHT

    def height(score: float) -> float:
        return foot - (min(max(score, low), high) - low) / (high - low) * HEIGHT

    possible = _("{low} to {high} possible").format(
        low=decimal(f"{panel.minimum:g}"), high=decimal(f"{panel.maximum:g}")
    )
    parts = [
        text(left, top - 8, possible, "rt-small"),
        line(left, top, left, foot, "rt-axis"),
        line(left, foot, right, foot, "rt-axis"),
        text(left - 6, top + 4, decimal(f"{high:g}"), "rt-small", "end"),
        text(left - 6, foot + 1, decimal(f"{low:g}"), "rt-small", "end"),
    ]
    parts.extend(line(place(one), foot - 3, place(one), foot + 3, "rt-gap") for one in panel.gaps)
    for run in (run for one in panel.lines for run in one.runs):
        points = " ".join(f"{number(place(dot.at))},{number(height(dot.score))}" for dot in run)
        parts.append(f'<polyline points="{points}" class="rt-client"/>')
        for dot in run:
            tip = escaped(f"{day(dot.at)}: {decimal(f'{dot.score:g}')}")
            x, y = number(place(dot.at)), number(height(dot.score))
            parts.append(f'<circle cx="{x}" cy="{y}" r="2.3" class="rt-full"><title>{tip}</title></circle>')
    return parts


def _row(row: Row, chart: Raster, place: Callable[[date], float], y: float, left: float) -> list[str]:
    parts = [text(left - 10, y + 4, row.name, "rt-small", "end")]
    for at, sign in zip(chart.days, row.signs, strict=True):
        if sign is not None:
            tip = "" if sign is Sign.UNMARKED else f"{row.name}, {day(at)}: {sign_words(sign)}"
            parts.append(_place(sign, place(at), y, tip))
    return parts


def _place(sign: Sign, x: float, y: float, tip: str) -> str:
    if sign in _SHAPES:
        return session(_SHAPES[sign], x, y, tip)
    if sign is Sign.CAME_UP:
        inner = f"<title>{escaped(tip)}</title>" if tip else ""
        return f"<g>{inner}{line(x, y - 6, x, y + 6, 'rt-flag')}</g>"
    return f'<circle cx="{number(x)}" cy="{number(y)}" r="0.9" class="rt-band rt-dot"/>'


def _numbered(days: Sequence[date], place: Callable[[date], float], step: float, foot: float) -> list[str]:
    """Number the sessions along the foot, with the day under the number, as many as there is room for."""
    room = LETTER * max([8, *(len(day_and_month(at)) + 2 for at in days)])
    every = next((one for one in (1, 2, 5, 10, 20) if one * step >= room), 50)
    parts = []
    for index, at in enumerate(days):
        if index == 0 or (index + 1) % every == 0:
            x = place(at)
            parts.append(line(x, foot - 8, x, foot - 4, "rt-axis"))
            parts.append(text(x, foot + 7, str(index + 1), "rt-small", "middle"))
            words = day_and_month(at) if index else str(at.year)
            parts.append(text(x, foot + 21, words, "rt-small", "middle"))
    return parts


def lines(chart: Raster, width: int) -> list[str]:
    """Set a raster as text, one sign per session and row, cut into as many blocks as the width asks for.

    Args:
        chart: What to set.
        width: Signs in a line.

    Returns:
        Lines no longer than the width where it leaves room for ten sessions; a blank line between two blocks.
    """
    names = [_("session"), _("answer"), *(row.name for row in chart.rows)]
    label = max(map(len, names)) + 2
    room = max(width - label, NARROWEST_BLOCK)
    found: list[str] = []
    for start in range(0, len(chart.days), room):
        end = min(start + room, len(chart.days))
        rows = [_numbers(start, end, room), _bars(chart)[start:end], *(_signs(row)[start:end] for row in chart.rows)]
        if found:
            found.append("")
        found.extend(f"{name:<{label}}{signs}".rstrip() for name, signs in zip(names, rows, strict=True))
    return found


def _numbers(start: int, end: int, room: int) -> str:
    """Number the first session of a block, and every tenth above its own sign, where there is room."""
    written = str(start + 1)
    for place in range(start + 1, end):
        number = str(place + 1)
        if (place + 1) % 10 == 0 and len(written) < place - start and place - start + len(number) <= room:
            written = written.ljust(place - start) + number
    return written


def _bars(chart: Raster) -> str:
    low, high = view(chart.panel)
    return "".join(
        " " if one is None else BARS[min(int((one - low) / (high - low) * len(BARS)), len(BARS) - 1)]
        for one in chart.scores
    )


def _signs(row: Row) -> str:
    return "".join(" " if one is None else SYMBOLS[one] for one in row.signs)
