from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from reattune.model import Role, Source, Times, Transcript, Turn
from reattune.speech.place import Place, prepare
from reattune.speech.registry import Rules
from reattune.speech.rule import Family
from reattune.speech.strategies import FAINT, NEAR, QUOTED, STRONG, Sign, clear, sentence, strategy

SIGNS = (
    Sign("one", r"\bsorry\b", 0.6, also=r"\bi\b", never=r"\bhear\b"),
    Sign("two", r"\bmy part\b", 0.5),
)


def place(text: str) -> Place:
    turn = Turn(Role.THERAPIST, "t", text, "1")
    return Place(prepare(Transcript(date(2025, 3, 4), Source("s.txt", ""), (turn,), Times.NONE)), 0)


def found(text: str, **more):
    rule = strategy(
        "sample",
        Family.OWNS_PART,
        SIGNS,
        looks_at=lambda: "What.",
        benign=lambda: ("Else.",),
        reason=lambda _place: "Because.",
        **more,
    )
    return [(text[hit.start : hit.end], hit.strength) for hit in Rules((rule,)).hits(place(text))]


def test_the_sentence_of_a_sign_is_quoted_and_no_other():
    assert found("Right. I was wrong and I am sorry. Go on.") == [("I was wrong and I am sorry.", 0.6)]


def test_what_must_and_must_not_stand_in_the_sentence():
    assert found("So sorry. I see.") == []
    assert found("I am sorry to hear it.") == []
    assert found("I am sorry. Did you hear it?") == [("I am sorry.", 0.6)]


def test_a_further_sign_adds_a_little_and_one_hit_is_made():
    assert found("I am sorry. That was my part.") == [("I am sorry.", 0.65)]


def test_words_far_away_in_an_endless_sentence_are_another_matter():
    assert found("i " + "so " * NEAR + "sorry") == []


def test_a_long_sentence_is_quoted_only_around_its_words():
    ((quote, _strength),) = found("well " * 60 + "i am sorry " + "and " * 60)
    assert "sorry" in quote
    assert len(quote) <= QUOTED


def test_nothing_is_marked_at_no_strength():
    assert found("I am sorry.", weigh=lambda _met: 0.0) == []
    assert found("I am sorry.", weigh=lambda met: met.sign.strength / 2) == [("I am sorry.", 0.3)]


def test_a_sentence_ends_where_it_ends_and_a_pause_ends_none():
    text = "One... two. Three? Four"
    assert [text[slice(*sentence(text, (at, at + 1)))] for at in (0, 7, 12, 19)] == [
        "One... two.",
        "One... two.",
        "Three?",
        "Four",
    ]


def test_strengths_stay_within_their_bounds():
    assert [clear(value) for value in (-1, 0.1, FAINT, 0.5, 2)] == [0, 0, FAINT, 0.5, STRONG]


@given(st.text(alphabet="ab .?!\n,", max_size=80), st.data())
def test_the_sentence_around_some_words_always_holds_them(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    begin, stop = sentence(text, (start, end))
    assert 0 <= begin <= start
    assert end <= stop <= len(text) or start == end
