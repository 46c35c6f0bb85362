"""What happens between the two is held beside other relationships; two outside stories are not."""

from datetime import date

import pytest

from reattune.model import Role, Source, Times, Transcript, Turn
from reattune.speech.moments import FAINT as LISTED
from reattune.speech.place import Place, prepare
from reattune.speech.registry import Rules
from reattune.speech.rules.links_outside import RULES

LEAST = 0.5
ROLES = {"T": Role.THERAPIST, "C": Role.CLIENT}
Lines = tuple[tuple[str, str], ...]
PAIRS: tuple[tuple[Lines, Lines], ...] = (
    (
        (
            ("C", "I thought you'd be cross with me for coming late."),
            ("T", "Expecting me to be cross, is that something you know from your mother too?"),
        ),
        (
            ("C", "I thought you'd be cross with me for coming late."),
            ("T", "Was your mother cross when you came late?"),
        ),
    ),
    (
        (
            ("C", "I thought you'd be cross with me for coming late."),
            ("T", "I wonder if what you felt with me just then is similar to how it is with your boss."),
        ),
        (
            ("C", "I thought you'd be cross with me for coming late."),
            ("T", "I wonder if your boss is similar to your old head teacher."),
        ),
    ),
    (
        (
            ("C", "I thought you'd be cross with me for coming late."),
            ("T", "Does it go like this with other people as well, that you brace yourself the way you did with me?"),
        ),
        (("C", "I thought you'd be cross with me for coming late."), ("T", "Do other people come late as well?")),
    ),
    (
        (
            ("C", "I thought you'd be cross with me for coming late."),
            ("T", "So I became a bit like your father in that moment."),
        ),
        (("C", "I thought you'd be cross with me for coming late."), ("T", "So he's a bit like your father in that.")),
    ),
    (
        (
            ("C", "I couldn't tell you I was upset."),
            ("T", "It's hard to tell me, and I think it's hard to tell Mark. Where else does it happen?"),
        ),
        (("C", "I couldn't tell you I was upset."), ("T", "What were you upset about?")),
    ),
    (
        (
            ("C", "I couldn't tell you I was upset."),
            ("T", "You had to hide it from me, the way you had to hide it when you were little."),
        ),
        (("C", "I couldn't tell you I was upset."), ("T", "When you were little, who was at home?")),
    ),
    (
        (
            ("C", "I knew you'd forget."),
            ("T", "You were braced for it. Who taught you that the person across the room forgets?"),
        ),
        (
            ("C", "I knew he'd forget."),
            ("T", "You were braced for it. Did he say why he forgot, when he came across the room?"),
        ),
    ),
    (
        (
            ("C", "I laughed because you looked so serious."),
            ("T", "And you had to cheer me up. Was that your post at home, cheering up your mum?"),
        ),
        (
            ("C", "I laughed because he looked so serious."),
            ("T", "And you had to cheer him up. Was that at home, or at your mum's?"),
        ),
    ),
    (
        (
            ("C", "I didn't dare say I disagreed with you."),
            ("T", "Nor with your boss on Friday, nor with Pete. I seem to have joined a long row of people."),
        ),
        (
            ("C", "I didn't dare say I disagreed with her."),
            ("T", "Nor with your boss on Friday. She seems to be in a long row of people."),
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


def test_two_people_of_a_story_are_not_held_beside_the_two_in_the_room():
    lines = (("C", "He never listens."), ("T", "It sounds to me as if he's like your father in that way."))
    assert strength(lines) < LISTED
