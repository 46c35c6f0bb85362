"""Pieces of a turn: together they are the words as they were, whatever overlaps."""

from hypothesis import given
from hypothesis import strategies as some

from reattune.practice.heard.gaps import Gap
from reattune.practice.heard.pieces import Mark, pieces

TEXT = "No, it is fine, really."


def mark(start, end, number=1, way="away"):
    return Mark(start, end, f"m{number}", number, way)


def test_words_are_marked_exactly():
    found = pieces(TEXT, [mark(10, 14)])
    assert [one.text for one in found] == ["No, it is ", "fine", ", really."]
    assert [one.ways for one in found] == ["", "away", ""]
    assert [len(one.ends) for one in found] == [0, 1, 0]


def test_overlapping_marks_keep_both_ways_and_end_each_once():
    found = pieces(TEXT, [mark(0, 14), mark(10, 22, 2, "against"), mark(3, 14)])
    assert "".join(one.text for one in found) == TEXT
    assert any(one.ways == "away against" for one in found)
    assert [end.number for one in found for end in one.ends] == [1, 2]


def test_what_is_not_listed_is_marked_without_a_number():
    (one,) = [piece for piece in pieces(TEXT, [mark(10, 14, 0)]) if piece.ways]
    assert (one.listed, one.ends) == (False, ())


def test_silences_stand_where_they_were():
    gap = Gap("silence, 4 seconds", 16)
    found = pieces(TEXT, [], [(3, gap), (len(TEXT), gap)])
    assert [bool(one.gaps) for one in found] == [False, True, True]
    assert found[-1].text == ""
    assert pieces("", [], [(0, gap)])[0].gaps == (gap,)


@given(some.text(max_size=30), some.lists(some.tuples(some.integers(-2, 34), some.integers(-2, 34)), max_size=6))
def test_nothing_is_lost_or_made_up(text, spans):
    found = pieces(text, [mark(start, end, number) for number, (start, end) in enumerate(spans)])
    assert "".join(one.text for one in found) == text
