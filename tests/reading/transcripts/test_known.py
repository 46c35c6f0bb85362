"""Transcripts known by what is in them."""

import contextlib
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reattune.errors import ReattuneError, UnreadableError
from reattune.model import Cue, Script, Times
from reattune.reading.transcripts import known

GOLDEN = Path(__file__).parent / "golden"
FORMATS = {
    "aws.json": "AWS Transcribe",
    "chat.csv": "table",
    "deepgram.json": "Deepgram",
    "otter.txt": "Otter",
    "session.ass": "SubStation",
    "session.srt": "SubRip",
    "table.csv": "table",
    "teams.vtt": "WebVTT",
    "whisper.json": "Whisper",
    "whisperx.json": "WhisperX",
    "whisperx.vtt": "WebVTT",
    "zoom.vtt": "WebVTT",
}
BIRDS = known.Format(
    "bird calls",
    lambda _name, data: data.startswith(b"BIRD"),
    lambda data, name: Script(name, "bird calls", "", (Cue("heron", data.decode(), "1"),), Times.NONE),
)


def offer(monkeypatch, thing):
    point = EntryPoint("birds", "x:y", known.GROUP)
    monkeypatch.setattr(known, "entry_points", lambda group: [point] if group == known.GROUP else [])
    monkeypatch.setattr(known, "_loaded", lambda _point: thing)


@pytest.mark.parametrize("file", sorted(path.name for path in GOLDEN.iterdir()))
def test_every_invented_file_is_of_one_format_alone(file):
    data = (GOLDEN / file).read_bytes()
    assert len([each.name for each in known.BUILT_IN if each.recognises(file, data)]) == 1


@pytest.mark.parametrize(("file", "name"), FORMATS.items())
def test_a_file_is_read_whatever_it_is_called(file, name, tmp_path):
    path = tmp_path / "2026-03-10.txt"
    path.write_bytes((GOLDEN / file).read_bytes())
    script = known.read_script(path, "heron/sessions/2026-03-10.txt")
    assert script.format == name
    assert len(script.sha256) == 64
    assert script.name == "heron/sessions/2026-03-10.txt"


def test_a_format_of_somebody_elses(monkeypatch):
    offer(monkeypatch, BIRDS)
    assert known.read_bytes(b"BIRD song", "a").cues[0].label == "heron"


def test_a_package_that_offers_something_else_costs_only_its_own_files(monkeypatch):
    offer(monkeypatch, "no format")
    assert known.read_bytes((GOLDEN / "zoom.vtt").read_bytes(), "zoom.vtt").format == "WebVTT"
    with pytest.raises(ReattuneError, match="birds"):
        known.read_bytes(b"\x01\x02nothing known", "a")


def test_what_is_no_transcript_is_refused_with_what_to_do(tmp_path):
    (tmp_path / "empty").write_bytes(b"")
    with pytest.raises(UnreadableError, match="empty"):
        known.read_script(tmp_path / "empty", "empty")
    for data in (b"\x89PNG\r\n", b"%PDF-1.7", b'{"a": 1}', b"date,amount\n1,2\n"):
        with pytest.raises(UnreadableError, match="export it as WebVTT"):
            known.read_bytes(data, "a")


BEGINNINGS = st.sampled_from(
    [
        b"",
        b"WEBVTT\n\n",
        b"[Script Info]\n",
        b"\xff\xfe",
        b"PK\x03\x04",
        b"{\\rtf1",
        b'{"results": {',
        b"@Begin\n",
        b"<?xml ",
    ]
)


@given(BEGINNINGS, st.binary(max_size=300))
def test_no_bytes_raise_anything_else(begin, rest):
    with contextlib.suppress(UnreadableError):
        assert known.read_bytes(begin + rest, "a.bin").cues
