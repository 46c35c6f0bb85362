"""What is said against the therapist counts; what is told about others, or said in praise, does not."""

from datetime import date

import pytest

from reattune.model import Role, Source, Times, Transcript, Turn
from reattune.speech.place import Place, prepare
from reattune.speech.registry import Rules
from reattune.speech.rule import Hit
from reattune.speech.rules.complaint_therapist import RULES

ROLES = {"T": Role.THERAPIST, "C": Role.CLIENT}
READ = {role: Rules(tuple(rule for rule in RULES if rule.role is role)) for role in ROLES.values()}
PAIRS = [
    (
        [
            ("T", "You seem a bit further away today."),
            ("C", "I nearly didn't come. When I told you about the miscarriage you glanced at your watch. I saw you."),
        ],
        [
            ("T", "You seem a bit further away today."),
            (
                "C",
                "I nearly didn't come. When I told my sister about the miscarriage she glanced at her watch. I saw her.",
            ),
        ],
    ),
    (
        [
            ("T", "What was it like telling me that?"),
            ("C", "Honestly? Like talking to a brick wall. You give me nothing back."),
        ],
        [
            ("T", "What was it like telling him that?"),
            ("C", "Honestly? Like talking to a brick wall. He gives me nothing back."),
        ],
    ),
    (
        [
            ("T", "How has it been with us so far?"),
            ("C", "I don't feel you're on my side. Every time I mention Dave you end up sticking up for him."),
        ],
        [
            ("T", "How has it been with us so far?"),
            ("C", "I feel you're on my side. Every time I mention Dave you let me be cross and that's rare."),
        ],
    ),
    (
        [
            ("T", "Perhaps it's a way of protecting yourself."),
            ("C", "You've read that in a book somewhere. You've no idea what living with this is like."),
        ],
        [
            ("T", "Perhaps it's a way of protecting yourself."),
            ("C", "I read that in a book somewhere. I'd no idea other people lived with it like this."),
        ],
    ),
    (
        [
            ("T", "Where shall we start?"),
            ("C", "You got my son's name wrong last week and you didn't even notice. That stung, actually."),
        ],
        [
            ("T", "Where shall we start?"),
            ("C", "The school got my son's name wrong last week and they didn't even notice. That stung, actually."),
        ],
    ),
    (
        [
            ("T", "How are you feeling about today?"),
            ("C", "My old counsellor would have remembered. She'd have asked. You just go straight to the sheet."),
        ],
        [
            ("T", "How are you feeling about today?"),
            ("C", "My old counsellor would have forgotten. She'd never have asked. You did, and I noticed."),
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


def test_words_for_somebody_else_in_a_rehearsal_count_for_little():
    words = ("C", "You never listen to me. You don't care.")
    assert (
        strength([("T", "What would you like to say to him?"), words])
        < strength([("T", "How are we doing?"), words]) / 3
    )


def test_reported_words_are_not_aimed_at_the_therapist():
    assert not signs([("T", "And then?"), ("C", "I told my boss, you never listen to me.")])
