"""What is said against the frame counts; what is told about rents and gyms, or asked about times, does not."""

from datetime import date

import pytest

from reattune.model import Role, Source, Times, Transcript, Turn
from reattune.speech.place import Place, prepare
from reattune.speech.registry import Rules
from reattune.speech.rule import Hit
from reattune.speech.rules.parameters import RULES

ROLES = {"T": Role.THERAPIST, "C": Role.CLIENT}
READ = {role: Rules(tuple(rule for rule in RULES if rule.role is role)) for role in ROLES.values()}
PAIRS = [
    (
        [
            ("T", "I'll be away for the last two weeks in August."),
            (
                "C",
                "Three weeks with nobody, then. You go off and I'm supposed to just hold my breath till you're back.",
            ),
        ],
        [
            ("T", "I'll be away for the last two weeks in August."),
            ("C", "Two weeks, okay. I'll be off with the kids for one of those anyway. Have a good rest."),
        ],
    ),
    (
        [
            ("T", "There's the fee for the missed session."),
            ("C", "I had a migraine. You're charging me sixty pounds for having a migraine? That can't be right."),
        ],
        [
            ("T", "Did the dentist sort it out?"),
            ("C", "I had a migraine. They're charging me sixty pounds for having a migraine? That can't be right."),
        ],
    ),
    (
        [
            ("T", "We have to finish there for today."),
            ("C", "You always do that. I get to the bit that matters and out comes the clock."),
        ],
        [
            ("T", "We have to finish there for today."),
            ("C", "Already? Oh well. That went quickly. Same time next week?"),
        ],
    ),
    (
        [
            ("T", "How do you find coming here?"),
            ("C", "It's the walls. I can hear the bloke next door cough, so he can hear me cry."),
        ],
        [
            ("T", "How do you find the new flat?"),
            ("C", "It's the walls. I can hear the bloke next door cough, so he can hear me cry."),
        ],
    ),
    (
        [
            ("T", "We've agreed on eight sessions and this is the fifth."),
            ("C", "Eight's nothing. Who gets better in eight? It feels like I'm being processed."),
        ],
        [
            ("T", "We've agreed on eight sessions and this is the fifth."),
            ("C", "Fifth already. Eight felt a lot at the start. I think it'll be about right."),
        ],
    ),
    (
        [
            ("T", "Would you fill in the usual scale first?"),
            ("C", "Every single week the same questions. I put any old number, if you want to know."),
        ],
        [
            ("T", "Would you fill in the usual scale first?"),
            ("C", "Sure. Every week I look back at the last one first, I like seeing it move."),
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


def test_a_question_about_times_is_part_of_using_the_frame():
    assert not signs([("T", "Shall we book the next one?"), ("C", "Could we do half past four on the Thursday?")])


def test_what_is_done_when_one_likes_cuts_nobody_off():
    before = ("T", "Then let us leave the forms where they are.")
    assert not signs([before, ("C", "Maybe I'll draw. Just when I feel like it.")])


def test_a_hard_word_about_oneself_in_a_story_is_not_about_the_room():
    story = "His coat was on the door. I was so angry with him. Isn't that terrible?"
    assert not signs([("T", "You stood there."), ("C", story)])
    assert signs([("T", "You look round."), ("C", "I hate this room. The door never shuts. Isn't that terrible?")])
