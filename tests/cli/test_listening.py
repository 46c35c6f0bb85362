"""`reattune listen`: from a recording to moments and figures, and a sentence for whatever cannot be said."""

import json
import shutil

import numpy as np
import pytest
from jsonschema import Draft202012Validator, FormatChecker
from tests.cli import recorded_made as made

from reattune.cli import app as door
from reattune.cli import listening
from reattune.cli.recorded_document import LISTENING, schema
from reattune.synthetic.sounding import RATE, noise, said_aloud, write

pytestmark = pytest.mark.system("espeak-ng", "ffmpeg")

NAMED = '[[source]]\nfile = "2026-04-07.vtt"\nlabels = {"Ann" = "therapist", "Kim" = "client"}\n'
THREE = [5.3, 9.0, 4.95]
"""How long the silences of the conversation are."""


@pytest.fixture(scope="module")
def recordings(tmp_path_factory):
    folder = tmp_path_factory.mktemp("recordings")
    made.two(folder)
    made.mono(folder)
    return folder


def listened(path, *given):
    """Listen to a recording and return its document, held against the schema."""
    out = path.with_name(f"{path.name}.out.json")
    assert door.run(["listen", str(path), "--json", str(out), *given]) == 0
    found = json.loads(out.read_text("utf-8"))
    Draft202012Validator(schema(LISTENING), format_checker=FormatChecker()).validate(found)
    return found


def lengths(found):
    return [end - start for start, end, *_more in found["listened"]["silences"] if start > 1 and end < 59]


def remarks(found):
    return " ".join((*found["listened"]["remarks"], *found["notes"], *found["file"]["remarks"]))


def test_two_channels_that_are_typed(recordings, capsys):
    found = listened(recordings / "two.wav", "--channels", "client,therapist")
    assert found["way"] == "channels"
    assert lengths(found) == pytest.approx(THREE, abs=0.25)
    pauses = {one["between"]: one["of_two"] for one in found["figures"]["pauses"]}
    assert pauses == {"TT": 1, "TP": 1, "PT": 1, "PP": 0}
    assert (found["figures"]["client_turns"], found["figures"]["therapist_talk"]) == (3, pytest.approx(23.9, abs=1))
    out = " ".join(capsys.readouterr().out.split())
    assert "Known from: a microphone each." in out
    assert "after you spoke, before the client did" in out
    swapped = listened(recordings / "two.wav", "--channels", "therapist,client")
    assert swapped["figures"]["therapist_talk"] == found["figures"]["client_talk"]


def test_two_channels_that_are_asked(recordings, monkeypatch, capsys):
    answers = ["?", "c"]
    monkeypatch.setattr(listening, "way_to_ask", lambda: lambda _question: answers.pop(0))
    assert door.run(["listen", str(recordings / "two.wav")]) == 0
    out, err = capsys.readouterr()
    assert "Channel 1: somebody is first heard at 0:21" in err
    assert "Channel 2: somebody is first heard at 0:01" in err
    assert "after you spoke, before the client did" in " ".join(out.split())


def test_where_nobody_can_be_asked_nobody_is_guessed(recordings, monkeypatch):
    monkeypatch.setattr(listening, "way_to_ask", lambda: None)
    found = listened(recordings / "two.wav")
    assert found["way"] in {"none", "clustered"}
    assert found["figures"]["client_talk"] is None
    assert lengths(found) == pytest.approx(THREE, abs=0.25)


def test_one_microphone_with_voices_marked(recordings):
    found = listened(recordings / "one.wav", *made.alone(made.CLIENT), *made.alone(made.THERAPIST))
    assert found["way"] == "seeded"
    assert lengths(found) == pytest.approx(THREE, abs=0.25)
    assert found["figures"]["client_talk"] == pytest.approx(10.2, abs=1.0)
    assert found["figures"]["overlap"] is None


def test_marks_that_are_too_short_are_said_and_the_quiet_of_the_room_is_left(recordings):
    found = listened(recordings / "one.wav", "--mark", "client=22-24", "--mark", "therapist=1-5")
    assert found["way"] in {"none", "clustered"}
    assert "at least 8 are needed" in remarks(found)
    assert found["figures"]["silences"] == 3


@pytest.fixture
def sessions(recordings, tmp_path):
    folder = tmp_path / "practice" / "heron" / "sessions"
    folder.mkdir(parents=True)
    shutil.copy(recordings / "one.wav", folder / "2026-04-07.wav")
    (folder / "2026-04-07.vtt").write_text(made.cues(made.talk().spoke))
    return folder


def test_a_transcript_beside_it_says_who_spoke_and_notice_reads_what_is_kept(sessions, capsys):
    recording = sessions / "2026-04-07.wav"
    unnamed = listened(recording, "--no-keep")
    assert "2026-04-07.vtt could tell who spoke, but who is who has not been said" in remarks(unnamed)
    assert not recording.with_name("2026-04-07.wav.heard.json").exists()
    (sessions / "speakers.toml").write_text(NAMED)
    found = listened(recording)
    assert (found["way"], found["transcript"], found["day"]) == ("transcript", "2026-04-07.vtt", "2026-04-07")
    recording.with_name("2026-04-07.wav.out.json").unlink()
    kept = json.loads((sessions / "2026-04-07.wav.heard.json").read_text("utf-8"))
    assert kept["figures"]["silences"] == found["figures"]["silences"] == 3
    practice = sessions.parents[1]
    (practice / "heron" / "ratings.csv").write_text("date,score,instrument\n2026-04-07,5,SRS\n")
    capsys.readouterr()
    out = practice.parent / "notice.json"
    assert door.run(["notice", str(practice), "--as-of", "2026-04-30", "--json", str(out)]) == 0
    said = out.read_text("utf-8")
    assert "not listened to" not in said
    (sessions / "2026-04-07.wav.heard.json").unlink()
    assert door.run(["notice", str(practice), "--as-of", "2026-04-30", "--json", str(out)]) == 0
    assert out.read_text("utf-8") != said


def test_the_same_gives_the_same_bytes_and_the_page_asks_for_nothing(recordings, tmp_path):
    seen = []
    for number in range(2):
        page, data = tmp_path / f"{number}.html", tmp_path / f"{number}.json"
        given = ["--channels", "c,t", "--html", str(page), "--json", str(data)]
        assert door.run(["listen", str(recordings / "two.wav"), *given]) == 0
        seen.append((page.read_bytes(), data.read_bytes()))
    assert seen[0] == seen[1]
    assert b"<script" not in seen[0][0]
    assert b"http" not in seen[0][0].replace(b"http-equiv", b"").replace(b"http://www.w3.org/2000/svg", b"")


def test_only_the_room_is_listened_to_where_that_is_asked(recordings, capsys):
    assert door.run(["listen", str(recordings / "two.wav"), "--room"]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "Not known who spoke: only the quiet of the whole room." in out
    assert "The client" not in out


@pytest.mark.parametrize(
    ("given", "status", "said"),
    [
        (["--channels", "a,b"], 64, "--channels client,therapist"),
        (["--mark", "client"], 64, "0:12-0:30"),
        (["--keep"], 64, "2026-03-10.wav"),
        (["--day", "soon"], 64, "year-month-day"),
        (["--transcript", "nothing.vtt"], 64, "nothing.vtt"),
    ],
)
def test_what_is_typed_wrongly_is_said(recordings, capsys, given, status, said):
    assert door.run(["listen", str(recordings / "one.wav"), *given]) == status
    assert said in " ".join(capsys.readouterr().err.split())


@pytest.mark.parametrize("name", ["none.wav", "zero.wav", "letter.mp4", "noise.mkv"])
def test_what_is_no_recording_is_refused(tmp_path, capsys, name):
    if name != "none.wav":
        data = {"zero.wav": b"", "letter.mp4": b"Dear Kim\n" * 99, "noise.mkv": bytes(range(256)) * 9}
        (tmp_path / name).write_bytes(data[name])
    assert door.run(["listen", str(tmp_path / name)]) == 2
    assert name in capsys.readouterr().err


def test_a_film_without_sound_says_what_to_do_instead(tmp_path, capsys):
    film = made.ffmpeg(tmp_path / "film.mp4", "-f", "lavfi", "-i", "testsrc=s=160x90:r=5:d=2")
    assert door.run(["listen", str(film)]) == 2
    assert "reattune watch FILE" in capsys.readouterr().err


@pytest.mark.parametrize("words", [("-ar", 8000), ("-ar", 96000, "-c:a", "flac"), ("-c:a", "aac", "-b:a", "48k")])
def test_any_rate_gives_the_same_silences(recordings, tmp_path, words):
    ending = {"-ar": "wav" if 8000 in words else "flac"}.get(words[0], "m4a")
    path = made.ffmpeg(tmp_path / f"a.{ending}", "-i", recordings / "one.wav", *words)
    found = listened(path, "--room")
    assert lengths(found) == pytest.approx(THREE, abs=0.3)
    assert ("narrowly as a telephone" in remarks(found)) is (8000 in words)


def test_a_copy_that_was_broken_off_gives_what_is_there(recordings, tmp_path):
    path = tmp_path / "cut.wav"
    path.write_bytes((recordings / "one.wav").read_bytes()[: 32_000 * 25])
    found = listened(path, "--room")
    assert found["file"]["seconds"] == pytest.approx(25, abs=0.1)
    assert found["figures"]["silences"] == 2
    assert "it was not copied whole" in remarks(found)


def test_total_silence_says_so(tmp_path, capsys):
    found = listened(write(tmp_path / "a.wav", np.zeros(RATE * 20, np.float32)))
    assert (found["way"], found["figures"]["silences"], found["listened"]["turns"]) == ("none", 0, [])
    assert "silent throughout" in remarks(found)
    assert "The longest silences" not in capsys.readouterr().out


def test_music_is_nobody_speaking(tmp_path):
    at = np.arange(RATE * 20) / RATE
    tune = sum(np.sin(2 * np.pi * pitch * at) * (np.sin(np.pi * at * 2) ** 2) for pitch in (220, 277.2, 329.6))
    found = listened(write(tmp_path / "a.wav", np.float32(0.1 * tune + 0.001 * noise(len(at), 1))))
    assert found["figures"]["client_talk"] is None
    assert "No speech was heard" in remarks(found)


def test_one_speaker_alone_is_said(recordings, tmp_path):
    sound = made.talk().sound.copy()
    sound[:, 0] = 0
    found = listened(write(tmp_path / "a.wav", sound), "--channels", "client,therapist")
    assert "Only you can be heard speaking" in remarks(found)
    assert found["figures"]["client_turns"] == 0
    assert found["figures"]["latency"] is None


def test_a_third_person_is_said(recordings, tmp_path):
    third = [said_aloud(words, "en-us+f5", 165) for words in ("may I come in for a moment I only need the key",) * 3]
    late = np.concatenate([np.concatenate((one * 0.3, np.zeros(RATE // 2, np.float32))) for one in third])
    sound = np.concatenate((made.talk().sound.sum(axis=1), late, late))
    found = listened(write(tmp_path / "a.wav", sound), *made.alone(made.CLIENT), *made.alone(made.THERAPIST))
    assert found["way"] == "seeded"
    assert "Somebody else may be speaking" in remarks(found)
    assert {role for _start, _end, role in found["listened"]["spoke"]} == {"client", "therapist", "other"}
