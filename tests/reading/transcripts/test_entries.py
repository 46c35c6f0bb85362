"""Entries made into a script."""

from hashlib import sha256

import pytest

from reattune.errors import UnreadableError
from reattune.model import Cue, Role, Times
from reattune.reading.transcripts.entries import Original, finished, in_order, short_language

ORIGINAL = Original("a.vtt", b"bytes", "WebVTT", "a tool", "en")


def cue(label, text, start=None, end=None):
    return Cue(label, text, "7", start, end)


def test_a_script_says_where_it_came_from_and_what_its_labels_say():
    script = finished(ORIGINAL, [cue("Client", "hello", 1, 2), cue("Anna", "", 3, 4)])
    assert (script.sha256, script.format, script.tool, script.language) == (
        sha256(b"bytes").hexdigest(),
        "WebVTT",
        "a tool",
        "en",
    )
    assert script.stated == (("Client", Role.CLIENT),)
    assert script.remarks == ("in a.vtt, 1 empty entry was left out",)
    assert finished(ORIGINAL, [cue("Client", "hello")], stated=()).stated == ()


def test_impossible_times_are_taken_away_and_the_words_stay():
    script = finished(ORIGINAL, [cue("a", "one", -1, 2), cue("a", "two", 5, 3), cue("a", "three", 6, 7)])
    assert [(each.text, each.start, each.end) for each in script.cues] == [
        ("one", None, None),
        ("two", 5, None),
        ("three", 6, 7),
    ]
    assert [aside.row for aside in script.quarantined] == ["7", "7"]


def test_order_is_said_only_of_one_list_and_can_be_left():
    cues = [cue("a", "late", 5, 6), cue("b", "early", 1, 2)]
    assert [each.text for each in finished(ORIGINAL, cues, sort=False).cues] == ["late", "early"]
    assert finished(ORIGINAL, cues).remarks == ()
    assert "out of order" in finished(ORIGINAL, cues, one_list=True).remarks[0]
    assert [each.text for each in in_order([*cues, cue("b", "after")])] == ["early", "after", "late"]


def test_a_format_without_ends_has_none_and_nothing_said_is_refused():
    assert finished(ORIGINAL, [cue("a", "x", 1, 2)], times=Times.STARTS).times is Times.STARTS
    with pytest.raises(UnreadableError, match=r"a\.vtt"):
        finished(ORIGINAL, [cue("a", "")])


def test_languages_of_three_letters():
    assert [short_language(code) for code in ("eng", "DEU", "xx")] == ["en", "de", "xx"]
