"""What is opened and what lies beside it: nothing is guessed, and whatever cannot be used is said."""

from datetime import date
from pathlib import Path

import numpy as np
import pytest
from tests.cli.recorded_made import HEARD, LISTENED, RECORDING, ROOM, SEEN, SERIES, WATCHED, cues, talk

from reattune.cli.recorded import (
    LOOKED_AT,
    Beside,
    day_given,
    first_heard,
    heard,
    is_kept,
    known_transcript,
    length,
    opened,
    seen,
    telling,
)
from reattune.errors import NothingToReadError, ReattuneError
from reattune.model import Role, Way
from reattune.synthetic.sounding import write

DAY = date(2026, 4, 7)
NAMED = '[[source]]\nfile = "{file}"\nlabels = {{"Ann" = "therapist", "Kim" = "client"}}\n'


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("none.wav", None, "There is no file"),
        ("", None, "is a folder"),
        ("zero.wav", b"", "zero.wav"),
        ("letter.mp4", b"Dear Kim, we meet on Tuesday at five.\n" * 30, "letter.mp4"),
    ],
)
def test_what_is_no_recording_is_refused_in_a_sentence(tmp_path, name, data, said):
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(NothingToReadError, match=said):
        opened(path)


def test_a_recording_is_opened_and_told_in_a_line(tmp_path):
    found = opened(write(tmp_path / "a.wav", np.zeros((16_000 * 3, 2), np.float32)))
    assert (found.name, found.seconds, found.audio.channels) == ("a.wav", 3.0, 2)
    assert length(found) == "wav, 0:03 long, sound on 2 channels"
    assert length(ROOM.recording) == "wav, 1:00 long, sound on 2 channels, pictures 1280 × 720"
    assert length(SEEN.recording).startswith("mp4, ")


def test_the_day_is_typed_or_begins_the_name():
    assert day_given(Path("2026-04-07 second.wav"), None) == DAY
    assert day_given(Path("2026-04-07.wav"), date(2026, 4, 8)) == date(2026, 4, 8)
    assert day_given(Path("monday.wav"), None) is None


def test_figures_come_with_the_day_and_the_file():
    assert (HEARD.figures.day, HEARD.figures.source.file, HEARD.figures.way) == (DAY, "2026-04-07.wav", Way.CHANNELS)
    assert heard(RECORDING, None, LISTENED).day is None
    assert (SEEN.figures.seconds, SEEN.figures.usable, SEEN.figures.above_chance) == (3000.0, 2700.0, True)
    assert seen("a.txt", None, WATCHED).recording is None
    assert SERIES.aside[0].row == "2"


def test_who_is_first_heard_on_each_channel_is_found_with_some_bleeding():
    sound = np.zeros((16_000 * 6, 2), np.float32)
    sound[16_000:32_000, 1] = 0.2
    sound[16_000:32_000, 0] = 0.03
    sound[48_000:64_000, 0] = 0.2
    assert first_heard([sound[:40_000], sound[40_000:]], 16_000) == pytest.approx((3.0, 1.0), abs=0.11)
    assert first_heard([sound * [0, 1]], 16_000) == (None, pytest.approx(1.0, abs=0.11))
    assert first_heard([], 16_000) == ()


def test_nobody_is_looked_for_longer_than_ten_minutes():
    given = []

    def minutes():
        for number in range(60):
            given.append(number)
            yield np.zeros((16_000 * 60, 2), np.float32)

    assert first_heard(minutes(), 16_000) == (None, None)
    assert len(given) <= LOOKED_AT / 60 + 1


def test_how_far_one_has_come_is_told_in_minutes():
    lines = []
    said = telling(lines.append, "Listening: {done} of {total}")
    said(90.0, 3000.0)
    said(5.0, None)
    assert lines == ["Listening: 1:30 of 50:00", "Listening: 0:05 of …"]


def test_it_is_kept_in_a_folder_of_sessions_or_where_it_is_typed(tmp_path):
    assert is_kept(tmp_path / "sessions" / "2026-04-07.wav", None)
    assert not is_kept(tmp_path / "sessions" / "2026-04-07.wav", False)
    assert not is_kept(tmp_path / "sessions" / "monday.wav", None)
    assert not is_kept(tmp_path / "2026-04-07.wav", None)
    assert is_kept(tmp_path / "2026-04-07.wav", True)
    with pytest.raises(ReattuneError, match=r"2026-03-10\.wav"):
        is_kept(tmp_path / "monday.wav", True)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "2026-04-07.wav").write_bytes(b"")
    return tmp_path


@pytest.mark.system("espeak-ng")
def test_a_transcript_of_the_day_is_used_once_its_speakers_are_named(folder):
    recording, text = folder / "2026-04-07.wav", cues(talk().spoke)
    assert known_transcript(recording, DAY, None) == Beside()
    (folder / "2026-04-07.vtt").write_text(text)
    (folder / "2026-04-08.vtt").write_text(text)
    found = known_transcript(recording, DAY, None)
    assert found.transcript is None
    assert found.notes == (
        "2026-04-07.vtt could tell who spoke, but who is who has not been said; run: reattune read FILE",
    )
    (folder / "speakers.toml").write_text(NAMED.format(file="2026-04-07.vtt"))
    found = known_transcript(recording, DAY, None)
    assert (found.name, found.notes, found.transcript.day) == ("2026-04-07.vtt", (), DAY)
    assert {one.role for one in found.transcript.turns} == {Role.CLIENT, Role.THERAPIST}
    assert known_transcript(recording, None, None) == Beside()


@pytest.mark.system("espeak-ng")
def test_of_two_sessions_a_day_the_one_called_alike_is_taken(folder):
    for name in ("2026-04-07.vtt", "2026-04-07 second.vtt"):
        (folder / name).write_text(cues(talk().spoke))
    (folder / "speakers.toml").write_text("".join(NAMED.format(file=f"2026-04-07{one}.vtt") for one in ("", " second")))
    assert known_transcript(folder / "2026-04-07.wav", DAY, None).name == "2026-04-07.vtt"
    assert known_transcript(folder / "2026-04-07 second.wav", DAY, None).name == "2026-04-07 second.vtt"


def test_a_transcript_that_was_typed_and_cannot_be_used_says_why(folder):
    script = folder / "notes.txt"
    script.write_text("Ann: How are you?\nKim: Fine.\n" * 5)
    with pytest.raises(ReattuneError, match=r"notes\.txt: it has no times"):
        known_transcript(folder / "2026-04-07.wav", DAY, script)
    with pytest.raises(ReattuneError, match=r"nothing\.vtt"):
        known_transcript(folder / "2026-04-07.wav", DAY, folder / "nothing.vtt")
