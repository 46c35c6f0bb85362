"""A timeline as SVG: sessions as planned and as they happened, breaks, your own changes, ratings, noticings."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from typing import assert_never

from reattune.charts import glyphs
from reattune.charts.days import day, day_and_month, month
from reattune.charts.glyphs import escaped, line, number, text
from reattune.charts.labels import staggered
from reattune.charts.links import Link, linked, nowhere
from reattune.charts.scores import draw_panel, height_of
from reattune.charts.signs import draw_sign, sign_title
from reattune.charts.timeline import Band, Flag, Slot, Timeline, Turn
from reattune.language import _, plural
from reattune.model import BreakBy

LEFT, RIGHT = 88.0, 14.0
NARROWEST = 720.0
A_WEEK = 9.6
LANE = 30.0
LEVEL = 15.0
FULL_MONTH_NAMES_FROM = 24.0


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a drawing: one accent at most, and nothing is said by colour alone."""

    ink: str
    soft: str
    band: str
    accent: str
    paper: str


PAPER = Palette(ink="#1d2b2a", soft="#5a6866", band="#e8eeed", accent="#1b6a66", paper="#ffffff")
PAGE = Palette(
    ink="var(--ink, #1d2b2a)",
    soft="var(--soft, #5a6866)",
    band="var(--band, #e8eeed)",
    accent="var(--accent, #1b6a66)",
    paper="var(--paper, #ffffff)",
)


def style(palette: Palette) -> str:
    """Return the rules that every drawing on a page shares."""
    return (
        f".rt text{{font:12px system-ui,sans-serif;fill:{palette.ink}}}"
        f".rt .rt-small{{font-size:11px;fill:{palette.soft}}}.rt .rt-label{{font-weight:600}}"
        f".rt .rt-over{{paint-order:stroke;stroke:{palette.paper};stroke-width:3px;stroke-linejoin:round}}"
        f".rt .rt-full{{fill:{palette.ink}}}"
        f".rt .rt-open{{fill:{palette.paper};stroke:{palette.ink};stroke-width:1.3}}"
        f".rt .rt-ring,.rt .rt-broken{{fill:none;stroke:{palette.ink};stroke-width:1.3;stroke-linecap:round}}"
        f".rt .rt-dotted{{fill:none;stroke:{palette.soft};stroke-width:1.2;stroke-dasharray:1.6 1.8}}"
        f".rt .rt-ink{{stroke:{palette.ink};stroke-width:1.5}}"
        f".rt .rt-axis{{stroke:{palette.soft};stroke-width:.8}}"
        f".rt .rt-month{{stroke:{palette.soft};stroke-width:.5;stroke-dasharray:1 4}}"
        f".rt .rt-gap{{stroke:{palette.soft};stroke-width:1}}"
        f".rt .rt-band{{fill:{palette.band}}}"
        f".rt .rt-flag{{stroke:{palette.accent};stroke-width:1.4}}"
        f".rt .rt-since{{stroke:{palette.accent};stroke-width:4;opacity:.35}}"
        f".rt .rt-number{{fill:{palette.accent};font-weight:600}}"
        f".rt .rt-cut{{stroke:{palette.soft};stroke-width:1;stroke-dasharray:6 3}}"
        f".rt .rt-client,.rt .rt-therapist{{fill:none;stroke:{palette.ink};stroke-width:1.4}}"
        f".rt .rt-therapist{{stroke-dasharray:4 3}}"
    )


def draw(chart: Timeline, identity: str, palette: Palette | None = None, link: Link = nowhere) -> str:
    """Draw a timeline.

    Args:
        chart: What to draw.
        identity: A word unique on the page, for the title and description.
        palette: Colours for a drawing that stands alone; on a page the page's `style` rules.
        link: From something drawn to the address of its rows, "" where it has none.

    Returns:
        One SVG element with a title and a description; the same timeline gives the same bytes.
    """
    weeks = ((chart.end - chart.start).days + 1) / 7
    width = LEFT + RIGHT + max(NARROWEST, A_WEEK * weeks)
    place = _places(chart, width)
    levels, flags = _labels(chart.flags, place, width)
    top = 6 + LEVEL * levels
    band_levels, names = _names(chart.bands, place, width)
    lanes = [top + 14 + LANE * index for index in range(4 if chart.signs else 3)]
    breaks = lanes[-1] + 22
    panels = breaks + LEVEL * max(band_levels, 0) + 2
    *tops, foot = accumulate((height_of(one) for one in chart.panels), initial=panels)
    parts = [
        *(linked(_band(one, place, top, foot), link(one)) for one in chart.bands),
        *_months(chart, place, top, foot),
        *(_flag(one, place, top, foot, lanes[1]) for one in chart.flags),
        *_lanes(chart, place, lanes, width - RIGHT, link),
        *(text(x, breaks + LEVEL * level, words, "rt-small") for x, level, words in names),
        *(draw_panel(one, y, LEFT, width - RIGHT, place, link) for one, y in zip(chart.panels, tops, strict=True)),
        *(
            linked(text(x, 11 + LEVEL * level, words, "rt-number"), link(one), flag_words(one), reached=True)
            for one, (x, level, words) in zip(chart.flags, flags, strict=True)
        ),
    ]
    return _frame(chart, identity, (width, foot + 34), palette, "".join(parts))


def _frame(chart: Timeline, identity: str, size: tuple[float, float], palette: Palette | None, body: str) -> str:
    width, height = number(size[0]), number(size[1])
    # What stands inside an image is not read out, so a drawing with links is a group.
    role = "group" if "<a " in body else "img"
    rules = f"<style>{style(palette)}</style>" if palette else ""
    return (
        f'<svg class="rt" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
        f'height="{height}" role="{role}" aria-labelledby="{identity}-title {identity}-desc">'
        f'<title id="{identity}-title">{escaped(title(chart))}</title>'
        f'<desc id="{identity}-desc">{escaped(description(chart))}</desc>{rules}{body}</svg>'
    )


def title(chart: Timeline) -> str:
    """Return what a timeline is of."""
    return _("{codename}: sessions from {start} to {end}").format(
        codename=chart.codename, start=day(chart.start), end=day(chart.end)
    )


def description(chart: Timeline) -> str:
    """Return a timeline in a sentence or two, for those who do not see it."""
    parts = [
        plural("{n} agreed session", "{n} agreed sessions", len(chart.slots)),
        plural("{n} break", "{n} breaks", len(chart.bands)),
        plural("{n} change of your own", "{n} changes of your own", len(chart.turns)),
        plural("{n} series of ratings", "{n} series of ratings", sum(len(one.lines) for one in chart.panels)),
        plural("{n} noticing", "{n} noticings", len(chart.flags)),
    ]
    if chart.signs:
        parts.append(plural("{n} note of your own", "{n} notes of your own", len(chart.signs)))
    return _("{parts}. The same data stand in the table below.").format(parts=", ".join(parts))


def _places(chart: Timeline, width: float) -> Callable[[date], float]:
    days = max((chart.end - chart.start).days, 1)
    inner = width - LEFT - RIGHT - 12

    def place(value: date) -> float:
        return LEFT + 6 + inner * (value - chart.start).days / days

    return place


def _labels(
    flags: Sequence[Flag], place: Callable[[date], float], width: float
) -> tuple[int, list[tuple[float, int, str]]]:
    wanted = [(place(one.at) + 4, f"{one.number} · {day_and_month(one.at)}") for one in flags]
    return staggered(wanted, width, 6.9)


def _names(
    bands: Sequence[Band], place: Callable[[date], float], width: float
) -> tuple[int, list[tuple[float, int, str]]]:
    # The same break often stands in the frame and in the calendar; it is named once.
    named: list[Band] = []
    for one in bands:
        if not any(one.by is other.by and one.start <= other.end for other in named):
            named.append(one)
    return staggered([(place(one.start), band_words(one.by)) for one in named], width, 6.0)


def flag_words(one: Flag) -> str:
    """Return a noticing's number and day, for those who hear it."""
    return _("noticing {n}, {day}").format(n=one.number, day=day(one.at))


def turn_words(one: Turn) -> str:
    """Return the day of a change of the therapist's own."""
    return _("your change, {day}").format(day=day(one.at))


def band_words(by: BreakBy) -> str:
    """Return whose break it is, in words, for the therapist who reads it."""
    match by:
        case BreakBy.THERAPIST:
            return _("your break")
        case BreakBy.CLIENT:
            return _("client’s break")
        case BreakBy.BOTH:
            return _("break")
        case other:
            assert_never(other)


def _band(one: Band, place: Callable[[date], float], top: float, foot: float) -> str:
    x, end = place(one.start), place(one.end)
    words = _("{whose}, {start} to {end}").format(whose=band_words(one.by), start=day(one.start), end=day(one.end))
    return (
        f'<rect x="{number(x)}" y="{number(top)}" width="{number(max(end - x, 2))}" height="{number(foot - top)}" '
        f'class="rt-band"><title>{escaped(words)}</title></rect>'
    )


def _flag(one: Flag, place: Callable[[date], float], top: float, foot: float, lane: float) -> str:
    x = place(one.at)
    since = line(place(one.since), lane + 10, x, lane + 10, "rt-since") if one.since < one.at else ""
    return since + line(x, top - 8, x, foot, "rt-flag")


def _lanes(
    chart: Timeline, place: Callable[[date], float], lanes: Sequence[float], right: float, link: Link
) -> list[str]:
    planned, happened, yours, *kept = lanes
    names = (_("planned"), _("happened"), _("your changes"), _("your notes"))
    parts = [text(LEFT - 10, y + 4, words, "rt-small", "end") for y, words in zip(lanes, names, strict=False)]
    parts.extend(line(LEFT, y, right, y, "rt-month") for y in (planned, yours, *kept))
    parts.extend(
        line(place(one.planned), planned - 4, place(one.planned), planned + 4, "rt-gap") for one in chart.slots
    )
    parts.extend(linked("".join(_slot(one, place, planned, happened)), link(one)) for one in chart.slots)
    parts.extend(linked(glyphs.diamond(place(one.at), yours, 3.4), link(one), turn_words(one)) for one in chart.turns)
    parts.extend(
        linked(draw_sign(one.kind, place(one.at), kept[0], sign_title(one)), link(one), reached=True)
        for one in chart.signs
    )
    return parts


def _slot(one: Slot, place: Callable[[date], float], planned: float, happened: float) -> list[str]:
    x, to = place(one.planned), place(one.happened)
    words = _("{day}: {what}").format(day=day(one.planned), what=one.said)
    parts = []
    if one.happened != one.planned:
        words = _("{day}, moved to {new}: {what}").format(day=day(one.planned), new=day(one.happened), what=one.said)
        parts.append(line(x, planned + 4, to, happened - 8, "rt-axis"))
        parts.append(glyphs.head(to, happened - 5, x, planned + 4))
    parts.append(glyphs.session(one.shape, to, happened, words))
    return parts


def _months(chart: Timeline, place: Callable[[date], float], top: float, foot: float) -> list[str]:
    parts = [line(LEFT, foot, place(chart.end) + 6, foot, "rt-axis")]
    firsts = _firsts(chart.start, chart.end)
    room = (place(chart.end) - place(chart.start)) / max(len(firsts), 1)
    for index, first in enumerate(firsts):
        x = place(first)
        parts.append(line(x, top, x, foot, "rt-month"))
        if room >= FULL_MONTH_NAMES_FROM or first.month % 3 == 1:
            parts.append(text(x + 2, foot + 13, month(first.month), "rt-small"))
        if index == 0 or first.month == 1:
            parts.append(text(x + 2, foot + 26, str(first.year), "rt-label"))
    return parts


def _firsts(start: date, end: date) -> list[date]:
    found = []
    current = start.replace(day=1)
    while current <= end:
        if current >= start:
            found.append(current)
        current = (current + timedelta(days=32)).replace(day=1)
    return found
