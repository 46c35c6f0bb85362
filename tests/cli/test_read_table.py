"""A session at the terminal: quotes in quotation marks, long ones cut outside of them, remarks at the end."""

from datetime import date

from reattune.cli.read_table import QUOTED, show_session
from reattune.cli.session import look
from reattune.model import Cue, Role, Script, Times
from reattune.reading.transcripts.speakers import Said, Speakers


def session(tmp_path, *said, remarks=()):
    cues = tuple(Cue(label, text, str(number)) for number, (label, text) in enumerate(said, 1))
    script = Script("a.txt", "script", "", cues, Times.NONE, remarks=remarks)
    speakers = Speakers((Said({"Ann": Role.THERAPIST, "Kim": Role.CLIENT}, file="a.txt"),))
    return look(script, speakers, tmp_path / "a.txt", date(2026, 3, 10), 12, True, False, lambda _said: None)


def test_a_moment_says_when_what_else_it_may_be_and_the_words(tmp_path, hands):
    said = (("Ann", "What do you feel when you think of her?"), ("Kim", "You never listen to me."))
    out = hands.printed(show_session, session(tmp_path, *said))
    assert "turn 2  seems to move against" in out
    assert "Kim: “You never listen to me.”" in out
    assert "“What do you feel when you think of her?”" in out
    assert "silences were not measured" in out
    assert "(0 of every hundred)" not in out


def test_long_words_are_cut_outside_the_quotation_marks(tmp_path, hands):
    said = (("Ann", "Well?"), ("Kim", "You never listen to me, " + "and that goes on and on, " * 20 + "so there."))
    out = " ".join(hands.printed(show_session, session(tmp_path, *said)).split())
    quoted = out.split("Kim: “")[1].split("” …")[0]
    assert len(quoted) <= QUOTED
    assert said[1][1].startswith(quoted)


def test_signs_in_words_are_printed_as_they_are(tmp_path, hands):
    out = hands.printed(
        show_session, session(tmp_path, ("Ann", "Well?"), ("Kim", "You never listen to me [/bold] here."))
    )
    assert "listen to me [/bold] here" in out


def test_nothing_listed_is_said_to_say_nothing(tmp_path, hands):
    out = hands.printed(show_session, session(tmp_path, ("Ann", "Is it Tuesday?"), ("Kim", "It is.")))
    assert "that says nothing of how the session was" in out


def test_many_remarks_are_counted(tmp_path, hands):
    found = session(tmp_path, ("Ann", "Well?"), ("Kim", "Yes."), remarks=tuple(f"remark {n}" for n in range(9)))
    out = hands.printed(show_session, found)
    assert "Remark 0." in out
    assert "… and 4 more." in out
