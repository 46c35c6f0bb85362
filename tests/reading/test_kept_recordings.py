"""What was found in a recording, kept beside it."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.reading.test_recorded_figures import JSON, MOVEMENT, SOUND

from reattune.errors import ReattuneError, UnreadableError
from reattune.model import Source
from reattune.reading.gathered import Place
from reattune.reading.kept_recordings import (
    HEARD,
    SEEN,
    beside,
    read_heard,
    read_seen,
    recording_of,
    write_heard,
    write_seen,
)

NAME = "2026-03-10.wav"


@pytest.fixture
def recording(tmp_path):
    path = tmp_path / "heron" / "sessions" / NAME
    path.parent.mkdir(parents=True)
    path.write_bytes(b"RIFF" + bytes(range(256)) * 1000)
    return path


def place(recording):
    return Place(recording.parents[2], ZoneInfo("UTC"))


def written(recording):
    path = beside(recording, HEARD)
    write_heard(path, recording, SOUND, {"turns": [1, 2]})
    return path


def test_written_and_read(recording):
    path = written(recording)
    assert path.name == "2026-03-10.wav.heard.json"
    kept = json.loads(path.read_text("utf-8"))
    assert (kept["schema"], kept["file"]["name"], kept["listened"]) == ("reattune.listened/1", NAME, {"turns": [1, 2]})
    assert len(kept["file"]["sha256"]) == 64
    found = read_heard(path, place(recording))
    assert found == replace(SOUND, source=Source("heron/sessions/2026-03-10.wav", ""), known_at=date(2026, 3, 10))
    seen = beside(recording, SEEN)
    write_seen(seen, recording, MOVEMENT, {})
    assert read_seen(seen, place(recording)).together == MOVEMENT.together
    assert sorted(one.name for one in recording.parent.iterdir()) == [NAME, path.name, seen.name]


def test_another_recording_is_told_and_not_used(recording):
    path = written(recording)
    recording.write_bytes(b"other")
    with pytest.raises(UnreadableError, match="another recording"):
        read_heard(path, place(recording))


@pytest.mark.parametrize("ends", [True, False])
def test_a_recording_of_the_same_length_is_still_told_apart(recording, ends):
    path = written(recording)
    if not ends:
        kept = json.loads(path.read_text("utf-8"))
        del kept["file"]["ends"]
        path.write_text(json.dumps(kept), "utf-8")
    read_heard(path, place(recording))
    recording.write_bytes(recording.read_bytes()[:-1] + b"!")
    with pytest.raises(UnreadableError, match="another recording"):
        read_heard(path, place(recording))


def test_figures_outlive_their_recording(recording):
    path = written(recording)
    recording.unlink()
    assert read_heard(path, place(recording)).silences == SOUND.silences


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"schema": "reattune.watched/1"}, "not what Reattune keeps"),
        ({"file": None}, "does not say of which recording"),
        ({"figures": None}, "are missing"),
        ({"figures": {"seconds": 1}}, "“way”"),
    ],
)
def test_what_is_not_as_it_was_written_is_refused(recording, change, why):
    path = written(recording)
    path.write_text(json.dumps({**json.loads(path.read_text("utf-8")), **change}), "utf-8")
    with pytest.raises(UnreadableError, match=why):
        read_heard(path, place(recording))


def test_a_name_without_a_day_is_refused(recording):
    path = written(recording)
    moved = path.rename(path.with_name("monday.wav.heard.json"))
    with pytest.raises(UnreadableError, match="day of the session"):
        read_heard(moved, place(recording))


def test_nothing_half_written_and_no_figure_that_is_none(recording):
    path = written(recording)
    before = path.read_bytes()
    with pytest.raises(ReattuneError, match="not a finite number"):
        write_heard(path, recording, replace(SOUND, reply=float("nan")), {})
    with pytest.raises(UnreadableError, match="could not be opened"):
        write_heard(path, recording.with_name("gone.wav"), SOUND, {})
    with pytest.raises(ReattuneError, match="could not be written"):
        write_heard(recording.parent / "gone" / path.name, recording, SOUND, {})
    assert path.read_bytes() == before
    assert len(list(recording.parent.iterdir())) == 2


def test_names():
    assert recording_of(Path("a.mp4.seen.json")) == Path("a.mp4")
    assert recording_of(Path("a.WAV.Heard.JSON")) == Path("a.WAV")
    assert recording_of(Path("a.json")) is None
    assert recording_of(Path(".heard.json")) is None


@given(st.one_of(JSON, JSON.map(lambda one: {"schema": "reattune.listened/1", "file": {"bytes": 1}, "figures": one})))
def test_any_json_is_figures_or_a_clear_refusal(tmp_path_factory, value):
    path = tmp_path_factory.mktemp("kept") / "2026-03-10.wav.heard.json"
    path.write_text(json.dumps(value), "utf-8")
    with pytest.raises(UnreadableError):
        read_heard(path, Place(path.parent, ZoneInfo("UTC")))
