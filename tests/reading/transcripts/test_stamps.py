import pytest

from reattune.reading.transcripts.prefixes import prefix_of
from reattune.reading.transcripts.stamps import by_turns, stamped


def turns(*lines):
    found = [stamped(line) for line in lines]
    return [[words.after(prefix)] if (prefix := prefix_of(words.text)) else [words] for words in found]


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        ("I: Hallo #00:00:05-1#", "I: Hallo ", None, 5.1),
        ("#00:00:05-1# I: Hallo", "I: Hallo", 5.1, None),
        ("I: #01:00:05# Hallo", "I: Hallo", 3605.0, None),
        ("I: Ha #00:00:05-1# llo", "I: Ha llo", None, None),
        ("¤<1500>I: Hallo", "I: Hallo", 1.5, None),
        ("[00:05] I: Hallo", "I: Hallo", 5.0, None),
        ("no time 10:30 at all", "no time 10:30 at all", None, None),
    ],
)
def test_stamps_leave_the_words(text, words, first, last):
    found = stamped(text)
    assert (found.text, found.first, found.last) == (words, first, last)


def test_a_stamp_at_the_end_is_when_the_next_one_begins():
    times = by_turns(turns("I: a #00:00:05-0#", "P: b #00:00:09-0#", "I: c #00:00:11-0#"))
    assert times == [(None, None), (5.0, None), (9.0, None)]


def test_a_stamp_at_the_beginning_is_a_beginning():
    times = by_turns(turns("#00:00:01-0# I: a", "#00:00:05-0# P: b"))
    assert times == [(1.0, None), (5.0, None)]


def test_stamps_at_both_sides_are_both_where_they_leave_a_gap():
    assert by_turns(turns("#00:00:01-0# I: a #00:00:04-0#", "#00:00:05-0# P: b #00:00:07-0#")) == [
        (1.0, 4.0),
        (5.0, 7.0),
    ]
    assert by_turns(turns("#00:00:01-0# I: a #00:00:04-0#", "#00:00:04-0# P: b #00:00:07-0#")) == [
        (1.0, None),
        (4.0, None),
    ]


def test_a_code_of_transana_opens_what_follows_wherever_it_stands():
    assert by_turns(turns("T: a ¤<4000>", "C: b", "¤<9000>T: c")) == [(None, None), (4.0, None), (9.0, None)]
