"""Lines: the whole conversation, a page at a time, its words as they were kept; a turn put right by its entries."""

import pytest

from reattune.model import Role
from reattune.practice.heard import bringing, lines, speakers
from reattune.practice.heard.noted import noted
from reattune.practice.heard.opened import open_up


def page(heard, number=1, **how):
    one = open_up(heard)
    return lines.lines(one.reading, noted(heard, one.reading, {}), number, "heron", **how)


def test_every_turn_in_order_with_its_words(told):
    found, turns = page(told), open_up(told).transcript.turns
    assert ["".join(piece.text for piece in one.pieces) for one in found] == [turn.text for turn in turns]
    assert [one.who for one in found] == ["You", "heron"] * 3
    assert found[1].at == "0:10"
    assert all(piece.listed for one in found for piece in one.pieces if piece.ends)


def test_a_note_stands_where_its_moment_begins(told):
    for one in page(told):
        assert all(note.moment.first == one.number for note in one.notes)
    assert any(one.notes for one in page(told))


def test_everything_is_marked_only_where_that_was_asked_for(told):
    few = sum(bool(piece.ways) for one in page(told) for piece in one.pieces)
    every = sum(bool(piece.ways) for one in page(told, everything=True) for piece in one.pieces)
    assert every >= few > 0


def test_pages_of_turns(agreed, vtt):
    many = [(("Anna B.", "Kestrel")[at % 2], f"Word {at}.") for at in range(lines.TURNS + 5)]
    row = bringing.bring(agreed, "2026-06-02.vtt", vtt(many)).heard
    speakers.confirm(row, {"Anna B.": Role.THERAPIST, "Kestrel": Role.CLIENT})
    transcript = open_up(row).transcript
    assert lines.pages(transcript) == 2
    assert [one.number for one in page(row, 2)] == list(range(lines.TURNS, lines.TURNS + 5))
    assert (lines.page_of(lines.TURNS - 1), lines.page_of(lines.TURNS)) == (1, 2)


def test_a_turn_and_its_entries(agreed, vtt):
    many = [("Room", f"Word {at}.") for at in range(lines.ENTRIES + 10)]
    row = bringing.bring(agreed, "2026-06-02.vtt", vtt(many)).heard
    speakers.confirm(row, {"Room": Role.OTHER})
    one = open_up(row)
    first = lines.opened(one.transcript, one.texts, 0)
    assert (first.count, len(first.entries), first.onward) == (len(many), lines.ENTRIES, lines.ENTRIES)
    rest = lines.opened(one.transcript, one.texts, 0, first.onward)
    assert [entry.number for entry in rest.entries] == list(range(lines.ENTRIES, lines.ENTRIES + 10))
    assert rest.onward is None
    assert rest.entries[0].text == f"Word {lines.ENTRIES}."


@pytest.mark.parametrize("turn", [-1, 6, 10**6])
def test_no_such_turn(told, turn):
    one = open_up(told)
    assert lines.opened(one.transcript, one.texts, turn) is None


def test_the_turn_of_an_entry(told):
    assert [lines.turn_with(open_up(told).transcript, entry) for entry in (0, 3, 99)] == [0, 3, 0]
