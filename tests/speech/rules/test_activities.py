"""What is said against the tasks of therapy counts; what is told of other tasks, or did help, does not."""

from datetime import date

import pytest

from reattune.model import Role, Source, Times, Transcript, Turn
from reattune.speech.place import Place, prepare
from reattune.speech.registry import Rules
from reattune.speech.rule import Hit
from reattune.speech.rules.activities import RULES

ROLES = {"T": Role.THERAPIST, "C": Role.CLIENT}
READ = {role: Rules(tuple(rule for rule in RULES if rule.role is role)) for role in ROLES.values()}
PAIRS = [
    (
        [
            ("T", "Shall we go back to the breathing exercise?"),
            ("C", "Do we have to? I feel like a right idiot puffing away and I'm just as panicky after."),
        ],
        [
            ("T", "Shall we go back to the breathing exercise?"),
            ("C", "Go on then. I feel like a right idiot puffing away but I was less panicky after."),
        ],
    ),
    (
        [
            ("T", "Did you get anywhere with the list of achievements?"),
            ("C", "I didn't do it. I don't see the point in writing down that I made my bed."),
        ],
        [
            ("T", "Did you get anywhere with the list of achievements?"),
            ("C", "I didn't get to it. We'd the in-laws all week. Can I bring it next time?"),
        ],
    ),
    (
        [
            ("T", "So we rated the fear at eighty."),
            ("C", "Numbers, numbers. You can't put my life on a scale from nought to a hundred, it's daft."),
        ],
        [
            ("T", "So we rated the fear at eighty."),
            ("C", "Eighty then, yeah. On that scale it's nearer sixty today, it's dropped."),
        ],
    ),
    (
        [
            ("T", "You look thoughtful."),
            ("C", "I'm not sure talking about when I was six is getting me any closer to leaving the house."),
        ],
        [
            ("T", "You look thoughtful."),
            ("C", "I'm thinking about when I was six. I was the one who had to leave the house."),
        ],
    ),
    (
        [
            ("T", "How was the mindfulness recording?"),
            (
                "C",
                "Hated it. Some bloke whispering at me about leaves on a stream. It made me want to throw the phone.",
            ),
        ],
        [
            ("T", "How was the mindfulness recording?"),
            ("C", "Loved it. Some bloke whispering to me about leaves on a stream. I fell asleep on the phone."),
        ],
    ),
    (
        [
            ("T", "I'd brought another worksheet for us."),
            ("C", "Another worksheet. It's like being back at school, and I was rubbish at school."),
        ],
        [
            ("T", "How is your daughter finding the extra worksheets?"),
            ("C", "She says it's like being kept in at school, and she was rubbish at school."),
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


def test_the_same_words_without_any_task_near_are_not_read():
    assert not signs([("T", "How was the film?"), ("C", "It was pointless and stupid.")])
