"""Counting rows, without those a client has not shared."""

from dataclasses import replace
from datetime import date

from reattune.account.counts import asked, counted, folded, not_analysed, remarks, rows_read, set_aside
from reattune.model import NotAnalysed, Quarantined, Source, Times, Transcript


def test_a_row_a_client_kept_is_not_counted(whole, hands):
    counts = {(file, kind): count for file, kind, count in rows_read(whole.practice)}
    assert counts["heron/check_ins.csv", "check-ins"] == 2
    heron = next(one for one in whole.practice.relationships if one.codename == "heron")
    kept = tuple(one for one in heron.check_ins if one.words != hands.UNSHARED)
    assert rows_read(hands.with_check_ins(kept).practice) == rows_read(whole.practice)


def test_a_row_that_gave_two_records_counts_once(whole):
    wren = next(one for one in whole.practice.relationships if one.codename == "wren")
    twice = replace(wren, sessions=wren.sessions[:3] + wren.sessions[:1])
    practice = replace(whole.practice, relationships=(twice,))
    assert counted(rows_read(practice)) == 3


def test_a_transcript_is_a_row_of_its_own(whole):
    wren = next(one for one in whole.practice.relationships if one.codename == "wren")
    read = Transcript(date(2026, 3, 10), Source("wren/sessions/2026-03-10.vtt", ""), (), Times.NONE)
    practice = replace(whole.practice, relationships=(replace(wren, transcripts=(read,)),))
    assert ("wren/sessions/2026-03-10.vtt", "transcripts", 1) in rows_read(practice)


def test_an_inferred_frame_is_no_row(whole):
    assert not [kind for file, kind, _ in rows_read(whole.practice) if file.startswith("wren/") and kind == "frame"]


def test_rows_are_in_the_order_of_the_file(whole):
    rows = tuple(Quarantined("heron/a.csv", row, "x", "why") for row in ("10", "9", "2"))
    found = set_aside(replace(whole.practice, quarantined=rows))
    assert [one.row for one in found] == ["2", "9", "10"]


def test_only_what_was_asked_about_is_told(one_alone):
    practice = one_alone.practice
    assert [one.codename for one in asked(practice)] == ["heron"]
    assert [one.file for one in set_aside(practice)] == ["heron/payments.csv"]
    assert [one.what for one in not_analysed(practice)] == ["heron/sessions"]
    assert remarks(practice) == ()


def test_the_same_missing_of_several_is_told_once(whole):
    missing = tuple(NotAnalysed(f"{name}/sessions", "no recordings") for name in ("wren", "heron", "rook"))
    other = (NotAnalysed("crane/sessions", "not read yet"), NotAnalysed("crane/a.pdf", "no recordings"))
    told = folded(replace(whole.practice, not_analysed=missing + other))
    assert [(one.what, one.why) for one in told] == [
        ("crane/a.pdf", "no recordings"),
        ("crane/sessions", "not read yet"),
        ("heron, rook, wren (3)", "no recordings"),
    ]
