"""The therapist's own part is named, not somebody else's, and not out of politeness."""

from datetime import date

import pytest

from reattune.model import Role, Source, Times, Transcript, Turn
from reattune.speech.moments import FAINT as LISTED
from reattune.speech.place import Place, prepare
from reattune.speech.registry import Rules
from reattune.speech.rules.owns_part import RULES

LEAST = 0.5
ROLES = {"T": Role.THERAPIST, "C": Role.CLIENT}
Lines = tuple[tuple[str, str], ...]
PAIRS: tuple[tuple[Lines, Lines], ...] = (
    (
        (("C", "Last week I went home feeling told off."), ("T", "I think I was too quick with my advice. I'm sorry.")),
        (
            ("C", "Last week I went home feeling told off."),
            ("T", "I'm sorry to hear that. Who was it who told you off?"),
        ),
    ),
    (
        (
            ("C", "Last week I went home feeling told off."),
            ("T", "I can see I pushed you there, and I should have asked first."),
        ),
        (
            ("C", "Last week I went home feeling told off."),
            ("T", "I can see he pushed you there, and he should have asked first."),
        ),
    ),
    (
        (
            ("C", "Last week I went home feeling told off."),
            ("T", "You're right, I wasn't really listening. That's on me."),
        ),
        (
            ("C", "Last week I went home feeling told off."),
            ("T", "You're right, she wasn't really listening. That's on her."),
        ),
    ),
    (
        (
            ("C", "Last week I went home feeling told off."),
            ("T", "My part in it was that I wanted to get through the list."),
        ),
        (
            ("C", "Last week I went home feeling told off."),
            ("T", "Your part in it was that you wanted to get through the list."),
        ),
    ),
    (
        (
            ("C", "Last week I went home feeling told off."),
            ("T", "I made a mistake when I brought your brother in. I apologise."),
        ),
        (("C", "Last week I went home feeling told off."), ("T", "Your brother made a mistake. Did he apologise?")),
    ),
    (
        (
            ("C", "Last week I went home feeling told off."),
            ("T", "I didn't notice how hard it was for you, and I went on asking."),
        ),
        (
            ("C", "Last week I went home feeling told off."),
            ("T", "Sorry, could you say that again? I didn't catch the end."),
        ),
    ),
    (
        (
            ("C", "I told you about the baby and you looked at your notes."),
            ("T", "I did. I lost my nerve and hid behind them. You deserved better from me."),
        ),
        (
            ("C", "I told them about the baby and they looked at their notes."),
            ("T", "They did. They lost their nerve and hid behind them. You deserved better."),
        ),
    ),
    (
        (
            ("C", "You always side with my wife."),
            (
                "T",
                "There's something in that. I've been so taken with her version that yours got short shrift in here.",
            ),
        ),
        (
            ("C", "You always side with my wife."),
            ("T", "There's something in that. You've been so taken with her version that yours got short shrift."),
        ),
    ),
    (
        (("C", "It hurt, that joke you made."), ("T", "It was a cheap joke and I regret it.")),
        (("C", "It hurt, that joke he made."), ("T", "It was a cheap joke and I bet he regrets it.")),
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


def test_sorry_for_what_others_did_is_no_own_part():
    lines = (("C", "My dog died on Sunday."), ("T", "Oh no, I'm so sorry to hear that."))
    assert strength(lines) < LISTED


def test_words_said_in_a_part_that_is_played_are_not_the_therapists_own():
    lines = (("C", "Say it for me, what you think he'd say."), ("T", "I pushed you too hard. I'm sorry."))
    assert strength(lines) < LISTED


def test_a_deed_and_an_apology_for_it_are_clearer_than_the_deed_alone():
    before = ("C", "A bit.")
    deed = "I pushed you, and I wasn't listening."
    assert strength([before, ("T", f"{deed} I'm sorry.")]) > strength([before, ("T", deed)]) + 0.1
    assert strength([before, ("T", "I think I've just done it again, haven't I.")]) >= LISTED
