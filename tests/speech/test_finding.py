"""One way of making a hit: the clearest match, a strength within bounds, nothing where there is too little."""

from datetime import date

from reattune.model import Role, Source, Times, Transcript, Turn
from reattune.speech.finding import LEAST, clearest, hit, patterns
from reattune.speech.place import Place, prepare
from reattune.speech.rule import Family, Pattern

NAMED = {"low": (0.2, "a"), "high": (0.7, "b"), "late": (0.7, "c")}
PLACE = Place(
    prepare(Transcript(date(2026, 3, 2), Source("own.txt", "1"), (Turn(Role.CLIENT, "C", "a b c", "1"),), Times.NONE)),
    0,
)


def test_patterns_and_the_clearest() -> None:
    assert patterns(NAMED)[1] == Pattern("high", "b")
    assert clearest(NAMED, {"low": ((0, 1),), "late": ((4, 5),), "high": ((2, 3),)}) == (0.7, "high", (2, 3))


def test_a_hit_needs_strength_and_words() -> None:
    assert hit(PLACE, "own.x", Family.DENIAL, (0, 1), LEAST / 2, "So.") == ()
    assert hit(PLACE, "own.x", Family.DENIAL, (1, 1), 0.5, "So.") == ()
    (found,) = hit(PLACE, "own.x", Family.DENIAL, (0, 1), 2.0, "So.")
    assert found.strength < 1
    assert (found.start, found.end) == (0, 1)
