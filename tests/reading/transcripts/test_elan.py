from pathlib import Path

import pympi
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reattune.errors import UnreadableError
from reattune.model import Pause, Role, Times
from reattune.reading.transcripts import elan

GOLDEN = Path(__file__).parent / "golden"
TIERS, REFERENCES = GOLDEN / "elan_two_tiers.eaf", GOLDEN / "elan_references.eaf"


def document(body):
    return f'<?xml version="1.0" encoding="UTF-8"?><ANNOTATION_DOCUMENT>{body}</ANNOTATION_DOCUMENT>'.encode()


def tier(name, *notes, participant=""):
    inner = "".join(
        f'<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="{name}{place}" TIME_SLOT_REF1="{first}" TIME_SLOT_REF2="{last}">'
        f"<ANNOTATION_VALUE>{text}</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>"
        for place, (first, last, text) in enumerate(notes)
    )
    return f'<TIER TIER_ID="{name}" PARTICIPANT="{participant}">{inner}</TIER>'


def slots(**times):
    return "".join(f'<TIME_SLOT TIME_SLOT_ID="{name}" TIME_VALUE="{time}"/>' for name, time in times.items())


def test_tiers_are_people_who_take_turns_and_words_under_a_tier_are_not_said_twice():
    script = elan.read(TIERS.read_bytes(), "a.eaf")
    assert [(cue.label, cue.text, cue.start, cue.end) for cue in script.cues] == [
        ("Therapist", "How was the week?", 0.5, 2.5),
        ("Mira", "Long and full.", 4.0, 6.25),
        ("Therapist", "A lot on the desk & at home.", 7.0, None),
        ("Therapist", "Yes?", None, 9.0),
    ]
    assert script.cues[1].pauses == (Pause(4, "(..)"),)
    assert (script.times, script.language, script.tool, script.format) == (Times.BOTH, "en", "ELAN", "ELAN")
    assert script.stated == (("Therapist", Role.THERAPIST),)
    assert "C words" in script.remarks[0]


def test_a_tier_that_only_numbers_gives_its_times_to_the_words_under_it():
    script = elan.read(REFERENCES.read_bytes(), "a.eaf")
    assert [(cue.label, cue.text, cue.start, cue.end) for cue in script.cues] == [("A", "Good to see you.", 1.0, 3.0)]
    assert "ft@A" in " ".join(script.remarks)


def test_pympi_reads_the_same_words_and_times():
    other = pympi.Elan.Eaf(str(TIERS))
    theirs = [
        (start / 1000, text) for start, _end, text in other.get_annotation_data_for_tier("T") if start is not None
    ]
    ours = [(cue.start, cue.text) for cue in elan.read(TIERS.read_bytes(), "a.eaf").cues if cue.label == "Therapist"]
    assert [(start, " ".join(text.split())) for start, text in theirs] == [pair for pair in ours if pair[0] is not None]


def test_two_tiers_of_one_person_keep_their_own_names():
    data = document(
        slots(a=0, b=10) + tier("A", ("a", "b", "one"), participant="X") + tier("B", ("a", "b", "two"), participant="X")
    )
    assert elan.read(data, "a.eaf").labels == ("A", "B")


def test_times_before_the_beginning_are_set_aside_and_one_without_any_stays_on_its_tier():
    data = document(
        slots(a=-500, b=1000, c=2000, d=3000)
        + tier("A", ("a", "b", "before"), ("c", "d", "later"))
        + tier("B", ("x", "b", "no beginning"), ("y", "z", "no time"))
    )
    script = elan.read(data, "a.eaf")
    assert [cue.text for cue in script.cues] == ["before", "no beginning", "no time", "later"]
    assert script.cues[0].start is None
    assert [(row.row, row.field) for row in script.quarantined] == [("A0", "time")]


@pytest.mark.parametrize(
    "data",
    [
        TIERS.read_bytes()[:900],
        document(tier("A", ("a", "b", " "))),
        b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY y "z">]><ANNOTATION_DOCUMENT>&y;</ANNOTATION_DOCUMENT>',
        document("<A>" * 300 + "</A>" * 300),
        b"<x><ANNOTATION_DOCUMENT/></x>",
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(data):
    with pytest.raises(UnreadableError, match=r"^a\.eaf"):
        elan.read(data, "a.eaf")


def test_a_note_that_hangs_on_itself_has_no_time():
    note = (
        '<REF_ANNOTATION ANNOTATION_ID="a" ANNOTATION_REF="a"><ANNOTATION_VALUE>hm</ANNOTATION_VALUE></REF_ANNOTATION>'
    )
    script = elan.read(document(f'<TIER TIER_ID="A"><ANNOTATION>{note}</ANNOTATION></TIER>'), "a.eaf")
    assert (script.cues[0].start, script.times) == (None, Times.NONE)


def test_it_is_known_by_its_first_element():
    assert elan.recognises("x", TIERS.read_bytes())
    assert not elan.recognises("a.eaf", b"<html></html>")


@given(st.binary(max_size=300), st.integers(0, 3000), st.integers(0, 40))
def test_any_bytes_are_read_or_said_to_be_unreadable(noise, place, length):
    whole = TIERS.read_bytes()
    for data in (noise, whole[:place] + noise + whole[place + length :]):
        try:
            script = elan.read(data, "a.eaf")
        except UnreadableError:
            continue
        assert script.cues


def test_a_long_number_is_looked_at_once():
    assert elan._SHORT_NAME.match("1" * 200_000 + "!") is None
    assert elan._SHORT_NAME.match("A_001")
    assert not elan._SHORT_NAME.match("A_")


def test_a_file_of_nothing_but_tiers_is_not_read():
    tiers = "".join(f'<TIER TIER_ID="t{at}"/>' for at in range(elan.MOST_TIERS + 1))
    with pytest.raises(UnreadableError, match="more than 500 tiers"):
        elan.read(f"<ANNOTATION_DOCUMENT>{tiers}</ANNOTATION_DOCUMENT>".encode(), "a.eaf")
