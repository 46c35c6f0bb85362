"""Rating panels as SVG: two people, two lines, never joined over a session without an answer."""

import re
from collections.abc import Callable
from datetime import date
from math import ceil, floor
from typing import assert_never

from reattune.charts.days import day
from reattune.charts.glyphs import escaped, line, number, text
from reattune.charts.links import Link, linked, nowhere
from reattune.charts.timeline import Dot, Line, Panel
from reattune.language import _, decimal
from reattune.model import Timing, Voice

HEIGHT = 78.0
TITLE = 20.0
ROOM = 14.0
DASH = 22.0
GAP = 14.0


def timing_words(timing: Timing) -> str:
    """Return when a rating was given, in words."""
    match timing:
        case Timing.PRE:
            return _("before the session")
        case Timing.POST:
            return _("after the session")
        case Timing.BETWEEN:
            return _("between sessions")
        case other:
            assert_never(other)


def voice_words(by: Voice) -> str:
    """Return whose rating it is, in words, for the therapist who reads it."""
    match by:
        case Voice.CLIENT:
            return _("client")
        case Voice.THERAPIST:
            return _("you")
        case other:
            assert_never(other)


def count_words(panel: Panel, whose: Callable[[Voice], str] = voice_words) -> str:
    """Return how many answers there are and how many sessions have none.

    Args:
        panel: Of which form.
        whose: Whose rating it is, in words for whoever reads it.
    """
    parts = [_("{who} n = {n}").format(who=whose(one.by), n=one.count) for one in panel.lines]
    missing = _("no answer recorded for {n} of {all} agreed sessions").format(n=len(panel.gaps), all=panel.sessions)
    return "; ".join((*parts, missing))


def panel_words(panel: Panel) -> str:
    """Return what a panel is of: the form, when it was given, and its range."""
    kind = _("answers {low} to {high}") if panel.range_learned else _("{low} to {high} possible")
    span = kind.format(low=_shown(panel.minimum), high=_shown(panel.maximum))
    return f"{panel.name} · {timing_words(panel.timing)} · {span}"


def _shown(value: float) -> str:
    return decimal(f"{value:g}")


def view(panel: Panel) -> tuple[float, float]:
    """Return the part of the scale that is drawn: all answers and lines, and never less than a third of the scale.

    Answers often crowd one end; on the whole scale nothing could be made out. The ends are always labelled.
    """
    values = [dot.score for one in panel.lines for run in one.runs for dot in run]
    values.extend(value for value, _label in panel.cutoffs)
    least = (panel.maximum - panel.minimum) / 3 or 1.0
    low, high = min(values), max(values)
    spare = max(least - (high - low), 0) / 2
    low, high = low - spare, high + spare
    if high > panel.maximum:
        low, high = low - (high - panel.maximum), panel.maximum
    if low < panel.minimum:
        low, high = panel.minimum, max(high, panel.minimum + least)
    return floor(low), ceil(high)


def height_of(panel: Panel) -> float:
    """Return how much room a panel takes, the names of its lines and the gap below included."""
    return TITLE + HEIGHT + ROOM * len(panel.cutoffs) + GAP


def heights(panel: Panel, top: float) -> Callable[[float], float]:
    """Return a function from a score to its y in a panel with its upper edge at `top`."""
    low, high = view(panel)
    lower = top + TITLE + HEIGHT

    def height(value: float) -> float:
        share = min(max((value - low) / (high - low), 0.0), 1.0)
        return lower - share * HEIGHT

    return height


def draw_panel(
    panel: Panel,
    top: float,
    left: float,
    right: float,
    place: Callable[[date], float],
    link: Link = nowhere,
    whose: Callable[[Voice], str] = voice_words,
    *,
    headed: bool = True,
) -> str:
    """Return one panel.

    Args:
        panel: What to draw.
        top: Its upper edge.
        left: Where the score axis stands.
        right: Where the panel ends.
        place: From a day to its x.
        link: From an answer to the address of its row.
        whose: Whose rating it is, in words for whoever reads it.
        headed: Whether what it is of and its counts stand above it.

    Returns:
        SVG elements.
    """
    low, high = view(panel)
    upper, lower = top + TITLE, top + TITLE + HEIGHT
    height = heights(panel, top)

    head = [
        text(left, top + 11, panel_words(panel), "rt-label"),
        text(right, top + 11, count_words(panel, whose), "rt-small", "end"),
    ]
    parts = [
        *(head if headed else ()),
        line(left, upper, left, lower, "rt-axis"),
        line(left, lower, right, lower, "rt-axis"),
        text(left - 6, upper + 4, _shown(high), "rt-small", "end"),
        text(left - 6, lower + 1, _shown(low), "rt-small", "end"),
    ]
    parts.extend(_cutoffs(panel, left, right, lower, height))
    parts.extend(line(place(one), lower - 3, place(one), lower + 3, "rt-gap") for one in panel.gaps)
    for one in panel.lines:
        parts.extend(_line(one, place, height, link, whose))
    return "".join(parts)


def _cutoffs(panel: Panel, left: float, right: float, lower: float, height: Callable[[float], float]) -> list[str]:
    """Return the lines, each with its value; what they are called stands below, where it covers no answer."""
    parts = []
    for value in sorted({value for value, _label in panel.cutoffs}):
        parts.append(line(left, height(value), right, height(value), "rt-cut"))
        parts.append(text(right, height(value) - 3, _shown(value), "rt-small rt-over", "end"))
    for index, (value, label) in enumerate(panel.cutoffs, 1):
        parts.append(line(left, lower + ROOM * index, left + DASH, lower + ROOM * index, "rt-cut"))
        parts.append(text(left + DASH + 6, lower + ROOM * index + 4, _called(value, label), "rt-small rt-over"))
    return parts


def _called(value: float, label: str) -> str:
    """Return what a cut-off is called, with its value where its name does not say it."""
    return label if f"{value:g}" in re.findall(r"[\d.]+", label) else f"{label} ({_shown(value)})"


def _line(
    one: Line,
    place: Callable[[date], float],
    height: Callable[[float], float],
    link: Link,
    whose: Callable[[Voice], str],
) -> list[str]:
    css = "rt-client" if one.by is Voice.CLIENT else "rt-therapist"
    parts = []
    for run in one.runs:
        points = " ".join(f"{number(place(dot.at))},{number(height(dot.score))}" for dot in run)
        parts.append(f'<polyline points="{points}" class="{css}"/>')
    parts.extend(
        linked(_dot(dot, one.by, (place(dot.at), height(dot.score)), whose), link(dot))
        for run in one.runs
        for dot in run
    )
    return parts


def _dot(dot: Dot, by: Voice, at: tuple[float, float], whose: Callable[[Voice], str]) -> str:
    x, y = at
    tip = escaped(_("{day}: {who} {score}").format(day=day(dot.at), who=whose(by), score=_shown(dot.score)))
    if by is Voice.CLIENT:
        return f'<circle cx="{number(x)}" cy="{number(y)}" r="2.3" class="rt-full"><title>{tip}</title></circle>'
    corner_x, corner_y = number(x - 2.2), number(y - 2.2)
    return f'<rect x="{corner_x}" y="{corner_y}" width="4.4" height="4.4" class="rt-open"><title>{tip}</title></rect>'
