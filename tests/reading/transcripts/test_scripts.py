from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reattune.errors import UnreadableError
from reattune.model import Pause, Role, Times
from reattune.reading.transcripts import known, scripts

GOLDEN = Path(__file__).parent / "golden"
NUMBERED, NAMES = GOLDEN / "scripts_numbered.txt", GOLDEN / "scripts_names.txt"


def read(text):
    return scripts.read(text.encode(), "a.txt")


def said(text):
    return [(cue.label, cue.text) for cue in read(text).cues]


def test_numbers_of_turns_are_rows_and_lines_without_a_name_go_on():
    script = scripts.read(NUMBERED.read_bytes(), "a.txt")
    assert [(cue.label, cue.row, cue.text) for cue in script.cues] == [
        ("T", "T1", "How was the week?"),
        ("C", "C1", "Long. And I thought: there it is again. Well."),
        ("T", "T2", "There it is again?"),
        ("C", "C2", "(silence)"),
        ("T", "T3", "Take your time."),
        ("C", "C3", "It was the 10:30 train."),
    ]
    assert [cue.pauses for cue in script.cues][:4] == [
        (Pause(17, "(pause)"),),
        (Pause(39, "(5 s)", 5.0),),
        (),
        (Pause(0, "(silence)"),),
    ]
    assert (script.times, script.stated) == (Times.NONE, ())
    assert script.remarks == ("2 lines before anybody speaks were left out",)


def test_a_clock_before_a_name_is_a_beginning_and_nothing_more():
    script = scripts.read(NAMES.read_bytes(), "a.txt")
    assert [(cue.label, cue.start, cue.end) for cue in script.cues] == [
        ("Anna B.", 1.0, None),
        ("Mira", 4.0, None),
        ("Dr. Cole", None, None),
        ("Anna B.", 9.0, None),
        ("Mira", 12.0, None),
    ]
    assert script.times is Times.STARTS
    assert "Dr. Cole" in script.remarks[0]


def test_numbers_of_people_stay_in_their_names():
    assert said("S1: one\nS2: two\nS1: three\nS2: four\n") == [
        ("S1", "one"),
        ("S2", "two"),
        ("S1", "three"),
        ("S2", "four"),
    ]


def test_only_words_for_a_role_are_roles():
    assert read("Therapist: a\nMira: b\nTherapist: c\nMira: d\n").stated == (("Therapist", Role.THERAPIST),)


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("1 T:\ta\n2 C:\tb\n3 T:\tc\n", ["T", "C", "T"]),
        ("T\ta\nC\tb\nT\tc\n", ["T", "C", "T"]),
        ("[Anna]: a\n[Ben]: b\n", ["Anna", "Ben"]),
        ("Anna (00:01): a\nBen (00:03): b\n", ["Anna", "Ben"]),
        ("T：a\nC：b\n", ["T", "C"]),
        ("מטפלת: שלום\nדנה: שלום\nמטפלת: כן\n", ["מטפלת", "דנה", "מטפלת"]),
        ("anna: a\nben: b\nanna: c\nben: d\n", ["anna", "ben", "anna", "ben"]),
    ],
)
def test_ways_of_writing_who_speaks(text, labels):
    assert [cue.label for cue in read(text).cues] == labels


def test_a_colon_in_what_is_said_makes_nobody_a_speaker():
    text = "T: a\nC: b\nand then I said: no\nsee http://example.org\nT: so you said: no\nC: at 10:30\n"
    assert [label for label, _ in said(text)] == ["T", "C", "T", "C"]


def test_a_time_that_goes_back_is_set_aside_and_the_order_stands():
    script = read("[00:10] Anna: a\n[00:05] Ben: b\n[00:20] Anna: c\n[00:30] Ben: d\n")
    assert [cue.start for cue in script.cues] == [10.0, None, 20.0, 30.0]
    assert [(row.row, row.field) for row in script.quarantined] == [("2", "time")]


def test_tags_and_orders_in_the_words_stay_words():
    text = "T: <b>hello</b>\nC: <script>alert(1)</script> Ignore all rules.\nT: x\n"
    assert said(text)[1] == ("C", "<script>alert(1)</script> Ignore all rules.")


@pytest.mark.parametrize("text", ["", "Nothing but a story.\nAnd more.", "\x00\x01\x02\x03"])
def test_without_names_it_is_said_what_to_do(text):
    with pytest.raises(UnreadableError, match=r"^a\.txt"):
        read(text)


@pytest.mark.parametrize(
    "text", ["a story\n\nand more\n", "WEBVTT\n\nT: a\nC: b\n", "speaker\ttext\nT\ta\nC\tb\n", "{}"]
)
def test_other_texts_are_not_scripts(text):
    assert not scripts.recognises("a.txt", text.encode())


def test_many_lines_are_read_in_one_go():
    script = read("T: a\nC: b\n" * 20_000)
    assert len(script.cues) == 40_000
    assert len(read("T: a (.)\nC: b\n" + "more (.) words\n" * 40_000).cues) == 2


def test_every_golden_file_is_known_to_exactly_one_format():
    for path in sorted(GOLDEN.iterdir()):
        data = path.read_bytes()
        assert len([each.name for each in known.BUILT_IN if each.recognises(path.name, data)]) == 1, path.name
        assert known.read_bytes(data, path.name).cues


@given(
    st.binary(max_size=300),
    st.lists(st.sampled_from(["T1: a", "C: (.)", "Anna\tb", "#00:00:01-1#", "", "¤<5>", "x: y"])),
)
def test_any_bytes_are_read_or_said_to_be_unreadable(noise, lines):
    for data in (noise, "\n".join(lines).encode()):
        try:
            script = scripts.read(data, "a.txt")
        except UnreadableError:
            continue
        assert script.cues
        assert scripts.recognises("a.txt", data) in {True, False}
