"""All that is found in a transcript."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.speech.deidentify.invented import SECOND, sessions, transcript

from reattune.speech.deidentify.finding import find
from reattune.speech.deidentify.known import spoken
from reattune.speech.deidentify.masking import masked
from reattune.speech.deidentify.piece import Kind

SIGNS = [*"TaraQuinWlLedsMy 3.09'’-@+\u0308😀שלום\u200f\n", " Tara ", " in Leeds ", " 3 May ", " Mrs Quinn ", " Will "]
ANY = st.lists(st.sampled_from(SIGNS), max_size=40).map("".join)


def texts(found):
    return [(one.text, one.kind) for one in found.pieces]


def test_the_speakers_own_names_are_found_in_any_case_and_by_role():
    found = find(transcript("T=Anna Brandt: hi kestrel", "C=Kestrel: hi anna, hi BRANDT"))
    assert [one.key.partition(":")[0] for one in found.pieces] == ["client", "therapist", "therapist"]


def test_a_name_that_was_found_once_is_found_everywhere():
    found = find(transcript("C: My sister Orla Byrne rang.", "C: Orla. Byrne? orla!"))
    assert [one.text for one in found.pieces] == ["Orla Byrne", "Orla", "Byrne", "orla"]
    assert len({one.key for one in found.pieces}) == 1


def test_a_word_that_is_a_name_too_is_left_in_small_letters():
    found = find(transcript("T=Will: you will see", "C=Kestrel: I told Will it will rain. Will it? No, Will."))
    assert texts(found) == [("Will", Kind.NAME), ("Will", Kind.NAME)]


def test_words_that_are_added_are_found_everywhere_and_kept_words_nowhere():
    session = transcript("C: The bakery. My bakery and Tara.", "T: A Bakery, Tara?")
    found = find(session, also=("bakery",), keep=("tara",))
    assert texts(found) == [("bakery", Kind.ADDED), ("bakery", Kind.ADDED), ("Bakery", Kind.ADDED)]


def test_what_lies_inside_a_kept_piece_is_still_found():
    session = transcript("C: I worked at Quinn School with Quinn.")
    assert ("Quinn School", Kind.ORGANISATION) in texts(find(session))
    assert ("Quinn", Kind.ADDED) in texts(find(session, keep=("Quinn School",), also=("Quinn",)))[:1]


def test_one_name_is_one_kind_all_through():
    found = find(transcript("C: I moved to Carrick. We met in Carrick. Then I left Carrick.", "C: I love Carrick."))
    assert {one.kind for one in found.pieces} == {Kind.PLACE}


def test_without_capitals_only_what_is_known_is_found():
    words = "so i went to see tara in leeds and it was fine and she rang my mother and we had a long talk about it "
    session = transcript("T=Anna: how was it", f"C=Kestrel: {words * 3}", "C=Kestrel: thank you anna, on 3 march")
    found = find(session, also=("tara",))
    assert not found.manner.capitals
    assert {one.text for one in found.pieces} == {"anna", "tara", "3 march"}


def test_german_nouns_are_no_names():
    session = transcript("C: Ich habe Angst, und die Arbeit war nicht gut. Meine Schwester Walburga hat auch Sorgen.")
    assert texts(find(session)) == [("Walburga", Kind.NAME)]


def test_names_that_are_known_elsewhere_are_found():
    known = spoken([("Quietfern", None, "name:quietfern")])
    assert texts(find(transcript("C: hi quietfern"), known=known)) == [("quietfern", Kind.NAME)]


def test_places_in_a_text_hold_with_signs_of_every_kind():
    session = transcript("C: 😀😀 שלום \u200fTara\u200f, Zoe\u0308 is in Leeds 👩‍👩‍👧.")
    found = find(session)
    assert [session.turns[one.turn].text[one.start : one.end] for one in found.pieces] == [
        one.text for one in found.pieces
    ]
    assert {"Tara", "Leeds"} <= {one.text for one in found.pieces}


def test_nothing_said_gives_nothing():
    assert find(transcript("C: ")).pieces == ()


@settings(deadline=None, max_examples=60)
@given(st.lists(ANY, min_size=1, max_size=4), st.lists(st.sampled_from(["Tara", "ua", "שלום", " ", "(+"]), max_size=2))
def test_every_piece_is_a_stretch_of_stored_words_and_none_is_left(said, also):
    session = transcript(*(f"C=Mrs Quinn: {text}" for text in said))
    found = find(session, also=tuple(also))
    ends = {}
    for one in found.pieces:
        assert session.turns[one.turn].text[one.start : one.end] == one.text
        assert one.start >= ends.get(one.turn, 0)
        ends[one.turn] = one.end
    lines = masked(session, found, {}).lines
    again = find(transcript(*(f"C=Mrs Quinn: {line.text}" for line in lines)), also=tuple(also))
    assert not {one.text for one in again.pieces} & {one.text for one in found.pieces}


def test_no_found_piece_is_left_in_the_invented_sessions():
    for session, _gold in sessions(SECOND):
        found = find(session)
        whole = "\n".join(line.text for line in masked(session, found, {}).lines)
        left = [one.text for one in found.pieces if one.text not in ("May", "March") and f" {one.text} " in whole]
        assert left == []


def test_a_known_name_that_is_a_word_is_found_at_the_beginning_too():
    found = find(transcript("T=Will: you will see", "C=Kestrel: Will said so. Will you?"))
    assert [(one.turn, one.start) for one in found.pieces] == [(1, 0)]
