"""Keeping back or pushing back is honoured; being asked to stop it is not."""

from datetime import date

import pytest

from reattune.model import Role, Source, Times, Transcript, Turn
from reattune.speech.place import Place, prepare
from reattune.speech.registry import Rules
from reattune.speech.rules.validates import RULES

LEAST = 0.5
ROLES = {"T": Role.THERAPIST, "C": Role.CLIENT}
Lines = tuple[tuple[str, str], ...]
PAIRS: tuple[tuple[Lines, Lines], ...] = (
    (
        (
            ("C", "I'd rather not talk about that with you."),
            ("T", "I can understand that you want to be careful with me. You've been let down before."),
        ),
        (
            ("C", "I'd rather not talk about that with you."),
            ("T", "I can understand that. What shall we do about the date?"),
        ),
    ),
    (
        (
            ("C", "I'd rather not talk about that with you."),
            ("T", "Of course you don't want to hand that to someone you hardly know."),
        ),
        (("C", "I'd rather not talk about that with you."), ("T", "Of course. Have you brought the form?")),
    ),
    (
        (
            ("C", "I'd rather not talk about that with you."),
            ("T", "It makes sense that you keep that door shut. It has kept you safe."),
        ),
        (
            ("C", "I'd rather not talk about that with you."),
            ("T", "It would make sense to try. Could you just tell me a bit?"),
        ),
    ),
    (
        (("C", "I'd rather not talk about that with you."), ("T", "You have every right to hold back. I won't push.")),
        (
            ("C", "I'd rather not talk about that with you."),
            ("T", "You have to take a risk some time. Try to tell me."),
        ),
    ),
    (
        (
            ("C", "I'm angry that you cancelled."),
            ("T", "I'd be angry too. It's only natural when you'd been waiting for it."),
        ),
        (("C", "I'm angry that you cancelled."), ("T", "When you get angry, what do you do next?")),
    ),
    (
        (("C", "I'm angry that you cancelled."), ("T", "No wonder you're angry with me, and it's good to hear it.")),
        (("C", "I'm angry that you cancelled."), ("T", "I wonder who else you're angry with.")),
    ),
    (
        (
            ("C", "I just switch off when people shout."),
            ("T", "Switching off was clever. A small kid can't leave, so she leaves on the inside."),
        ),
        (
            ("C", "I just switch off when people shout."),
            ("T", "Switching off won't get you there. You can't leave, so you'd better stay with it."),
        ),
    ),
    (
        (
            ("C", "I don't see why I should cry in front of you."),
            ("T", "Nor do I. Tears weren't safe in your house, and you don't know yet what I'd do with them."),
        ),
        (
            ("C", "I don't see why I should cry in front of you."),
            ("T", "Crying is healthy. Tears are good, and you'd know by now what they'd do for you."),
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


def test_asking_whether_something_makes_sense_honours_nothing():
    lines = (("C", "I don't want to talk about it."), ("T", "You fill in one row a day. Does that make sense?"))
    assert strength(lines) < LEAST
