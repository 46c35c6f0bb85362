from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from reattune.model import Role, Source, Times, Transcript, Turn
from reattune.speech.place import Place, prepare
from reattune.speech.registry import Rules
from reattune.speech.rule import Family
from reattune.speech.weighing import LEAST, MOST, Ease, Sign, Signs, before, together

SIGNS = Signs(
    "own.sign",
    Family.REJECTS,
    Role.CLIENT,
    lambda: "What is looked at.",
    lambda: ("What else it may be.",),
    (
        Sign("plain", r"\bpointless\b", 0.5, lambda: "Plain.", bound=True),
        Sign("faint", r"\bhm+\b", 0.25, lambda: "Faint.", faint=True),
        Sign("aimed", r"\byou never\b", 0.6, lambda: "Aimed.", aimed=True),
    ),
    (Ease(r"\bbut it helped\b", 0.2),),
    r"\bdiary\b",
)
RULES = Rules((SIGNS.rule(),))


def place(*lines: tuple[Role, str]) -> Place:
    turns = tuple(Turn(role, role.value, text, str(row)) for row, (role, text) in enumerate(lines))
    return Place(prepare(Transcript(date(2026, 1, 8), Source("own.vtt", "1"), turns, Times.NONE)), len(turns) - 1)


def strength(said: str, reply: str) -> float:
    return sum(hit.strength for hit in RULES.hits(place((Role.THERAPIST, said), (Role.CLIENT, reply))))


def test_a_bound_sign_needs_its_theme_and_is_weaker_where_the_theme_is_further_away():
    assert strength("How was it?", "It was pointless.") == 0
    assert strength("How was it?", "The diary was pointless.") > strength("How was the diary?", "It was pointless.") > 0


def test_an_ease_leaves_little():
    assert strength("How was it?", "You never ask, but it helped.") < strength("How was it?", "You never ask.")


def test_a_faint_sign_counts_only_in_company():
    assert strength("How was it?", "Hm.") == 0
    assert strength("How was it?", "Hm, you never ask.") > strength("How was it?", "You never ask.")


def test_words_that_were_only_reported_count_for_next_to_nothing():
    assert strength("And then?", "I told him you never ask.") == 0


def test_the_quote_is_the_sentence_of_the_clearest_sign():
    at = place((Role.THERAPIST, "Well?"), (Role.CLIENT, "Right. You never ask. Fine."))
    (hit,) = RULES.hits(at)
    assert "Right. You never ask. Fine."[hit.start : hit.end] == "You never ask."
    assert LEAST <= hit.strength <= MOST
    assert hit.reason == "Aimed."


@pytest.mark.parametrize(("weights", "sum_"), [([0.5], 0.5), ([0.5, 0.4], 0.6), ([0.4, 0.5], 0.6)])
def test_each_further_sign_counts_by_half(weights, sum_):
    assert together(weights) == pytest.approx(sum_)


@given(some.lists(some.floats(0, 1), min_size=1, max_size=6))
def test_several_signs_are_never_weaker_than_the_strongest(weights):
    assert max(weights) - 1e-9 <= together(weights) <= 1


def test_before_reaches_past_a_nod():
    lines = ((Role.THERAPIST, "How was the diary this week?"), (Role.CLIENT, "Well."), (Role.THERAPIST, "Mm."))
    assert before(place(*lines, (Role.CLIENT, "Pointless."))) == "how was the diary this week? mm."
    assert before(place((Role.CLIENT, "Hello."))) == ""
