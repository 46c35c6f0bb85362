"""What was meant is put right between the two; what others meant is not."""

from datetime import date

import pytest

from reattune.model import Role, Source, Times, Transcript, Turn
from reattune.speech.place import Place, prepare
from reattune.speech.registry import Rules
from reattune.speech.rules.clarifies import RULES

LEAST = 0.5
ROLES = {"T": Role.THERAPIST, "C": Role.CLIENT}
Lines = tuple[tuple[str, str], ...]
PAIRS: tuple[tuple[Lines, Lines], ...] = (
    (
        (
            ("C", "So you're saying it's my own fault."),
            ("T", "No, and I'm sorry it sounded that way. What I was trying to say is that you had no choice."),
        ),
        (
            ("C", "So you're saying it's my own fault."),
            ("T", "What makes you say that? Tell me what you were trying to say to her."),
        ),
    ),
    (
        (("C", "So you're saying it's my own fault."), ("T", "That came out wrong. I don't mean that you caused it.")),
        (
            ("C", "So you're saying it's my own fault."),
            ("T", "That must have felt wrong. When did you think you'd caused it?"),
        ),
    ),
    (
        (
            ("C", "No, I didn't mean I want to leave him. I meant I want a weekend off."),
            ("T", "Ah, then I misunderstood you. I thought you meant for good."),
        ),
        (
            ("C", "No, I didn't mean I want to leave him. I meant I want a weekend off."),
            ("T", "Ah, a weekend. Where would you go, for your good weekend?"),
        ),
    ),
    (
        (
            ("C", "No, I didn't mean I want to leave him. I meant I want a weekend off."),
            ("T", "Thanks for putting me right, I'd taken it as the bigger step."),
        ),
        (
            ("C", "No, I didn't mean I want to leave him. I meant I want a weekend off."),
            ("T", "And he, does he take a weekend off too?"),
        ),
    ),
    (
        (
            ("C", "You looked at the clock. I must be boring you."),
            ("T", "I looked because I wanted to be sure that we had time for this. You weren't boring me."),
        ),
        (
            ("C", "You looked at the clock. I must be boring you."),
            ("T", "And when you think you're boring people, what do you do then?"),
        ),
    ),
    (
        (
            ("C", "You said I was avoidant, in your letter."),
            ("T", "Let me explain what I meant by that word, as I can see how it read like a reproach."),
        ),
        (
            ("C", "You said I was avoidant, in your letter."),
            ("T", "Let me see the letter. What did your doctor make of the word?"),
        ),
    ),
    (
        (
            ("C", "You called it a small thing."),
            ("T", "Small for the insurers, I meant, I was reading from their letter. Not small for you."),
        ),
        (
            ("C", "You called it a small thing."),
            ("T", "A small thing, yes. And what would a big thing look like for you?"),
        ),
    ),
    (
        (
            ("C", "So that's it then, I'm not allowed to ring any more."),
            ("T", "No, hang on. You can ring. I was talking about nights only, and I said it far too briskly."),
        ),
        (
            ("C", "So that's it then, I'm not allowed to ring any more."),
            ("T", "So that's how he put it. And do you still ring, some nights?"),
        ),
    ),
    (
        (
            ("C", "Why did you write that down? Was it that bad?"),
            ("T", "It was your dog's name, I didn't want to forget it. I see it might look like keeping score."),
        ),
        (
            ("C", "Why did you write that down? Was it that bad?"),
            ("T", "How bad would it be, if I had? What might I be writing?"),
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
