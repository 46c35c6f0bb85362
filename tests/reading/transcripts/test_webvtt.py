"""WebVTT as Zoom, Teams and WhisperX write it."""

import time
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reattune.errors import UnreadableError
from reattune.model import Times
from reattune.reading.transcripts import webvtt

GOLDEN = Path(__file__).parent / "golden"


def golden(name):
    return webvtt.read((GOLDEN / name).read_bytes(), name)


def made(*cues, head="WEBVTT"):
    return webvtt.read("\n\n".join([head, *cues]).encode(), "a.vtt")


def said(script):
    return [(cue.label, cue.text) for cue in script.cues]


def test_zoom_names_stand_before_the_words_and_a_colon_alone_makes_no_name():
    script = golden("zoom.vtt")
    assert said(script) == [
        ("Ruth Example", "Where would you like to start today?"),
        ("Kim", "I don't know."),
        ("Kim", "Nothing much: the week went by."),
        ("Ruth Example", "It went by. & how was that?"),
    ]
    assert (script.cues[1].start, script.cues[1].end, script.times) == (9.2, 11.0, Times.BOTH)
    assert any("1 entry has no name" in remark for remark in script.remarks)
    assert script.stated == ()


def test_two_voices_in_one_cue_become_two_and_nobody_knows_when_it_changed():
    script = golden("teams.vtt")
    assert said(script) == [
        ("Ruth Example", "We had stopped at the letter."),
        ("Kim", "Yes."),
        ("Ruth Example", "You had it with you."),
        ("Kim", "I left it <at home> <script>alert(1)</script>"),
    ]
    assert [(cue.start, cue.end) for cue in script.cues[1:3]] == [(6.0, None), (None, 9.0)]
    assert [cue.confidence for cue in script.cues] == [0.91, 0.62, 0.62, None]
    assert script.language == "en-GB"
    assert not script.remarks


def test_whisperx_names_in_brackets():
    assert said(golden("whisperx.vtt")) == [("SPEAKER_00", "How have you been?"), ("SPEAKER_01", "Fine.")]


def test_two_names_in_one_cue_are_two_where_both_begin_other_cues():
    script = made("00:01.000 --> 00:02.000\nAnna: One.", "00:03.000 --> 00:04.000\nBen: Two.\nAnna: Three.\nand so on")
    assert said(script) == [("Anna", "One."), ("Ben", "Two."), ("Anna", "Three. and so on")]


def test_the_tool_is_named_where_the_file_names_it():
    script = made("00:01.000 --> 00:02.000\nhello", head="WEBVTT\n\nNOTE Created by Example Notes 2")
    assert (script.tool, script.cues[0].label) == ("Example Notes 2", "")


@pytest.mark.parametrize("time", ["-00:00:01.000 --> 00:00:02.000", "00:75:00.000 --> 00:76:00.000", "1:2 --> x:y"])
def test_a_time_that_is_none_costs_its_own_entry_and_is_said(time):
    script = made(f"{time}\nlost", "00:03.000 --> 00:04.000\nkept")
    assert said(script) == [("", "kept")]
    if time[0] != "1":
        (aside,) = script.quarantined
        assert (aside.file, aside.row) == ("a.vtt", "3")
        assert "is no time" in aside.why


def test_commas_in_times_unsorted_overlapping_and_empty_cues():
    script = made(
        "00:00:05,000 --> 00:00:09,000\n<v A>later",
        "00:00:01,000 --> 00:00:06,000\n<v B>sooner",
        "00:00:10,000 --> 00:00:11,000\n<v A> ",
    )
    assert said(script) == [("B", "sooner"), ("A", "later")]
    assert [("out of order" in r, "at once" in r, "empty" in r) for r in script.remarks] == [
        (False, False, True),
        (True, False, False),
        (False, True, False),
    ]


def test_ten_hours_right_to_left_and_other_encodings():
    text = "WEBVTT\r\n\r\n09:59:58.000 --> 10:00:00.000\r\n<v דנה>שלום לך\r\n"
    for data in (text.encode("utf-8-sig"), text.encode("utf-16"), text.replace("\r\n", "\r").encode()):
        script = webvtt.read(data, "a.vtt")
        assert webvtt.recognises("a.vtt", data)
        assert said(script) == [("דנה", "שלום לך")]
        assert script.cues[0].end == 36000


def test_cues_that_touch_one_another_say_nothing_about_silences():
    cues = [f"00:{at:02}.000 --> 00:{at + 1:02}.000\n<v {'AB'[at % 2]}>word" for at in range(20)]
    script = made(*cues)
    assert script.times is Times.STARTS
    assert "say nothing about silences" in script.remarks[-1]


def test_a_hundred_thousand_cues_take_seconds():
    cue = "{h:02}:{m:02}:{s:02}.000 --> {h:02}:{m:02}:{s:02}.900\n<v {who}>word\n\n"
    cues = (cue.format(h=at // 3600, m=at // 60 % 60, s=at % 60, who="AB"[at % 2]) for at in range(100_000))
    began = time.perf_counter()
    script = webvtt.read(("WEBVTT\n\n" + "".join(cues)).encode(), "a.vtt")
    assert len(script.cues) == 100_000
    assert time.perf_counter() - began < 30


@pytest.mark.parametrize("part", ["<v ", "<v.", "<c ", "a: ", "  ", "NOTE ", "&#", "[a", "<"])
def test_a_long_line_takes_no_longer_than_it_is(part):
    began = time.perf_counter()
    with suppress(UnreadableError):
        made("00:01.000 --> 00:02.000\n" + part * 100_000)
    assert time.perf_counter() - began < 10


@pytest.mark.parametrize("data", [b"WEBVTT", b"WEBVTT\n\n00:01.000 --> 00:02.000\n\n", b"WEBVTT\x00\x01\x02"])
def test_a_file_with_nothing_said_is_refused_with_a_sentence(data):
    with pytest.raises(UnreadableError, match=r"a\.vtt"):
        webvtt.read(data, "a.vtt")


@given(st.text(max_size=300), st.sampled_from(["00:01.000 --> 00:02.000\n", "\n\n", "<v ", "NOTE ", "-->"]))
def test_no_text_raises_anything_else(text, between):
    try:
        script = webvtt.read(f"WEBVTT\n\n{text}{between}{text}".encode("utf-8", "replace"), "a.vtt")
    except UnreadableError:
        return
    assert all(cue.text for cue in script.cues)
