from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reattune.errors import UnreadableError
from reattune.model import Pause, Role, Times
from reattune.reading.transcripts import rtf

GOLDEN = Path(__file__).parent / "golden"
F4, TRANSANA = GOLDEN / "rtf_f4.rtf", GOLDEN / "rtf_transana.rtf"


def test_f4_stamps_at_the_end_of_turns_are_beginnings_of_the_next():
    script = rtf.read(F4.read_bytes(), "a.rtf")
    assert [(cue.label, cue.text, cue.start, cue.end) for cue in script.cues] == [
        ("I", "Wie war die Woche?", None, None),
        ("P", "Müde und voll. 😀", 5.1, None),
        ("I", "Voll. Mit Arbeit?", 12.3, None),
        ("P", "Mit allem.", 15.0, None),
    ]
    assert script.cues[1].pauses == (Pause(4, "(4)", 4.0),)
    assert (script.tool, script.times, script.stated) == ("f4", Times.STARTS, ())


def test_transana_codes_are_beginnings():
    script = rtf.read(TRANSANA.read_bytes(), "a.rtf")
    assert [(cue.label, cue.text, cue.start) for cue in script.cues] == [
        ("Therapist", "How was the week?", 1.0),
        ("Client", "Long. And full.", 4.25),
        ("Therapist", "Full?", 9.5),
    ]
    assert (script.tool, script.times) == ("Transana", Times.STARTS)
    assert script.stated == (("Therapist", Role.THERAPIST), ("Client", Role.CLIENT))


def test_a_table_of_two_cells_is_speaker_and_words():
    data = rb"{\rtf1\ansi T1\cell Well?\cell\row C1\cell Yes: it was.\cell\row T2\cell Hm.\cell\row}"
    script = rtf.read(data, "a.rtf")
    assert [(cue.label, cue.row, cue.text) for cue in script.cues] == [
        ("T", "T1", "Well?"),
        ("C", "C1", "Yes: it was."),
        ("T", "T2", "Hm."),
    ]


def test_letters_of_another_alphabet_are_read_by_the_page_the_file_names():
    data = rb"{\rtf1\ansi\ansicpg1251 T: \'e4\'e0.\par C: \'ed\'e5\'f2.\par}"
    assert [cue.text for cue in rtf.read(data, "a.rtf").cues] == ["да.", "нет."]


def test_a_font_of_another_alphabet_and_a_link_are_read_as_on_the_page():
    fonts = rb"{\fonttbl{\f0\fswiss\fcharset0 Arial;}{\f1\fnil\fcharset204{\*\panose 02}Arial;}}"
    link = rb"{\field{\*\fldinst{ HYPERLINK \"http://example.org\" }}{\fldrslt here}}"
    data = rb"{\rtf1\ansi\ansicpg1252" + fonts + rb"\f0 T: Say it " + link + rb".\par C: {\f1 \'e4\'e0}.\par}"
    assert [cue.text for cue in rtf.read(data, "a.rtf").cues] == ["Say it here.", "да."]


@pytest.mark.parametrize(
    "noise", [rb"{\field{\*\fldinst{ " * 20_000, rb"{\fonttbl " + rb"\f1 " * 100_000, b"ab" * 500_000]
)
def test_rich_text_made_to_take_long_does_not(noise):
    assert len(rtf.read(rb"{\rtf1 T: a\par C: b\par " + noise, "a.rtf").cues) == 2


@pytest.mark.parametrize("data", [b"{\\rtf1 no names here}", b"{\\rtf1", b"{\\rtf1\\uc99999999999 \\u T: a"])
def test_what_cannot_be_read_is_said_in_a_sentence(data):
    with pytest.raises(UnreadableError, match=r"^a\.rtf"):
        rtf.read(data, "a.rtf")


def test_a_file_full_of_pictures_is_not_read():
    with pytest.raises(UnreadableError, match="pictures"):
        rtf.read(b"{\\rtf1" + b" " * (33 * 1024 * 1024), "a.rtf")


def test_it_is_known_by_its_first_letters():
    assert rtf.recognises("x", F4.read_bytes())
    assert not rtf.recognises("a.rtf", b"T: hello")


@given(st.binary(max_size=300), st.integers(0, 500), st.integers(0, 40))
def test_any_bytes_are_read_or_said_to_be_unreadable(noise, place, length):
    whole = F4.read_bytes()
    for data in (noise, whole[:place] + noise + whole[place + length :]):
        try:
            script = rtf.read(data, "a.rtf")
        except UnreadableError:
            continue
        assert script.cues
