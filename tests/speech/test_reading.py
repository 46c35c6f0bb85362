"""A reading quotes only stored words, is the same each time, and takes any text without a crash."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from reattune.model import Role, Source, Times, Transcript, Turn
from reattune.speech.reading import read
from reattune.speech.registry import every

PHRASES = (
    "I'm fine, it's nothing.", "I don't know.", "You never listen to me.", "People always leave.", "That helps, thank you.",
    "What's the point?", "(laughs) He hit me.", "How did that feel?", "I got that wrong, I'm sorry.", "Whatever you think is best.",
    "Oh, by the way, my neighbour has this dog.", "Yes, exactly, and I felt it too.", "Did you do the homework?", "It’s İstanbul — “nothing”.",
    "You should try again.", "Nothing ever changes.", "This is a waste of money.", "\u200f\u05e9\u05dc\u05d5\u05dd", "", "   ", "<script>x</script>",
)  # fmt: skip
SAID = st.lists(st.one_of(st.sampled_from(PHRASES), st.text(max_size=60)), max_size=3).map(" ".join)
TURNS = st.lists(st.tuples(st.sampled_from(list(Role)), SAID), max_size=12)


def transcript(turns: list[tuple[Role, str]]) -> Transcript:
    made = tuple(Turn(role, role.value, text, str(at)) for at, (role, text) in enumerate(turns))
    return Transcript(date(2026, 3, 2), Source("own.txt", "1"), made, Times.NONE)


@settings(max_examples=120, deadline=None)
@given(TURNS)
def test_every_hit_rests_on_stored_words(turns: list[tuple[Role, str]]) -> None:
    reading = read(transcript(turns))
    known = {rule.id: rule for rule in every()}
    for hit in reading.hits:
        turn = reading.transcript.turns[hit.turn]
        quote = reading.quote(hit)
        assert quote
        assert quote == quote.strip()
        assert quote in turn.text
        assert 0 <= hit.start < hit.end <= len(turn.text)
        assert 0 < hit.strength <= 1
        assert hit.reason.endswith(".")
        assert known[hit.rule].role is turn.role
        assert known[hit.rule].family is hit.family


@given(TURNS)
@settings(max_examples=20, deadline=None)
def test_the_same_transcript_gives_the_same(turns: list[tuple[Role, str]]) -> None:
    assert read(transcript(turns)).hits == read(transcript(turns)).hits


def test_hits_stand_in_order_of_the_words() -> None:
    reading = read(transcript([(Role.THERAPIST, "How did you feel when he died?"), (Role.CLIENT, PHRASES[0])] * 3))
    places = [(hit.turn, hit.start) for hit in reading.hits]
    assert places == sorted(places)
    assert places


def test_every_rule_has_its_words() -> None:
    for rule in every():
        assert rule.looks_at().strip()
        assert rule.benign()
        assert all(text.strip() for text in rule.benign())
        assert rule.patterns or rule.shape is not None
