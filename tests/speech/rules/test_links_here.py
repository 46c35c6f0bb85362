"""It has gone like this between the two before, not between others."""

from datetime import date

import pytest

from reattune.model import Role, Source, Times, Transcript, Turn
from reattune.speech.place import Place, prepare
from reattune.speech.registry import Rules
from reattune.speech.rules.links_here import RULES

LEAST = 0.5
ROLES = {"T": Role.THERAPIST, "C": Role.CLIENT}
Lines = tuple[tuple[str, str], ...]
PAIRS: tuple[tuple[Lines, Lines], ...] = (
    (
        (
            ("C", "I don't know. Whatever you think."),
            ("T", "I notice this happens between us: when I ask something close, you hand it back to me."),
        ),
        (
            ("C", "I don't know. Whatever you think."),
            ("T", "I notice this happens with your husband: when he asks something close, you hand it back to him."),
        ),
    ),
    (
        (
            ("C", "I don't know. Whatever you think."),
            ("T", "It reminds me of the time I moved our session, when you also went quiet with me."),
        ),
        (("C", "I don't know. Whatever you think."), ("T", "It reminds me of the film you told me about.")),
    ),
    (
        (
            ("C", "I don't know. Whatever you think."),
            ("T", "We seem to get stuck here again, you and I, as we did before Christmas."),
        ),
        (
            ("C", "I don't know. Whatever you think."),
            ("T", "They seem to get stuck there again, as they did before Christmas."),
        ),
    ),
    (
        (
            ("C", "I don't know. Whatever you think."),
            ("T", "Every time I offer an idea, you agree, and then we both feel flat."),
        ),
        (
            ("C", "I don't know. Whatever you think."),
            ("T", "Every time your boss offers an idea, you agree, and then you feel flat."),
        ),
    ),
    (
        (
            ("C", "I don't know. Whatever you think."),
            ("T", "I think there's a pattern here with me. I push, and you step back."),
        ),
        (
            ("C", "I don't know. Whatever you think."),
            ("T", "I think there's a pattern there with them. They push, and you step back."),
        ),
    ),
    (
        (
            ("C", "I don't know. Whatever you think."),
            ("T", "The last few times we've come near your brother, something closes between us."),
        ),
        (
            ("C", "I don't know. Whatever you think."),
            ("T", "The last few times you saw your brother, what did you talk about?"),
        ),
    ),
    (
        (
            ("C", "Sorry, I'm rambling. You decide."),
            ("T", "There it is again. Whenever it gets near to what you want, I end up in the driving seat."),
        ),
        (
            ("C", "Sorry, I'm rambling. My son decides."),
            ("T", "There it is again. Whenever it gets near to what you want, he ends up in the driving seat."),
        ),
    ),
    (
        (
            ("C", "Fine, forget I said it."),
            (
                "T",
                "We had this in the autumn, too, when I misheard you about the flat. You offer something, I fumble, and it's off the table.",
            ),
        ),
        (
            ("C", "Fine, forget I said it."),
            (
                "T",
                "You had this in the autumn, too, with the landlord about the flat. You offered something and it was off the table.",
            ),
        ),
    ),
    (
        (
            ("C", "I bet you're fed up with me."),
            ("T", "That's a worry that turns up each time I've had a week away from you."),
        ),
        (
            ("C", "I bet they're fed up with me."),
            ("T", "That's a worry that turns up each time they've had a week away."),
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
