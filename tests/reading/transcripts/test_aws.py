"""AWS Transcribe."""

import contextlib
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reattune.errors import UnreadableError
from reattune.model import Times
from reattune.reading.transcripts import aws

DATA = (Path(__file__).parent / "golden" / "aws.json").read_bytes()


def test_words_become_what_each_said_and_punctuation_stays_with_its_word():
    script = aws.read(DATA, "aws.json")
    assert [(cue.label, cue.text, cue.start, cue.end, cue.row) for cue in script.cues] == [
        ("spk_0", "You are late.", 0.5, 1.6, "1"),
        ("spk_1", "Sorry.", 4.1, 4.6, "5"),
    ]
    assert (script.times, script.tool, script.language) == (Times.BOTH, "AWS Transcribe", "en-GB")
    assert script.cues[0].confidence == pytest.approx(0.8)
    assert aws.recognises("aws.json", DATA)


def test_newer_files_name_the_speaker_beside_each_word_and_others_the_channel():
    parsed = json.loads(DATA)
    del parsed["results"]["speaker_labels"]
    for item in parsed["results"]["items"]:
        item["speaker_label"] = "spk_9"
    assert aws.read(json.dumps(parsed).encode(), "a").labels == ("spk_9",)
    items = [{"start_time": "0.5"}, {"start_time": "0.7"}, {"start_time": "0.9"}, {"start_time": "4.1"}]
    for item in parsed["results"]["items"]:
        del item["speaker_label"]
    parsed["results"]["channel_labels"] = {"channels": [{"channel_label": "ch_0", "items": items}]}
    assert aws.read(json.dumps(parsed).encode(), "a").labels == ("ch_0",)


def test_a_file_without_speakers_names_nobody_and_one_cut_off_is_refused():
    parsed = json.loads(DATA)
    del parsed["results"]["speaker_labels"]
    assert aws.read(json.dumps(parsed).encode(), "a").labels == ("",)
    with pytest.raises(UnreadableError, match="cut off"):
        aws.read(DATA[:-40], "aws.json")


LEAF = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9)
KEYS = st.sampled_from(
    [
        "items",
        "alternatives",
        "content",
        "start_time",
        "end_time",
        "speaker_label",
        "type",
        "segments",
        "speaker_labels",
    ]
)
JSON = st.recursive(
    LEAF, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=6), max_leaves=20
)


@given(JSON)
def test_no_json_raises_anything_else(value):
    with contextlib.suppress(UnreadableError):
        assert aws.read(json.dumps({"results": value}).encode(), "a").cues
