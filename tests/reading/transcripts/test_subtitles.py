"""SubRip and SubStation."""

import contextlib
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reattune.errors import UnreadableError
from reattune.model import Role, Times
from reattune.reading.transcripts import subtitles

GOLDEN = Path(__file__).parent / "golden"


def said(script):
    return [(cue.label, cue.text) for cue in script.cues]


def test_subrip_keeps_braces_and_numbers_and_leaves_out_italics():
    script = subtitles.read_subrip((GOLDEN / "session.srt").read_bytes(), "session.srt")
    assert said(script) == [
        ("Therapist", "What comes up when you say that?"),
        ("Client", "{laughs} My father."),
        ("Client", "How many years? 42"),
    ]
    assert script.stated == (("Therapist", Role.THERAPIST), ("Client", Role.CLIENT))
    assert (script.format, script.times, script.cues[1].start) == ("SubRip", Times.BOTH, 7.5)


def test_subrip_without_names_names_nobody():
    script = subtitles.read_subrip(
        b"1\n00:00:01,000 --> 00:00:02,000\nI told him: no.\n\n2\n00:00:03,000 --> 00:00:04,000\nyes\n", "a.srt"
    )
    assert said(script) == [("", "I told him: no."), ("", "yes")]


def test_subrip_times_that_are_none_or_negative_are_said():
    text = "1\n00:99:01,000 --> 00:99:02,000\nlost\n\n2\n-00:00:03,000 --> 00:00:04,000\nkept\n\n3\n00:00:09,000 --> 00:00:05,000\nback\n"
    script = subtitles.read_subrip(text.encode(), "a.srt")
    assert [cue.text for cue in script.cues] == ["kept", "back"]
    assert [aside.row for aside in script.quarantined] == ["2", "2", "3"]
    assert script.cues[1].end is None


def test_substation_names_its_speakers_and_comments_are_not_said():
    data = (GOLDEN / "session.ass").read_bytes()
    assert subtitles.recognises_substation("session.ass", data)
    assert not subtitles.recognises_subrip("session.ass", data)
    script = subtitles.read_substation(data, "session.ass")
    assert said(script) == [("Ruth", "Shall we begin?"), ("Kim", "If you like.")]
    assert (script.cues[0].start, script.cues[0].end, script.times) == (1.0, 2.5, Times.BOTH)


def test_broken_substation_is_refused_with_a_sentence():
    with pytest.raises(UnreadableError, match="SubStation"):
        subtitles.read_substation(b"[Script Info]\n[Events]\nFormat: Start, Text\nDialogue: x,y\n", "a.ass")


def test_a_hundred_thousand_entries_take_seconds():
    text = "".join(
        f"{at}\n{at // 3600:02}:{at // 60 % 60:02}:{at % 60:02},000 --> 99:00:00,000\nAnna: word\n\n"
        for at in range(100_000)
    )
    began = time.perf_counter()
    assert len(subtitles.read_subrip(text.encode(), "a.srt").cues) == 100_000
    assert time.perf_counter() - began < 20


@given(st.text(max_size=200), st.sampled_from(["[Script Info]\n[Events]\n", "1\n00:00:01,000 --> 00:00:02,000\n"]))
def test_no_text_raises_anything_else(text, before):
    data = (before + text + "\nDialogue: 0,0:00:01.00,0:00:02.00,,,0,0,0,," + text).encode("utf-8", "replace")
    for read in (subtitles.read_subrip, subtitles.read_substation):
        with contextlib.suppress(UnreadableError):
            assert read(data, "a").cues
