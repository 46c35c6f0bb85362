"""Recordings in the folder of sessions: figures that are kept, or what is still to be done."""

from zoneinfo import ZoneInfo

import pytest
from tests.reading.test_recorded_figures import MOVEMENT, SOUND

from reattune.reading import read_folder
from reattune.reading.gathered import Place
from reattune.reading.kept_recordings import HEARD, SEEN, beside, write_heard, write_seen
from reattune.reading.session_recordings import is_recorded, read_recorded
from reattune.reading.transcripts.sessions import read_sessions


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "heron" / "sessions"
    made.mkdir(parents=True)
    return made


def put(folder, name, data=b"RIFF"):
    path = folder / name
    path.write_bytes(data)
    return path


def look(path):
    return read_recorded(path, Place(path.parents[2], ZoneInfo("UTC")))


def test_what_is_still_to_be_done_is_said(folder):
    (sound,) = look(put(folder, "2026-03-10.wav")).not_analysed
    assert sound.why == "not listened to yet; run: reattune listen FILE"
    (film,) = look(put(folder, "2026-03-10.mp4")).not_analysed
    assert film.why == "not listened to or watched yet; run: reattune listen FILE or: reattune watch FILE"
    (nameless,) = look(put(folder, "monday.wav")).not_analysed
    assert "begin with the day" in nameless.why


def test_figures_beside_a_recording_are_read_and_nothing_is_left_to_do(folder):
    film = put(folder, "2026-03-10.mp4")
    write_heard(beside(film, HEARD), film, SOUND, {})
    write_seen(beside(film, SEEN), film, MOVEMENT, {})
    read = read_sessions(folder, Place(folder.parent.parent, ZoneInfo("UTC")))
    assert (len(read.listened), len(read.watched), read.not_analysed, read.quarantined) == (1, 1, (), ())
    (heron,) = read_folder(folder.parent.parent).relationships
    assert (heron.listened, heron.watched) == (read.listened, read.watched)
    assert heron.listened[0].source.file == "heron/sessions/2026-03-10.mp4"
    film.write_bytes(b"another")
    read = read_sessions(folder, Place(folder.parent.parent, ZoneInfo("UTC")))
    assert (read.listened, read.watched) == ((), ())
    assert [one.why.startswith("was made of another recording") for one in read.quarantined] == [True, True]


def test_series_of_movement_are_checked_and_wait_to_be_watched(folder):
    rows = "time_s,client,therapist\n" + "".join(f"{n / 25:.2f},{n % 7},{n % 5}\n" for n in range(100))
    path = put(folder, "2026-03-10.mea.csv", rows.replace("0.12,3,3", "0.12,x,3").encode())
    found = look(path)
    assert [one.row for one in found.quarantined] == ["5"]
    assert found.not_analysed[0].why == "a series of movement, not looked at yet; run: reattune watch FILE"
    write_seen(beside(path, SEEN), path, MOVEMENT, {})
    assert look(path).not_analysed == ()
    plain = put(folder, "2026-03-11.txt", b"1 2\n3 4\n5 6\n")
    assert look(plain).not_analysed[0].what == "heron/sessions/2026-03-11.txt"
    assert look(plain).not_analysed[0].why.endswith("run: reattune watch FILE --rate 25")
    broken = look(put(folder, "2026-03-12.mea.csv", b"WEBVTT"))
    assert "not a table of numbers" in broken.quarantined[0].why


def test_transcripts_are_none_of_this(folder):
    assert not is_recorded(put(folder, "2026-03-10.vtt", b"WEBVTT\n"))
    assert not is_recorded(put(folder, "2026-03-10.txt", b"Therapist: hello\nClient: yes\n"))
    assert not is_recorded(put(folder, "2026-03-10.json", b"{}"))
    assert is_recorded(put(folder, "2026-03-10.wav.heard.json", b"{}"))
