"""A drift is stopped and something dropped is taken up again; the tale is not followed."""

from datetime import date

import pytest

from reattune.model import Role, Source, Times, Transcript, Turn
from reattune.speech.moments import FAINT as LISTED
from reattune.speech.place import Place, prepare
from reattune.speech.registry import Rules
from reattune.speech.rules.refocuses import RULES

LEAST = 0.5
ROLES = {"T": Role.THERAPIST, "C": Role.CLIENT}
Lines = tuple[tuple[str, str], ...]
PAIRS: tuple[tuple[Lines, Lines], ...] = (
    (
        (
            (
                "C",
                "Anyway, so then the neighbour comes out and he starts on about the hedge, which is another story altogether.",
            ),
            ("T", "I'd like to come back to what you said about being scared at night, we moved on from it quickly."),
        ),
        (
            (
                "C",
                "Anyway, so then the neighbour comes out and he starts on about the hedge, which is another story altogether.",
            ),
            ("T", "What did the neighbour say about the hedge?"),
        ),
    ),
    (
        (
            (
                "C",
                "Anyway, so then the neighbour comes out and he starts on about the hedge, which is another story altogether.",
            ),
            ("T", "Can I stop you for a moment? You mentioned your sister and your voice dropped."),
        ),
        (
            (
                "C",
                "Anyway, so then the neighbour comes out and he starts on about the hedge, which is another story altogether.",
            ),
            ("T", "He sounds like trouble. Has he always been like that?"),
        ),
    ),
    (
        (
            (
                "C",
                "Anyway, so then the neighbour comes out and he starts on about the hedge, which is another story altogether.",
            ),
            ("T", "I notice we've drifted away from the argument. Shall we return to it?"),
        ),
        (
            (
                "C",
                "Anyway, so then the neighbour comes out and he starts on about the hedge, which is another story altogether.",
            ),
            ("T", "I notice he's a difficult man. Did he return the shears?"),
        ),
    ),
    (
        (
            (
                "C",
                "Anyway, so then the neighbour comes out and he starts on about the hedge, which is another story altogether.",
            ),
            ("T", "Let's slow down. A moment ago you said you felt ashamed. Can we stay with that?"),
        ),
        (
            (
                "C",
                "Anyway, so then the neighbour comes out and he starts on about the hedge, which is another story altogether.",
            ),
            ("T", "Let's book the next one. Can you do Thursday?"),
        ),
    ),
    (
        (
            (
                "C",
                "Anyway, so then the neighbour comes out and he starts on about the hedge, which is another story altogether.",
            ),
            ("T", "Before the neighbour, you were telling me about the hospital. Could we go back there?"),
        ),
        (
            (
                "C",
                "Anyway, so then the neighbour comes out and he starts on about the hedge, which is another story altogether.",
            ),
            ("T", "You'll have to go back to the hospital on Friday, you said."),
        ),
    ),
    (
        (
            (
                "C",
                "Anyway, so then the neighbour comes out and he starts on about the hedge, which is another story altogether.",
            ),
            ("T", "You started to say something about your mum earlier, and I'd like to pick that up."),
        ),
        (
            (
                "C",
                "Anyway, so then the neighbour comes out and he starts on about the hedge, which is another story altogether.",
            ),
            ("T", "Your mum can pick that up later, can't she?"),
        ),
    ),
    (
        (
            ("C", "Did you see that programme about the whales? It's criminal what they do."),
            (
                "T",
                "I didn't. I'm aware the clock's going, and that your mum's flat is still sitting in the corner. Shall we have it in?",
            ),
        ),
        (
            ("C", "Did you see that programme about the whales? It's criminal what they do."),
            ("T", "I didn't. Was it the one on Sunday? My mum's neighbour was talking about it."),
        ),
    ),
    (
        (
            ("C", "Whatever, he's a Leo, they're all like that, my friend did his chart."),
            (
                "T",
                "We've slid off to the stars. You'd got as far as the kitchen, and the plate. What happened with the plate?",
            ),
        ),
        (
            ("C", "Whatever, he's a Leo, they're all like that, my friend did his chart."),
            ("T", "So it's in the stars. How far did she get with the chart, and what happened with it?"),
        ),
    ),
)


def hits(lines: Lines):
    said = tuple(Turn(ROLES[who], who, text, str(at)) for at, (who, text) in enumerate(lines))
    context = prepare(Transcript(date(2025, 3, 4), Source("s.txt", ""), said, Times.NONE))
    (role,) = {rule.role for rule in RULES}
    rules = Rules(RULES)
    places = [Place(context, at) for at, turn in enumerate(said) if turn.role is role]
    return [hit for place in places for hit in rules.hits(place)]


def strength(lines: Lines) -> float:
    return sum(hit.strength for hit in hits(lines))


@pytest.mark.parametrize(("marked", "benign"), PAIRS)
def test_the_function_counts_and_not_the_words_alone(marked, benign):
    assert strength(marked) > strength(benign)


def test_every_hit_rests_on_words_of_its_turn_and_says_why():
    for marked, _benign in PAIRS:
        for hit in hits(marked):
            assert lines_of(marked, hit.turn)[hit.start : hit.end].strip()
            assert 0 < hit.strength < 1
            assert hit.reason.endswith(".")


def lines_of(lines: Lines, turn: int) -> str:
    return lines[turn][1]


def test_a_rule_says_what_it_looks_at_and_what_else_it_may_be():
    rule, leaning = RULES
    assert (rule.leaning, leaning.leaning) == (False, True)
    assert rule.looks_at()
    assert all(reading.endswith(".") for reading in rule.benign())
    assert rule.benign()


def test_coming_back_after_an_interruption_is_ordinary():
    lines = (
        ("C", "Sorry, I had to take that, it was the school and they only wanted to know about the trip."),
        ("T", "No problem. You were saying something about your brother, shall we go back to that?"),
    )
    assert strength(lines) < LISTED
