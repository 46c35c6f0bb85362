"""Being met is understanding taken up or named, not politeness and not something practical."""

from datetime import date

import pytest

from reattune.model import Role, Source, Times, Transcript, Turn
from reattune.speech.place import Place, prepare
from reattune.speech.registry import Rules
from reattune.speech.rules.met import RULES

LEAST = 0.5
ROLES = {"T": Role.THERAPIST, "C": Role.CLIENT}
Lines = tuple[tuple[str, str], ...]
PAIRS: tuple[tuple[Lines, Lines], ...] = (
    (
        (
            ("T", "It sounds as though everyone leans on you and nobody asks how you are."),
            ("C", "Yes, exactly. And then when I do say I'm tired they act as if I'd broken something."),
        ),
        (
            ("T", "It sounds as though everyone leans on you and nobody asks how you are."),
            ("C", "Well, everyone leans on everyone, I suppose."),
        ),
    ),
    (
        (
            ("T", "It sounds as though everyone leans on you and nobody asks how you are."),
            ("C", "I've never heard anyone put it like that. That's it, that's what it's been like for years."),
        ),
        (("T", "So the clinic is the red building?"), ("C", "That's it, the red building, yes.")),
    ),
    (
        (
            ("T", "We've a few minutes left."),
            ("C", "I feel lighter, actually. It helped to say it out loud to someone."),
        ),
        (("T", "We've a few minutes left."), ("C", "I feel hungry, actually. I should get something on the way.")),
    ),
    (
        (
            ("T", "We've a few minutes left."),
            ("C", "Thank you for not rushing me. Nobody ever waits till I find the words."),
        ),
        (("T", "We've a few minutes left."), ("C", "Thanks for fitting me in, see you next week.")),
    ),
    (
        (
            ("T", "Maybe it wasn't laziness at all. Maybe you were frightened."),
            ("C", "Wow. Yeah. I hadn't looked at it that way, frightened, that's the word."),
        ),
        (
            ("T", "Maybe it wasn't laziness at all. Maybe you were frightened."),
            ("C", "Right. Yeah. I don't know, I just don't look at things that way."),
        ),
    ),
    (
        (
            ("T", "Maybe it wasn't laziness at all. Maybe you were frightened."),
            ("C", "You really get it. I thought you'd tell me to try harder."),
        ),
        (
            ("T", "Maybe it wasn't laziness at all. Maybe you were frightened."),
            ("C", "You don't really get it. You'd tell me to try harder."),
        ),
    ),
    (
        (
            ("T", "Maybe it wasn't laziness at all. Maybe you were frightened."),
            ("C", "I think you're the first person who hasn't laughed when I told them. That means a lot."),
        ),
        (
            ("T", "Maybe it wasn't laziness at all. Maybe you were frightened."),
            ("C", "I think you're the first person on the list this morning, there was nobody in the waiting room."),
        ),
    ),
    (
        (
            ("T", "So you learned early that being ill was the only time anyone was gentle with you."),
            (
                "C",
                "[long pause] Huh. That's, yeah. I got a whole week of ice cream once, for tonsils. I've not thought of it as the good bit before.",
            ),
        ),
        (
            ("T", "So you learned early that being ill was the only time anyone was gentle with you."),
            (
                "C",
                "[long pause] Huh. I mean, no. I got ice cream once, for tonsils. I've not thought of it as anything much really.",
            ),
        ),
    ),
    (
        (("T", "You don't have to be useful here."), ("C", "Oh. Nobody says that. I can feel my shoulders dropping.")),
        (("T", "You don't have to bring the card here."), ("C", "Oh. Nobody says that. I'd got it in my bag.")),
    ),
    (
        (
            ("T", "It seemed to me you were braver than you let on."),
            ("C", "I needed that. I did, I needed somebody to say it."),
        ),
        (("T", "They sent the second key, did they?"), ("C", "I needed that. I did, I needed somebody to send it.")),
    ),
    (
        (
            ("T", "What you told me about the ward last week stayed with me."),
            ("C", "Did it? I thought I'd bored you. It's nice that it stayed, I walked home a bit taller, actually."),
        ),
        (
            ("T", "What did they tell you on the ward last week?"),
            ("C", "That it's nice to stay home, and walk a bit more, actually."),
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


def test_thanks_at_the_door_and_a_bare_yes_are_nothing_by_themselves():
    lines = (("T", "So shall we stop here for today?"), ("C", "Yes, exactly. Thanks, see you next week."))
    assert strength(lines) < LEAST
