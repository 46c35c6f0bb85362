"""Turning a reading or a suggestion down counts; correcting a fact, or saying it better, does not."""

from datetime import date

import pytest

from reattune.model import Role, Source, Times, Transcript, Turn
from reattune.speech.place import Place, prepare
from reattune.speech.registry import Rules
from reattune.speech.rule import Hit
from reattune.speech.rules.rejects import RULES

ROLES = {"T": Role.THERAPIST, "C": Role.CLIENT}
READ = {role: Rules(tuple(rule for rule in RULES if rule.role is role)) for role in ROLES.values()}
PAIRS = [
    (
        [
            ("T", "I wonder whether some of that anger is really meant for your mother."),
            ("C", "Oh come on. Not everything goes back to my mother. I was cross because he was late."),
        ],
        [
            ("T", "I wonder whether some of that anger is really meant for your mother."),
            ("C", "Oh. Maybe. It does go back to my mother. I was cross because he was late, like her."),
        ],
    ),
    (
        [
            ("T", "How about telling her how you feel, just once, this week?"),
            ("C", "No. You don't know her. It'd be a complete disaster, there's no way."),
        ],
        [
            ("T", "How about telling her how you feel, just once, this week?"),
            ("C", "Not her, not yet. I could tell my brother first and see how that goes."),
        ],
    ),
    (
        [
            ("T", "What do you feel in your body as you say that?"),
            ("C", "I don't feel anything in my body. What's my body got to do with it? I lost my job."),
        ],
        [
            ("T", "What do you feel in your body as you say that?"),
            ("C", "I don't know. My chest's a bit tight. I hadn't noticed till you asked."),
        ],
    ),
    (
        [
            ("T", "It sounds as if part of you misses him."),
            ("C", "That's rubbish. I don't miss him one bit, and I'd rather you didn't tell me I do."),
        ],
        [
            ("T", "It sounds as if part of you misses him."),
            ("C", "Misses isn't the word. It's more that the house is too quiet and I hate how it echoes."),
        ],
    ),
    (
        [
            ("T", "Have you thought about joining a group?"),
            ("C", "A group. Right. Sitting in a circle with strangers isn't going to bring my wife back."),
        ],
        [
            ("T", "Have you thought about joining a group?"),
            ("C", "A group. Yeah, I had. There's one on Wednesdays, I've got the number at home."),
        ],
    ),
    (
        [
            ("T", "Maybe being the joker kept you safe back then."),
            ("C", "You're reading far too much into it. I like jokes. That's all it is."),
        ],
        [
            ("T", "Did your brother say he was coming on the Friday?"),
            ("C", "You're a day out. He's coming on the Saturday. That's all it is."),
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


def test_a_plain_no_answers_a_question_of_fact():
    assert not signs([("T", "Did he ring you on Friday?"), ("C", "No.")])


def test_a_plain_no_to_a_suggestion_is_seen():
    assert signs([("T", "How about we try the letter together, what do you think?"), ("C", "No.")])


def test_a_thing_of_the_house_that_does_not_work_is_not_therapy():
    lines = [("T", "What happened then?"), ("C", "He gave me a kettle from his shed."), ("T", "Goodness.")]
    assert not signs([*lines, ("C", "And then it didn't even work.")])
    told = [("T", "You could try the exercise at home."), ("C", "It didn't work. It doesn't help me.")]
    assert signs(told)
