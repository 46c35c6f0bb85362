"""A task is dropped, shrunk or swapped after a doubt; going on with it is not."""

from datetime import date

import pytest

from reattune.model import Role, Source, Times, Transcript, Turn
from reattune.speech.place import Place, prepare
from reattune.speech.registry import Rules
from reattune.speech.rules.changes_task import RULES

LEAST = 0.5
ROLES = {"T": Role.THERAPIST, "C": Role.CLIENT}
Lines = tuple[tuple[str, str], ...]
PAIRS: tuple[tuple[Lines, Lines], ...] = (
    (
        (
            ("C", "I don't like these worksheets, they make me feel like I'm back at school."),
            ("T", "Then let's drop them. We could simply talk it through, would that suit you better?"),
        ),
        (
            ("C", "I don't like these worksheets, they make me feel like I'm back at school."),
            ("T", "Let's carry on with the next one and see how far we get."),
        ),
    ),
    (
        (
            ("C", "I don't like these worksheets, they make me feel like I'm back at school."),
            ("T", "All right. Perhaps we could try something different today, at your own pace."),
        ),
        (
            ("C", "I don't like these worksheets, they make me feel like I'm back at school."),
            ("T", "School was hard. Did your teachers ever try something different?"),
        ),
    ),
    (
        (
            ("C", "Going on the tube by myself is just too much at the moment."),
            ("T", "Maybe we picked too big a step. What if we make it smaller, only the platform?"),
        ),
        (
            ("C", "Going on the tube by myself is just too much at the moment."),
            ("T", "What goes through your mind on the platform?"),
        ),
    ),
    (
        (
            ("C", "Going on the tube by myself is just too much at the moment."),
            ("T", "We don't have to do the tube at all. What would feel more useful to you right now?"),
        ),
        (
            ("C", "Going on the tube by myself is just too much at the moment."),
            ("T", "And yet that was the plan. So when will you do the tube?"),
        ),
    ),
    (
        (
            ("C", "I didn't really want to talk about my childhood today."),
            ("T", "Okay, let's leave that aside. Where would you like to start instead?"),
        ),
        (
            ("C", "I didn't really want to talk about my childhood today."),
            ("T", "Okay. And what happened in your childhood that makes it so hard to start?"),
        ),
    ),
    (
        (
            ("C", "I didn't really want to talk about my childhood today."),
            ("T", "We can change the plan. It's your hour, you choose."),
        ),
        (
            ("C", "I didn't really want to talk about my childhood today."),
            ("T", "You could plan to change the subject with your mum."),
        ),
    ),
    (
        (
            ("C", "I dread the bit where you get the cards out."),
            ("T", "Then the cards can stay in the drawer. We'll do it your way for a bit, and see."),
        ),
        (
            ("C", "I love the bit where you get the cards out."),
            ("T", "Then the cards can come out of the drawer. We'll do it as usual, and see."),
        ),
    ),
    (
        (
            ("C", "Six weeks of this and I'm no nearer to ringing my son."),
            ("T", "Maybe ringing him needn't be what we're working towards. What matters more to you just now?"),
        ),
        (
            ("C", "Six weeks of this and I'm no nearer to ringing my son."),
            ("T", "Maybe ringing him is still what we're working towards. What number did you get to?"),
        ),
    ),
    (
        (
            ("C", "I can't do the chair thing. I feel daft talking to it."),
            ("T", "Fair enough, no chair. Would writing him a letter be nearer the mark?"),
        ),
        (
            ("C", "I can't do the chair thing. I feel daft talking to it."),
            ("T", "Fair enough, most do. Would you have one more go at it?"),
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


@pytest.mark.parametrize("opening", ["So, where would you like to start today?", "Where shall we begin?"])
def test_a_question_that_opens_an_hour_changes_no_plan(opening):
    assert strength([("C", "No, I'm fine. I'm here now."), ("T", opening)]) < 0.3
    assert (
        strength([("C", "I didn't do the homework, it doesn't help."), ("T", "Where would you like to start?")]) >= 0.3
    )
