"""The folder of sessions."""

from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from reattune.model import Role
from reattune.reading import read_folder
from reattune.reading.gathered import Place
from reattune.reading.transcripts.sessions import day_of, holds_sessions, read_sessions

GOLDEN = Path(__file__).parent / "golden"
SAID = '[[source]]\nformat = "WebVTT"\nlabels = {"Ruth Example" = "therapist", "Kim" = "client"}\n'


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "heron" / "sessions"
    made.mkdir(parents=True)
    return made


def put(folder, golden, name):
    (folder / name).write_bytes((GOLDEN / golden).read_bytes())


def read(folder):
    return read_sessions(folder, Place(folder.parent.parent, ZoneInfo("UTC")))


def whys(spoken):
    return {entry.what.rpartition("/")[2]: entry.why for entry in spoken.not_analysed}


def test_a_transcript_is_read_once_somebody_has_said_who_is_who(folder):
    put(folder, "zoom.vtt", "2026-03-10.vtt")
    before = read(folder)
    assert before.transcripts == ()
    assert whys(before) == {"2026-03-10.vtt": "who is who has not been said; run: reattune read FILE"}
    (folder / "speakers.toml").write_text(SAID)
    (one,) = read(folder).transcripts
    assert (one.day, one.source.file) == (date(2026, 3, 10), "heron/sessions/2026-03-10.vtt")
    assert [turn.role for turn in one.turns] == [Role.THERAPIST, Role.CLIENT, Role.THERAPIST]


def test_a_file_that_says_the_roles_itself_is_read_at_once(folder):
    put(folder, "session.srt", "2026-03-10 first.srt")
    put(folder, "table.csv", "2026-03-10_second.csv")
    spoken = read(folder)
    assert len(spoken.transcripts) == 2
    assert any("2 transcripts of 2026-03-10" in remark for remark in spoken.remarks)


def test_what_is_not_read_is_said(folder):
    for name in ("2026-03-10.mp4", "2026-03-10.mea.csv", "notes.vtt", "2026-13-40.vtt", "._hidden", "_draft.vtt"):
        (folder / name).write_bytes(b"WEBVTT")
    (folder / "more").mkdir()
    put(folder, "whisper.json", "2026-03-11.json")
    (folder / "2026-03-12.vtt").write_bytes(b"WEBVTT\n\n00:01.000 --> 00:02.000\nTherapist: hello\n")
    (folder / "2026-03-13.pdf").write_bytes(b"%PDF-1.7")
    spoken = read(folder)
    assert whys(spoken) == {
        "2026-03-10.mp4": "not listened to or watched yet; run: reattune listen FILE or: reattune watch FILE",
        "notes.vtt": "its name does not begin with the day of the session, such as 2026-03-10.vtt",
        "2026-13-40.vtt": "its name does not begin with the day of the session, such as 2026-03-10.vtt",
        "more": "a folder inside sessions is not read",
        "2026-03-11.json": "the file does not say who speaks; put each speaker's name and a colon before the words",
        "2026-03-12.vtt": "nobody in it is the client, so nothing was read; put it right: reattune read FILE --who NAME=client",
    }
    assert [(aside.file, "WebVTT" in aside.why) for aside in spoken.quarantined] == [
        ("heron/sessions/2026-03-10.mea.csv", False),
        ("heron/sessions/2026-03-13.pdf", True),
    ]


def test_a_broken_speakers_file_is_set_aside_and_said(folder):
    put(folder, "zoom.vtt", "2026-03-10.vtt")
    (folder / "speakers.toml").write_text("[[source]\n")
    spoken = read(folder)
    assert (spoken.transcripts, len(spoken.quarantined), len(spoken.not_analysed)) == ((), 1, 1)


def test_the_practice_has_its_transcripts(folder):
    put(folder, "zoom.vtt", "2026-03-10.vtt")
    (folder / "speakers.toml").write_text(SAID)
    (folder.parent.parent / "practice.toml").write_text('time_zone = "Europe/London"\n')
    practice = read_folder(folder.parent.parent, as_of=date(2026, 3, 20))
    (heron,) = practice.relationships
    assert [one.day for one in heron.transcripts] == [date(2026, 3, 10)]
    assert practice.not_analysed == ()
    assert any("zoom" not in remark and "1 entry has no name" in remark for remark in practice.remarks)


def test_the_day_is_the_beginning_of_the_name(folder):
    assert day_of("2026-03-10.vtt") == date(2026, 3, 10)
    assert day_of("x 2026-03-10.vtt") is None
    assert day_of("2026-03-101.vtt") is None
    assert not holds_sessions(folder)
    assert not holds_sessions(folder / "gone")
    assert len(read(folder / "gone").quarantined) == 1
