"""Deepgram."""

import contextlib
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reattune.errors import UnreadableError
from reattune.model import Times
from reattune.reading.transcripts import deepgram

DATA = (Path(__file__).parent / "golden" / "deepgram.json").read_bytes()


def said(script):
    return [(cue.label, cue.text, cue.start, cue.end) for cue in script.cues]


def test_utterances_are_taken_where_there_are_any():
    script = deepgram.read(DATA, "d.json")
    assert deepgram.recognises("d.json", DATA)
    assert said(script) == [("speaker 0", "Is it me?", 0.2, 2.9), ("speaker 1", "Perhaps.", 5.0, 5.6)]
    assert (script.tool, script.language, script.times) == ("Deepgram general", "en", Times.BOTH)


def test_without_utterances_words_are_put_together_and_a_silence_begins_a_new_one():
    parsed = json.loads(DATA)
    del parsed["results"]["utterances"]
    script = deepgram.read(json.dumps(parsed).encode(), "d.json")
    assert said(script) == [
        ("speaker 0", "Is it", 0.2, 0.5),
        ("speaker 0", "me?", 2.5, 2.9),
        ("speaker 1", "Perhaps.", 5.0, 5.6),
    ]


def test_two_channels_are_two_people_put_in_order_of_time():
    def channel(text, start):
        return {"alternatives": [{"words": [{"word": text, "start": start, "end": start + 1}]}]}

    parsed = {"results": {"channels": [channel("second", 5), channel("first", 1)]}}
    script = deepgram.read(json.dumps(parsed).encode(), "d.json")
    assert said(script) == [("channel 1", "first", 1, 2), ("channel 0", "second", 5, 6)]
    assert script.remarks == ()


def test_a_file_that_was_cut_off_is_refused():
    with pytest.raises(UnreadableError, match="cut off"):
        deepgram.read(DATA[:-9], "d.json")


LEAF = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9)
KEYS = st.sampled_from(
    ["channels", "alternatives", "words", "word", "start", "end", "speaker", "utterances", "transcript", "channel"]
)
JSON = st.recursive(
    LEAF, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=6), max_leaves=20
)


@given(JSON)
def test_no_json_raises_anything_else(value):
    with contextlib.suppress(UnreadableError):
        assert deepgram.read(json.dumps({"results": value, "metadata": value}).encode(), "d").cues
