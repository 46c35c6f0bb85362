"""It is said what a part of the work is for; how it is done, or asked, is not."""

from datetime import date

import pytest

from reattune.model import Role, Source, Times, Transcript, Turn
from reattune.speech.moments import FAINT as LISTED
from reattune.speech.place import Place, prepare
from reattune.speech.registry import Rules
from reattune.speech.rules.rationale import RULES

LEAST = 0.5
ROLES = {"T": Role.THERAPIST, "C": Role.CLIENT}
Lines = tuple[tuple[str, str], ...]
PAIRS: tuple[tuple[Lines, Lines], ...] = (
    (
        (
            ("C", "What's the point of writing my thoughts down?"),
            ("T", "The idea is that once it's on paper you can look at it, instead of it running round your head."),
        ),
        (
            ("C", "What's the point of writing my thoughts down?"),
            ("T", "Have you got last week's page there? Read me the first one."),
        ),
    ),
    (
        (
            ("C", "What's the point of writing my thoughts down?"),
            ("T", "I suggest it because thoughts go by so fast that we hardly notice them."),
        ),
        (("C", "What's the point of writing my thoughts down?"), ("T", "I suggest you write three by Monday.")),
    ),
    (
        (
            ("C", "Why do you keep asking me about my breathing?"),
            ("T", "It helps us catch the panic early, before it has got hold of you."),
        ),
        (("C", "Why do you keep asking me about my breathing?"), ("T", "Does it get fast when you're at the shops?")),
    ),
    (
        (
            ("C", "Why do you keep asking me about my breathing?"),
            ("T", "That's a fair question. The reason I ask is that the body often knows first."),
        ),
        (
            ("C", "Why do you keep asking me about my breathing?"),
            ("T", "That's a fair question. What's the reason he asked?"),
        ),
    ),
    (
        (
            ("C", "I don't see how imagining it is going to help."),
            ("T", "When we go through it slowly, your brain learns that it's a memory and not happening now."),
        ),
        (
            ("C", "I don't see how imagining it is going to help."),
            ("T", "So close your eyes, and tell me what you see first."),
        ),
    ),
    (
        (
            ("C", "I don't see how imagining it is going to help."),
            ("T", "Let me say why I think it might be worth it: the more you avoid the picture, the bigger it gets."),
        ),
        (
            ("C", "I don't see how imagining it is going to help."),
            ("T", "Let me say it again: you're at the door, it's dark, what do you see?"),
        ),
    ),
    (
        (
            ("C", "Why can't we just chat like normal people?"),
            (
                "T",
                "Because if it's only chat you'll go home with what you came with. The structure is there to get us to the sore bit.",
            ),
        ),
        (
            ("C", "Why can't we just chat like normal people?"),
            ("T", "We can chat. What would normal people talk about, do you think, at ten in the morning?"),
        ),
    ),
    (
        (
            ("C", "What's counting backwards got to do with anything?"),
            ("T", "It keeps the front of your head busy, so the flashback has less to hold on to."),
        ),
        (
            ("C", "What's counting backwards got to do with anything?"),
            ("T", "From a hundred, in sevens, please. Off you go, and don't worry about mistakes."),
        ),
    ),
    (
        (
            ("C", "You want me to ring the bank myself? Can't you do it?"),
            ("T", "I could. My hope is that if you make the call, the next letter will frighten you less."),
        ),
        (
            ("C", "You want me to ring the bank myself? Can't you do it?"),
            ("T", "I could. Which number is it, is it the one on the letter, or is it the next one down?"),
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


def test_a_reason_for_being_late_is_none_for_the_work():
    lines = (("C", "Why do we start at ten past?"), ("T", "The reason I'm late is the traffic on the bridge."))
    assert strength(lines) < LISTED


def test_a_rebuttal_of_an_objection_is_no_reason_given():
    objection = ("C", "I don't see the point of it, it didn't help.")
    rebuttal = "I hear you, but the research shows that it helps."
    assert strength([objection, ("T", rebuttal)]) < LISTED
    assert strength([objection, ("T", "Yes, but studies show that writing helps.")]) < LISTED
    assert strength([("C", "What is the point of it?"), ("T", rebuttal)]) >= LISTED
