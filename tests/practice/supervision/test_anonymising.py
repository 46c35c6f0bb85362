"""Words as they may leave, and the marks on what may still tell who it is about."""

from datetime import date

import pytest

from reattune import language
from reattune.practice.supervision import anonymising
from reattune.practice.supervision.anonymising import Known, Why
from reattune.practice.supervision.ordinals import Ordinals

HERE = Known("A", ("heron", "Jane Miller"), ("wren", "Tom Baker"), Ordinals((date(2026, 6, 2), date(2026, 6, 9))))


def marks(text):
    return [(one.text, one.why) for one in anonymising.marked(text, HERE) if one.why]


@pytest.mark.parametrize(
    ("text", "leaves"),
    [
        ("Heron and HERON’s silence", "A and A’s silence"),
        ("Jane came, Miller did not; Jane Miller", "A came, A did not; A"),
        ("herons at dusk", "herons at dusk"),
        ("on 2026-06-09 it went quiet", "in session 2 it went quiet"),
        ("after 9 June 2026", "after session 2"),
        ("On 9 June 2026 and on the 10th May 2026", "in session 2 and before session 1"),
        ("since June 9th, 2026", "since session 2"),
        ("seit dem 9. Juni 2026", "seit dem session 2"),
        ("seit 09.06.2026", "seit session 2"),
        ("3 Jun 2026", "between sessions 1 and 2"),
        ("31 June 2026 is no day", "31 June 2026 is no day"),
    ],
)
def test_the_name_becomes_a_letter_and_days_become_sessions(text, leaves):
    assert anonymising.anonymised(text, HERE) == leaves


@pytest.mark.parametrize(
    ("name", "tells"), [("A", False), ("heron", False), ("Jane", True), ("miller", True), ("wren", True), ("B2", False)]
)
def test_a_real_name_is_no_name_for_a_sheet(name, tells):
    assert anonymising.tells(name, HERE) is tells


def test_plain_words_of_a_codename_are_no_names():
    here = Known("A", ("blue heron",), (), Ordinals())
    assert anonymising.anonymised("the blue heron under a blue sky", here) == "the A under a blue sky"


def test_another_name_may_hold_any_sign():
    odd = Known(r"\1\g<0>", ("heron",), (), Ordinals())
    assert anonymising.anonymised("heron", odd) == r"\1\g<0>"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I saw Tom there", ("Tom", Why.NAME)),
        ("the wren sang", ("wren", Why.NAME)),
        ("Then Mrs Smith rang", ("Mrs Smith", Why.NAME)),
        ("her friend Ayşe said", ("Ayşe", Why.NAME)),
        ("she moved from Leeds", ("Leeds", Why.PLACE)),
        ("at the Elm Street clinic", ("Elm Street clinic", Why.PLACE)),
        ("in der Lindenstraße", ("Lindenstraße", Why.PLACE)),
        ("write to a.b@example.org", ("a.b@example.org", Why.CONTACT)),
        ("rang 0113 496 0000 twice", ("0113 496 0000", Why.CONTACT)),
        ("on Tuesday", ("Tuesday", Why.DATE)),
        ("in March it changed", ("in March", Why.DATE)),
        ("at 17:30", ("17:30", Why.DATE)),
        ("in 2019", ("2019", Why.DATE)),
        ("she is 34", ("34", Why.NUMBER)),
    ],
)
def test_what_may_tell_is_marked(text, found):
    assert found in marks(text)


@pytest.mark.parametrize(
    "text",
    ["It may be nothing. May I ask? I was quiet, I’d say.", "session 41 and between sessions 2 and 13", "", "  "],
)
def test_ordinary_words_and_sessions_are_not(text):
    assert marks(text) == []


def test_the_pieces_joined_are_the_text_whatever_it_is():
    text = "Tom Baker, (wren) 12.3. at 17:00 <b>Ada</b>\nשלום 😀 from New York 2 June"
    assert "".join(one.text for one in anonymising.marked(text, HERE)) == text


def test_in_german_where_nouns_have_capitals_they_are_not_marked_and_that_is_said():
    with language.use("de"):
        assert marks("und die Stille im Raum") == []
        assert marks("und Frau Weber rief an") == [("Frau Weber", Why.NAME)]
        german = anonymising.cannot()
    with language.use("en"):
        assert len(german) > 0
        assert "nickname" in anonymising.cannot()
        assert "German" not in anonymising.cannot()


def test_every_mark_says_what_it_may_be():
    assert all(anonymising.why_words(one) for one in Why)
    assert {one.reason for one in anonymising.marked("on Tuesday", HERE)} == {"", "may be a day or a time"}
