"""The question is about the two of them or the work, not about somebody elsewhere."""

from datetime import date

import pytest

from reattune.model import Role, Source, Times, Transcript, Turn
from reattune.speech.moments import FAINT as LISTED
from reattune.speech.place import Place, prepare
from reattune.speech.registry import Rules
from reattune.speech.rules.invites import RULES

LEAST = 0.5
ROLES = {"T": Role.THERAPIST, "C": Role.CLIENT}
Lines = tuple[tuple[str, str], ...]
PAIRS: tuple[tuple[Lines, Lines], ...] = (
    (
        (
            ("C", "Yeah. It's fine, I suppose."),
            ("T", "I'm wondering whether something I said just now didn't sit right with you."),
        ),
        (
            ("C", "Yeah. It's fine, I suppose."),
            ("T", "I'm wondering whether something he said didn't sit right with you."),
        ),
    ),
    (
        (("C", "Yeah. It's fine, I suppose."), ("T", "How are you feeling about our work together at the moment?")),
        (("C", "Yeah. It's fine, I suppose."), ("T", "How are you feeling about your work at the moment?")),
    ),
    (
        (
            ("C", "Yeah. It's fine, I suppose."),
            ("T", "If you were annoyed with me about the holiday, I'd want to hear it."),
        ),
        (
            ("C", "Yeah. It's fine, I suppose."),
            ("T", "If you were annoyed with her about the holiday, did she hear it?"),
        ),
    ),
    (
        (
            ("C", "Yeah. It's fine, I suppose."),
            ("T", "What's it like to talk to me about this, as somebody so much older?"),
        ),
        (("C", "Yeah. It's fine, I suppose."), ("T", "What's it like to talk to your aunt about this?")),
    ),
    (
        (("C", "Yeah. It's fine, I suppose."), ("T", "Did I miss something there?")),
        (("C", "Yeah. It's fine, I suppose."), ("T", "Did he miss something there?")),
    ),
    (
        (
            ("C", "Yeah. It's fine, I suppose."),
            ("T", "Is there anything about how we work here that you'd like to be different?"),
        ),
        (
            ("C", "Yeah. It's fine, I suppose."),
            ("T", "Is there anything about how they work there that you'd like to be different?"),
        ),
    ),
    (
        (
            ("C", "Yeah. It's fine, I suppose."),
            ("T", "You can tell me if you don't agree. How did it feel when I brought up the drinking?"),
        ),
        (("C", "Yeah. It's fine, I suppose."), ("T", "How did it feel when your son brought up the drinking?")),
    ),
    (
        (
            ("C", "Okay. If you say so."),
            ("T", "That sounded like an okay with a but in it. I'd honestly like the but."),
        ),
        (
            ("C", "Okay. If he says so."),
            ("T", "That sounded like he gave you an okay with a but in it. What was the but?"),
        ),
    ),
    (
        (
            ("C", "It was good last week. Very helpful."),
            ("T", "And was there a part that was less good? Where I got it wrong, or bored you?"),
        ),
        (
            ("C", "It was good last week, the course. Very helpful."),
            ("T", "And was there a part that was less good? Where they got it wrong, or bored you?"),
        ),
    ),
    (
        (
            ("C", "I nearly cancelled today."),
            ("T", "I'm glad you say so. What was it about coming that made you want to stay away from me?"),
        ),
        (
            ("C", "I nearly cancelled the gym today."),
            ("T", "I'm glad you went. What was it about going that made you want to stay away?"),
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


def test_a_date_for_the_next_session_is_no_invitation():
    lines = (("C", "Yeah."), ("T", "Is Tuesday at four still good for our session?"))
    assert strength(lines) < LISTED
