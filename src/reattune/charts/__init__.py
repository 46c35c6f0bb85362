"""Every chart once: a specification built from records, drawn as SVG, told as a table, or set as a line of text."""

from reattune.charts.days import day, day_and_month, month
from reattune.charts.drawing import PAGE, PAPER, Palette, draw
from reattune.charts.links import Link
from reattune.charts.marks import Shape, legend, shape_of, spoken_shape
from reattune.charts.strip import strip
from reattune.charts.timeline import (
    Band,
    Dot,
    Flag,
    Line,
    Panel,
    Sign,
    SignKind,
    Slot,
    Timeline,
    Turn,
    timeline,
    windows,
)

__all__ = [
    "PAGE",
    "PAPER",
    "Band",
    "Dot",
    "Flag",
    "Line",
    "Link",
    "Palette",
    "Panel",
    "Shape",
    "Sign",
    "SignKind",
    "Slot",
    "Timeline",
    "Turn",
    "day",
    "day_and_month",
    "draw",
    "legend",
    "month",
    "shape_of",
    "spoken_shape",
    "strip",
    "timeline",
    "windows",
]
