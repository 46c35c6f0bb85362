"""Whisper and WhisperX."""

import contextlib
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reattune.errors import UnreadableError
from reattune.model import Times
from reattune.reading.transcripts import whisper

GOLDEN = Path(__file__).parent / "golden"


def test_whisper_tells_nobody_apart_and_its_ends_are_not_real():
    data = (GOLDEN / "whisper.json").read_bytes()
    assert whisper.recognises("w.json", data)
    assert not whisper.recognises_aligned("w.json", data)
    script = whisper.read(data, "w.json")
    assert script.labels == ("",)
    assert (script.times, script.language, script.format) == (Times.STARTS, "en", "Whisper")
    assert script.cues[0].confidence == pytest.approx(0.8187, abs=1e-4)
    assert script.cues[1].confidence == 1.0


def test_whisperx_cuts_a_segment_where_the_speaker_changes():
    data = (GOLDEN / "whisperx.json").read_bytes()
    assert whisper.recognises_aligned("w.json", data)
    assert not whisper.recognises("w.json", data)
    script = whisper.read_aligned(data, "w.json")
    assert [(cue.label, cue.text, cue.start, cue.end) for cue in script.cues] == [
        ("SPEAKER_00", "You said 2019.", 0.5, 1.0),
        ("SPEAKER_01", "Did I?", 3.1, 3.6),
        ("", "Yes.", 6.0, 6.4),
    ]
    assert script.times is Times.BOTH
    assert script.cues[0].confidence == pytest.approx(0.8)


def test_words_that_are_not_in_the_segment_are_put_together():
    words = [{"word": "one", "speaker": "A"}, {"word": "two", "speaker": "B"}, {"word": "three"}]
    segments = [{"start": 1, "end": 2, "text": "other text", "speaker": "A", "words": words}]
    script = whisper.read_aligned(json.dumps(segments).encode(), "w.json")
    assert [(cue.label, cue.text) for cue in script.cues] == [("A", "one"), ("B", "two three")]
    assert (script.cues[0].start, script.cues[1].end) == (1, 2)


@pytest.mark.parametrize("cut", [30, 200, 600])
def test_a_file_that_was_cut_off_is_refused(cut):
    with pytest.raises(UnreadableError, match="cut off"):
        whisper.read_aligned((GOLDEN / "whisperx.json").read_bytes()[:cut], "w.json")


LEAF = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9)
KEYS = st.sampled_from(["segments", "start", "end", "text", "words", "word", "speaker", "avg_logprob", "score"])
JSON = st.recursive(
    LEAF, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=6), max_leaves=20
)


@given(JSON)
def test_no_json_raises_anything_else(value):
    data = json.dumps({"segments": value}).encode()
    for read in (whisper.read, whisper.read_aligned):
        with contextlib.suppress(UnreadableError):
            assert read(data, "w.json").cues
