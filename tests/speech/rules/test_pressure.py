"""Orders, threats and too much closeness count; a wish, or a question, does not."""

from datetime import date

import pytest

from reattune.model import Role, Source, Times, Transcript, Turn
from reattune.speech.place import Place, prepare
from reattune.speech.registry import Rules
from reattune.speech.rule import Hit
from reattune.speech.rules.pressure import RULES

ROLES = {"T": Role.THERAPIST, "C": Role.CLIENT}
READ = {role: Rules(tuple(rule for rule in RULES if rule.role is role)) for role in ROLES.values()}
PAIRS = [
    (
        [
            ("T", "I can't tell you whether to leave him."),
            ("C", "Why not? That's what I'm paying you for. Yes or no, should I leave, simple as that."),
        ],
        [
            ("T", "I can't tell you whether to leave him."),
            ("C", "I know. I keep wanting somebody to. Yes or no, should I leave, it'd be so simple."),
        ],
    ),
    (
        [
            ("T", "What would help right now?"),
            ("C", "Put the pen down. I don't want you writing. Look at me when I'm talking."),
        ],
        [
            ("T", "What would help right now?"),
            ("C", "Would you mind not writing for a bit? I find it easier when you're looking at me."),
        ],
    ),
    (
        [
            ("T", "I'd like us to talk about the drinking."),
            ("C", "You'll talk about what I want to talk about, or I'm off."),
        ],
        [
            ("T", "I'd like us to talk about the drinking."),
            ("C", "Okay. Can we talk about work first, though? Then I'm ready."),
        ],
    ),
    (
        [
            ("T", "It's good to see you."),
            ("C", "You too. You smell lovely. What are you doing after this, do you fancy a drink?"),
        ],
        [
            ("T", "It's good to see you."),
            ("C", "You too. It smells lovely in here, is it the coffee? I could do with a drink of water."),
        ],
    ),
    (
        [
            ("T", "The report will say what we've worked on."),
            ("C", "The report will say I'm fit for work. You write that, or I'll be making a complaint."),
        ],
        [
            ("T", "The report will say what we've worked on."),
            ("C", "Good. Could it say I'm fit for work? If it can't, I'd like to know why."),
        ],
    ),
    (
        [
            ("T", "I'm wondering what makes it hard to say."),
            ("C", "Stop wondering and just tell me what's wrong with me. You're the expert."),
        ],
        [
            ("T", "I'm wondering what makes it hard to say."),
            ("C", "I'm wondering that too. I suppose I want an expert to tell me what's wrong with me."),
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


def test_a_polite_request_is_no_pressure():
    assert not signs([("T", "Where shall we start?"), ("C", "Could we start with my brother, if that's okay?")])


@pytest.mark.parametrize(
    "own",
    [
        "It is all right while I am at work, but as soon as I stop it comes back.",
        "I thought, oh, just say yes and get out of here.",
        "Every time we stop talking, he leaves the room.",
        "I told myself, shut up and get on with it.",
    ],
)
def test_orders_in_somebodys_own_story_are_none_to_the_therapist(own):
    assert not signs([("T", "How was it for you, when I asked that?"), ("C", own)])


def test_the_same_words_to_the_therapist_are_an_order():
    before = ("T", "I wonder what you are feeling right now.")
    assert signs([before, ("C", "Stop it. I told you to stop it.")])
    assert signs([before, ("C", "Just say yes or no. Just say something.")])
