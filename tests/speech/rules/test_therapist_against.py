"""Pressing, arguing and lecturing count; taking an objection up does not."""

from datetime import date

import pytest

from reattune.model import Role, Source, Times, Transcript, Turn
from reattune.speech.place import Place, prepare
from reattune.speech.registry import Rules
from reattune.speech.rule import Hit
from reattune.speech.rules.therapist_against import RULES

ROLES = {"T": Role.THERAPIST, "C": Role.CLIENT}
READ = {role: Rules(tuple(rule for rule in RULES if rule.role is role)) for role in ROLES.values()}
PAIRS = [
    (
        [
            ("C", "I really don't want to ring him."),
            ("T", "You do need to ring him, though. You won't get anywhere by hiding from it."),
        ],
        [
            ("C", "I really don't want to ring him."),
            ("T", "Okay, you don't want to ring him. What would it be like, if he picked up?"),
        ],
    ),
    (
        [
            ("C", "I think you misunderstood me there."),
            ("T", "I don't think I did. I wrote it down word for word, it's here in my notes."),
        ],
        [
            ("C", "I think you misunderstood me there."),
            ("T", "I think I did. I wrote it down, but I'd rather hear it from you again."),
        ],
    ),
    (
        [
            ("C", "That exercise isn't for me."),
            ("T", "But you've hardly given it a chance. Most people find it works if they stick with it."),
        ],
        [
            ("C", "That exercise isn't for me."),
            ("T", "Fair enough. We don't have to stick with it. What puts you off most?"),
        ],
    ),
    (
        [
            ("C", "I'm not angry with you."),
            (
                "T",
                "You're sitting there with your arms crossed. You are angry, and you're avoiding it, as you always do.",
            ),
        ],
        [
            ("C", "I'm not angry with you."),
            ("T", "Okay. I noticed your arms were crossed and I made a guess. What is it like in there?"),
        ],
    ),
    (
        [
            ("C", "I didn't manage to go to the gym."),
            ("T", "Again? If you really wanted to feel better you'd make the time. Other people manage it."),
        ],
        [
            ("C", "I didn't manage to go to the gym."),
            ("T", "Okay. What kind of week was it? I'd like to hear what got in the way."),
        ],
    ),
    (
        [
            ("C", "I'd rather not do the chair thing again."),
            ("T", "I hear that, but I'd really like you to do the chair thing. Let's just try the chair once more."),
        ],
        [
            ("C", "I'd rather not do the chair thing again."),
            ("T", "I hear that. Let's leave the chair thing where it is. What was it about it?"),
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


def test_what_is_said_again_after_a_no_is_seen():
    lines = [
        ("T", "I'd suggest writing your father a letter."),
        ("C", "No, I don't want to."),
        ("T", "A letter to your father, writing it all down."),
    ]
    assert [hit.rule for hit in signs(lines)][-1] == "therapist_against.again"
