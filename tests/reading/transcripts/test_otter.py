"""Otter's text."""

import contextlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reattune.errors import UnreadableError
from reattune.model import Times
from reattune.reading.transcripts import otter

DATA = (Path(__file__).parent / "golden" / "otter.txt").read_bytes()


def test_a_name_with_its_time_and_the_words_under_it():
    script = otter.read(DATA, "otter.txt")
    assert otter.recognises("otter.txt", DATA)
    assert [(cue.label, cue.text, cue.start, cue.end, cue.row) for cue in script.cues] == [
        ("Ruth Example", "Last week you were angry with me. At the end, I mean.", 3.0, None, "3"),
        ("Speaker 2", "Was I?", 11.0, None, "7"),
    ]
    assert (script.times, script.tool) == (Times.STARTS, "Otter")
    assert "1 line before the first name" in script.remarks[0]


@pytest.mark.parametrize("text", ["words alone", "we met at  10:30\n", '{"a":  1:30}\nx', ""])
def test_other_text_is_not_taken_for_it(text):
    assert not otter.recognises("a.txt", text.encode())


@given(st.text(max_size=200))
def test_no_text_raises_anything_else(text):
    with contextlib.suppress(UnreadableError):
        assert otter.read(f"Anna  0:01\n{text}".encode("utf-8", "replace"), "a.txt").cues
