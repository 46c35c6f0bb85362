"""A recording from left to right: stretches in a lane, values as a line, and marks of time below both.

Each is an SVG that stretches to any width, so that lanes, a player's line of loudness and the marks of time lie exactly
above one another; names and times stand beside it as text, never in it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import ceil

from reattune.charts.glyphs import escaped, number
from reattune.language import _, decimal, plural

WIDE, HIGH = 1000.0, 24.0
NARROWEST = 1.2
"""How wide a stretch is drawn at least, of 1,000."""
MOST_POINTS = 1000
"""Points of a line; of a longer recording each is the mean of several seconds."""
STEPS = (10, 30, 60, 120, 300, 600, 900, 1800, 3600)
MOST_TICKS = 8


class Kind(StrEnum):
    """What a lane shows; each has a shape of its own, so that nothing is said by colour alone."""

    CLIENT = "client"
    THERAPIST = "therapist"
    SOMEBODY = "somebody"
    QUIET = "quiet"
    SOUND = "sound"
    MOMENT = "moment"
    MISSING = "missing"
    TOGETHER = "together"


PLACES: Mapping[Kind, tuple[float, float]] = {
    Kind.CLIENT: (2.0, 20.0),
    Kind.THERAPIST: (7.0, 10.0),
    Kind.SOMEBODY: (9.0, 6.0),
    Kind.QUIET: (4.0, 16.0),
    Kind.SOUND: (14.0, 6.0),
    Kind.MOMENT: (0.0, 24.0),
    Kind.MISSING: (10.0, 4.0),
    Kind.TOGETHER: (9.0, 7.0),
}
"""Where the stretches of a lane begin and how high they are; a test holds that no kind is missing."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """From when to when, in seconds, and what it is in words; `strong` stretches are drawn fuller."""

    start: float
    end: float
    words: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Lane:
    """Stretches of one kind over a recording."""

    name: str
    kind: Kind
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Curve:
    """One value a second over a recording, None where there is none; chance mostly lies between `low` and `high`."""

    name: str
    kind: Kind
    values: tuple[float | None, ...]
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark of time: where it stands, in percent of the width, and the time."""

    percent: float
    words: str


def draw_lane(lane: Lane, seconds: float, identity: str) -> str:
    """Draw a lane.

    Args:
        lane: What to draw.
        seconds: How long the recording is.
        identity: A word unique on the page.

    Returns:
        One SVG element with a title and a description; the same lane gives the same bytes.
    """
    top, height = PLACES[lane.kind]
    shapes = (_stretch(one, seconds, top, height) for one in lane.stretches)
    told = plural("{n} stretch, {{time}} altogether", "{n} stretches, {{time}} altogether", len(lane.stretches))
    time = clock(sum(one.end - one.start for one in lane.stretches))
    return _frame(lane.name, told.format(time=time), lane.kind, identity, "".join(shapes))


def draw_curve(curve: Curve, seconds: float, identity: str) -> str:
    """Draw a line of values.

    Args:
        curve: What to draw.
        seconds: How long the recording is.
        identity: A word unique on the page.

    Returns:
        One SVG element with a title and a description; without any value it says so.
    """
    known = [one for one in curve.values if one is not None]
    if not known:
        return _frame(curve.name, _("no data"), curve.kind, identity, "")
    bounds = [*known, *(one for one in (curve.low, curve.high) if one is not None)]
    low, high = min(bounds), max(bounds)
    place = _Heights(low, high if high > low else low + 1)
    body = "".join((*_band(curve, place), *_lines(curve.values, seconds, place)))
    told = _("from {low} to {high}").format(low=_figure(min(known)), high=_figure(max(known)))
    if curve.low is not None and curve.high is not None:
        band = _("chance gives mostly {low} to {high}").format(low=_figure(curve.low), high=_figure(curve.high))
        told = f"{told}; {band}"
    return _frame(curve.name, told, curve.kind, identity, body)


def ticks(seconds: float) -> tuple[Tick, ...]:
    """Return marks of time for a recording so long, at most eight, at round times.

    Args:
        seconds: How long it is.
    """
    step = next((one for one in STEPS if seconds / one <= MOST_TICKS), ceil(seconds / MOST_TICKS / 3600) * 3600)
    return tuple(Tick(round(100 * at / seconds, 3), clock(at)) for at in range(0, int(seconds) + 1, step) if seconds)


def clock(seconds: float) -> str:
    """Return a time of a recording as a player shows it: 3:07, or 1:03:07."""
    whole = int(seconds)
    hours, minutes = divmod(whole // 60, 60)
    return f"{hours}:{minutes:02d}:{whole % 60:02d}" if hours else f"{minutes}:{whole % 60:02d}"


@dataclass(frozen=True, slots=True)
class _Heights:
    low: float
    high: float

    def of(self, value: float) -> float:
        return HIGH - 1 - (HIGH - 2) * (value - self.low) / (self.high - self.low)


def _stretch(one: Stretch, seconds: float, top: float, height: float) -> str:
    x = WIDE * one.start / seconds
    width = max(WIDE * (one.end - one.start) / seconds, NARROWEST)
    shape = "rb-strong" if one.strong else "rb-part"
    return (
        f'<rect class="{shape}" x="{number(x)}" y="{number(top)}" width="{number(width)}" height="{number(height)}">'
        f"<title>{escaped(one.words)}</title></rect>"
    )


def _band(curve: Curve, place: _Heights) -> Iterator[str]:
    if curve.low is None or curve.high is None:
        return
    top, foot = place.of(curve.high), place.of(curve.low)
    yield f'<rect class="rb-band" x="0" y="{number(top)}" width="1000" height="{number(max(foot - top, 0.5))}"/>'


def _lines(values: Sequence[float | None], seconds: float, place: _Heights) -> Iterator[str]:
    each = max(1, ceil(len(values) / MOST_POINTS))
    points: list[str] = []
    for first in range(0, len(values), each):
        part = [one for one in values[first : first + each] if one is not None]
        if part:
            x = min(WIDE, WIDE * (first + each / 2) / max(seconds, 1))
            points.append(f"{number(x)},{number(place.of(sum(part) / len(part)))}")
        else:
            yield from _line(points)
            points = []
    yield from _line(points)


def _line(points: Sequence[str]) -> Iterator[str]:
    if points:
        # One value alone is a dot: a line of no length with round ends.
        shown = points if len(points) > 1 else [points[0], points[0]]
        yield f'<polyline class="rb-line" points="{" ".join(shown)}" vector-effect="non-scaling-stroke"/>'


def _frame(name: str, told: str, kind: Kind, identity: str, body: str) -> str:
    return (
        f'<svg class="rb rb-{kind.value}" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 24" '
        f'preserveAspectRatio="none" role="img" aria-labelledby="{identity}-title {identity}-desc">'
        f'<title id="{identity}-title">{escaped(name)}</title><desc id="{identity}-desc">{escaped(told)}</desc>'
        f"{body}</svg>"
    )


def _figure(value: float) -> str:
    return decimal(f"{value:.2f}")
