"""Words put together."""

import pytest

from reattune.reading.transcripts.words import Word, cues_of, mean


def test_a_new_speaker_and_a_silence_each_begin_a_new_cue():
    words = [
        Word("a", "Well", 0, 0.5, 0.8),
        Word("a", ",", joined=True),
        Word("a", "yes", 1.6, 2.0, 0.4),
        Word("b", "No", 2.1, 2.2),
        Word("b", "time"),
        Word("b", "now", 2.4, 2.6),
    ]
    cues = cues_of(words)
    assert [(cue.label, cue.text, cue.row, cue.start, cue.end) for cue in cues] == [
        ("a", "Well,", "1", 0, 0.5),
        ("a", "yes", "3", 1.6, 2.0),
        ("b", "No time now", "4", 2.1, 2.6),
    ]
    assert [cue.confidence for cue in cues] == [0.8, 0.4, None]


def test_the_mean_is_of_what_is_known():
    assert mean([None, 0.5, 1.0]) == pytest.approx(0.75)
    assert mean([None]) is None
    assert cues_of([]) == []
