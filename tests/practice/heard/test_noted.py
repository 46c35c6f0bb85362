"""Moments as they are shown: numbered in order of time, an answered one never out of sight, the weaker ones counted."""

from reattune.model import Role
from reattune.practice.heard import answering, bringing, speakers
from reattune.practice.heard.noted import noted
from reattune.practice.heard.opened import open_up
from reattune.speech.moments import MOST
from reattune.speech.worth import Said

ROLES = {"Anna B.": Role.THERAPIST, "Kestrel": Role.CLIENT}


def shown(heard):
    return noted(heard, open_up(heard).reading, {})


def test_in_order_of_time_with_their_exact_words(told):
    found = shown(told)
    reading = open_up(told).reading
    assert 0 < len(found.notes) <= MOST
    assert [one.number for one in found.notes] == list(range(1, len(found.notes) + 1))
    assert [one.moment.first for one in found.notes] == sorted(one.moment.first for one in found.notes)
    for note in found.notes:
        assert any(note.quote.rstrip("…") in turn.text for turn in reading.transcript.turns)
        assert note.told.benign
        assert all(one.quote in reading.transcript.turns[one.turn].text for one in note.told.seen)


def test_in_a_list_the_clearest_words_stand_in_their_sentence(agreed, vtt):
    words = "I do not know, really. I thought you don't listen to me at all. The bus was late."
    row = bringing.bring(
        agreed, "2026-06-09.vtt", vtt([("Anna B.", "How was it last time?"), ("Kestrel", words)])
    ).heard
    speakers.confirm(row, ROLES)
    quotes = [one.quote for one in (*shown(row).notes, *shown(row).weaker)]
    assert "I thought you don't listen to me at all." in quotes
    assert all(one in words for one in quotes)


def test_called_ordinary_it_stays_in_sight(told):
    (first, *_rest) = shown(told).notes
    for _again in range(3):
        answering.say(told, first.moment, Said.NO)
    note = next(one for one in shown(told).notes if one.moment.id == first.moment.id)
    assert note.is_ordinary
    assert note.said == "No, ordinary"


def test_what_is_not_listed_is_counted(told):
    found = shown(told)
    directed = [one for one in found.found if one.direction is not None]
    assert len(directed) == len(found.notes) + found.left_out
    assert len(found.weaker) == found.left_out


def test_an_attempt_is_named_with_what_it_came_after(told):
    found = shown(told)
    near = {note.number for note in found.notes if note.attempts}
    assert near == {number for numbers in found.attempts.values() for number in numbers}
    assert near, "somebody tries to reach the other in it"
