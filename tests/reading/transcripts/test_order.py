"""Cues as they can be trusted."""

from reattune.model import Cue, Times
from reattune.reading.transcripts.order import at_once, fit, kept_text, out_of_order, real_times


def cue(label="a", start=None, end=None, text="word"):
    return Cue(label, text, "1", start, end)


def test_what_no_page_can_hold_is_replaced_place_by_place():
    assert fit(cue(" a\x00 b ", text="x\x07y\ud800z")) == cue("a\ufffd b", text="x\ufffdy\ufffdz")
    whole = cue(text="tab\tand\nline שלום")
    assert fit(whole) is whole


def test_out_of_order_and_at_once_are_said():
    cues = [cue("a", 0, 3), cue("b", 2, 5), cue("a"), cue("a", 1, 2)]
    assert "1 entry was out of order" in out_of_order(cues, "a.vtt")[0]
    assert "in 1 place" in at_once(cues, "a.vtt")[0]
    assert out_of_order(cues[:2], "a.vtt") == at_once([cue("a", 0, 1), cue("b", 1, 2)], "a.vtt") == ()


def test_times_are_only_what_they_can_be_used_for():
    both = [cue("a", at, at + 0.5) for at in range(20)]
    assert real_times(both, Times.BOTH, "a") == (Times.BOTH, ())
    assert real_times(both, Times.STARTS, "a") == (Times.STARTS, ())
    assert real_times(both, Times.NONE, "a") == (Times.NONE, ())
    assert real_times([cue("a", 1), cue(), cue()], Times.BOTH, "a") == (Times.NONE, ())
    assert real_times([cue("a", 1), cue("b", 2)], Times.BOTH, "a") == (Times.STARTS, ())
    touching = [cue("a", at, at + 1) for at in range(20)]
    times, remarks = real_times(touching, Times.BOTH, "a")
    assert (times, len(remarks)) == (Times.STARTS, 1)


def test_what_a_terminal_would_obey_is_replaced_and_a_line_end_of_old_is_a_space():
    cue = fit(Cue("Anna\x9b2J", "a\x9b31mb\x1b[2Jc\x85d", "1"))
    assert cue.label == "Anna\ufffd2J"
    assert cue.text == "a\ufffd31mb\ufffd[2Jc\x85d"


def test_what_a_file_says_of_itself_is_one_short_line():
    assert kept_text("  Zoom\n\ud800 4.1\x00 ", 9) == "Zoom \ufffd 4."
