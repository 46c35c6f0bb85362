"""Names before the words."""

from reattune.reading.transcripts.names import Entry, cues_with_names, shared_time


def test_one_time_for_two_speakers_is_the_beginning_of_one_and_the_end_of_the_other():
    one, two, three = shared_time([Entry(label, (label,), "1", 1.0, 4.0) for label in "abc"])
    assert [(each.start, each.end) for each in (one, two, three)] == [(1.0, None), (None, None), (None, 4.0)]


def test_lines_of_one_entry_are_one_cue_unless_a_known_name_begins_one():
    entries = [Entry("", ("Anna: a", "Note: b"), "1", 0.0, 1.0, 0.5), Entry("", ("Ben: c", "Anna: d"), "2", 2.0, 3.0)]
    cues, remarks = cues_with_names(entries, "a.srt")
    assert [(cue.label, cue.text, cue.row) for cue in cues] == [
        ("Anna", "a Note: b", "1"),
        ("Ben", "c", "2"),
        ("Anna", "d", "2"),
    ]
    assert cues[0].confidence == 0.5
    assert remarks == ()
