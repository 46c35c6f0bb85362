from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reattune.model import Role, Source, Times, Transcript, Turn
from reattune.speech.leaning.leaned import MOST, faint, leaned, tempered
from reattune.speech.place import Place, prepare
from reattune.speech.rule import Family, Hit, Rule
from reattune.speech.strategies import FAINT

STRONG = 0.8


def rule(strength: float) -> Rule:
    def find(place, _matches):
        if strength:
            yield Hit("one", Family.OWNS_PART, place.at, 0, 3, strength, "because")

    return Rule("one", Family.OWNS_PART, Role.THERAPIST, lambda: "what", lambda: ("else",), find)


def place(before: str, text: str) -> Place:
    turns = (Turn(Role.CLIENT, "C", before, "0"), Turn(Role.THERAPIST, "T", text, "1"))
    return Place(prepare(Transcript(date(2026, 1, 1), Source("invented", ""), turns, Times.NONE, "en")), 1)


OWNED = ("You cut me off, you always do.", "I did. I was careless, and I'm sorry that I cut you off.")
ELSEWHERE = ("He sold the car and the boat to my cousin.", "He did? They let you keep your bike?")


def hits(known: Rule, where: tuple[str, str], *, leaning: bool = False) -> list[Hit]:
    return list(leaned(known)[leaning].find(place(*where), {}))


def test_a_clear_mark_keeps_nearly_all_where_its_turn_leans_with_it_and_loses_where_it_leans_away():
    with_it, away = (hits(rule(STRONG), where)[0].strength for where in (OWNED, ELSEWHERE))
    assert 0.9 * STRONG < with_it < STRONG
    assert away < 0.6 * STRONG


@pytest.mark.parametrize("strength", [0.0, FAINT])
def test_what_is_hardly_clear_is_no_mark(strength):
    assert hits(rule(strength), OWNED) == []


@pytest.mark.parametrize("strength", [0.0, STRONG])
def test_how_a_turn_leans_is_read_apart_from_its_marks(strength):
    (with_it,) = hits(rule(strength), OWNED, leaning=True)
    assert (with_it.rule, with_it.family) == ("one.lean", Family.OWNS_PART)
    assert 0.2 < with_it.strength < MOST
    assert all(away.strength < 0.05 for away in hits(rule(strength), ELSEWHERE, leaning=True))


def test_one_rule_reads_clear_marks_and_the_other_every_turn():
    clear, leaning = leaned(rule(STRONG))
    assert (clear.id, clear.leaning, clear.shape) == ("one", False, None)
    assert (leaning.id, leaning.leaning, leaning.patterns) == ("one.lean", True, ())
    assert leaning.shape is not None
    assert leaning.shape(place(*ELSEWHERE))
    assert (leaning.looks_at(), leaning.benign()) == (clear.looks_at(), clear.benign())


def test_a_long_turn_is_quoted_up_to_a_whole_word():
    text = "  I was careless, I am sorry. " + "I rushed you, " * 40
    (hit,) = hits(rule(0), (OWNED[0], text), leaning=True)
    assert hit.end - hit.start <= 220
    assert text[hit.start : hit.end].split() == text.split()[: len(text[hit.start : hit.end].split())]


@given(st.text(max_size=300), st.text(max_size=400))
def test_every_mark_lies_inside_its_turn(before, text):
    for hit in hits(rule(0), (before, text), leaning=True):
        assert 0 <= hit.start < hit.end <= len(text)
        assert hit.strength <= MOST


@given(st.floats(-20, 20), st.floats(-20, 20))
def test_leaning_further_never_says_less(one, other):
    low, high = sorted((one, other))
    assert faint(low) <= faint(high) <= MOST
    assert tempered(low) <= tempered(high) <= 1
