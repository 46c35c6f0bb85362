"""What the larger model reads, for whole sessions and for single turns; fixed in advance, the same for every corpus."""

from reattune.speech.larger.blocks import Part
from reattune.speech.larger.texts import FIGURES, MARKERS, PARTS

STRENGTHS = (2.0, 4.0, 8.0, 16.0)
"""How small weights are kept: chosen on unseen raters within training."""
TURN_STRENGTHS = (10.0, 25.0, 50.0, 100.0)
SECOND_STRENGTH = 100.0
"""The same for what neighbours of a turn add."""
MOST_RAISED = 4
"""With more codes than this, none is raised or lowered: there are too many ways."""
SESSION_TERMS, TURN_TERMS = 5, 2
"""In how many sessions, or turns, a term has to stand."""

_BOTH = ("client", "therapist")


def session(*, encoder: bool) -> tuple[Part, ...]:
    """Return the blocks for whole sessions: words of both, those of the last quarter again, and the named markers."""
    words = [Part("words", side, 1.0) for side in _BOTH] + [Part("words", f"{side} {PARTS}", 0.5) for side in _BOTH]
    markers = [Part("numbers", MARKERS, 0.5)]
    if not encoder:
        return (*words, *markers)
    vectors = [Part("vectors", side, 0.1) for side in _BOTH]
    vectors += [Part("vectors", f"{side} {PARTS}", 0.1) for side in _BOTH]
    return (*words, *markers, *vectors)


def turn(*, encoder: bool) -> tuple[Part, ...]:
    """Return the blocks for single turns: its own words and, less, those around it."""
    own = [Part("words", "turn", 1.0), Part("numbers", FIGURES, 0.3)]
    around = [Part("words", "before", 0.2), Part("words", "after", 0.2)]
    if not encoder:
        return (*own, *around)
    vectors = [Part("vectors", "turn", 1.0)]
    vectors += [Part("vectors", name, 0.2) for name in ("before", "around before", "own before", "after")]
    return (*own, *around, *vectors)
