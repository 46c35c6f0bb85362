"""The therapist's own experience here is told, not the other's and not an opinion."""

from datetime import date

import pytest

from reattune.model import Role, Source, Times, Transcript, Turn
from reattune.speech.place import Place, prepare
from reattune.speech.registry import Rules
from reattune.speech.rules.discloses import RULES

LEAST = 0.5
ROLES = {"T": Role.THERAPIST, "C": Role.CLIENT}
Lines = tuple[tuple[str, str], ...]
PAIRS: tuple[tuple[Lines, Lines], ...] = (
    (
        (
            ("C", "You can think what you like."),
            ("T", "As you say that, I notice I feel a distance between us, and I'd like to understand it."),
        ),
        (
            ("C", "You can think what you like."),
            ("T", "As you say that, I notice you look down, and I'd like to understand it."),
        ),
    ),
    (
        (("C", "You can think what you like."), ("T", "I'm feeling a bit lost with you right now, if I'm honest.")),
        (("C", "You can think what you like."), ("T", "You're feeling a bit lost with him right now.")),
    ),
    (
        (("C", "You can think what you like."), ("T", "I find myself being very careful with my words today.")),
        (("C", "You can think what you like."), ("T", "I find it's a good idea to write down the words.")),
    ),
    (
        (("C", "You can think what you like."), ("T", "Something in me gets sad when I hear that.")),
        (("C", "You can think what you like."), ("T", "Something in her got sad when she heard that.")),
    ),
    (
        (("C", "You can think what you like."), ("T", "I was touched by what you told me just now.")),
        (("C", "You can think what you like."), ("T", "I was told by the front desk that you had called.")),
    ),
    (
        (
            ("C", "You can think what you like."),
            ("T", "Sitting here with you I feel helpless, and I wonder if you do too."),
        ),
        (("C", "You can think what you like."), ("T", "I feel we should look at the form again.")),
    ),
    (
        (
            ("C", "You probably can't wait for me to go."),
            ("T", "Funny, I was dreading the end of the hour, truth be told. I look forward to you."),
        ),
        (
            ("C", "You probably can't wait for me to go."),
            ("T", "Funny, you were dreading the end of the hour last time. Do you look forward to coming?"),
        ),
    ),
    (
        (
            ("C", "It doesn't matter. Ask me the next one."),
            (
                "T",
                "When you wave it off like that, I go a bit cold inside. I'm left holding something for the two of us.",
            ),
        ),
        (
            ("C", "It doesn't matter. Ask me the next one."),
            ("T", "When you wave it off like that, do you go a bit cold inside? Is it too big for one?"),
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
