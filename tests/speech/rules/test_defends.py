"""Justifying oneself to the therapist counts; a reason that was asked for, or a thought about oneself, does not."""

from datetime import date

import pytest

from reattune.model import Role, Source, Times, Transcript, Turn
from reattune.speech.place import Place, prepare
from reattune.speech.registry import Rules
from reattune.speech.rule import Hit
from reattune.speech.rules.defends import RULES

ROLES = {"T": Role.THERAPIST, "C": Role.CLIENT}
READ = {role: Rules(tuple(rule for rule in RULES if rule.role is role)) for role in ROLES.values()}
PAIRS = [
    (
        [
            ("T", "You said you'd try to leave the drink alone on weekdays."),
            ("C", "I did try. It was my birthday, what was I meant to do, toast it with squash?"),
        ],
        [
            ("T", "You said you'd try to leave the drink alone on weekdays."),
            ("C", "I did say that. It was my birthday and I gave in, and I felt rotten about it."),
        ],
    ),
    (
        [
            ("T", "I notice you often arrive a few minutes late."),
            ("C", "It's the buses! I can't control the buses. I'm not doing it on purpose."),
        ],
        [
            ("T", "I notice you often arrive a few minutes late."),
            ("C", "Yes. I think I sit in the car and put it off. I do it with everyone."),
        ],
    ),
    (
        [
            ("T", "I wonder what your part in the row was."),
            ("C", "My part? I wasn't the one throwing plates. I was just standing there."),
        ],
        [
            ("T", "I wonder what your part in the row was."),
            ("C", "My part? I think I'd wound him up. I was standing there smirking, if I'm honest."),
        ],
    ),
    (
        [
            ("T", "And then you shouted at your son."),
            ("C", "You make me sound like some kind of ogre. All parents shout. I've never laid a finger on him."),
        ],
        [
            ("T", "And then you shouted at your son."),
            ("C", "I sounded like some kind of ogre. I heard my dad coming out of me. I hated it."),
        ],
    ),
    (
        [
            ("T", "You didn't ring her back?"),
            ("C", "I'd been on shift for twelve hours. I'm allowed to sleep, aren't I? It doesn't mean I don't care."),
        ],
        [
            ("T", "You didn't ring her back?"),
            ("C", "No, I'd been on shift for twelve hours. I slept. I rang her in the morning and we laughed."),
        ],
    ),
    (
        [
            ("T", "Could it be that you pushed him away a little?"),
            ("C", "So it's my fault he left. I knew you'd say that. I did everything for that man."),
        ],
        [
            ("T", "Could it be that you pushed him away a little?"),
            ("C", "It might be. I'd go quiet and wait for him to chase me, and one day he didn't."),
        ],
    ),
]


def hits(lines: list[tuple[str, str]]) -> list[Hit]:
    turns = tuple(Turn(ROLES[who], who, text, str(row)) for row, (who, text) in enumerate(lines))
    context = prepare(Transcript(date(2026, 1, 8), Source("own.vtt", "1"), turns, Times.NONE))
    places = [Place(context, at) for at in range(len(turns))]
    return [hit for place in places for hit in READ[place.line.turn.role].hits(place)]


def signs(lines: list[tuple[str, str]]) -> list[Hit]:
    """Return what was met by signs, without what every turn leans by itself."""
    return [hit for hit in hits(lines) if not hit.rule.endswith(".lean")]


def strength(lines: list[tuple[str, str]]) -> float:
    return sum(hit.strength for hit in hits(lines))


@pytest.mark.parametrize(("marked", "benign"), PAIRS)
def test_the_marked_one_is_stronger_than_its_look_alike(marked, benign):
    assert strength(marked) > strength(benign)


@pytest.mark.parametrize("marked", [marked for marked, _benign in PAIRS])
def test_a_hit_rests_on_words_of_its_turn_and_says_why(marked):
    found = hits(marked)
    assert found
    for hit in found:
        text = marked[hit.turn][1]
        assert 0 <= hit.start < hit.end <= len(text)
        assert text[hit.start : hit.end].strip() == text[hit.start : hit.end]
        assert 0 < hit.strength < 1
        assert hit.reason.endswith(".")


def test_every_rule_says_what_it_looks_at_and_what_else_it_may_be():
    for rule in RULES:
        assert rule.looks_at().endswith(".")
        assert all(reading.endswith(".") for reading in rule.benign())


def test_nothing_is_read_without_words_that_came_before():
    assert not signs([("C", "I did try, you know.")])
