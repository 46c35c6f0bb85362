"""Stepping past a feeling counts; staying with it in other words does not."""

from datetime import date

import pytest

from reattune.model import Role, Source, Times, Transcript, Turn
from reattune.speech.place import Place, prepare
from reattune.speech.registry import Rules
from reattune.speech.rule import Hit
from reattune.speech.rules.therapist_away import RULES

ROLES = {"T": Role.THERAPIST, "C": Role.CLIENT}
READ = {role: Rules(tuple(rule for rule in RULES if rule.role is role)) for role in ROLES.values()}
PAIRS = [
    (
        [
            ("C", "I wake up and for a second I forget she's gone, and then it hits me."),
            ("T", "Mornings are tough for lots of people. What time are you setting the alarm for?"),
        ],
        [
            ("C", "I wake up and for a second I forget she's gone, and then it hits me."),
            ("T", "Every morning it hits you all over again. What's that second like, just before?"),
        ],
    ),
    (
        [
            ("C", "I felt a bit judged by you last week, if I'm honest."),
            ("T", "Right. Well, let's see what's on the plan for today, I think we'd got to step three."),
        ],
        [
            ("C", "I felt a bit judged by you last week, if I'm honest."),
            ("T", "I'm glad you've said so. Tell me what I said, I'd like to know where it came from."),
        ],
    ),
    (
        [
            ("C", "I'm so ashamed I can't look at you."),
            ("T", "Oh, there's no need for that. You've done nothing wrong, I'm sure it'll feel different tomorrow."),
        ],
        [
            ("C", "I'm so ashamed I can't look at you."),
            ("T", "You don't need to look at me. I'm here, and it can take as long as it takes."),
        ],
    ),
    (
        [
            ("C", "Sometimes I think nobody would notice if I wasn't there."),
            ("T", "That's what we call a cognitive distortion. Mind-reading, if you remember the handout."),
        ],
        [
            ("C", "Sometimes I think nobody would notice if I wasn't there."),
            ("T", "That's a very lonely thought. Who would you most want to notice?"),
        ],
    ),
    (
        [
            ("C", "Are you leaving because of me?"),
            ("T", "We'll look at the dates next week. Reception will send you a letter."),
        ],
        [
            ("C", "Are you leaving because of me?"),
            ("T", "No. I'm leaving because my job ends. But I hear the worry in it."),
        ],
    ),
    (
        [
            ("C", "I screamed at him and then I just cried on the kitchen floor."),
            ("T", "Okay, and did you manage to fill in the sheet afterwards?"),
        ],
        [
            ("C", "I filled it in on the train and then I just ate my sandwich."),
            ("T", "Okay, and did you manage to fill in the sheet for Tuesday?"),
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


def test_a_nod_to_a_plea_is_seen_and_a_nod_in_a_story_is_not():
    assert signs([("C", "I've never told anyone that. Please say something."), ("T", "Mm.")])
    assert not signs([("C", "So I got the bus and it was packed."), ("T", "Mm.")])


def listed(lines: list[tuple[str, str]]) -> list[Hit]:
    return [hit for hit in signs(lines) if hit.rule == "therapist_away"]


def test_to_push_is_not_to_even_out():
    before = ("C", "I feel so ashamed that I could not do it.")
    assert not listed([before, ("T", "You did it for a week and then stopped, so I want you to stick with it.")])
    assert listed([before, ("T", "But you did it, you got through it, and it will get better.")])


def test_the_clients_own_words_said_back_are_no_going_on():
    before = ("C", "I was so hurt, I only wanted you to stop asking.")
    assert not listed([before, ("T", "So you said, it does not matter.")])
    assert listed([before, ("T", "Right, so you said last week you had an interview.")])
