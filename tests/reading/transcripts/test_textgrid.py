from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from praatio.utilities.textgrid_io import parseTextgridStr

from reattune.errors import UnreadableError
from reattune.model import Pause, Role, Times
from reattune.reading.transcripts import textgrid

GOLDEN = Path(__file__).parent / "golden"
LONG, SHORT = (GOLDEN / f"textgrid_{form}.TextGrid" for form in ("long", "short"))


def short(*tiers):
    lines = ['File type = "ooTextFile"', 'Object class = "TextGrid"', "", "0", "9", "<exists>", str(len(tiers))]
    for name, intervals in tiers:
        lines += ['"IntervalTier"', f'"{name}"', "0", "9", str(len(intervals))]
        lines += [f'{start}\n{end}\n"{text}"' for start, end, text in intervals]
    return "\n".join(lines).encode()


@pytest.mark.parametrize("path", [LONG, SHORT])
def test_both_forms_give_people_in_time_order_and_silences_are_no_entries(path):
    script = textgrid.read(path.read_bytes(), "a.TextGrid")
    assert [(cue.label, cue.text, cue.start, cue.end) for cue in script.cues] == [
        ("therapist", 'How was "the other" week?', 0.0, 2.25),
        ("Mira", "Long and full.", 3.5, 5.75),
        ("therapist", "And then?", 6.0, 9.5),
    ]
    assert script.cues[1].pauses == (Pause(4, "(2.5)", 2.5),)
    assert (script.times, script.stated) == (Times.BOTH, (("therapist", Role.THERAPIST),))
    assert "clicks" in script.remarks[0]


def test_praatio_reads_the_same_intervals():
    tiers = parseTextgridStr(LONG.read_text("utf-8"), includeEmptyIntervals=True)["tiers"]
    theirs = [(float(start), float(end)) for start, end, text in tiers[0]["entries"] if text]
    ours = [(cue.start, cue.end) for cue in textgrid.read(LONG.read_bytes(), "a").cues if cue.label == "therapist"]
    assert ours == theirs


def test_what_praat_allows_in_a_text_is_kept_and_a_tier_of_phones_is_not_read():
    data = short(("A", [(0, 1, "intervals [1]: xmin = 3"), (1, "2.5e0", '""')]), ("A - phones", [(0, 1, "AH0")]))
    script = textgrid.read(data, "a.TextGrid")
    assert [(cue.text, cue.end) for cue in script.cues] == [("intervals [1]: xmin = 3", 1.0), ('"', 2.5)]
    assert "A - phones" in script.remarks[0]


def test_a_time_before_the_beginning_is_set_aside_with_its_words_kept():
    script = textgrid.read(short(("A", [(-1, 1, "early"), (1, 2, "then")])), "a.TextGrid")
    assert [(cue.text, cue.start) for cue in script.cues] == [("early", None), ("then", 1.0)]
    assert script.quarantined[0].row == "1.1"


@pytest.mark.parametrize(
    "data",
    [
        LONG.read_bytes()[:700],
        b"ooBinaryFile\x08TextGrid\x00\x00",
        short(("A", [(0, 1, "")])),
        short(),
        b'File type = "ooTextFile"\nObject class = "TextGrid"\n0 1 <exists> 999999999',
        b'"ooTextFile" "TextGrid" 0 1e999 1 "IntervalTier" "A" 0 1e999 1e999',
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(data):
    with pytest.raises(UnreadableError, match=r"^a\.TextGrid"):
        textgrid.read(data, "a.TextGrid")


def test_it_is_known_by_its_head():
    assert textgrid.recognises("x", LONG.read_bytes())
    assert textgrid.recognises("x", SHORT.read_bytes())
    assert not textgrid.recognises("a.TextGrid", b"TextGrid")


@given(st.binary(max_size=300), st.integers(0, 1500), st.integers(0, 40))
def test_any_bytes_are_read_or_said_to_be_unreadable(noise, place, length):
    whole = LONG.read_bytes()
    for data in (noise, whole[:place] + noise + whole[place + length :]):
        try:
            script = textgrid.read(data, "a.TextGrid")
        except UnreadableError:
            continue
        assert script.cues


def test_a_file_of_nothing_but_tiers_is_not_read():
    count = textgrid.MOST_TIERS + 1
    tiers = '"IntervalTier" "t" 0 1 1 0 1 "x" ' * count
    with pytest.raises(UnreadableError, match="more than 500 tiers"):
        textgrid.read(f'File type = "ooTextFile" "TextGrid" 0 1 <exists> {count} {tiers}'.encode(), "a.TextGrid")
