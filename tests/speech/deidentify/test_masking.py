"""Placeholders in place of what was found."""

import pytest
from tests.speech.deidentify.invented import transcript

from reattune.errors import ReattuneError
from reattune.model import Role
from reattune.speech.deidentify.finding import find
from reattune.speech.deidentify.masking import entries, masked, speakers
from reattune.speech.deidentify.piece import Kind

SESSION = transcript(
    "T=Anna Brandt: Hello Kestrel.",
    "C=Kestrel: My sister Tara Quinn moved to Leeds on 3 March. Tara rang, Anna. My boss Ola did not.",
    "T=Anna Brandt: Ola, and Tara.",
)


def said(session, changed=None, **more):
    return [line.text for line in masked(session, find(session, **more), changed or {}).lines]


def test_the_same_name_gets_the_same_placeholder():
    assert said(SESSION) == [
        "Hello [client].",
        "My sister [name 1] moved to [place 1] on [date 1]. [name 1] rang, [therapist]. My boss [name 2] did not.",
        "[name 2], and [name 1].",
    ]


def test_who_spoke_is_told_by_role():
    what = masked(SESSION, find(SESSION), {})
    assert [line.who for line in what.lines] == ["Therapist", "Client", "Therapist"]
    two = transcript("C=Jo: hi", "C=Al: hi", "T=Anna: hi", "O=Pat: hi")
    assert list(speakers(two).values()) == ["Therapist", "Client 1", "Client 2", "Somebody else"]
    assert said(transcript("C=Jo: hi Al", "C=Al: hi Jo"))[0] == "hi [client 2]"


def test_a_person_chooses_other_words():
    key = next(one.key for one in find(SESSION).pieces if one.text == "Leeds")
    assert "moved to [a town] on" in said(SESSION, {key: " [a town] ", "place:gone": "x"})[1]


@pytest.mark.parametrize("words", ["near Leeds", "x" * 61])
def test_other_words_hold_nothing_that_is_taken_out_and_are_short(words):
    found = find(SESSION)
    key = next(one.key for one in found.pieces if one.text == "Leeds")
    with pytest.raises(ReattuneError):
        masked(SESSION, found, {key: words})


def test_entries_hold_every_place_with_the_words_around_it():
    found = entries(SESSION, find(SESSION), {})
    tara = next(one for one in found if "Tara" in one.forms)
    assert tara.forms == ("Tara Quinn", "Tara")
    assert [one.turn for one in tara.contexts] == [1, 1, 2]
    assert all(one.before + one.text + one.after in SESSION.turns[one.turn].text for one in tara.contexts)
    assert found[0].kind is Kind.NAME
    assert sum(len(one.contexts) for one in found) == len(find(SESSION).pieces)


def test_counts_are_of_pieces():
    what = masked(SESSION, find(SESSION), {})
    assert what.replaced == {Kind.NAME: 7, Kind.PLACE: 1, Kind.DATE: 1}
    assert what.lines[0].role is Role.THERAPIST
