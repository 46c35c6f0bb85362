"""What is said against where therapy has got to counts; what is said of other things, or with news, does not."""

from datetime import date

import pytest

from reattune.model import Role, Source, Times, Transcript, Turn
from reattune.speech.place import Place, prepare
from reattune.speech.registry import Rules
from reattune.speech.rule import Hit
from reattune.speech.rules.progress import RULES

ROLES = {"T": Role.THERAPIST, "C": Role.CLIENT}
READ = {role: Rules(tuple(rule for rule in RULES if rule.role is role)) for role in ROLES.values()}
PAIRS = [
    (
        [
            ("T", "We've had ten sessions now."),
            ("C", "Ten, and I'm still crying in the car park. I don't think it's doing anything."),
        ],
        [
            ("T", "We've had ten sessions now."),
            ("C", "Ten, and I only cried in the car park once. I think it's doing something."),
        ],
    ),
    (
        [
            ("T", "What's it like to be back?"),
            ("C", "Bit flat. I sit here, I talk, I go home, and it's all exactly as it was."),
        ],
        [
            ("T", "What's it like to be back at your mum's?"),
            ("C", "Bit flat. I sit there, I eat, I go up to bed, and it's all exactly as it was."),
        ],
    ),
    (
        [
            ("T", "How are things?"),
            ("C", "If anything I'm worse than before I started coming. I sleep less since we opened all this up."),
        ],
        [
            ("T", "How are things?"),
            ("C", "If anything I'm better than before I started coming. I sleep more since we opened all this up."),
        ],
    ),
    (
        [
            ("T", "What are you hoping for from the next few weeks?"),
            ("C", "I don't know any more. I thought by Christmas I'd be able to get on a bus. And here we are."),
        ],
        [
            ("T", "What are you hoping for from the next few weeks?"),
            ("C", "To get on a bus. I thought that'd take till Christmas and I've nearly done it."),
        ],
    ),
    (
        [
            ("T", "You sighed."),
            ("C", "Just wondering what I'm getting out of this, that's all. We seem to go over the same ground."),
        ],
        [
            ("T", "You sighed."),
            ("C", "Just wondering what I'm getting her for Christmas, that's all. We're going over on the Saturday."),
        ],
    ),
    (
        [
            ("T", "How is the therapy going, from where you sit?"),
            ("C", "It isn't really going, is it. I can't point to one thing that's different."),
        ],
        [
            ("T", "How is the physio going?"),
            ("C", "It isn't really going, is it. I can't point to one thing that's different."),
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


def test_another_thing_that_does_not_move_is_not_therapy():
    assert not signs([("T", "How is the job?"), ("C", "My job is going nowhere, it's the same as ever.")])


def test_a_thing_of_the_house_that_does_not_work_is_not_therapy():
    lines = [("T", "What happened then?"), ("C", "He gave me a kettle from his shed."), ("T", "Goodness.")]
    assert not signs([*lines, ("C", "And then it didn't even work.")])
    told = [("T", "Did you try the exercise at home?"), ("C", "In the car, yes.")]
    assert signs([*told, ("T", "How was the exercise?"), ("C", "It didn't work. It doesn't help me.")])
