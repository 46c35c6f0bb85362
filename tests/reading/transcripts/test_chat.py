from pathlib import Path

import pylangacq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reattune.errors import UnreadableError
from reattune.model import Pause, Role, Times
from reattune.reading.transcripts import chat

SESSION = Path(__file__).parent / "golden" / "chat_session.cha"


def said(line):
    return chat.read(f"@UTF8\n@Begin\n*CLI:\t{line}\n@End\n".encode(), "a.cha").cues[0]


def test_words_times_roles_and_silences_of_a_session():
    script = chat.read(SESSION.read_bytes(), "a.cha")
    assert [(cue.label, cue.row, cue.text, cue.start, cue.end) for cue in script.cues] == [
        ("THE", "10", "how was the week?", 0.0, 1.5),
        ("CLI", "13", "well I dunno um (laughs) because it was I mean xxx long...", 1.6, 6.0),
        ("CLI", "15", "(3.0)", 6.0, 9.0),
        ("MOT", "16", "no (x 3) (laughing) ice cream. and tea.", 9.0, 9.9),
        ("THE", "17", "so it –", None, None),
    ]
    assert [cue.pauses for cue in script.cues] == [
        (Pause(7, "(..)"),),
        (Pause(4, "(2.5)", 2.5),),
        (Pause(0, "(3.0)", 3.0),),
        (),
        (Pause(5, "(1:02.5)", 62.5),),
    ]
    assert script.stated == (("THE", Role.THERAPIST), ("CLI", Role.CLIENT))
    assert (script.times, script.language) == (Times.BOTH, "en")


def test_pylangacq_reads_the_same_people_and_times():
    theirs = pylangacq.CHAT.from_strs([SESSION.read_text("utf-8").replace("%mor:\tadv|how\n", "")], strict=False)
    ours = chat.read(SESSION.read_bytes(), "a.cha").cues
    assert [each.participant for each in theirs.utterances()] == [cue.label for cue in ours]
    first = [each.time_marks and each.time_marks[0] / 1000 for each in theirs.utterances()]
    assert first == [cue.start for cue in ours]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("I was <very very> [/] very tired [= after work] .", "I was very very very tired."),
        ("&~st stay (.) please !", "st stay please!"),
        ("xxx yyy www .", "xxx yyy www."),
        ("‡ well „ you know ?", ", well, you know?"),
        ('⌈ wait ⌉ [>] she said +"/.', "wait she said –"),
        ("is it +/?", "is it?"),
        ("at three [*] &=points:clock ok@s:deu .", "at three (points clock) ok."),
        ("<script>alert</script> .", "scriptalert/script."),
        ("שלום (..) לך .", "שלום לך."),
    ],
)
def test_codes_go_and_every_word_stays(line, words):
    assert said(line).text == words


def test_a_line_on_which_nothing_was_said_is_empty_and_counted():
    script = chat.read(b"@UTF8\n@Begin\n*CLI:\t0 .\n*THE:\thm .\n@End\n", "a.cha")
    assert [cue.text for cue in script.cues] == ["hm."]
    assert "1 empty entry" in script.remarks[0]


def test_a_header_between_two_lines_is_nobody():
    script = chat.read(b"@UTF8\n@Begin\n*CLI:\thi .\n@G:\tgame\n@Bg\n*THE:\thm .\n@End\n", "a.cha")
    assert [(cue.label, cue.row) for cue in script.cues] == [("CLI", "3"), ("THE", "6")]


def test_a_role_named_only_in_the_id_line_is_no_guess_and_a_code_alone_is_asked_about():
    head = "@UTF8\r\n@Begin\r\n@Participants:\tPAT Patient, INV Anna Investigator\r\n"
    script = chat.read(f"{head}*PAT:\thello .\r\n*INV:\thello .\r\n".encode(), "a.cha")
    assert script.stated == (("PAT", Role.CLIENT),)
    assert script.times is Times.NONE


@pytest.mark.parametrize("data", [b"", b"@Begin\n@End\n", b"@UTF8\n@Begin\n*CLI:\t.\n", b"\x00\x01\x02" * 50])
def test_what_cannot_be_read_is_said_in_a_sentence(data):
    with pytest.raises(UnreadableError, match=r"^a\.cha"):
        chat.read(data, "a.cha")


def test_it_is_known_by_its_head():
    assert chat.recognises("x", SESSION.read_bytes())
    assert not chat.recognises("a.cha", b"@someone wrote: hello")


@given(st.binary(max_size=200), st.text(max_size=200), st.integers(0, 800), st.integers(0, 40))
def test_any_bytes_are_read_or_said_to_be_unreadable(noise, text, place, length):
    whole = SESSION.read_bytes()
    for data in (noise, whole[:place] + noise + whole[place + length :], f"@Begin\n*A:\t{text} .\n".encode()):
        try:
            script = chat.read(data, "a.cha")
        except UnreadableError:
            continue
        assert script.cues


@pytest.mark.parametrize("long", [" ", "0 ", "[=! ", ":"])
def test_a_long_run_of_anything_takes_no_longer_than_its_length(long):
    # Twice as long would take four times as long: minutes, and not a blink.
    data = f"@UTF8\n@Begin\n*T:\twell{long * 100_000}[x\n*C:\tyes ‡ indeed .\n@End\n".encode()
    assert chat.read(data, "a.cha").cues[1].text == "yes, indeed."
