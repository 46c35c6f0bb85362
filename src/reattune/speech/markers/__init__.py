"""A small model: at most 64 named markers, each with its definition, their weights, and when they say nothing.

What is weighed resembles typed, role-played counselling that its clients rated low. It is no probability of anything
in the relationship of two people, and belongs in the research view, with its domain beside it.
"""

from reattune.speech.markers.weighing import Abstained, Part, Weighed, resembles, weigh
from reattune.speech.markers.windows import Kind, Window, windows

__all__ = ["Abstained", "Kind", "Part", "Weighed", "Window", "resembles", "weigh", "windows"]
