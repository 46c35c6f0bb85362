from datetime import date

import pytest

from reattune.model import Role, Source, Times, Transcript, Turn
from reattune.speech.markers.between import SIGNS
from reattune.speech.place import Place, prepare

NAMED = {sign.name: sign for sign in SIGNS}
LONG = " ".join(["garden"] * 25)


def seen(name, before, said):
    role = NAMED[name].role
    other = Role.THERAPIST if role is Role.CLIENT else Role.CLIENT
    turns = (Turn(other, "a", before, "1"), Turn(role, "b", said, "2"))
    context = prepare(Transcript(date(2026, 1, 1), Source("a", ""), turns, Times.NONE, "en"))
    assert NAMED[name].seen(Place(context, 0)) == 0.0
    return NAMED[name].seen(Place(context, 1))


@pytest.mark.parametrize(
    ("name", "before", "shown", "other"),
    [
        ("taken_up", "was it the garden again", "the garden, yes the garden again", "my sister called"),
        ("taking_up", "it was the garden again", "so the garden again", "what about your sister"),
        ("asks_back", "How are you?", "How are you?", "Well."),
        ("short_to_open", "What was it like?", "Fine.", "It was rather cold and we went home"),
        ("full_to_open", "What was it like?", LONG, "Fine."),
        ("unasked", "I see.", LONG, "Yes."),
        ("outweighs", "Yes.", LONG, "I see."),
        ("asks_after_question", "Should I?", "Would you?", "You might."),
    ],
)
def test_what_passes_between_two_turns(name, before, shown, other):
    assert 0 < seen(name, before, shown) <= 1
    assert seen(name, before, other) == 0


def test_every_sign_here_looks_at_the_turn_before():
    assert len(NAMED) == len(SIGNS)
    assert all(sign.says().endswith(".") and sign.seen and not sign.expression for sign in SIGNS)
